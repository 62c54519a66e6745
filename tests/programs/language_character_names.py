# Characters by their names, and what Unicode says of characters.
print("\N{BULLET}\N{bullet} \N{GREEK SMALL LETTER ALPHA}", f"{1}\N{LATIN SMALL LETTER E WITH ACUTE}{2:>3}", len("\N{LINE FEED}"))
print("\N{HANGUL SYLLABLE GAG}", "\N{CJK UNIFIED IDEOGRAPH-4E2D}", ascii("\N{GRINNING FACE}\N{EM DASH}\N{NBSP}\N{EURO SIGN}"), r"\N{x}", b"\N{x}")
for text in (r'"\N"', r'"ab\N{"', r'"\N{}"', r'"\N{FOO}"', r'"\N{BULLET"', r'"x\N{NOT A NAME} y"', r'f"\N{NO SUCH}"',
             r'"\N{HANGUL SYLLABLE QQ}"'):
    try:
        print(text, eval(text))
    except SyntaxError as error:
        print(text, error.msg)
print(ascii("\N{VS17}\N{INDEX}\N{LATIN CAPITAL LETTER GHA}\N{CJK UNIFIED IDEOGRAPH-04E00}\N{cjk compatibility ideograph-f900}"))
for name in ("hangul syllable ga", "cjk unified ideograph-4e00", "CJK UNIFIED IDEOGRAPH-4e00", "CJK UNIFIED IDEOGRAPH-004E00",
             "CJK COMPATIBILITY IDEOGRAPH-0F900", "BULLET ", "BULLET  OPERATOR"):
    try:
        print(name, ascii(eval(r'"\N{%s}"' % name)))
    except SyntaxError as error:
        print(name, error.msg[-30:])
print([c.isdigit() for c in "1²½٣x"], [c.isdecimal() for c in "1²½٣"], [c.isnumeric() for c in "1²½٣四"], [c.isalnum() for c in "½_é"])
print(int("٣") + int(" \u0664\u0665\u3000"), float("१.५"), int("-٣_٣"), "naïve été".title(), "ǆ".title(), "ŉ".upper(), "İ".lower() == "i̇")
print("ΑΣ ΑΣΑ Σ".lower(), "ΣΑΣ'Σ.".lower(), "Straße ﬁ".casefold(), "Straße ﬁ".upper(), "ß".capitalize(), "ﬁne".title(), "ÉtÉ ß".swapcase())
print("ǅ".istitle(), "ǅ".isupper(), "Ⅷ".isupper(), "ª".islower(), "ʰ".islower(), "Привет, МИР".swapcase(), "ԱԲ".lower(), "ა".upper(), "ꭰ".casefold())
print(repr("\ud7ff\u200b\xad\u0378é\u3000\U0001f600\ue000"), "\u0378".isprintable(), "a\u0301".isidentifier(), "℘x".isidentifier(), "x·".isidentifier(),
      "1x".isidentifier(), "²".isidentifier())
print("a\x1cb\u2003c\u200bd".split(), "\u00a0x\u3000".strip(), "\x85".isspace(), "\u200b".isspace())
größe = {"名前": 1}
print(größe)

# expect: •• α 1é  2 1
# expect: 각 中 '\U0001f600\u2014\xa0\u20ac' \N{x} b'\\N{x}'
# expect: "\N" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# expect: "ab\N{" (unicode error) 'unicodeescape' codec can't decode bytes in position 2-4: malformed \N character escape
# expect: "\N{}" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: "\N{FOO}" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name
# expect: "\N{BULLET" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-8: malformed \N character escape
# expect: "x\N{NOT A NAME} y" (unicode error) 'unicodeescape' codec can't decode bytes in position 1-14: unknown Unicode character name
# expect: f"\N{NO SUCH}" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character name
# expect: "\N{HANGUL SYLLABLE QQ}" (unicode error) 'unicodeescape' codec can't decode bytes in position 0-21: unknown Unicode character name
# expect: '\U000e0100\x84\u01a2\u4e00\uf900'
# expect: hangul syllable ga unknown Unicode character name
# expect: cjk unified ideograph-4e00 unknown Unicode character name
# expect: CJK UNIFIED IDEOGRAPH-4e00 unknown Unicode character name
# expect: CJK UNIFIED IDEOGRAPH-004E00 unknown Unicode character name
# expect: CJK COMPATIBILITY IDEOGRAPH-0F900 unknown Unicode character name
# expect: BULLET  unknown Unicode character name
# expect: BULLET  OPERATOR unknown Unicode character name
# expect: [True, True, False, True, False] [True, False, False, True] [True, True, True, True, True] [True, False, True]
# expect: 48 1.5 -33 Naïve Été ǅ ʼN True
# expect: ας ασα σ σασ'ς. strasse fi STRASSE FI Ss Fine éTé SS
# expect: True False True True True пРИВЕТ, мир աբ Ა Ꭰ
# expect: '\ud7ff\u200b\xad\u0378é\u3000😀\ue000' False True True True False False
# expect: ['a', 'b', 'c\u200bd'] x True False
# expect: {'名前': 1}
