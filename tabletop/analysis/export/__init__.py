"""A record as tidy tables for other programs: the same names and columns in every session, so that groups stack."""
