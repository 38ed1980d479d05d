"""Report to findings: the rules.

`check_report` runs every rule that this version checks and gives a word for all 80 of the catalogue;
`mark_misread` puts in doubt what the rules found to be misread.
"""

from lkjip_checks.catalogue import CATALOGUE, RuleInfo
from lkjip_checks.marking import mark_misread
from lkjip_checks.runner import check_report

__all__ = ["CATALOGUE", "RuleInfo", "check_report", "mark_misread"]
