"""What brings a record's file from one version to the next; run when it is opened."""
