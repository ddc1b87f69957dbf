"""docs/model.md's figures that follow from the rules and from campaigns: `python -m tests.page` writes them anew.

Every table between two marks of the page is made here, so that none is typed in by hand and all can be made again.
"""
