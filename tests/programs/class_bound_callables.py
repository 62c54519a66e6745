# A method may be made of anything that can be called: a class, an object with __call__, another method.
import functools
import types


class Pair:
    def __init__(self, first, second):
        self.first, self.second = first, second

    def __repr__(self):
        return 'Pair(%r, %r)' % (self.first, self.second)


class Caller:
    def __call__(self, *given, **named):
        return given, named


class Holder:
    make = classmethod(Pair)
    __class_getitem__ = classmethod(Pair)
    call = types.MethodType(Caller(), 9)
    named = classmethod(Caller())
    __getitem__ = types.MethodType(Pair, 1)


print(Holder.make(5).second, Holder[7].second, Holder().call(1), Holder.named(key=1)[1], Holder()[3])
# a class takes what it is bound to first
method = types.MethodType(Pair, 3)
print(method(4), method(second=5), [method(each) for each in range(2)], list(map(method, 'ab')), method(*[6]))
method = types.MethodType(Caller(), 1)
print(method(2), method(x=3), method(*[4], **{'y': 5}), functools.partial(method, 1)(2))
print(sorted([2, 1], key=types.MethodType(max, 0)), types.MethodType(method, 2)(3))
for wrong in ((1, 2), (print, None), (print,)):
    try:
        types.MethodType(*wrong)
    except TypeError as error:
        print(error)
# expect: 5 7 ((9, 1), {}) {'key': 1} Pair(1, 3)
# expect: Pair(3, 4) Pair(3, 5) [Pair(3, 0), Pair(3, 1)] [Pair(3, 'a'), Pair(3, 'b')] Pair(3, 6)
# expect: ((1, 2), {}) ((1,), {'x': 3}) ((1, 4), {'y': 5}) ((1, 1, 2), {})
# expect: [1, 2] ((1, 2, 3), {})
# expect: first argument must be callable
# expect: instance must not be None
# expect: method expected 2 arguments, got 1
