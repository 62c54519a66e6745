print(1_000_000, 0xFF, 0Xff_ff, 0o17, 0b1010, 0b_1, 1e3, 1.5e-3, .5, 5., 1_0.0_1, 00, 10e-1_0)
print(12345678901234567890 * 10, -0, 0.1 + 0.2, 1e308 * 10, -1e308 * 10, float("nan"))
print("tab\tnew\\n \x41 \u00e9 \U0001F600 \101".encode("utf-8"), len("\
joined"))
print(r"raw \n", b"bytes \x00\xff", rb"\n", Rb"\t", b'\'', u"unicode", "a" 'b' """c""", len(""), '\a\b\f\v\0'.encode())
print('it''s', "say \"hi\"", 'single "inside"', """multi
line""", '''"quotes" and 'more'.''')
print(0.1, 1.0, 100000000000000000.0, 1e16, 123456789.123, 1e-5, 0.0001, 2.5e-10, 1/3)
print(True + True, None is None, ..., Ellipsis is ..., __debug__, 0x_1)
print(b"a" b"b", len(b"\x01\n"), "\400".encode(), ord("\x7f"), ascii("\x80\u1234"))
# expect: 1000000 255 65535 15 10 1 1000.0 0.0015 0.5 5.0 10.01 0 1e-09
# expect: 123456789012345678900 0 0.30000000000000004 inf -inf nan
# expect: b'tab\tnew\\n A \xc3\xa9 \xf0\x9f\x98\x80 A' 6
# expect: raw \n b'bytes \x00\xff' b'\\n' b'\\t' b"'" unicode abc 0 b'\x07\x08\x0c\x0b\x00'
# expect: its say "hi" single "inside" multi
# expect: line "quotes" and 'more'.
# expect: 0.1 1.0 1e+17 1e+16 123456789.123 1e-05 0.0001 2.5e-10 0.3333333333333333
# expect: 2 True Ellipsis True True 1
# expect: b'ab' 2 b'\xc4\x80' 127 '\x80\u1234'
