"""Pickling for the way to another process."""

import _pickle
import pickle


class ForkingPickler:
    """Types whose objects travel in a way of their own say so with __reduce__."""

    @staticmethod
    def dumps(obj, protocol=None):
        return _pickle.dumps(obj)

    loads = pickle.loads


def dump(obj, file, protocol=None):
    file.append(_pickle.dumps(obj))
