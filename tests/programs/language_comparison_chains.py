def value(n):
    print("value", n)
    return n


print(value(1) < value(2) < value(3))
# expect: value 1
# expect: value 2
# expect: value 3
# expect: True
print(value(3) < value(2) < value(1))
# expect: value 3
# expect: value 2
# expect: False
print(1 < 2 > 1 == 1 != 2, 1 < 2 in [2, 3], "a" < "b" < "c" <= "c")  # expect: True True True
print(1 is 1 is not None, not 1 == 2, 5 not in [1], None is not 0)  # expect: True True True True
print(0 or "default", "" or [] or 0, 1 and 2, 0 and 1 / 0, 1 or 1 / 0, not [] and not None)  # expect: default 0 2 0 1 True
print((1, 2) < (1, 3), [1] == [1.0], {1, 2} <= {1, 2, 3}, {1} < {1}, "Z" < "a", b"a" < b"b")  # expect: True True True False True True
print(True == 1, False == 0.0, 1 == 1.0, "1" == 1, None == 0, [] == (), float("nan") == float("nan"))
# expect: True True True False False False False
print(3 > 2 > 1 > 0, 1 < 3 < 2, 5 == 5 == 5.0, 2 ** 3 ** 2, -2 ** 2, 7 // -2, 7 % -2, -7 // 2, ~5, not not 3)
# expect: True False True 512 -4 -4 -1 -4 -6 True
print(1 if 0 else 2 if 0 else 3, [i for i in range(10) if 2 < i <= 5 and i != 4])  # expect: 3 [3, 5]
