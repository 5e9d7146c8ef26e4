"""Made-up casework: the entries of a publication of any size, the same for the same seed."""
