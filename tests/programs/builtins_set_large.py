# Work with many items grows with their number, not with its square: each line would take minutes if it did.
import io

n = 200000
numbers = set(range(n))
print(len(numbers), len(frozenset(range(n))), len(dict.fromkeys(range(n))))
numbers.update(range(n, n + 10))
print(len(numbers))
total = 0
while numbers:
    total += numbers.pop()
print(total)
stream = io.StringIO()
for number in range(20000):
    stream.write("한")
print(len(stream.getvalue()), stream.tell())
stream.seek(1)
stream.write("ab")
print(stream.getvalue()[:5], stream.read(1), len(stream.getvalue()))
# expect: 200000 200000 200000
# expect: 200010
# expect: 20001900045
# expect: 20000 20000
# expect: 한ab한한 한 20000
