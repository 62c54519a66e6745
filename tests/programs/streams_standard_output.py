# What is below sys.stdout: bytes go out before text that nobody has flushed. reconfigure() and lines.
import sys

out, below = sys.stdout, sys.stdout.buffer
print(below is out.buffer, out.writable(), below.readable(), out.mode, below.mode, out.name, flush=True)
print("text", flush=True)
below.write(b"bytes\n")
below.flush()
out.writelines(["one\n", "two\n"])
out.flush()
below.writelines([b"three\n", bytearray(b"four\n")])
print("five", flush=True)
out.reconfigure(line_buffering=True)
print(out.line_buffering)
for function, argument in (below.write, "text"), (out.write, b"bytes"), (out.read, 1):
    try:
        function(argument)
    except (OSError, TypeError) as error:
        print(type(error).__name__, error)
sys.stderr.buffer.write("größer\n".encode())
sys.stderr.flush()
# error: größer
# expect: True True False w wb <stdout>
# expect: text
# expect: bytes
# expect: one
# expect: two
# expect: three
# expect: four
# expect: five
# expect: True
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError write() argument must be str, not bytes
# expect: UnsupportedOperation not readable
