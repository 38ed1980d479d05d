"""What a document for evaluators is made of, whatever it is printed as."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A table with a title. `widths` are shares of the line for each column; every row has as many texts."""

    title: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: `name` is its file name, `about` lines under the title, `signed` whether reviewers sign it."""

    name: str
    title: str
    about: tuple[str, ...]
    sections: tuple[Section, ...]
    basis: str
    signed: bool = False


FILLED_BY_REVIEWER = "diisi pereviu"
