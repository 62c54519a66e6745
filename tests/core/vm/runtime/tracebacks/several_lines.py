def join(first, second):
    return first + second


value = join(
    "a",
    join(1,
         2),
)
