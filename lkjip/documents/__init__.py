"""Documents for evaluators, made from the database: checklist, review notes, LKE notes, comparison of units.

`checklist`, `review_notes`, `lke_notes` and `comparison` give a `Paper`; `html` and `excel` print any of them. The
papers are in Indonesian: they are forms of Indonesian regulations.
"""
