"""The lock around PDFium, which must not be called from two threads at once."""

import threading

LOCK = threading.Lock()
