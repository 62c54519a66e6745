s = 'ab한글'
print(f'{s!r:>20}|{3.14159:.2f}|{255:#x}|{1_000_000:,}|{s[1:3]=}')
print('%5.2f %s %r' % (1.5, s, b'\x00'), '{0:>{w}} {a[k]}'.format(1, w=5, a={'k': 2}))
print(s.split('b'), s.encode(), b'ab'.hex(), s.upper().center(20, '*'))
