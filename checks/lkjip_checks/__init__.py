"""Report to findings: the rules.

`check_report` runs every rule that this version checks and gives a word for all 80 of the catalogue;
`mark_misread` puts in doubt what the rules found to be misread.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lkjip_checks.catalogue import CATALOGUE, RuleInfo
    from lkjip_checks.marking import mark_misread
    from lkjip_checks.runner import check_report

__all__ = ["CATALOGUE", "RuleInfo", "check_report", "mark_misread"]

_PLACES = {
    "CATALOGUE": "catalogue",
    "RuleInfo": "catalogue",
    "check_report": "runner",
    "mark_misread": "marking",
}


def __getattr__(name: str) -> Any:
    """The rules are loaded by those who run them; a second run over unchanged files has no use for them."""
    if name not in _PLACES:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"lkjip_checks.{_PLACES[name]}"), name)
