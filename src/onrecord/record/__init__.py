"""What leaves onrecord: the record as JSON, and its statements as rows of a table."""
