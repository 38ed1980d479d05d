"""Report to findings: the rules."""
