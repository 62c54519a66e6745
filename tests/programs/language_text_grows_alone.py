# A text that only one variable has may grow where it is: nobody else sees it.
def grow():
    text = "a" + str(1)
    other = text
    text += "b"
    text = text + "c"
    kept = [text]
    text += "d"
    print(text, other, kept)


def keys():
    key = "k" + str(2)
    table = {key: 1}
    key += "!"
    table[key] = 2
    print(sorted(table.items()), hash(key) == hash("k2!"), len(key))
    key += "é"
    print(key, len(key), key.isascii(), key[2:])


def doubled():
    text = "x" + str(0)
    text += text
    text = text + text
    try:
        text += 1
    except TypeError as error:
        print(error)
    print(text)


grow()
keys()
doubled()

# expect: a1bcd a1 ['a1bc']
# expect: [('k2', 1), ('k2!', 2)] True 3
# expect: k2!é 4 False !é
# expect: can only concatenate str (not "int") to str
# expect: x0x0x0x0
