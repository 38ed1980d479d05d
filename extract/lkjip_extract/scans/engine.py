"""The OCR engine behind one small interface: rapidocr on onnxruntime, models inside the wheel.

One thread in each process; the pages of a run are spread over processes instead.
"""

import functools
import importlib.metadata
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Image = NDArray[Any]
"""A picture: (height, width) grey or (height, width, 3) blue, green, red; 0..255."""
Quads = NDArray[np.float64]
"""(n, 4, 2): corners of text lines in pixels: top left, top right, bottom right, bottom left."""

NARROW = 96
"""Pixels that a line 48 pixels high is widened to at least; the library's 320 waste time on figures."""
UPRIGHT = 0.93
"""Lines read with this mean score stand upright."""
LINES_ASKED = 5
GOOD_SHAPE = 10.0
"""Lines about so many times as long as high are read surely and fast."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """One line as the engine read it.

    `positions` gives the middle of each character of `text` (blanks included) as a share of the line's
    width, `scores` how sure the engine is of each (0..1).
    """

    text: str
    positions: tuple[float, ...]
    scores: tuple[float, ...]


def version() -> str:
    """Name and version of the engine and its models; part of the key of stored readings."""
    return f"rapidocr-{importlib.metadata.version('rapidocr')}-PP-OCRv6-small"


@functools.cache
def _engine() -> Any:
    engine = bare(**{"Rec.rec_img_shape": [3, 48, NARROW]})
    engine.return_word_box = True
    return engine


def bare(**more: object) -> Any:
    """A new engine as the library gives it, with one thread; `more` are further settings of it."""
    logging.getLogger("RapidOCR").setLevel(logging.CRITICAL)
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
            "Global.log_level": "critical",
            "Global.text_score": 0.0,
            **more,
        }
    )


def detect(image: Image) -> Quads:
    """Text lines of an image (height, width, 3)."""
    found = _engine()(image, use_det=True, use_cls=False, use_rec=False)
    boxes = getattr(found, "boxes", None)
    if boxes is None:
        return np.zeros((0, 4, 2))
    return np.asarray(boxes, dtype=np.float64).reshape(-1, 4, 2)


def cut(image: Image, quads: Quads) -> list[Image]:
    """The pictures of single lines, made level."""
    return list(_engine().crop_text_regions(image, np.asarray(quads, dtype=np.float32)))


def upside_down(lines: Sequence[Image], readings: Sequence[Recognised]) -> bool:
    """Whether lines read better when they are turned upside down than their `readings` (made if empty).

    A few lines of middling length are read again; the engine's own classifier of directions squeezes long
    lines and took upright pages for turned ones.
    """
    shapes = [abs(line.shape[1] / max(line.shape[0], 1) - GOOD_SHAPE) for line in lines]
    asked = sorted(range(len(lines)), key=shapes.__getitem__)[:LINES_ASKED]
    as_is = _certainty([readings[i] for i in asked] if readings else recognise([lines[i] for i in asked]))
    if as_is >= UPRIGHT:
        return False
    turned = recognise([np.ascontiguousarray(lines[i][::-1, ::-1]) for i in asked])
    return _certainty(turned) > as_is


def _certainty(readings: Sequence[Recognised]) -> float:
    """Mean score of the characters of some lines; longer texts count for more."""
    scores = [score for reading in readings for score in reading.scores]
    return float(np.mean(scores)) if scores else 0.0


def recognise(lines: Sequence[Image]) -> list[Recognised]:
    """The text of pictures of single lines."""
    if not lines:
        return []
    answer = _engine().recognize_txt(list(lines))
    return [_recognised(text, info) for text, info in zip(answer.txts, answer.word_results, strict=True)]


def _recognised(text: str, info: Any) -> Recognised:
    if not text or info is None or not info.words:
        return Recognised("", (), ())
    columns = [column for word in info.word_cols for column in word]
    scores = list(info.confs)
    positions: list[float] = []
    at = 0
    for symbol in text:
        if symbol.isspace():
            positions.append(positions[-1] if positions else 0.0)
        else:
            positions.append((columns[at] + 0.5) / info.line_txt_len)
            at += 1
    return Recognised(text, tuple(min(p, 1.0) for p in positions), tuple(scores))
