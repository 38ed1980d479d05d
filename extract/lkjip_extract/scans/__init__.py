"""Scanned pages: from the picture of a page to lines of text, rulings and doubts."""
