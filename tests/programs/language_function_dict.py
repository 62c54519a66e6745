"""The __dict__ of a function is its attributes: what is written there is seen, and it can be replaced."""


def remember(**facts):
    def decorate(function):
        function.__dict__.update(facts)
        return function

    return decorate


@remember(author="Lee", year=1443)
@remember(reviewed=True)
def read(book: str):
    return book


print(read.author, read.year, read.reviewed)  # expect: Lee 1443 True
read.__dict__["pages"] = 33
vars(read)["author"] = "Kim"
print(read.pages, read.author, sorted(read.__dict__))  # expect: 33 Kim ['author', 'pages', 'reviewed', 'year']
del read.__dict__["pages"]
print(hasattr(read, "pages"), read.__annotations__)  # expect: False {'book': <class 'str'>}
read.__dict__ = {"fresh": 1}
print(read.fresh, hasattr(read, "year"), read.__dict__, read.__annotations__)
# expect: 1 False {'fresh': 1} {'book': <class 'str'>}
try:
    read.__dict__ = None
except TypeError as error:
    print(error)  # expect: __dict__ must be set to a dictionary, not a 'NoneType'


class Shelf:
    @remember(quick=True)
    def sort(self):
        return 1


print(Shelf.sort.quick, Shelf().sort.quick, Shelf().sort.__dict__)  # expect: True True {'quick': True}
