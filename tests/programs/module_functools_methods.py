"""functools: methods with arguments given already stand behind self, whatever they are made of; partial calls show themselves."""
from functools import _CacheInfo, lru_cache, partial, partialmethod, total_ordering, update_wrapper


def told(*args, **keywords):
    return [arg if not isinstance(arg, Light) else "self" for arg in args], keywords


class Light:
    named = partialmethod(told, 1, shade="dark")
    more = partialmethod(named, 2)
    over = partialmethod(partial(told, 7), 8)
    still = partialmethod(staticmethod(told), 9)

    @classmethod
    def made(cls, *args):
        return cls.__name__, args

    made_with = partialmethod(made, "glow")


light = Light()
print(light.named(3), Light.named(light, 3, shade="light"))
# expect: (['self', 1, 3], {'shade': 'dark'}) (['self', 1, 3], {'shade': 'light'})
print(light.more(3), light.over(9), light.still(4))
# expect: (['self', 1, 2, 3], {'shade': 'dark'}) ([7, 'self', 8, 9], {}) ([9, 4], {})
print(Light.made_with(1), light.made_with())
# expect: ('Light', ('glow', 1)) ('Light', ('glow',))
print(partialmethod(print, 1, end=""))
# expect: functools.partialmethod(<built-in function print>, 1, end='')


class Call(partial):
    pass


print(Call(print, 1), partial(print, sep="-"))
# expect: Call(<built-in function print>, 1) functools.partial(<built-in function print>, sep='-')
chain = partial(print)
chain.__setstate__((chain, (), {}, {}))
print(chain)
# expect: functools.partial(...)
print(partial(dict, func=1, self=2)())
# expect: {'func': 1, 'self': 2}


@total_ordering
class Size(int):
    pass


print(Size(3) <= Size(4))
# expect: True


@lru_cache(maxsize=2)
def half(x):
    return x / 2


half(1), half(1), half(2)
print(half.cache_info() == _CacheInfo(hits=1, misses=2, maxsize=2, currsize=2), half.cache_info()._fields)
# expect: True ('hits', 'misses', 'maxsize', 'currsize')
try:
    update_wrapper(lambda: 0, half, updated=("notes",))
except AttributeError as error:
    print(error)
# expect: 'function' object has no attribute 'notes'
