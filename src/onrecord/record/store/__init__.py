"""The store: a record that stays, in SQLite or PostgreSQL."""
