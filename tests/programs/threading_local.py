# threading.local: every thread sees its own attributes; a subclass is initialized in each thread.
import threading

data = threading.local()
data.value = "main"
seen = []


def work(number):
    seen.append(hasattr(data, "value"))
    data.value = number
    data.__dict__["other"] = -number
    seen.append((data.value, data.other))
    del data.value
    try:
        data.value
    except AttributeError as error:
        seen.append(str(error))


thread = threading.Thread(target=work, args=(5,))
thread.start()
thread.join()
print(seen, data.value, data.__dict__)


class Counter(threading.local):
    def __init__(self, start):
        self.count = start
        made.append(threading.current_thread().name)

    def next(self):
        self.count += 1
        return self.count


made = []
counter = Counter(10)
print(counter.next(), counter.next())
answers = []
thread = threading.Thread(target=lambda: answers.append(counter.next()), name="other")
thread.start()
thread.join()
print(answers, counter.next(), made)
try:
    counter.missing
except AttributeError as error:
    print(error)
try:
    threading.local(5)
except TypeError as error:
    print(error)
# expect: [False, (5, -5), "'_thread._local' object has no attribute 'value'"] main {'value': 'main'}
# expect: 11 12
# expect: [11] 13 ['MainThread', 'other']
# expect: 'Counter' object has no attribute 'missing'
# expect: Initialization arguments are not supported
