for i in range(5):
    if i == 3: break
    while True:
        if (n := i) > 1: continue
        break
else:
    print('no')
while i:
    i -= 1
print(1 < i < 3, not i or 2 and 3, 5 if i else 6, -2 ** 3 // 4 % 5 @ 1)
