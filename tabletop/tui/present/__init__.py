"""Moves, causes and results as plain sentences. Pure: takes values, gives text; every word comes from the scenario."""
