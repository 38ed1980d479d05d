"""A paper as an Excel workbook: a sheet per section, every cell a text, never a formula."""

import datetime
from io import BytesIO
from pathlib import Path

from lkjip.documents.paper import Paper
from lkjip_corpus.whole_file import write_whole

_CHARACTERS = 110
"""Characters of a line on landscape A4."""
_NAME_LETTERS = 28


def write_excel(paper: Paper, path: Path) -> None:
    """Write the paper to `path`. OSError when it cannot be written."""
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    whole = BytesIO()
    book = Workbook(
        whole, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": paper.title, "created": datetime.datetime(2000, 1, 1)})
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#D9E1F2"}
    )
    cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
    title = book.add_format({"bold": True, "font_size": 13})
    for number, section in enumerate(paper.sections, 1):
        plain = "".join(c for c in section.title if c not in "[]:*?/\\'")
        page = book.add_worksheet(f"{number} {plain}"[:_NAME_LETTERS])
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.write_string(0, 0, paper.title, title)
        row = 1
        for line in (*paper.about, f"Dasar: {paper.basis}", section.title):
            page.write_string(row, 0, line)
            row += 1
        total = sum(section.widths)
        for col, (name, width) in enumerate(zip(section.columns, section.widths, strict=True)):
            page.set_column(col, col, max(6, width * _CHARACTERS / total))
            page.write_string(row, col, name, head)
        page.repeat_rows(row)
        page.freeze_panes(row + 1, 0)
        for texts in section.rows:
            row += 1
            for col, text in enumerate(texts):
                page.write_string(row, col, text, cell)
        if section.note:
            page.write_string(row + 2, 0, section.note)
    try:
        book.close()  # writes its sheets to temporary files first
    except FileCreateError as error:
        raise OSError(str(error)) from error
    write_whole(path, whole.getbuffer())
