"""lkjip reads Indonesian performance reports (LKjIP) into data and shows their contradictions."""

__version__ = "0.1.0"
