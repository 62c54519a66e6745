# Text in a program that looks like a name is one object wherever it stands.
# expect: True True


def one():
    return "a_name", ("in_a_tuple", 1)


def other():
    return "a_name", ("in_a_tuple", 2)


first, second = one(), other()
print(first[0] is second[0], first[1][0] is second[1][0])
