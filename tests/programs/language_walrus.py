data = [1, 5, 2, 8, 3]
if (n := len(data)) > 3:
    print("long", n)  # expect: long 5
print([y for x in data if (y := x * 2) > 5], y)  # expect: [10, 16, 6] 6
print(any((found := x) > 4 for x in data), found)  # expect: True 5
total = 0
print([total := total + x for x in data], total)  # expect: [1, 6, 8, 16, 19] 19


def scope():
    values = [last := i for i in range(3)]
    return values, last


print(scope())  # expect: ([0, 1, 2], 2)
while (item := data.pop()) != 5:
    print("popped", item)
# expect: popped 3
# expect: popped 8
# expect: popped 2
print((a := 1, b := 2), a, b, (c := (d := 4) + 1), c, d)  # expect: (1, 2) 1 2 5 5 4
print(f"{(z := 7)} {z:>3}", [i := 5, i ** 2])  # expect: 7   7 [5, 25]
