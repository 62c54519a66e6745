# RawValue: the C value itself, without a lock; another process sees each change at once.
# stands for: _TestValue.test_rawvalue
from multiprocessing import Event, Process, RawValue


def answer(value, asked, answered):
    asked.wait()
    value.value = value.value * 2
    answered.set()


if __name__ == "__main__":
    value, asked, answered = RawValue("q", 2**40), Event(), Event()
    p = Process(target=answer, args=(value, asked, answered))
    p.start()
    value.value += 1
    asked.set()
    answered.wait()
    print(value.value, value)
    p.join()
    for name in ("get_lock", "acquire", "release"):
        print(name, hasattr(value, name))
# expect: 2199023255554 c_long(2199023255554)
# expect: get_lock False
# expect: acquire False
# expect: release False
