"""Across documents: copies, the same event, figure series, sums, contradictions."""
