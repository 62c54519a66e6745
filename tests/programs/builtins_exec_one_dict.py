# What exec() runs in a dict has the dict itself for its globals: later changes are seen, and functions change it.
names = {}
exec("rate = 1\ndef show():\n    return rate\ndef change(value):\n    global rate\n    rate = value", names)
exec("rate = 2", names)
print(names["show"]())
names["rate"] = 3
print(names["show"]())
names["change"](4)
print(names["rate"], names["show"](), eval("rate + show()", names))
print(names["show"].__globals__ is names, sorted(name for name in names if name != "__builtins__"))
exec("def early():\n    return late()", names)
exec("def late():\n    return 'found later'", names)
print(names["early"]())
del names["late"]
try:
    names["early"]()
except NameError as error:
    print(error)
exec("for i in range(2):\n    globals()[f'made_{i}'] = i", names)
print(names["made_0"], names["made_1"], "i" in names)
exec("class Place: pass\ndef here(): pass", names)
print(names["Place"].__module__, names["here"].__module__)
code = compile("total = total + 1", "<again>", "exec")
few, many = {"total": 1}, {"total": 10}
for _ in range(3):
    exec(code, few)
    exec(code, many)
print(few["total"], many["total"])
exec("length: int = len('abcd')", few)
print(few["__annotations__"], few["length"])
# expect: 2
# expect: 3
# expect: 4 4 8
# expect: True ['change', 'rate', 'show']
# expect: found later
# expect: name 'late' is not defined
# expect: 0 1 True
# expect: builtins None
# expect: 4 13
# expect: {'length': <class 'int'>} 4
