"""From bytes to documents: plain text, HTML and JSON Lines, and a clear refusal of everything else."""
