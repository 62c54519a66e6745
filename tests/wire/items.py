"""Items of every kind, by rule, so that both sides know what the other one sends without asking it."""


def item(number):
    kind = number % 16
    if kind < 4:
        return number - 50000
    if kind == 4:
        return (-7) ** (number % 300)
    if kind == 5:
        return number / 7 - 1e5
    if kind == 6:
        return "글자 " + chr(0xAC00 + number % 11000) * (number % 9)
    if kind == 7:
        return bytes([number % 256, 0, 255]) * (number % 40)
    if kind == 8:
        return (None, True, False, number % 3 == 0)
    if kind == 9:
        return [number, str(number), [number * 0.5, ()]]
    if kind == 10:
        return {"이름": number, number: "value", (1, number): None}
    if kind == 11:
        return {number, "set", 2.5}
    if kind == 12:
        return frozenset([number % 5, "frozen"])
    if kind == 13:
        return {"nested": [{"deep": (number, {"deeper": [float("inf"), -0.0]})}] * 2}
    if kind == 14:
        return "x" * (number % 5000) if number % 160 == 14 else ""
    return [item(inner) for inner in range(number % 7 * 16 + 1, number % 7 * 16 + 8)]


def same(a, b):
    """Equal and of the same types all the way down."""
    if type(a) is not type(b):
        return False
    if isinstance(a, (list, tuple)):
        return len(a) == len(b) and all(same(x, y) for x, y in zip(a, b))
    if isinstance(a, dict):
        return len(a) == len(b) and all(same(x, y) and same(a[x], b[y]) for x, y in zip(a, b))
    return a == b and str(a) == str(b) if isinstance(a, float) else a == b


def check(number, received):
    if not same(item(number), received):
        raise SystemExit(f"item {number} arrived as {received!r}, not {item(number)!r}")
