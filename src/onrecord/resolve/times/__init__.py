"""Time expressions of English news: recognised, typed, and resolved to intervals of days (TIMEX3)."""
