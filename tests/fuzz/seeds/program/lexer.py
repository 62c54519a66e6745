# 한글
if 1:
	x = 0xff + 0b1 + 0o7 + 1e5 + 1_0 + .5
	y = '''a
b''' 'c' rb'\x' \
	  if x else (1,
	 2)
