# A dict or set whose size is the same again may go on being iterated over: new keys come at the end, and CPython says so
# only when there are more of them than it began with.


def over(items, change, step=iter, most=30):
    seen = []
    try:
        for item in step(items):
            seen.append(item)
            if len(seen) == most:
                break
            change(items, item, len(seen))
    except RuntimeError as error:
        seen.append(str(error))
    print(change.__name__, seen, list(items))


def replaces_each(items, key, count):
    del items[key]
    items[key + 100] = count


def moves_each(items, key, count):
    items.pop(key)
    items[key] = count


def replaces_first(items, key, count):
    if count == 1:
        del items[key]
        items["new"] = count


def replaces_last(items, key, count):
    if count == 2:
        items.popitem()
        items["new"] = count


def replaces_three(items, key, count):
    if count == 1:
        for number in range(3):
            del items[next(iter(items))]
            items[f"new {number}"] = count


def fills_anew(items, key, count):
    if count == 2:
        keys = list(items)
        items.clear()
        items.update(dict.fromkeys(reversed(keys)))


def grows(items, key, count):
    if count == 2:
        items["new"] = count


for size in (1, 2, 3, 5, 8, 9, 11, 20):
    for change in (replaces_each, moves_each, replaces_first, replaces_last, replaces_three, fills_anew, grows):
        over({number: number for number in range(size)}, change)
for size in (3, 9):
    for change in (replaces_first, moves_each, replaces_last, grows):
        over({number: number for number in range(size)}, change, reversed)


def replaces_item(items, item, count):
    items.discard(item)
    items.add(item + 100)


for size in (3, 7, 8):
    over(set(range(size)), replaces_item, most=20)

table = {1: 1, 2: 2}
iterator = iter(table)
next(iterator)
table[3] = 3
for _ in range(2):
    try:
        next(iterator)
    except RuntimeError as error:
        print(error)
    table.pop(3, None)
pairs = {1: "a", 2: "b"}
try:
    for key, value in pairs.items():
        if key == 1:
            del pairs[1]
            pairs[3] = "c"
        print(key, value)
except RuntimeError as error:
    print(error)
print(type(reversed(pairs)).__name__, type(reversed(pairs.values())).__name__, type(reversed(pairs.items())).__name__)
# expect: replaces_each [0, 'dictionary keys changed during iteration'] [100]
# expect: moves_each [0, 'dictionary keys changed during iteration'] [0]
# expect: replaces_first [0, 'dictionary keys changed during iteration'] ['new']
# expect: replaces_last [0] [0]
# expect: replaces_three [0, 'dictionary keys changed during iteration'] ['new 2']
# expect: fills_anew [0] [0]
# expect: grows [0] [0]
# expect: replaces_each [0, 1, 'dictionary keys changed during iteration'] [100, 101]
# expect: moves_each [0, 1, 'dictionary keys changed during iteration'] [0, 1]
# expect: replaces_first [0, 1, 'dictionary keys changed during iteration'] [1, 'new']
# expect: replaces_last [0, 1] [0, 'new']
# expect: replaces_three [0, 'new 1', 'dictionary keys changed during iteration'] ['new 1', 'new 2']
# expect: fills_anew [0, 1] [1, 0]
# expect: grows [0, 1, 'dictionary changed size during iteration'] [0, 1, 'new']
# expect: replaces_each [0, 1, 2] [100, 101, 102]
# expect: moves_each [0, 1, 2] [0, 1, 2]
# expect: replaces_first [0, 1, 2, 'dictionary keys changed during iteration'] [1, 2, 'new']
# expect: replaces_last [0, 1, 'new'] [0, 1, 'new']
# expect: replaces_three [0, 'new 1', 'new 2'] ['new 0', 'new 1', 'new 2']
# expect: fills_anew [0, 1, 0] [2, 1, 0]
# expect: grows [0, 1, 'dictionary changed size during iteration'] [0, 1, 2, 'new']
# expect: replaces_each [0, 2, 3, 4, 100, 'dictionary keys changed during iteration'] [1, 102, 103, 104, 200]
# expect: moves_each [0, 2, 3, 4, 0, 'dictionary keys changed during iteration'] [1, 2, 3, 4, 0]
# expect: replaces_first [0, 2, 3, 4, 'new'] [1, 2, 3, 4, 'new']
# expect: replaces_last [0, 1, 2, 3, 'new'] [0, 1, 2, 3, 'new']
# expect: replaces_three [0, 3, 4, 'new 0', 'new 1', 'dictionary keys changed during iteration'] [3, 4, 'new 0', 'new 1', 'new 2']
# expect: fills_anew [0, 1, 2, 1, 0] [4, 3, 2, 1, 0]
# expect: grows [0, 1, 'dictionary changed size during iteration'] [0, 1, 2, 3, 4, 'new']
# expect: replaces_each [0, 1, 2, 6, 7, 100, 101, 102, 'dictionary keys changed during iteration'] [3, 4, 5, 106, 107, 200, 201, 202]
# expect: moves_each [0, 1, 2, 6, 7, 0, 1, 2, 'dictionary keys changed during iteration'] [3, 4, 5, 6, 7, 0, 1, 2]
# expect: replaces_first [0, 1, 2, 3, 4, 5, 6, 7, 'dictionary keys changed during iteration'] [1, 2, 3, 4, 5, 6, 7, 'new']
# expect: replaces_last [0, 1, 2, 3, 4, 5, 6, 'new'] [0, 1, 2, 3, 4, 5, 6, 'new']
# expect: replaces_three [0, 4, 5, 6, 7, 'new 0', 'new 1', 'new 2'] [3, 4, 5, 6, 7, 'new 0', 'new 1', 'new 2']
# expect: fills_anew [0, 1, 5, 4, 3, 2, 1, 0] [7, 6, 5, 4, 3, 2, 1, 0]
# expect: grows [0, 1, 'dictionary changed size during iteration'] [0, 1, 2, 3, 4, 5, 6, 7, 'new']
# expect: replaces_each [0, 1, 4, 5, 6, 7, 8, 100, 101, 'dictionary keys changed during iteration'] [2, 3, 104, 105, 106, 107, 108, 200, 201]
# expect: moves_each [0, 1, 4, 5, 6, 7, 8, 0, 1, 'dictionary keys changed during iteration'] [2, 3, 4, 5, 6, 7, 8, 0, 1]
# expect: replaces_first [0, 1, 2, 3, 4, 5, 6, 7, 8, 'dictionary keys changed during iteration'] [1, 2, 3, 4, 5, 6, 7, 8, 'new']
# expect: replaces_last [0, 1, 2, 3, 4, 5, 6, 7, 'new'] [0, 1, 2, 3, 4, 5, 6, 7, 'new']
# expect: replaces_three [0, 3, 4, 5, 6, 7, 8, 'new 0', 'new 1', 'dictionary keys changed during iteration'] [3, 4, 5, 6, 7, 8, 'new 0', 'new 1', 'new 2']
# expect: fills_anew [0, 1, 6, 5, 4, 3, 2, 1, 0] [8, 7, 6, 5, 4, 3, 2, 1, 0]
# expect: grows [0, 1, 'dictionary changed size during iteration'] [0, 1, 2, 3, 4, 5, 6, 7, 8, 'new']
# expect: replaces_each [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] [100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110]
# expect: moves_each [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
# expect: replaces_first [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'dictionary keys changed during iteration'] [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'new']
# expect: replaces_last [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 'new'] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 'new']
# expect: replaces_three [0, 3, 4, 5, 6, 7, 8, 9, 10, 'new 0', 'new 1', 'dictionary keys changed during iteration'] [3, 4, 5, 6, 7, 8, 9, 10, 'new 0', 'new 1', 'new 2']
# expect: fills_anew [0, 1, 8, 7, 6, 5, 4, 3, 2, 1, 0] [10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
# expect: grows [0, 1, 'dictionary changed size during iteration'] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 'new']
# expect: replaces_each [0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 100, 101, 'dictionary keys changed during iteration'] [2, 3, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 200, 201]
# expect: moves_each [0, 1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 0, 1, 'dictionary keys changed during iteration'] [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 0, 1]
# expect: replaces_first [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 'dictionary keys changed during iteration'] [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 'new']
# expect: replaces_last [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 'new'] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 'new']
# expect: replaces_three [0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 'new 0', 'new 1', 'dictionary keys changed during iteration'] [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 'new 0', 'new 1', 'new 2']
# expect: fills_anew [0, 1, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
# expect: grows [0, 1, 'dictionary changed size during iteration'] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 'new']
# expect: replaces_first [2, 1, 0] [0, 1, 'new']
# expect: moves_each [2, 1, 0] [2, 1, 0]
# expect: replaces_last [2, 1, 0] [0, 1, 'new']
# expect: grows [2, 1, 'dictionary changed size during iteration'] [0, 1, 2, 'new']
# expect: replaces_first [8, 7, 6, 5, 4, 3, 2, 1, 0] [0, 1, 2, 3, 4, 5, 6, 7, 'new']
# expect: moves_each [8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 7, 6, 5, 4, 3, 2, 1, 0]
# expect: replaces_last [8, 7, 6, 5, 4, 3, 2, 1, 0] [0, 1, 2, 3, 4, 5, 6, 7, 'new']
# expect: grows [8, 7, 'dictionary changed size during iteration'] [0, 1, 2, 3, 4, 5, 6, 7, 8, 'new']
# expect: replaces_item [0, 1, 2, 100, 101, 102, 200, 201, 202, 300, 301, 302] [400, 401, 402]
# expect: replaces_item [0, 1, 2, 3, 4, 5, 6, 100, 101, 102, 103, 104, 202, 203, 204, 302, 303, 304, 402, 403] [200, 105, 106, 201, 403, 404, 502]
# expect: replaces_item [0, 1, 2, 3, 4, 5, 6, 7, 100, 101, 102, 103, 104, 105, 106, 107] [200, 201, 202, 203, 204, 205, 206, 207]
# expect: dictionary changed size during iteration
# expect: dictionary changed size during iteration
# expect: 1 a
# expect: 2 b
# expect: dictionary keys changed during iteration
# expect: dict_reversekeyiterator dict_reversevalueiterator dict_reverseitemiterator
