"""What the child may use: it takes these caps itself, before it opens a stranger's file."""

import sys
from typing import Any

MEMORY = 1 << 30  # bytes
CPU_SECONDS = 60

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.fork")


def take() -> None:
    """Limit memory and time, and refuse network and other programs.

    Memory: by the system on Linux and Windows. macOS accepts no such limit, so there the parent watches.
    """
    if sys.platform == "win32":
        _limit_by_job()
    else:
        _limit_by_resources()
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: Any) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _PROCESS_TIME, _PROCESS_MEMORY, _NO_CHILDREN = 0x2, 0x100, 0x8
    _EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation

    class _BasicLimits(ctypes.Structure):
        _fields_ = [
            ("PerProcessUserTimeLimit", ctypes.c_int64),  # in 100 nanoseconds
            ("PerJobUserTimeLimit", ctypes.c_int64),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        ]

    class _Limits(ctypes.Structure):
        _fields_ = [
            ("Basic", _BasicLimits),
            ("IoInfo", ctypes.c_uint64 * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        ]

    def _limit_by_job() -> None:
        """A job with limits, this process its only member. Its handle stays open until the process ends."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _Limits()
        limits.Basic.LimitFlags = _PROCESS_TIME | _PROCESS_MEMORY | _NO_CHILDREN
        limits.Basic.PerProcessUserTimeLimit = CPU_SECONDS * 10_000_000
        limits.Basic.ActiveProcessLimit = 1
        limits.ProcessMemoryLimit = MEMORY
        size = ctypes.sizeof(limits)
        told = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), size)
        this = wintypes.HANDLE(kernel.GetCurrentProcess())
        if not told or not kernel.AssignProcessToJobObject(job, this):
            raise ctypes.WinError(ctypes.get_last_error())

else:
    import contextlib
    import resource

    def _limit_by_resources() -> None:
        """A second of time more for the hard limit: the soft one says by its signal what happened."""
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a dump would hold the file's names
        with contextlib.suppress(ValueError, OSError):  # macOS
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
