"""Programs on this computer, by the numbers that the system gives them."""

import os
import sys

if sys.platform == "win32":
    import ctypes

    _SYNCHRONIZE, _WAITS = 0x100000, 0x102  # the right to wait for a process; it has not ended

    def runs(process: int) -> bool:
        """Whether there is such a process: os.kill would end it here."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.OpenProcess.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(kernel.OpenProcess(_SYNCHRONIZE, False, process))
        if not handle:
            return False
        try:
            return bool(kernel.WaitForSingleObject(handle, 0) == _WAITS)
        finally:
            kernel.CloseHandle(handle)

else:

    def runs(process: int) -> bool:
        """Whether there is such a process, be it another user's."""
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True
