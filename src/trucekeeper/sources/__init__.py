"""From bytes to documents: text, HTML and JSONL, single files, folders and standard input."""
