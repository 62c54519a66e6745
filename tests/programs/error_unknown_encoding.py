# -*- coding: klingon -*-
# exit: 1
# error: SyntaxError: encoding problem: klingon
print('never')
