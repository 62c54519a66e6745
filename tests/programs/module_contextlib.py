"""contextlib: managers from generators, suppressed errors, redirected output, stacks."""
import contextlib
import io


@contextlib.contextmanager
def tag(name):
    print("<" + name + ">")
    try:
        yield name.upper()
    except ValueError as error:
        print("swallowed", error)
    finally:
        print("</" + name + ">")


with tag("a") as value:
    print(value)
# expect: <a>
# expect: A
# expect: </a>
with tag("b"):
    raise ValueError("inside")
# expect: <b>
# expect: swallowed inside
# expect: </b>
try:
    with tag("c"):
        raise KeyError("out")
except KeyError as error:
    print("KeyError", error)
# expect: <c>
# expect: </c>
# expect: KeyError 'out'


@tag("d")
def decorated():
    print("body")


decorated()
# expect: <d>
# expect: body
# expect: </d>
with contextlib.suppress(KeyError, IndexError):
    {}["missing"]
    print("not reached")
target = io.StringIO()
with contextlib.redirect_stdout(target):
    print("hidden")
print(repr(target.getvalue()))  # expect: 'hidden\n'


class Thing:
    def close(self):
        print("closed")


with contextlib.closing(Thing()) as thing:
    print(type(thing).__name__)
# expect: Thing
# expect: closed
with contextlib.nullcontext(5) as five:
    print(five)
# expect: 5
with contextlib.ExitStack() as stack:
    stack.callback(print, "last")
    print(stack.enter_context(tag("e")))
    stack.push(lambda kind, error, trace: print("pushed", kind is None))
# expect: <e>
# expect: E
# expect: pushed True
# expect: </e>
# expect: last
try:
    with contextlib.ExitStack() as stack:
        stack.enter_context(tag("f"))
        raise RuntimeError("through")
except RuntimeError as error:
    print(error)
# expect: <f>
# expect: </f>
# expect: through


@contextlib.contextmanager
def broken():
    yield 1
    yield 2


try:
    with broken():
        pass
except RuntimeError as error:
    print(error)
# expect: generator didn't stop
