"""Document to Report: numbers, headings, kinds of tables, identity."""
