# A WeakKeyDictionary keeps the order of its keys, finds equal ones by their hash, and does not look at all of them.
import weakref


class Key:
    def __init__(self, name, hashed=0):
        self.name = name
        self.hashed = hashed

    def __hash__(self):
        return self.hashed

    def __eq__(self, other):
        compared.append((self.name, other.name))
        return self.name == other.name


compared = []
kept = weakref.WeakKeyDictionary()
first, same_hash, other = Key("first"), Key("same hash"), Key("other", 1)
kept[first] = 1
kept[same_hash] = 2
kept[other] = 3
compared.clear()
kept[Key("same hash")] = 4
print([key.name for key in kept], kept[first], kept[same_hash], len(kept), Key("none", 2) in kept)
compared.clear()
print(kept[other], compared)
del kept[first]
kept[first] = 5
print([(key.name, value) for key, value in kept.items()])
del same_hash
print([key.name for key in kept], len(kept), Key("same hash") in kept)

many = [Key(str(number), number) for number in range(5000)]
seen = weakref.WeakSet(many)
print(len(seen), Key("4999", 4999) in seen, len(compared) < 20)
del many[10:]
print(len(seen), sorted([int(key.name) for key in seen]))
kept.clear()
kept[first] = 6
print(len(kept), kept.pop(first), kept.pop(first, "gone"), len(kept))
# expect: ['first', 'same hash', 'other'] 1 4 3 False
# expect: 3 [('other', 'other')]
# expect: [('same hash', 4), ('other', 3), ('first', 5)]
# expect: ['other', 'first'] 2 False
# expect: 5000 True True
# expect: 10 [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
# expect: 1 6 gone 0
