"""Processes, and queues and locks between them. Laid out as CPython's package."""

import sys
from . import context
# Whoever imports this starts a process sooner or later: then it is there before anything can happen.
from . import popen_fork

_default = context._default_context

AuthenticationError = context.AuthenticationError
BufferTooShort = context.BufferTooShort
ProcessError = context.ProcessError
TimeoutError = context.TimeoutError

Array = _default.Array
Barrier = _default.Barrier
BoundedSemaphore = _default.BoundedSemaphore
Condition = _default.Condition
Event = _default.Event
JoinableQueue = _default.JoinableQueue
Lock = _default.Lock
Manager = _default.Manager
Pipe = _default.Pipe
Pool = _default.Pool
Process = context.Process
Queue = _default.Queue
RawArray = _default.RawArray
RawValue = _default.RawValue
RLock = _default.RLock
Semaphore = _default.Semaphore
SimpleQueue = _default.SimpleQueue
Value = _default.Value
active_children = _default.active_children
allow_connection_pickling = _default.allow_connection_pickling
cpu_count = _default.cpu_count
current_process = _default.current_process
freeze_support = _default.freeze_support
get_all_start_methods = _default.get_all_start_methods
get_context = _default.get_context
get_logger = _default.get_logger
get_start_method = _default.get_start_method
log_to_stderr = _default.log_to_stderr
parent_process = _default.parent_process
set_executable = _default.set_executable
set_forkserver_preload = _default.set_forkserver_preload
set_start_method = _default.set_start_method

SUBDEBUG = 5
SUBWARNING = 25

# What is pickled as a thing of __main__ here is looked for in __mp_main__ by a spawned process, and the other way round.
if "__main__" in sys.modules:
    sys.modules["__mp_main__"] = sys.modules["__main__"]
