# alarm(), pause() and the interval timer.
import signal
import time


def wake(number, frame):
    print("SIGALRM" if number == signal.SIGALRM else number)


signal.signal(signal.SIGALRM, wake)
print(signal.alarm(100), signal.alarm(0), signal.alarm(0))
print(signal.setitimer(signal.ITIMER_REAL, 0.05), signal.getitimer(signal.ITIMER_REAL)[0] <= 0.05)
signal.pause()
print("pause() has ended", signal.getitimer(signal.ITIMER_REAL))
signal.setitimer(signal.ITIMER_REAL, 50, 7)
left, interval = signal.setitimer(signal.ITIMER_REAL, 0)
print(49 < left <= 50, interval)
try:
    signal.setitimer(99, 1)
except signal.ItimerError as error:
    print(error)
# expect: 0 100 0
# expect: (0.0, 0.0) True
# expect: SIGALRM
# expect: pause() has ended (0.0, 0.0)
# expect: True 7.0
# expect: [Errno 22] Invalid argument
