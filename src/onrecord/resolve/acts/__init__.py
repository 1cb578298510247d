"""Acts: what sort of act each statement is, and whether it was done at all."""
