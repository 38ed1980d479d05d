"""The dataset: SQLite store and exports."""
