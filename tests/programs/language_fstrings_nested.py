name, width, value = "Kim", 10, 3.14159
print(f"{name!r} {name!s:>6} {name:*^{width}}| {value:.2f} {value:{width}.{2}f}|")
print(f"{name=} {value = :.1f} {width=!s}")
print(f"{'nested ' + f'{name.upper()}'} {{braces}}")
print(f"{[x * 2 for x in range(3)]} { {'a': 1}['a'] } {(lambda x: x + 1)(4)} {1 if name else 2}")
print(f"{width:05d} {width:+} {width:x} {width:#b} {1234567:,} {0.256:.1%} {width:e} {255:#06x} {-5:=+6d}")
print(f"{'한글':>6}| {'é':^5}| {None} {True:>5} {1e100} {10**20:_}")
print(f"line one "
      f"{name} "
      "plain {not a field} "
      rf"raw\n{name}")
print(f"""triple {
    name
} quoted""")
print(f"{name[0]} {name[::-1]} {name!a} {'한'!a} {width:<5}| {value!r:.4}")
print(f"{name:{'>' if width > 5 else '<'}{width}}|", f"{'a' 'b'}", F"{1}", fR"\{2}")
print(f"{width=:>5}|{ width = }|{width+1=}", f"{name.lower() = }")


class Money:
    def __format__(self, spec):
        return f"money<{spec}>"


print(f"{Money()} {Money():abc{width}} {Money()!r:.6}")
for action in (lambda: f"{name:d}", lambda: f"{value:x}", lambda: f"{width:.2d}", lambda: f"{[]:>5}", lambda: f"{undefined}"):
    try:
        action()
    except (ValueError, TypeError, NameError) as error:
        print(type(error).__name__, error)
# expect: 'Kim'    Kim ***Kim****| 3.14       3.14|
# expect: name='Kim' value = 3.1 width=10
# expect: nested KIM {braces}
# expect: [0, 2, 4] 1 5 1
# expect: 00010 +10 a 0b1010 1,234,567 25.6% 1.000000e+01 0x00ff -    5
# expect:     한글|   é  | None     1 1e+100 100_000_000_000_000_000_000
# expect: line one Kim plain {not a field} raw\nKim
# expect: triple Kim quoted
# expect: K miK 'Kim' '\ud55c' 10   | 3.14
# expect:        Kim| ab 1 \2
# expect: width=   10| width = 10|width+1=11 name.lower() = 'kim'
# expect: money<> money<abc10> <__mai
# expect: ValueError Unknown format code 'd' for object of type 'str'
# expect: ValueError Unknown format code 'x' for object of type 'float'
# expect: ValueError Precision not allowed in integer format specifier
# expect: TypeError unsupported format string passed to list.__format__
# expect: NameError name 'undefined' is not defined
