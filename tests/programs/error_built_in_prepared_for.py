# What the program means otherwise by a name, or does not surely come to, is no reason to refuse it.
def help(topic):
    return f"help with {topic}"


print(help("this"))  # expect: help with this


def ask(breakpoint):
    return breakpoint(1)


print(ask(str))  # expect: 1
if not help:
    copyright
