"""A search for moves that pay: what is tried, how it climbs, what it finds."""
