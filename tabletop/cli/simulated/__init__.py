"""What `simulate` reports of each of its runs."""
