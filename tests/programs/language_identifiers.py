이름 = "김"
나이 = 20


def 인사(누구, *, 말="안녕"):
    return f"{말} {누구}"


class 학생:
    학교 = "고려대"

    def __init__(self, 이름):
        self.이름 = 이름

    def __repr__(self):
        return f"학생({self.이름})"


print(이름, 나이, 인사(이름), 인사("영희", 말="잘가"), 학생("철수"), 학생.학교, 학생("민수").이름)  # expect: 김 20 안녕 김 잘가 영희 학생(철수) 고려대 민수
é = 2
print(é, "café".upper(), len("e\u0301"), "é".encode())  # expect: 2 CAFÉ 2 b'\xc3\xa9'
try:
    없는이름
except NameError as error:
    print(error)  # expect: name '없는이름' is not defined
try:
    학생("a").없는속성
except AttributeError as error:
    print(error)  # expect: '학생' object has no attribute '없는속성'
try:
    인사(말="x")
except TypeError as error:
    print(error)  # expect: 인사() missing 1 required positional argument: '누구'
_, __ = 1, 2
print(_ + __, 학생.__name__, 인사.__name__, {"키": [이름]})  # expect: 3 학생 인사 {'키': ['김']}
