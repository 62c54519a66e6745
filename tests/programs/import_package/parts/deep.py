from .. import parts
from . import helper as helper_module

UP = 21


def whoami():
    return __name__, __package__, parts.__name__
