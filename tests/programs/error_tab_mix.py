# exit: 1
# error: TabError: inconsistent use of tabs and spaces in indentation
# error: line 7
print('never printed')
if True:
        x = 1
	y = 2
