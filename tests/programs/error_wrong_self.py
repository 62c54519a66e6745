# Methods called through their class with something else: an exception each, never more.
class Noted(ValueError):
    pass


noted = Noted()
noted.__notes__ = 1
calls = (
    lambda: type.mro(1),
    lambda: type.__subclasses__(1),
    lambda: type.__subclasses__(),
    lambda: property.getter(1, 2),
    lambda: slice.indices(1, 2),
    lambda: range.index("a", 1),
    lambda: BaseException.with_traceback(1, None),
    lambda: BaseException.add_note(1, "a"),
    lambda: noted.add_note("a"),
)
for call in calls:
    try:
        call()
    except TypeError as error:
        print(error)
# expect: descriptor 'mro' for 'type' objects doesn't apply to a 'int' object
# expect: descriptor '__subclasses__' for 'type' objects doesn't apply to a 'int' object
# expect: unbound method type.__subclasses__() needs an argument
# expect: descriptor 'getter' for 'property' objects doesn't apply to a 'int' object
# expect: descriptor 'indices' for 'slice' objects doesn't apply to a 'int' object
# expect: descriptor 'index' for 'range' objects doesn't apply to a 'str' object
# expect: descriptor 'with_traceback' for 'BaseException' objects doesn't apply to a 'int' object
# expect: descriptor 'add_note' for 'BaseException' objects doesn't apply to a 'int' object
# expect: Cannot add note: __notes__ is not a list


class Bound:
    twice = classmethod(classmethod(len))


print("bound method" in repr(Bound.twice))  # expect: True
