"""Bytes -> documents: text, HTML, JSONL."""
