s = "héllo 세계"
print(len(s), s[1], s[-1], s[::-1])  # expect: 8 é 계 계세 olléh
print(s.upper(), s.replace("l", "L"), s.split())  # expect: HÉLLO 세계 héLLo 세계 ['héllo', '세계']
print("a,b,,c".split(","), "-".join(["x", "y"]), " t ".strip() + "|")  # expect: ['a', 'b', '', 'c'] x-y t|
print(repr("it's"), repr('q"'), repr("\n\t\\"))  # expect: "it's" 'q"' '\n\t\\'
print("abc" < "abd", "b" in "abc", "abc".find("c"), "x" * 3)  # expect: True True 2 xxx
print("%s is %d%% of %.2f" % ("it", 5, 2.0))  # expect: it is 5% of 2.00
print("{0}-{1}-{0} {name!r:>6}".format(1, 2, name="n"))  # expect: 1-2-1    'n'
