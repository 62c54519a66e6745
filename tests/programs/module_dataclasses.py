"""Dataclasses: what they make of annotations, and what they refuse."""
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace


@dataclass
class Task:
    name: str
    cost: int = 5
    tags: list = field(default_factory=list)


@dataclass(order=True, frozen=True)
class Version:
    major: int
    minor: int = 0
    label: str = field(default="", compare=False, repr=False)


@dataclass
class Timed(Task):
    seconds: float = 1.5
    started: bool = field(default=False, init=False)

    def __post_init__(self):
        self.total = self.cost * self.seconds


print(Task("a"), Task("b", 2, ["x"]), Task("a") == Task("a"), Task("a") == Task("b"), Task("a").tags is Task("a").tags)
# expect: Task(name='a', cost=5, tags=[]) Task(name='b', cost=2, tags=['x']) True False False
print(Timed("t", seconds=2.0), Timed("t").total)
# expect: Timed(name='t', cost=5, tags=[], seconds=2.0, started=False) 7.5
print(sorted([Version(1, 2), Version(1), Version(0, 9)]), Version(1) < Version(2), hash(Version(1)) == hash(Version(1, 0, "x")))
# expect: [Version(major=0, minor=9), Version(major=1, minor=0), Version(major=1, minor=2)] True True
print(asdict(Timed("t", 1, ["q"])), astuple(Version(3, 1)), replace(Version(1, 2), minor=7))
# expect: {'name': 't', 'cost': 1, 'tags': ['q'], 'seconds': 1.5, 'started': False} (3, 1, '') Version(major=1, minor=7)
print([each.name for each in fields(Timed)], is_dataclass(Task), is_dataclass(Task("a")), is_dataclass(int))
# expect: ['name', 'cost', 'tags', 'seconds', 'started'] True True False
for attempt in (lambda: Task(), lambda: Task("a", 1, [], 4), lambda: Task(nme="a"), lambda: hash(Task("a")),
                lambda: Version(1) < 5, lambda: setattr(Version(1), "major", 2), lambda: asdict(5)):
    try:
        print(attempt())
    except (TypeError, FrozenInstanceError) as error:
        print(type(error).__name__ + ":", error)
# expect: TypeError: Task.__init__() missing 1 required positional argument: 'name'
# expect: TypeError: Task.__init__() takes from 2 to 4 positional arguments but 5 were given
# expect: TypeError: Task.__init__() got an unexpected keyword argument 'nme'
# expect: TypeError: unhashable type: 'Task'
# expect: TypeError: '<' not supported between instances of 'Version' and 'int'
# expect: FrozenInstanceError: cannot assign to field 'major'
# expect: TypeError: asdict() should be called on dataclass instances
try:
    @dataclass
    class Wrong:
        items: list = []
except ValueError as error:
    print(error)
# expect: mutable default <class 'list'> for field items is not allowed: use default_factory
try:
    @dataclass
    class Order:
        first: int = 1
        second: int
except TypeError as error:
    print(error)
# expect: non-default argument 'second' follows default argument
print({Version(1): "one"}[Version(1)])  # expect: one
