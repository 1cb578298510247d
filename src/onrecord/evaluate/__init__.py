"""How well reports are read: figures against a corpus that people annotated."""
