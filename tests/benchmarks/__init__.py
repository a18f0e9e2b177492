"""Benchmarks. What is set here is set before NumPy is loaded."""

import os

# As the library process does (`app/library/worker.py`). OpenBLAS's threads would look for more work for some 60 ms
# after each product, and what is measured next would be charged with it.
os.environ["OPENBLAS_THREAD_TIMEOUT"] = "16"
