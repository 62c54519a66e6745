"""Where a traceback says that __exit__ was called; the module traceback does not suggest names."""
import sys
import traceback


class Failing:
    def __enter__(self):
        return self

    def __exit__(self, *details):
        raise OSError("exit failed")


def on_one_line():
    with Failing(): raise KeyError("body")


def as_name():
    with Failing() as one:
        raise KeyError("body")


def over_lines():
    with (
        Failing() as one,
        Failing() as other,
    ):
        pass


def misspelt():
    sys.exti


for function in (on_one_line, as_name, over_lines, misspelt):
    try:
        function()
    except Exception as error:
        text = "".join(traceback.format_exception(error))
        print(text.replace(__file__, "FILE"), end="")
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 15, in on_one_line
# expect:     with Failing(): raise KeyError("body")
# expect:                     ^^^^^^^^^^^^^^^^^^^^^^
# expect: KeyError: 'body'
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 37, in <module>
# expect:     function()
# expect:   File "FILE", line 15, in on_one_line
# expect:     with Failing(): raise KeyError("body")
# expect:   File "FILE", line 11, in __exit__
# expect:     raise OSError("exit failed")
# expect: OSError: exit failed
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 20, in as_name
# expect:     raise KeyError("body")
# expect: KeyError: 'body'
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 37, in <module>
# expect:     function()
# expect:   File "FILE", line 19, in as_name
# expect:     with Failing() as one:
# expect:   File "FILE", line 11, in __exit__
# expect:     raise OSError("exit failed")
# expect: OSError: exit failed
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 24, in over_lines
# expect:     with (
# expect:   File "FILE", line 11, in __exit__
# expect:     raise OSError("exit failed")
# expect: OSError: exit failed
# expect:
# expect: During handling of the above exception, another exception occurred:
# expect:
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 37, in <module>
# expect:     function()
# expect:   File "FILE", line 24, in over_lines
# expect:     with (
# expect:   File "FILE", line 11, in __exit__
# expect:     raise OSError("exit failed")
# expect: OSError: exit failed
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 37, in <module>
# expect:     function()
# expect:   File "FILE", line 32, in misspelt
# expect:     sys.exti
# expect: AttributeError: module 'sys' has no attribute 'exti'
