def greet(self):
    return "hello " + self.name


Person = type("Person", (), {"name": "Kim", "greet": greet})
print(Person.__name__, Person.__qualname__, Person().greet())
Student = type("Student", (Person,), {"school": "KU"})
print(Student.__bases__ == (Person,), Student().greet(), Student.school)
print([c.__name__ for c in Student.__mro__])
print(type(5), type("a").__name__, type(None).__name__, type(print).__name__)
try:
    type("X", (5,), {})
except TypeError as error:
    print("TypeError")
try:
    type(1, 2)
except TypeError as error:
    print(error)
try:
    type("A", (), {}).missing
except AttributeError as error:
    print(error)
# expect: Person Person hello Kim
# expect: True hello Kim KU
# expect: ['Student', 'Person', 'object']
# expect: <class 'int'> str NoneType builtin_function_or_method
# expect: TypeError
# expect: type() takes 1 or 3 arguments
# expect: type object 'A' has no attribute 'missing'
