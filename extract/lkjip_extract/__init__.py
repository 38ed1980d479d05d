"""PDF to Document: opening, triage, words, tables."""
