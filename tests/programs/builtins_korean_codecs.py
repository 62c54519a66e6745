# cp949 and EUC-KR: what Korean text files are often written in.
import os
import tempfile


def attempt(function):
    try:
        print(function())
    except (LookupError, UnicodeError) as error:
        print(type(error).__name__ + ":", error)


print("한글 abc".encode("cp949"), "한글".encode("euc-kr"), "똠방각하 뷁".encode("CP949"), "漢字".encode("euc_kr"), "①㈜".encode("ms949"))
print(b"\xc7\xd1\xb1\xdb".decode("cp949"), b"\x8cc\xb9\xe6".decode("uhc"), b"\xb0\xa1a".decode("ksc5601"), b"".decode("949"))
attempt(lambda: "a☃😀".encode("cp949"))
attempt(lambda: "a☃é".encode("cp949", "replace"))
attempt(lambda: "a☃é".encode("euc-kr", "xmlcharrefreplace"))
attempt(lambda: "한글".encode("utf-8").decode("cp949"))
attempt(lambda: "한글".encode("cp949").decode("utf-8"))
attempt(lambda: b"\xc7".decode("cp949"))
attempt(lambda: b"\x8cc".decode("euc-kr"))
attempt(lambda: b"a\xff\xb0\xa1\xc9".decode("cp949", "replace"))
attempt(lambda: b"a\xff\xb0\xa1".decode("euc-kr", "ignore"))
attempt(lambda: b"\xff".decode("cp949", "backslashreplace"))
path = os.path.join(tempfile.mkdtemp(), "korean.csv")
with open(path, "w", encoding="cp949") as file:
    file.write("이름,점수\n김철수,90\n" + "가나다라마바사" * 3000 + "\n")
with open(path, encoding="cp949") as file:
    print(file.readline().strip(), next(file).strip().split(","), len(file.read()), file.encoding)
with open(path, "rb") as file:
    print(file.read(9))
try:
    with open(path, encoding="utf-8") as file:
        file.read()
except UnicodeDecodeError as error:
    print(error)
every = [chr(point) for point in range(0xac00, 0xd7a4)]
print(sum(1 for each in every if each.encode("cp949").decode("cp949") == each), "".join(every).encode("cp949").decode("cp949") == "".join(every))
# expect: b'\xc7\xd1\xb1\xdb abc' b'\xc7\xd1\xb1\xdb' b'\x8cc\xb9\xe6\xb0\xa2\xc7\xcf \x94\xee' b'\xf9\xd3\xed\xae' b'\xa8\xe7\xa2\xdf'
# expect: 한글 똠방 가a 
# expect: UnicodeEncodeError: 'cp949' codec can't encode character '\u2603' in position 1: illegal multibyte sequence
# expect: b'a??'
# expect: b'a&#9731;&#233;'
# expect: UnicodeDecodeError: 'cp949' codec can't decode byte 0xed in position 0: illegal multibyte sequence
# expect: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc7 in position 0: invalid continuation byte
# expect: UnicodeDecodeError: 'cp949' codec can't decode byte 0xc7 in position 0: incomplete multibyte sequence
# expect: UnicodeDecodeError: 'euc_kr' codec can't decode byte 0x8c in position 0: illegal multibyte sequence
# expect: a�가�
# expect: a가
# expect: \xff
# expect: 이름,점수 ['김철수', '90'] 21001 cp949
# expect: b'\xc0\xcc\xb8\xa7,\xc1\xa1\xbc\xf6'
# expect: 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte
# expect: 11172 True
