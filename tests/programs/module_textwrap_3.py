"""textwrap: where words with hyphens and dashes are cut, and blanks between sentences."""
from textwrap import TextWrapper, fill, wrap

print(wrap("a-b-c-dd half-baked x-ray-tubes 3-4 e-mail", 6))
# expect: ['a-b-c-', 'dd', 'half-', 'baked', 'x-ray-', 'tubes', '3-4', 'e-mail']
cutter = TextWrapper()
for text in ("what--now", "the--.", "(--option) -v", "what-d'you-call-it.", "well---yes", "a--b--c", "this-is-a-useful-feature", "one-2-three"):
    print(cutter._split(text))
# expect: ['what', '--', 'now']
# expect: ['the--.']
# expect: ['(--option)', ' ', '-v']
# expect: ["what-d'you-", 'call-', 'it.']
# expect: ['well', '---', 'yes']
# expect: ['a', '--', 'b', '--', 'c']
# expect: ['this-', 'is-', 'a-', 'useful-', 'feature']
# expect: ['one-2-three']
print(fill("It ends. So it does! 'Is it?' Yes. NO. END", width=70, fix_sentence_endings=True))
# expect: It ends.  So it does!  'Is it?'  Yes.  NO. END
