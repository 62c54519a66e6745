# Once a timer is stopped no signal of it comes any more: what it sent before has been handled by then.
import signal

count = 0


def handle(number, frame):
    global count
    count += 1


def nothing():
    pass


signal.signal(signal.SIGALRM, handle)
late = 0
for attempt in range(1500):
    signal.setitimer(signal.ITIMER_REAL, 0.00005, 0.00005)
    for _ in range(500 + attempt % 50 * 20):
        nothing()
    signal.setitimer(signal.ITIMER_REAL, 0)
    handled = count
    for _ in range(300):
        nothing()
    late += count != handled
print(late, count > 100)
# expect: 0 True
