"""Runs on forkscope-lab and on python3: `write FILE` writes every value in every protocol as lines of hex, `read FILE` reads such
lines and checks what came."""
import pickle
import sys

from pickled_values import *
from pickled_values import values

# Sets have another order in each process, and so other bytes.
UNORDERED = ("sets",)


def write(path):
    with open(path, "w") as file:
        for name, value, _ in values():
            for protocol in range(6):
                file.write(f"{name}:{protocol}:{pickle.dumps(value, protocol).hex()}\n")


def read(path):
    wanted = {name: (value, check) for name, value, check in values()}
    count = 0
    with open(path) as file:
        for line in file:
            name, protocol, data = line.rstrip("\n").split(":")
            value, check = wanted[name]
            try:
                back = pickle.loads(bytes.fromhex(data))
                good = check(back) if check else back == value and repr(back) == repr(value) or name in UNORDERED and back == value
            except Exception as error:
                print("FAILED", name, protocol, type(error).__name__, error)
                continue
            count += bool(good)
            if not good:
                print("FAILED", name, protocol, repr(back)[:300])
    print(count)


if __name__ == "__main__":
    (write if sys.argv[1] == "write" else read)(sys.argv[2])
