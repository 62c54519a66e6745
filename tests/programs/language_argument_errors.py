def plain(a, b, c=3):
    return a, b, c


def keyword_only(a, *, b, c=1):
    return a, b, c


def positional_only(a, b=2, /, c=3):
    return a, b, c


def everything(a, /, b, *args, c, d=4, **rest):
    return a, b, args, c, d, rest


def none():
    pass


class Thing:
    def method(self, x):
        return x

    @classmethod
    def make(cls, x):
        return x


print(plain(1, c=5, b=2), keyword_only(1, b=2), positional_only(1, 2, c=9), everything(1, 2, 3, 4, c=5, e=6))
# expect: (1, 2, 5) (1, 2, 1) (1, 2, 9) (1, 2, (3, 4), 5, 4, {'e': 6})
calls = [
    lambda: plain(), lambda: plain(1), lambda: plain(1, 2, 3, 4), lambda: plain(1, 2, d=4), lambda: plain(1, a=2),
    lambda: plain(1, 2, 3, c=4), lambda: keyword_only(1, 2), lambda: keyword_only(1), lambda: keyword_only(),
    lambda: positional_only(a=1), lambda: positional_only(1, b=2), lambda: positional_only(1, 2, 3, 4),
    lambda: everything(1), lambda: everything(1, 2), lambda: none(1), lambda: none(1, 2), lambda: none(x=1),
    lambda: Thing().method(), lambda: Thing().method(1, 2), lambda: Thing.method(), lambda: Thing.make(1, 2),
    lambda: Thing(1), lambda: (lambda x, y: x)(1), lambda: keyword_only(1, 2, b=3), lambda: plain(*[1, 2, 3, 4, 5]),
    lambda: plain(1, **{"b": 2, "a": 3}), lambda: everything(b=1, c=2), lambda: everything(1, b=2, a=7, c=2) and 1 / 0,
]
for call in calls:
    try:
        call()
    except (TypeError, ZeroDivisionError) as error:
        print(error)
# expect: plain() missing 2 required positional arguments: 'a' and 'b'
# expect: plain() missing 1 required positional argument: 'b'
# expect: plain() takes from 2 to 3 positional arguments but 4 were given
# expect: plain() got an unexpected keyword argument 'd'
# expect: plain() got multiple values for argument 'a'
# expect: plain() got multiple values for argument 'c'
# expect: keyword_only() takes 1 positional argument but 2 were given
# expect: keyword_only() missing 1 required keyword-only argument: 'b'
# expect: keyword_only() missing 1 required positional argument: 'a'
# expect: positional_only() got some positional-only arguments passed as keyword arguments: 'a'
# expect: positional_only() got some positional-only arguments passed as keyword arguments: 'b'
# expect: positional_only() takes from 1 to 3 positional arguments but 4 were given
# expect: everything() missing 1 required positional argument: 'b'
# expect: everything() missing 1 required keyword-only argument: 'c'
# expect: none() takes 0 positional arguments but 1 was given
# expect: none() takes 0 positional arguments but 2 were given
# expect: none() got an unexpected keyword argument 'x'
# expect: Thing.method() missing 1 required positional argument: 'x'
# expect: Thing.method() takes 2 positional arguments but 3 were given
# expect: Thing.method() missing 2 required positional arguments: 'self' and 'x'
# expect: Thing.make() takes 2 positional arguments but 3 were given
# expect: Thing() takes no arguments
# expect: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'y'
# expect: keyword_only() takes 1 positional argument but 2 positional arguments (and 1 keyword-only argument) were given
# expect: plain() takes from 2 to 3 positional arguments but 5 were given
# expect: plain() got multiple values for argument 'a'
# expect: everything() missing 1 required positional argument: 'a'
# expect: division by zero
