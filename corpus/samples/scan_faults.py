"""What happens to a page between the printer and the PDF: ink on paper, copier, scanner, picture.

Every fault is applied with the strength its ``Fault`` names and with chance drawn from the page's seed, so
the same seed and fault always give the same picture.
"""

import io
import math
from dataclasses import dataclass, fields
from typing import Any

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

Picture = NDArray[np.float32]
"""Height by width by red, green, blue; 0 black to 255 white."""

POINTS_PER_INCH = 72
JPEG_QUALITY = 80
PAPER = (250.0, 249.0, 246.0)
INK_GREY = 28.0  # printed black as a scanner sees it
COPIER_GREY = 18.0  # where the copier's glass was not covered
CUT_POINTS = 12.0  # 4.2 mm: what is lost of the width of a clipped page
BILEVEL = 0.72  # a dot is black when darker than this share of the paper around it
LEAST_PAPER_GREY = 120.0  # darker surroundings are no paper
STAMP_RADIUS = 52.0
STAMP_COLOUR = (0.36, 0.24, 0.68)
PEN_COLOURS = ((0.08, 0.1, 0.25), (0.1, 0.16, 0.55))
SPECK_DISTANCE = 4.0  # points between dust and print, so that dust never makes a comma


@dataclass(frozen=True)
class Fault:
    """How a scanned page differs from a clean one; the defaults are a clean scan.

    `dpi`: dots per inch of the picture. `noise`: standard deviation of grey levels. `blur`: standard
    deviation in dots. `skew`: degrees clockwise. `turn`: degrees clockwise by which the picture lies turned
    (0, 90, 180, 270), without a /Rotate that would tell. `warp`: points between the highest and the lowest
    part of a line that folds bent. `black_edges`: dark bands, a dark corner and dust, as of a copier.
    `faint_rulings`: 0 full black to 1 nearly gone. `broken_rulings`: rulings with gaps. `dotted_rulings`:
    rulings between rows are dots. `one_bit`: black and white only. `stamp`: a round violet stamp and pen
    strokes over the signatures and the last rows of the table above. `clipped`: the left or right edge of
    the page is cut, and with it the outer ruling, but no figure. `shadow`: uneven light. `font`: Helvetica,
    Times-Roman or Courier. `size`: points of the print. `page_dpi`: dots of the picture that make an inch of the page
    where those are others (72: the program that made the page took each dot for a point).
    """

    dpi: int = 200
    noise: float = 0.0
    blur: float = 0.0
    skew: float = 0.0
    turn: int = 0
    warp: float = 0.0
    black_edges: bool = False
    faint_rulings: float = 0.0
    broken_rulings: bool = False
    dotted_rulings: bool = False
    one_bit: bool = False
    stamp: bool = False
    clipped: bool = False
    shadow: bool = False
    font: str = "Helvetica"
    size: float = 11
    page_dpi: float | None = None

    @property
    def differences(self) -> dict[str, Any]:
        """Name and strength of everything that differs from a clean scan."""
        return {f.name: getattr(self, f.name) for f in fields(self) if getattr(self, f.name) != f.default}

    def __str__(self) -> str:
        """The differences in words, ``clean`` when there are none."""
        words = [name if value is True else f"{name} {value}" for name, value in self.differences.items()]
        return ", ".join(words) or "clean"


@dataclass(frozen=True)
class Spots:
    """Where ink goes on a page, points from the left and the upper edge.

    `list_bottom`: lower edge of the last table or list. `signatures`: middle of the space left for each
    signature.
    """

    list_bottom: float
    signatures: tuple[tuple[float, float], ...]


def clipped_left(seed: int) -> bool:
    """Whether the left edge is cut when the page of this seed is clipped; otherwise the right one."""
    return seed % 2 == 0


def scanned(page: bytes, spots: Spots, seed: int, fault: Fault) -> bytes:
    """The one-page PDF ``page`` as a PDF that holds only its degraded picture."""
    random = np.random.default_rng([seed, 1])
    picture = _rendered(page, fault.dpi)
    if fault.stamp:
        picture *= _ink_layer(picture.shape, fault.dpi, spots, random) / 255
    paper = np.array(PAPER, dtype=np.float32)
    picture = np.asarray(INK_GREY + picture / 255 * (paper - INK_GREY), dtype=np.float32)
    picture = _bent_and_placed(picture, seed, fault, random)
    if fault.shadow:
        picture *= _light(picture.shape, random)[..., None]
    if fault.black_edges:
        _dust(picture, fault.dpi, random)
        _blacken_edges(picture, seed, fault, random)
    if fault.blur:
        picture = np.asarray(cv2.GaussianBlur(picture, (0, 0), fault.blur), dtype=np.float32)
    if fault.noise:
        picture = picture + _grain(picture.shape, fault.noise, random)
    picture = np.ascontiguousarray(np.rot90(picture, -fault.turn // 90))
    colour = fault.stamp or bool(random.integers(2))
    return _picture_only(picture, fault, colour=colour)


def _rendered(page: bytes, dpi: int) -> Picture:
    document = pypdfium2.PdfDocument(page)
    picture = document[0].render(scale=dpi / POINTS_PER_INCH).to_pil().convert("RGB")
    document.close()
    return np.asarray(picture, dtype=np.float32)


def _ink_layer(shape: tuple[int, ...], dpi: int, spots: Spots, random: np.random.Generator) -> Picture:
    """The stamp and the signatures on white, to be multiplied with the page."""
    width, height = (side * POINTS_PER_INCH / dpi for side in (shape[1], shape[0]))
    stamp, pen = io.BytesIO(), io.BytesIO()
    canvas = Canvas(stamp, pagesize=(width, height), invariant=1)
    signature_x, signature_y = spots.signatures[-1]
    overlap = random.uniform(10, 36)  # points of the table that the stamp covers
    x = signature_x + random.uniform(-30, 60)
    y = min(spots.list_bottom - overlap + STAMP_RADIUS, signature_y + 10)
    _draw_stamp(canvas, x, height - y, random.uniform(-25, 25))
    canvas.save()
    canvas = Canvas(pen, pagesize=(width, height), invariant=1)
    for (at_x, at_y), colour in zip(spots.signatures, PEN_COLOURS, strict=True):
        _draw_signature(canvas, at_x, height - at_y, colour, random)
    canvas.save()
    mottled = cv2.GaussianBlur(random.standard_normal(shape[:2]).astype(np.float32), (0, 0), dpi / 60)
    cover = np.clip(0.78 + mottled / (np.std(mottled) or 1) * 0.22, 0.15, 1)[..., None]
    violet, blue = (_fitted(_rendered(layer.getvalue(), dpi), shape) for layer in (stamp, pen))
    return np.asarray((255 - (255 - violet) * cover) * blue / 255, dtype=np.float32)


def _fitted(picture: Picture, shape: tuple[int, ...]) -> Picture:
    """The same picture with the very size of ``shape``: renderings may differ by one dot."""
    return np.asarray(cv2.resize(picture, (shape[1], shape[0])), dtype=np.float32)


def _draw_stamp(canvas: Canvas, x: float, y: float, degrees: float) -> None:
    canvas.translate(x, y)
    canvas.rotate(degrees)
    canvas.setStrokeColorRGB(*STAMP_COLOUR)
    canvas.setFillColorRGB(*STAMP_COLOUR)
    for radius, width in ((STAMP_RADIUS, 2.6), (STAMP_RADIUS - 4, 0.8), (STAMP_RADIUS - 17, 1.2)):
        canvas.setLineWidth(width)
        canvas.circle(0, 0, radius)
    canvas.setFont("Helvetica-Bold", 9)
    for text, middle, inward in (("PEMERINTAH KABUPATEN", 90, 1), ("CONTOH RAYA", 270, -1)):
        radius = STAMP_RADIUS - 13.5 if inward > 0 else STAMP_RADIUS - 7.5
        step = 10.5
        for number, letter in enumerate(text):
            canvas.saveState()
            angle = middle - inward * (number - (len(text) - 1) / 2) * step
            canvas.rotate(angle - 90 * inward)
            canvas.drawCentredString(0, radius * inward, letter)
            canvas.restoreState()
    canvas.setLineWidth(1.4)
    canvas.rect(-STAMP_RADIUS + 9, -9, 2 * STAMP_RADIUS - 18, 18)
    canvas.setFont("Helvetica-Bold", 12)
    canvas.drawCentredString(0, -4, "KECAMATAN")


def _draw_signature(
    canvas: Canvas, x: float, y: float, colour: tuple[float, float, float], random: np.random.Generator
) -> None:
    canvas.setStrokeColorRGB(*colour)
    canvas.setLineCap(1)
    canvas.setLineWidth(random.uniform(0.9, 1.8))
    steps = random.uniform(-1, 1, (8, 2)) * (10, 26) + np.linspace((-46, 0), (46, 6), 8)
    path = canvas.beginPath()
    path.moveTo(x - 48, y - 10)
    for first, second, end in zip(steps[0::3], steps[1::3], steps[2::3], strict=False):
        path.curveTo(x + first[0], y + first[1], x + second[0], y + second[1], x + end[0], y + end[1])
    path.curveTo(x + 20, y + 30, x - 10, y - 34, x + 62, y + 4)
    canvas.drawPath(path, stroke=1, fill=0)


def _bent_and_placed(picture: Picture, seed: int, fault: Fault, random: np.random.Generator) -> Picture:
    """The sheet bent by folds, cut at one side, and laid askew on the glass."""
    scale = fault.dpi / POINTS_PER_INCH
    if fault.warp:
        picture = _warped(picture, fault.warp * scale, random)
    if fault.clipped:
        cut = round(CUT_POINTS * scale)
        picture = picture[:, cut:] if clipped_left(seed) else picture[:, :-cut]
    if fault.skew:
        # A clipped page has print at its very edge, so the glass has to be larger than the page.
        around = (COPIER_GREY,) * 3 if fault.black_edges else PAPER
        picture = _askew(picture, fault.skew, around, grow=fault.clipped)
    return np.array(picture, dtype=np.float32)


def _warped(picture: Picture, dots: float, random: np.random.Generator) -> Picture:
    """Lines bent by ``dots`` from highest to lowest, a little less towards one end of the page."""
    height, width = picture.shape[:2]
    across = np.linspace(0, 1, width, dtype=np.float32)
    folds, phase = random.uniform(0.5, 1.4), random.uniform(0, 2 * math.pi)
    curve = np.sin(2 * math.pi * folds * across + phase) + 0.35 * np.sin(4 * math.pi * folds * across)
    curve = (curve - curve.min()) / np.ptp(curve) - 0.5
    down = np.linspace(random.uniform(0.6, 1), 1, height, dtype=np.float32)
    ys = np.arange(height, dtype=np.float32)[:, None] + dots * curve * down[:, None]
    xs = np.broadcast_to(np.arange(width, dtype=np.float32), (height, width))
    bent = cv2.remap(
        picture,
        np.ascontiguousarray(xs),
        ys.astype(np.float32),
        cv2.INTER_CUBIC,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(np.clip(bent, 0, 255), dtype=np.float32)


def _askew(picture: Picture, degrees: float, around: tuple[float, ...], *, grow: bool) -> Picture:
    height, width = picture.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1)
    size = (width, height)
    if grow:
        sine, cosine = abs(math.sin(math.radians(degrees))), abs(math.cos(math.radians(degrees)))
        size = (math.ceil(width * cosine + height * sine), math.ceil(height * cosine + width * sine))
        turn[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    laid = cv2.warpAffine(picture, turn, size, flags=cv2.INTER_CUBIC, borderValue=around)
    return np.asarray(np.clip(laid, 0, 255), dtype=np.float32)


def _light(shape: tuple[int, ...], random: np.random.Generator) -> NDArray[np.float32]:
    """Share of light per dot: darker towards one side (a book's fold) and in one broad spot."""
    ys, xs = np.mgrid[0 : 1 : shape[0] * 1j, 0 : 1 : shape[1] * 1j].astype(np.float32)
    from_side = xs if random.integers(2) else 1 - xs
    fold = random.uniform(0.25, 0.45) * np.exp(-from_side / random.uniform(0.08, 0.25))
    at_x, at_y = random.uniform(0.1, 0.9, 2)
    spot = random.uniform(0.08, 0.22) * np.exp(-((xs - at_x) ** 2 + (ys - at_y) ** 2) / 0.12)
    return np.asarray(1 - fold - spot - 0.06 * ys, dtype=np.float32)


def _grain(shape: tuple[int, ...], sigma: float, random: np.random.Generator) -> NDArray[np.float32]:
    """Noise of a sensor: mostly the same in the three colours."""
    common = random.normal(0, sigma * 0.9, (*shape[:2], 1))
    return np.asarray(common + random.normal(0, sigma * 0.44, shape), dtype=np.float32)


def _dust(picture: Picture, dpi: int, random: np.random.Generator) -> None:
    """Specks on the copier's glass, none of them beside print."""
    free = (picture.mean(axis=2) > 0.8 * PAPER[0]).astype(np.uint8)
    distance = np.asarray(cv2.distanceTransform(free, cv2.DIST_L2, 3))
    height, width = picture.shape[:2]
    for _ in range(70):
        x, y = int(random.integers(width)), int(random.integers(height))
        radius = random.uniform(0.2, 0.8) * dpi / POINTS_PER_INCH
        grey = random.uniform(40, 170)
        if distance[y, x] > SPECK_DISTANCE * dpi / POINTS_PER_INCH:
            cv2.circle(picture, (x, y), max(1, round(radius)), (grey,) * 3, -1, cv2.LINE_AA)


def _blacken_edges(picture: Picture, seed: int, fault: Fault, random: np.random.Generator) -> None:
    """Uneven dark bands along some edges and a dark corner; never at the side that was cut."""
    scale = fault.dpi / POINTS_PER_INCH
    open_sides = {"top", "bottom", "left", "right"}
    if fault.clipped:
        open_sides.discard("left" if clipped_left(seed) else "right")
    sides = random.permutation(sorted(open_sides))[: int(random.integers(1, 4))]
    for side in sides:
        along = picture if side in ("top", "bottom") else picture.swapaxes(0, 1)
        inward = along if side in ("top", "left") else along[::-1]
        steps = cv2.GaussianBlur(random.standard_normal((1, inward.shape[1])), (0, 0), 25 * scale)
        slope = np.linspace(random.uniform(-5, 5), random.uniform(-5, 5), inward.shape[1])
        depth = (random.uniform(5, 13) + slope + 2 * steps[0] / (np.std(steps) or 1)) * scale
        rows = np.arange(int(24 * scale))[:, None]
        dark = np.clip(depth[None, :] - rows, 0, 1)[..., None]
        inward[: len(rows)] += (COPIER_GREY - inward[: len(rows)]) * dark
    corner = random.uniform(14, 42, 2) * scale
    ys, xs = np.mgrid[0 : int(44 * scale), 0 : int(44 * scale)]
    dark = (xs / corner[0] + ys / corner[1] < 1)[..., None]
    upper, left = bool(random.integers(2)), not (fault.clipped and clipped_left(seed))
    part = picture[:: 1 if upper else -1, :: 1 if left else -1][: len(ys), : len(xs)]
    part += (COPIER_GREY - part) * dark


def _picture_only(picture: Picture, fault: Fault, *, colour: bool) -> bytes:
    """A PDF of one page that shows the picture at ``fault.dpi`` and holds nothing else."""
    whole = Image.fromarray(np.clip(np.rint(picture), 0, 255).astype(np.uint8))
    if fault.one_bit:
        grey = np.asarray(whole.convert("L"), dtype=np.float32)
        around = np.maximum(cv2.GaussianBlur(grey, (0, 0), fault.dpi / 6), LEAST_PAPER_GREY)
        whole = Image.fromarray(grey > BILEVEL * around)
    elif not colour:
        whole = whole.convert("L")
    out = io.BytesIO()
    quality = {} if fault.one_bit else {"quality": JPEG_QUALITY}
    # Without dates, so that the same picture gives the same bytes.
    resolution = fault.page_dpi or fault.dpi
    whole.save(out, "PDF", resolution=resolution, title=None, creationDate=None, modDate=None, **quality)
    return out.getvalue()
