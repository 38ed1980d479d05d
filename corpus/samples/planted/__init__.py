"""Consistent reports in many layouts, and copies of them with one known error each."""
