"""PDF to Document: opening, triage, words, tables."""

import os

# numpy's OpenBLAS starts a thread per processor when it is loaded, which takes a tenth of the time of a short report.
# The few matrices here are small. Whoever sets the variable, or loads numpy before, keeps what they chose.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
