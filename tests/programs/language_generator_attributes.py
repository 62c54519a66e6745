# What a generator tells of itself.
import inspect


def numbers(n):
    for i in range(n):
        yield i, made.gi_running, inspect.getgeneratorstate(made)


made = numbers(2)
print(inspect.getgeneratorstate(made), made.gi_running, made.gi_suspended, made.gi_code.co_name, made.gi_frame is None)
print(next(made), inspect.getgeneratorstate(made), made.gi_suspended, inspect.getgeneratorlocals(made)["i"], made.gi_frame.f_lineno)
print(list(made), inspect.getgeneratorstate(made), made.gi_frame, inspect.getgeneratorlocals(made))

# expect: GEN_CREATED False False numbers False
# expect: (0, True, 'GEN_RUNNING') GEN_SUSPENDED True 0 7
# expect: [(1, True, 'GEN_RUNNING')] GEN_CLOSED None {}
