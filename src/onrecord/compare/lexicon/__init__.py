"""Word lists that comparing quotations needs; where each comes from is in its file's ``source``."""
