"""The glossary of figures: what every path means, in which unit, who sees it, who may change it."""
