"""Which language a user is answered in: the one asked for with `--lang`, else that of the system."""

import locale
import os
from collections.abc import Sequence

from lkjip_schemas.bilingual import Language


def default_language() -> Language:
    """Indonesian when the locale is Indonesian, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return Language.ID if value.lower().startswith(("id", "in_")) else Language.EN
    try:
        return (
            Language.ID
            if (locale.getlocale()[0] or "").lower().startswith(("id", "indonesian"))
            else Language.EN
        )
    except ValueError:
        return Language.EN


def language_from(arguments: Sequence[str]) -> Language:
    """The language that `--lang` asks for, wherever it stands; else the default.

    Looked up before the options are parsed, because the help texts depend on it.
    """
    for i, argument in enumerate(arguments):
        value = ""
        if argument == "--lang" and i + 1 < len(arguments):
            value = arguments[i + 1]
        elif argument.startswith("--lang="):
            value = argument.partition("=")[2]
        if value in Language._value2member_map_:
            return Language(value)
    return default_language()
