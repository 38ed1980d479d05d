"""How a generated report looks: fonts, rulings, number formats, words of the headings. Drawn from a seed."""

import random
from dataclasses import dataclass
from decimal import Decimal

FONTS = (("Helvetica", "Helvetica-Bold"), ("Times-Roman", "Times-Bold"))


@dataclass(frozen=True)
class Layout:
    """The choices of one report."""

    font: str
    bold: str
    size: float
    ruled: str
    shaded: bool
    landscape: bool
    index_row: bool
    number_column: bool
    merged: bool
    point: str
    money: str
    percent_in_cell: bool
    target_word: str
    share_word: str
    total_word: str
    budget_word: str
    codes: bool

    def number(self, value: Decimal, *, trim: bool = False) -> str:
        """A performance figure; `trim` prints whole values without decimals."""
        text = f"{value.normalize():f}" if trim or value == value.to_integral_value() else f"{value:f}"
        return text.replace(".", self.point)

    def percent(self, value: Decimal) -> str:
        """A percentage with two decimals, with its sign where this layout prints it in the cell."""
        return f"{value:.2f}".replace(".", self.point) + (" %" if self.percent_in_cell else "")

    def rupiah(self, value: Decimal) -> str:
        """An amount in one of the ways that reports print it."""
        grouped = f"{value:,.0f}".replace(",", ".")
        if self.money == "comma":
            return f"{value:,.0f}"
        if self.money == "rp":
            return f"Rp. {grouped},-"
        return f"{grouped},00" if self.money == "cents" else grouped


def make_layout(seed: int) -> Layout:
    """The layout of the report with this seed."""
    dice = random.Random(seed * 7919 + 1)
    font, bold = dice.choice(FONTS)
    return Layout(
        font=font, bold=bold, size=dice.choice((8.0, 8.5, 9.0)), ruled=dice.choice(("grid", "grid", "thin", "box")),
        shaded=dice.random() < 0.5, landscape=dice.random() < 0.3, index_row=dice.random() < 0.5,
        number_column=dice.random() < 0.7, merged=dice.random() < 0.5, point=dice.choice((",", ",", ".")),
        money=dice.choice(("plain", "plain", "cents", "rp")), percent_in_cell=dice.random() < 0.4,
        target_word=dice.choice(("Target", "Target Kinerja", "TARGET")),
        share_word=dice.choice(("Capaian (%)", "% Capaian", "Capaian Kinerja (%)")),
        total_word=dice.choice(("JUMLAH", "TOTAL", "Jumlah")),
        budget_word=dice.choice(("Anggaran (Rp)", "Pagu Anggaran (Rp)", "Anggaran")), codes=dice.random() < 0.6,
    )  # fmt: skip
