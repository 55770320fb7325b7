"""What programs take: formats in and out."""
