"""Tables of people from public files and plain CSV, kept in one local file."""
