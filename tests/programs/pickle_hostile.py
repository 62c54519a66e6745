# Pickles that are cut, empty, unknown or malicious: an exception in CPython's words, never more.
import pickle


def load(data, **options):
    try:
        print(repr(pickle.loads(data, **options)))
    except Exception as error:
        print(type(error).__name__, error)


HOSTILE = [b"", b".", b"0.", b"(.", b"1.", b"\x80", b"\x80\x06.", b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\x7f.", b"K", b"Kx",
           b"\xff.", b"'.", b"\n.", b"h\x05.", b"g7\n.", b"q\x00.", b"a.", b"]a.", b"(e.", b"]K\x01s.", b"}(K\x01u.", b"K\x01)R.",
           b"cbuiltins\nlen\nK\x01R.", b"cno_such_module\nx\n.", b"cbuiltins\nno_such_name\n.", b"\x8c\x01a\x93.",
           b"K\x01K\x02\x93.", b"K\x01)\x81.", b"cbuiltins\nobject\nK\x01\x81.", b"NK\x01b.", b"X\xff\xff\xff\x7fabc.",
           b"X\x02\x00\x00\x00\xff\xfe.", b"\x8a\xff.", b"\x8b\xff\xff\xff\xff.", b"Pabc\n.", b"NQ.", b"\x82\x01.", b"\x82\x00.", b"\x97.", b"N\x98.",
           b"](K\x01\x90.", b"\x8f(]\x90.", b"}(]Nu.", b"Iabc\n.", b"I12", b"L12L\n.", b"Fabc\n.", b"F1.5\n.", b"Sabc\n.", b"S'a\\x41'\n.",
           b"V\\u00e9\\U0001f600\n.", b"U\x02ab.", b"I01\n.", b"I00\n.", b"N0N.", b"(1N.", b"((1N0.", b"NN2\x86.", b"(lp0\nI1\na.", b"(dp0\nI1\nNs.",
           b"(cbuiltins\nrange\nI1\nI4\no.", b"(I3\nibuiltins\nrange\n.", b"(K\x01K\x02\x91.", b"C\x02ab\x94h\x00\x86."]
for data in HOSTILE:
    load(data)
load(b"U\x02\xc3\xa9.", encoding="utf-8")
load(b"U\x01\xe9.", encoding="latin1")
load(b"U\x01\xe9.", encoding="bytes")
for action in (lambda: pickle.dumps(1, 9), lambda: pickle.loads("text"), lambda: pickle.dumps(1, 4, buffer_callback=print)):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
# expect: EOFError Ran out of input
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError unexpected MARK found
# expect: UnpicklingError could not find MARK
# expect: UnpicklingError pickle data was truncated
# expect: ValueError unsupported pickle protocol: 6
# expect: UnpicklingError read would overflow (invalid bytecode)
# expect: UnpicklingError pickle data was truncated
# expect: EOFError Ran out of input
# expect: UnpicklingError invalid load key, '\xff'.
# expect: UnpicklingError invalid load key, '\x27'.
# expect: UnpicklingError invalid load key, '\x0a'.
# expect: UnpicklingError Memo value not found at index 5
# expect: UnpicklingError Memo value not found at index 7
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError odd number of items for SETITEMS
# expect: TypeError 'int' object is not callable
# expect: TypeError argument list must be a tuple
# expect: ModuleNotFoundError No module named 'no_such_module'
# expect: AttributeError Can't get attribute 'no_such_name' on <module 'builtins' (built-in)>
# expect: UnpicklingError unpickling stack underflow
# expect: UnpicklingError STACK_GLOBAL requires str
# expect: UnpicklingError NEWOBJ class argument must be a type, not int
# expect: UnpicklingError NEWOBJ args argument must be a tuple, not int
# expect: UnpicklingError state is not a dictionary
# expect: UnpicklingError pickle data was truncated
# expect: UnicodeDecodeError 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
# expect: UnpicklingError pickle data was truncated
# expect: UnpicklingError LONG pickle has negative byte count
# expect: UnpicklingError A load persistent id instruction was encountered,
# expect: but no persistent_load function was specified.
# expect: UnpicklingError A load persistent id instruction was encountered,
# expect: but no persistent_load function was specified.
# expect: ValueError unregistered extension code 1
# expect: UnpicklingError EXT specifies code <= 0
# expect: UnpicklingError pickle stream refers to out-of-band data but no *buffers* argument was given
# expect: TypeError memoryview: a bytes-like object is required, not 'NoneType'
# expect: AttributeError 'list' object has no attribute 'add'
# expect: TypeError unhashable type: 'list'
# expect: TypeError unhashable type: 'list'
# expect: ValueError could not convert string to int
# expect: UnpicklingError pickle data was truncated
# expect: 12
# expect: ValueError could not convert string to float: 'abc
# expect: '
# expect: 1.5
# expect: UnpicklingError the STRING opcode argument must be quoted
# expect: 'aA'
# expect: 'é😀'
# expect: 'ab'
# expect: True
# expect: False
# expect: None
# expect: None
# expect: UnpicklingError unexpected MARK found
# expect: (None, None)
# expect: [1]
# expect: {1: None}
# expect: range(1, 4)
# expect: range(0, 3)
# expect: frozenset({1, 2})
# expect: (b'ab', b'ab')
# expect: 'é'
# expect: 'é'
# expect: b'\xe9'
# expect: ValueError pickle protocol must be <= 5
# expect: TypeError a bytes-like object is required, not 'str'
# expect: ValueError buffer_callback needs protocol >= 5
# python: 3.11.7 (earlier ones say it in other words)
