"""Indonesian and English: every message for people exists in both.

Notes and reasons are stored once, as one field that carries both languages (`Indonesian / English`).
Only this module writes and parts such a field, so that a note never comes out half in the other
language.
"""

from enum import StrEnum


class Language(StrEnum):
    """The languages of messages."""

    ID = "id"
    EN = "en"


def pick(language: Language, indonesian: str, english: str) -> str:
    """The text in the wanted language."""
    return indonesian if language == Language.ID else english


SEPARATOR = " / "


def both(text_id: str, text_en: str) -> str:
    """The two texts as one field."""
    return f"{text_id}{SEPARATOR}{text_en}"


def halves(field: str) -> tuple[str, str]:
    """The Indonesian and the English text of a field; a field without two halves is both.

    The texts themselves may hold the separator (a path in an error, say): both then hold it equally
    often, so the field parts in its middle.
    """
    parts = field.split(SEPARATOR)
    if len(parts) % 2:
        return field, field
    middle = len(parts) // 2
    return SEPARATOR.join(parts[:middle]), SEPARATOR.join(parts[middle:])


def half(language: Language, field: str) -> str:
    """The text in the wanted language of a field that carries both."""
    return pick(language, *halves(field))


def together(*fields: str) -> str:
    """Several fields as one: all Indonesian texts, then all English ones; empty ones are left out."""
    given = [f for f in fields if f]
    if len(given) < 2:
        return "".join(given)
    pairs = [halves(f) for f in given]
    return both("; ".join(p[0] for p in pairs), "; ".join(p[1] for p in pairs))
