# What travels through a queue comes out equal, and as the same kind of thing.
# arguments: --start-method spawn
from multiprocessing import Process, Queue

ITEMS = [0, -1, 255, 256, 65535, 65536, -(2**31), 2**31, 2**63, -(2**80), 1.5, -0.0, True, None, "", "red", "한국어",
         b"", b"\x00\xff", [], [1, [2, [3]]], (), (1,), (1, 2, 3, 4), {}, {"a": [1], 2: None}, {1}, frozenset([2])]


def echo(ask, answer):
    for _ in ITEMS:
        answer.put(ask.get())


if __name__ == "__main__":
    ask, answer = Queue(), Queue()
    p = Process(target=echo, args=(ask, answer))
    p.start()
    for item in ITEMS:
        ask.put(item)
    same = 0
    for item in ITEMS:
        back = answer.get()
        if back == item and type(back) is type(item):
            same += 1
        else:
            print("differs:", item, back)
    p.join()
    print(same == len(ITEMS))
# expect: True
