x = "global"


def reads():
    return x


def writes():
    global x, made
    x = "changed"
    made = "new global"


def counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count
    return step


class Body:
    x = "class"
    y = [x for _ in range(2)]
    z = x + "!"

    def method(self):
        return x


print(reads())  # expect: global
writes()
print(x, made, Body.x, Body.y, Body.z, Body().method())  # expect: changed new global class ['global', 'global'] class! changed
one, two = counter(), counter()
print(one(), one(5), two(), one())  # expect: 1 6 1 7


def unbound(flag):
    if flag:
        value = 1
    return value


for action in (lambda: unbound(False), lambda: missing_name):
    try:
        action()
    except NameError as error:
        print(type(error).__name__, error)
# expect: UnboundLocalError cannot access local variable 'value' where it is not associated with a value
# expect: NameError name 'missing_name' is not defined


def early():
    print(late)
    late = 1


try:
    early()
except UnboundLocalError as error:
    print(error)  # expect: cannot access local variable 'late' where it is not associated with a value


def free():
    def inner():
        return value
    try:
        return inner()
    except NameError as error:
        print(error)
    value = 5
    return inner()


print(free())
# expect: cannot access free variable 'value' where it is not associated with a value in enclosing scope
# expect: 5
print([x for x in range(3)], x)  # expect: [0, 1, 2] changed
