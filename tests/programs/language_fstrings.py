name, value, items = "x", 3.14159, [1, 2]
print(f"{name}={value:.2f} {value:8.3f}| {items} {len(items)}")  # expect: x=3.14    3.142| [1, 2] 2
print(f"{name!r} {name=} {1 + 1 = } {{literal}}")  # expect: 'x' name='x' 1 + 1 = 2 {literal}
width = 6
print(f"[{name:>{width}}] [{name:^{width}}] [{42:06d}] [{255:#x}] [{1234567:,}]")  # expect: [     x] [  x   ] [000042] [0xff] [1,234,567]
print(f"{'nested ' + f'{name}'}" f" and joined")  # expect: nested x and joined
