# Several objects in one file, one after the other; Pickler and Unpickler.
import io
import os
import pickle

path = f"/tmp/pickle_files-{os.getpid()}"
with open(path, "wb") as file:
    for item in ({"first": 1}, ["둘", 2.0], (3, None)):
        pickle.dump(item, file)
    pickle.Pickler(file, 0).dump("the last one")
with open(path, "rb") as file:
    print(pickle.load(file), pickle.load(file))
    reader = pickle.Unpickler(file)
    print(reader.load(), reader.load())
    try:
        reader.load()
    except EOFError as error:
        print("EOFError", error)
os.remove(path)
memory = io.BytesIO()
pickle.dump([1], memory, protocol=2)
print(memory.getvalue(), pickle.loads(memory.getvalue()))
for action in (lambda: pickle.Pickler(3), lambda: pickle.Unpickler(3)):
    try:
        action()
    except TypeError as error:
        print(error)
# expect: {'first': 1} ['둘', 2.0]
# expect: (3, None) the last one
# expect: EOFError Ran out of input
# expect: b'\x80\x02]q\x00K\x01a.' [1]
# expect: file must have a 'write' attribute
# expect: file must have 'read' and 'readline' attributes
