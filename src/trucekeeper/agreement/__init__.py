"""The agreement as data, and its state on a date, by whose account."""
