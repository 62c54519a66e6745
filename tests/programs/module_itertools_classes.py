# The functions of itertools are classes, and look at their arguments when they are called.
import itertools

for name in ("accumulate", "chain", "combinations", "combinations_with_replacement", "compress", "count", "cycle", "dropwhile",
             "filterfalse", "groupby", "islice", "pairwise", "permutations", "product", "repeat", "starmap", "takewhile",
             "zip_longest"):
    print(getattr(itertools, name), end=" ")
print()
for made in (itertools.cycle([1]), itertools.islice("abc", 2), itertools.product("ab"), itertools.tee("a")[0]):
    print(repr(made).split(" at ")[0], iter(made) is made, made.__next__(), hasattr(made, "send"))
for text in ("cycle(5)", "islice(5, 1)", "takewhile(len, 5)", "pairwise(5)", "zip_longest(5)", "accumulate(5)", "islice('a')"):
    try:
        eval("itertools." + text)
    except TypeError as error:
        print(text, error)
print(isinstance(itertools.cycle("a"), itertools.cycle), issubclass(itertools.chain, object))

# expect: <class 'itertools.accumulate'> <class 'itertools.chain'> <class 'itertools.combinations'> <class 'itertools.combinations_with_replacement'> <class 'itertools.compress'> <class 'itertools.count'> <class 'itertools.cycle'> <class 'itertools.dropwhile'> <class 'itertools.filterfalse'> <class 'itertools.groupby'> <class 'itertools.islice'> <class 'itertools.pairwise'> <class 'itertools.permutations'> <class 'itertools.product'> <class 'itertools.repeat'> <class 'itertools.starmap'> <class 'itertools.takewhile'> <class 'itertools.zip_longest'> 
# expect: <itertools.cycle object True 1 False
# expect: <itertools.islice object True a False
# expect: <itertools.product object True ('a',) False
# expect: <itertools._tee object True a False
# expect: cycle(5) 'int' object is not iterable
# expect: islice(5, 1) 'int' object is not iterable
# expect: takewhile(len, 5) 'int' object is not iterable
# expect: pairwise(5) 'int' object is not iterable
# expect: zip_longest(5) 'int' object is not iterable
# expect: accumulate(5) 'int' object is not iterable
# expect: islice('a') islice expected at least 2 arguments, got 1
# expect: True True
