"""Sample reports of the corpus, drawn by this project's own code."""
