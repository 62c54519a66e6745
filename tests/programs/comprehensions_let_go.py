# What a comprehension made lives no longer than what it was put into.
import weakref


class Thing:
    pass


def let_go_of(name, made):
    watched = [weakref.ref(thing) for thing in made]
    made.clear()
    print(name, [reference() is None for reference in watched])


let_go_of("list", [Thing() for _ in range(3)])
let_go_of("set", {Thing() for _ in range(3)})
let_go_of("dict", {Thing(): Thing() for _ in range(3)})
let_go_of("set of a generator", set(Thing() for _ in range(3)))
let_go_of("nested", {thing for thing in [Thing() for _ in range(2)]})
let_go_of("display", {Thing(): 1, Thing(): 2})
# expect: list [True, True, True]
# expect: set [True, True, True]
# expect: dict [True, True, True]
# expect: set of a generator [True, True, True]
# expect: nested [True, True]
# expect: display [True, True]
