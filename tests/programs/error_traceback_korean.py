# exit: 1
# error:   File
# error: in 나누기
# error:     return 위 / 아래
# error: ZeroDivisionError: division by zero
def 나누기(위, 아래):
    return 위 / 아래


print('시작')  # expect: 시작
나누기(1, 0)
