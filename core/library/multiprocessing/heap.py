"""Blocks of shared memory: arenas that double in size, and who has which part of them."""

import os
import threading
import _forkscope
import _memory
from . import context
from . import reduction
from . import util

_PAGE = 4096
_ALIGNMENT = 8
_LARGEST_DOUBLED = 4 * 1024 * 1024


def _rounded_up(size, multiple):
    return (size + multiple - 1) // multiple * multiple


class Arena:
    """Shared memory of one size, mapped here."""

    def __init__(self, size, memory=None):
        self.size = size
        self.memory = _memory.create(size) if memory is None else memory

    def __reduce__(self):
        context.assert_spawning(self)
        return rebuild_arena, (self.size, reduction.DupFd(self.memory.descriptor()), self.memory.object())


def rebuild_arena(size, descriptor, trace_object):
    return Arena(size, _memory.open(descriptor.detach(), size, trace_object))


class Heap:
    """Gives out parts of arenas. Those whose owners are gone wait in a list until the heap is used again."""

    def __init__(self, size=_PAGE):
        self._lastpid = os.getpid()
        self._lock = threading.Lock()
        self._size = size
        self._free = []
        self._arenas = []
        self._pending_free_blocks = []

    def malloc(self, size):
        """(arena, start, stop) of at least `size` bytes."""
        if size < 0:
            raise ValueError(f"Size {size:n} out of range")
        if os.getpid() != self._lastpid:
            # a forked child must not give out parts that the parent gives out too
            self.__init__()
        with self._lock:
            self._take_back()
            size = max(_rounded_up(size, _ALIGNMENT), _ALIGNMENT)
            return self._fitting(size) or self._from_new_arena(size)

    def _fitting(self, size):
        for index, (arena, start, stop) in enumerate(self._free):
            if stop - start >= size:
                self._free[index : index + 1] = [(arena, start + size, stop)] if stop - start > size else []
                return arena, start, start + size
        return None

    def _from_new_arena(self, size):
        length = _rounded_up(max(self._size, size), _PAGE)
        if self._size < _LARGEST_DOUBLED:
            self._size *= 2
        util.info("allocating a new mmap of length %d", length)
        arena = Arena(length)
        self._arenas.append(arena)
        if size < length:
            self._free.append((arena, size, length))
        return arena, 0, size

    def _take_back(self):
        while self._pending_free_blocks:
            self._give_back(*self._pending_free_blocks.pop())

    def _give_back(self, arena, start, stop):
        """A free part grows by its free neighbours."""
        others = []
        for other in self._free:
            if other[0] is arena and other[2] == start:
                start = other[1]
            elif other[0] is arena and other[1] == stop:
                stop = other[2]
            else:
                others.append(other)
        others.append((arena, start, stop))
        self._free = others


class BufferWrapper:
    """A part of the heap, as long as somebody holds this object."""

    _heap = Heap()

    def __init__(self, size):
        if size < 0:
            raise ValueError(f"Size {size:n} out of range")
        block = BufferWrapper._heap.malloc(size)
        self._state = (block, size)
        self._trace_object = _forkscope.new_object_id()
        self._will = _memory.will(BufferWrapper._heap._pending_free_blocks, block)

    def __getstate__(self):
        return self._state, self._trace_object

    def __setstate__(self, state):
        self._state, self._trace_object = state

    def place(self):
        """(memory, offset) of its first byte."""
        (arena, start, stop), size = self._state
        return arena.memory, start
