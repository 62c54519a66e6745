# expect: 5 104 b'ell' [104, 101, 108, 108, 111]
# expect: bytearray(b'Jexxo') bytearray(b'Jexxo') True
# expect: 5 1 B False 1 (5,) (1,)
# expect: TypeError cannot modify read-only memory
# expect: IndexError index out of bounds on dimension 1
# expect: ValueError memoryview assignment: lvalue and rvalue have different structures
# expect: BufferError Existing exports of data: object cannot be re-sized
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: TypeError cannot pickle memoryview objects
# expect: ValueError operation forbidden on released memoryview object
# expect: bytearray(b'Jexxo!')
# expect: [1, 2] bytearray(b'\x01\x00\x00\x00\x07\x00\x00\x00')
# expect: b'hlo' True True
import pickle

data = bytearray(b"hello")
view = memoryview(data)
print(len(view), view[0], view[1:4].tobytes(), view.tolist())
view[0] = ord("J")
part = view[2:4]
part[:] = b"xx"
print(data, bytearray(view), view == data)
print(view.nbytes, view.itemsize, view.format, view.readonly, view.ndim, view.shape, view.strides)


def attempt(function):
    try:
        function()
    except Exception as error:
        print(type(error).__name__, error)


def write(target, key, value):
    target[key] = value


attempt(lambda: write(memoryview(b"abc"), 0, 1))
attempt(lambda: view[9])
attempt(lambda: write(view, slice(0, 2), b"abc"))
attempt(lambda: data.append(1))
attempt(lambda: memoryview("a"))
attempt(lambda: pickle.dumps(view))
part.release()
view.release()
attempt(lambda: view[0])
data.append(33)
print(data)
numbers = bytearray(8)
with memoryview(numbers) as raw:
    words = raw.cast("I")
    words[0], words[1] = 1, 2
    print(words.tolist(), end=" ")
    words[1] = 7
    words.release()
print(numbers)
steps = memoryview(b"hello")[::2]
print(steps.tobytes(), steps == b"hlo", memoryview(b"ab") == memoryview(b"ab"))
