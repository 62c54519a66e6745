# A process that takes more than it may meets a MemoryError, and goes on when it has let go of what it took.
# arguments: --memory-limit-mb 64
def grow():
    kept = []
    for n in range(300):
        kept.append("x" * 1000000 + str(n))
    raise MemoryError


def grow_small():
    kept = []
    for n in range(300):
        kept.append([str(i) for i in range(n, n + 5000)])
    raise MemoryError


for action in (grow, grow_small, lambda: "ab" * 10 ** 14, lambda: [0] * 10 ** 13, lambda: bytes(10 ** 14)):
    try:
        action()
    except MemoryError as error:
        print("MemoryError", error.args)
# expect: MemoryError ()
# expect: MemoryError ()
# expect: MemoryError ()
# expect: MemoryError ()
# expect: MemoryError ()
print(len([0] * 1000))  # expect: 1000
