import time


def report(lines):
    text = ""
    parts = []
    for number in range(lines):
        parts.append(f"{number:>6}: {number * number}, 작업 {number % 4}")
        if number % 10 == 0:
            text += "row " + str(number) + "; "
    joined = "\n".join(parts)
    fields = [line.split(": ")[1].upper() for line in joined.splitlines()]
    return len(text) + len(joined) + len("".join(fields).replace(",", ""))


begin = time.perf_counter()
result = report(40000)
print(time.perf_counter() - begin, result)
