"""What things are: places, cells, raw tables, records, findings, and the words used for them.

Every other package of lkjip imports from here; this package imports none of them.
"""
