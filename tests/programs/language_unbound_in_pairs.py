# A local without a value is an error also where it is the second one that an instruction needs.
class Box:
    size = 3


def names(which):
    if which > 9:
        first = second = items = box = 1
    try:
        if which == 0:
            return first + 1
        if which == 1:
            known = 1
            return known + second
        if which == 2:
            return items[which]
        if which == 3:
            known = [1]
            return known[second]
        if which == 4:
            return box.size
        if which == 5:
            return box.get()
        if which == 6:
            known = 5
            return second
        if which == 7:
            box = Box()
            return box.size
        return [first for _ in range(2)]
    except UnboundLocalError as error:
        return error
    except NameError as error:
        return error


for which in range(9):
    print(names(which))

# expect: cannot access local variable 'first' where it is not associated with a value
# expect: cannot access local variable 'second' where it is not associated with a value
# expect: cannot access local variable 'items' where it is not associated with a value
# expect: cannot access local variable 'second' where it is not associated with a value
# expect: cannot access local variable 'box' where it is not associated with a value
# expect: cannot access local variable 'box' where it is not associated with a value
# expect: cannot access local variable 'second' where it is not associated with a value
# expect: 3
# expect: cannot access free variable 'first' where it is not associated with a value in enclosing scope
