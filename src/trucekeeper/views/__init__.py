"""What people look at: board, figure, sheet, timeline; terminal, JSON, HTML."""
