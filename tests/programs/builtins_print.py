import sys

print("a", "b", sep="-", end="|\n")  # expect: a-b|
print()  # expect: 
print([None, True, 1.0, "x"], {"k": (1,)}, file=sys.stdout, flush=True)  # expect: [None, True, 1.0, 'x'] {'k': (1,)}
sys.stdout.write("written\n")  # expect: written
print("to stderr", file=sys.stderr)
nested = [1]
nested.append(nested)
print(nested)  # expect: [1, [...]]
