"""The English pipeline (tokens, tags, parse, names), the seam to its trees, and the matchers of the lexicons."""
