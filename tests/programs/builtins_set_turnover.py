# Sets and dicts whose keys come and go, beside lists that are searched through.
# expect: 2000 0
# expect: 2000 0
import random


def differences(keys, rounds):
    table, kept, wrong = set(), [], 0
    numbers = {}
    for _ in range(rounds):
        key = random.choice(keys)
        if key in kept:
            table.remove(key)
            kept.remove(key)
            del numbers[key]
        else:
            table.add(key)
            kept.append(key)
            numbers[key] = -key
        other = random.choice(keys)
        wrong += (other in table) != (other in kept) or len(table) != len(kept)
        wrong += numbers.get(other, 0) != (-other if other in kept else 0)
        wrong += list(numbers) != kept
    return rounds, wrong


random.seed(3)
print(*differences(list(range(-6, 14)), 2000))
print(*differences([number * 32 for number in range(40)], 2000))
