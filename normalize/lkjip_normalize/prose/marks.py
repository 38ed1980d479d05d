"""The numbers, letters and bullets that begin headings and items of lists."""

import re
from dataclasses import dataclass

_MARK = re.compile(
    r"(?P<bab>BAB\s+[IVXL]+(?:\s[IVXL]+)*\b)[.:]?\s*"
    r"|(?P<dotted>(?:\d{1,2}|[IVX]{1,4}|[A-H])(?:\.\d{1,2}){1,4})\.?\)?\s*(?=[^\W\d_])"
    r"|(?P<roman>[IVX]{1,5})[.)]\s+(?=[^\W\d_])"
    r"|(?P<capital>[A-Z])[.)]\s*(?=[^\W\d_]{2})"
    r"|(?P<number>\(?\d{1,2}[.)])\s*(?=[^\W\d_]|[(“\"„])"
    r"|(?P<letter>\(?[a-z][.)]\.?)\s+(?=[^\W\d_]|[(“\"„])"
    r"|(?P<bullet>[-–•▪➢✓*\ue000-\uf8ff])\s*(?=[^\W_]|[(“\"„])"
)
LEVELS = {"bab": 1, "capital": 2, "roman": 2, "number": 3, "letter": 4}
"""Level of a heading by its mark; that of a dotted number is the count of its numbers."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark as printed, its sort ("bab", "dotted", "number" ...), and what stands behind it."""

    sort: str
    printed: str
    rest: str

    @property
    def level(self) -> int:
        """Level of a heading with this mark; 9 for bullets, which head nothing."""
        if self.sort == "dotted":
            below = LEVELS["capital"] if self.printed[0] in "ABCDEFGH" else LEVELS["bab"]
            return self.printed.count(".") + below
        return LEVELS.get(self.sort, 9)


def mark_of(text: str) -> Mark | None:
    """The mark that a line begins with; None when it begins with words."""
    match = _MARK.match(text)
    if match is None:
        return None
    sort = match.lastgroup or ""
    printed = match.group().strip() if sort not in ("bab", "dotted") else match.group(sort)
    if sort == "bab":
        printed = "BAB " + "".join(printed.split()[1:])  # "BAB I V", letters spaced
    return Mark(sort, printed, text[match.end() :].strip())
