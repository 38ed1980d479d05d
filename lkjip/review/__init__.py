"""The review application: a local web application over one database."""
