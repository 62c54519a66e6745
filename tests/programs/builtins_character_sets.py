# Texts in the character sets of older files, by the names that files and programs call them.
import os
import sys
import tempfile

samples = {'cp949': '한글 똠방각하', 'euc-kr': '한글', 'johab': '한글', 'gbk': '你好', 'gb2312': '你好', 'big5': '漢字', 'cp950': '漢字',
           'shift_jis': '表示ｶﾅ', 'cp932': '①表示', 'euc_jp': '表示丂', 'koi8-r': 'привет', 'windows-1251': 'привет',
           'ISO 8859-15': 'naïve €', 'latin2': 'žluť', 'cp437': 'é½', 'ibm850': 'é½', 'mac_roman': 'é∞', 'tis-620': 'ไทย',
           'iso-8859-7': 'αβγ', 'cp1252': '“é€”', 'hebrew': 'שלום', 'arabic': 'سلام'}
for name, text in samples.items():
    data = text.encode(name)
    print(name, data, data.decode(name) == text)
# expect: cp949 b'\xc7\xd1\xb1\xdb \x8cc\xb9\xe6\xb0\xa2\xc7\xcf' True
# expect: euc-kr b'\xc7\xd1\xb1\xdb' True
# expect: johab b'\xd0e\x8bi' True
# expect: gbk b'\xc4\xe3\xba\xc3' True
# expect: gb2312 b'\xc4\xe3\xba\xc3' True
# expect: big5 b'\xba~\xa6r' True
# expect: cp950 b'\xba~\xa6r' True
# expect: shift_jis b'\x95\\\x8e\xa6\xb6\xc5' True
# expect: cp932 b'\x87@\x95\\\x8e\xa6' True
# expect: euc_jp b'\xc9\xbd\xbc\xa8\x8f\xb0\xa1' True
# expect: koi8-r b'\xd0\xd2\xc9\xd7\xc5\xd4' True
# expect: windows-1251 b'\xef\xf0\xe8\xe2\xe5\xf2' True
# expect: ISO 8859-15 b'na\xefve \xa4' True
# expect: latin2 b'\xbelu\xbb' True
# expect: cp437 b'\x82\xab' True
# expect: ibm850 b'\x82\xab' True
# expect: mac_roman b'\x8e\xb0' True
# expect: tis-620 b'\xe4\xb7\xc2' True
# expect: iso-8859-7 b'\xe1\xe2\xe3' True
# expect: cp1252 b'\x93\xe9\x80\x94' True
# expect: hebrew b'\xf9\xec\xe5\xed' True
# expect: arabic b'\xd3\xe4\xc7\xe5' True

for name in ('gbk', 'koi8-r'):
    for wrong in ('é한', 'a\U0001f600b'):
        try:
            wrong.encode(name)
        except UnicodeEncodeError as error:
            print(error, wrong.encode(name, 'replace'), wrong.encode(name, 'xmlcharrefreplace'))
    for wrong in (b'ab\xff', b'a\x80\x20b', b'\xa1'):
        try:
            print(wrong.decode(name))
        except UnicodeDecodeError as error:
            print(error, ascii(wrong.decode(name, 'replace')))
# expect: 'gbk' codec can't encode character '\ud55c' in position 1: illegal multibyte sequence b'\xa8\xa6?' b'\xa8\xa6&#54620;'
# expect: 'gbk' codec can't encode character '\U0001f600' in position 1: illegal multibyte sequence b'a?b' b'a&#128512;b'
# expect: 'gbk' codec can't decode byte 0xff in position 2: incomplete multibyte sequence 'ab\ufffd'
# expect: 'gbk' codec can't decode byte 0x80 in position 1: illegal multibyte sequence 'a\ufffd b'
# expect: 'gbk' codec can't decode byte 0xa1 in position 0: incomplete multibyte sequence '\ufffd'
# expect: 'charmap' codec can't encode characters in position 0-1: character maps to <undefined> b'??' b'&#233;&#54620;'
# expect: 'charmap' codec can't encode character '\U0001f600' in position 1: character maps to <undefined> b'a?b' b'a&#128512;b'
# expect: abЪ
# expect: a─ b
# expect: ║
try:
    'a'.encode('no-such-set')
except LookupError as error:
    print(error)
# expect: unknown encoding: no-such-set

# A file is read in pieces that may end inside a character.
path = os.path.join(tempfile.mkdtemp(), 'old.txt')
text = 'x' + '表示' * 9000
with open(path, 'w', encoding='shift_jis') as file:
    file.write(text)
with open(path, encoding='shift_jis') as file:
    print(file.read(3), file.read() == text[3:], os.path.getsize(path))
# expect: x表示 True 36001

# A source says itself what it is written in.
source = '# -*- coding: cp949 -*-\n이름 = "똠방각하"\n'.encode('cp949')
names = {}
exec(source, names)
print(names['이름'])
# expect: 똠방각하
with open(os.path.join(os.path.dirname(path), 'in_gbk.py'), 'wb') as file:
    file.write('# coding=gbk\ngreeting = "你好"\n'.encode('gbk'))
sys.path.append(os.path.dirname(path))
in_gbk = __import__('in_gbk')
print(in_gbk.greeting)
# expect: 你好
