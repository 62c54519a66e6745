def f(x):
	if x:
		return 'tabs'  # one tab a level
	# a comment
	return 'none'

print(f(1), f(0))  # expect: tabs none
if True:
        print('eight blanks')  # expect: eight blanks
print('after a form feed')  # expect: after a form feed
