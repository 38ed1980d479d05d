"""Turns drawn pages into pictures of themselves, as a scanner with a slightly skewed feed would."""

import io

import numpy as np
import pypdfium2
from PIL import Image

DPI = 150
POINTS_PER_INCH = 72
SKEW_DEGREES = (0.4, -0.5, 0.6, -0.3)  # one per page in turn
NOISE_SIGMA = 2.5  # grey levels; visible when enlarged, harmless to reading
PAPER_GREY = 246
SEED = 20230102
JPEG_QUALITY = 40


def scanned_pages(pdf: bytes) -> list[bytes]:
    """One grey JPEG per page of ``pdf``; the same input gives the same pictures."""
    random = np.random.default_rng(SEED)
    document = pypdfium2.PdfDocument(pdf)
    pictures = []
    for index in range(len(document)):
        page = document[index].render(scale=DPI / POINTS_PER_INCH).to_pil().convert("L")
        skewed = page.rotate(
            SKEW_DEGREES[index % len(SKEW_DEGREES)], resample=Image.Resampling.BICUBIC, fillcolor=255
        )
        grey = np.asarray(skewed, dtype=np.float64) * (PAPER_GREY / 255)
        noisy = np.clip(grey + random.normal(0, NOISE_SIGMA, grey.shape), 0, 255).astype(np.uint8)
        out = io.BytesIO()
        Image.fromarray(noisy).save(out, "JPEG", quality=JPEG_QUALITY, dpi=(DPI, DPI))
        pictures.append(out.getvalue())
    document.close()
    return pictures
