# How methods of built-in classes and iterators are shown, and that methods can be pickled and sent to a pool.
import multiprocessing
import pickle
import types

print(str.upper, int.__add__, len, str.upper.__qualname__, "a".upper.__name__)
print(repr([].append).split(" at ")[0], repr((5).__add__).split(" at ")[0])
for value in (str.upper, int.__add__, len, [].append, (5).__add__, print, list.__getitem__, dict.fromkeys):
    print(type(value))
print(isinstance([].append, types.BuiltinMethodType), isinstance([].append, types.MethodType))
print(types.MethodDescriptorType is type(str.join), types.FrameType, types.TracebackType)
for items in ([], (), "a", "é", b"", {}, set(), range(1), {}.items(), zip(), enumerate("")):
    print(type(iter(items)).__name__, end=" ")
print()


class Math:
    @staticmethod
    def square(x):
        return x * x


for function in (str.upper, int.__add__, [3].index, Math.square):
    print(pickle.loads(pickle.dumps(function)).__qualname__)
if __name__ == "__main__":
    with multiprocessing.Pool(1) as pool:
        print(pool.map(str.upper, ["a", "b"]), pool.map(Math.square, [3]), pool.map("{:>3}".format, [7]))

# expect: <method 'upper' of 'str' objects> <slot wrapper '__add__' of 'int' objects> <built-in function len> str.upper upper
# expect: <built-in method append of list object <method-wrapper '__add__' of int object
# expect: <class 'method_descriptor'>
# expect: <class 'wrapper_descriptor'>
# expect: <class 'builtin_function_or_method'>
# expect: <class 'builtin_function_or_method'>
# expect: <class 'method-wrapper'>
# expect: <class 'builtin_function_or_method'>
# expect: <class 'method_descriptor'>
# expect: <class 'builtin_function_or_method'>
# expect: True False
# expect: True <class 'frame'> <class 'traceback'>
# expect: list_iterator tuple_iterator str_ascii_iterator str_iterator bytes_iterator dict_keyiterator set_iterator range_iterator dict_itemiterator zip enumerate 
# expect: str.upper
# expect: int.__add__
# expect: list.index
# expect: Math.square
# expect: ['A', 'B'] [9] ['  7']
