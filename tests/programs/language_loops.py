for number in range(10, 0, -3):
    print(number, end=" ")
else:
    print("done")
# expect: 10 7 4 1 done
count = 0
while True:
    count += 1
    if count == 3:
        continue
    if count > 5:
        break
    print(count, end="")
print()
# expect: 1245
print(list(map(str, range(3))), list(filter(None, [0, 1, 2])), list(reversed([1, 2])))  # expect: ['0', '1', '2'] [1, 2] [2, 1]
print(sorted(["bb", "a", "ccc"], key=len, reverse=True), any([0, 1]), all([]))  # expect: ['ccc', 'bb', 'a'] True True
