# Dicts and sets in which keys come and go for ever stay quick, and looking for what is not there ends.
names = {number: "kept" for number in range(12)}
for number in range(1000, 6000):
    names[number] = "short-lived"
    del names[number]
print(len(names), 4711 in names, names.get("nothing"), list(names)[:3])
seen = set(range(20))
for number in range(1000, 6000):
    seen.add(number * 7)
    seen.discard(number * 7)
print(len(seen), 7000 in seen)
# expect: 12 False None [0, 1, 2]
# expect: 20 False
