class AppError(Exception):
    def __init__(self, message, code=1):
        super().__init__(message)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


class NotFound(AppError, KeyError):
    def __new__(cls, *args, **kwargs):
        made = super().__new__(cls, *args)
        made.tagged = True
        return made


try:
    raise NotFound("no such thing", code=404)
except KeyError as error:
    print(error, error.code, error.args, error.tagged, repr(error))
# expect: [404] no such thing 404 ('no such thing',) True NotFound('no such thing')
try:
    raise AppError("plain") from ValueError("cause")
except AppError as error:
    print(error, repr(error.__cause__), error.__suppress_context__)  # expect: [1] plain ValueError('cause') True


class NoMessage(Exception):
    pass


class WithRepr(Exception):
    def __init__(self, a, b):
        self.a, self.b = a, b


print(repr(NoMessage()), str(NoMessage()) == "", WithRepr(1, 2).args, repr(WithRepr(1, b=2)))
# expect: NoMessage() True (1, 2) WithRepr(1)
try:
    raise WithRepr(1, 2) from None
except WithRepr as error:
    print(error.a, error.b, error.__cause__, error.__suppress_context__)  # expect: 1 2 None True
try:
    raise WithRepr
except TypeError as error:
    print(error)  # expect: WithRepr.__init__() missing 2 required positional arguments: 'a' and 'b'
