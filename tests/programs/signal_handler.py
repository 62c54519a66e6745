# A handler in Python runs in the main thread as soon as the signal is there; the one before is given back.
import os
import signal

seen = []


def remember(number, frame):
    seen.append(number)
    print("handler", number == signal.SIGUSR1, frame.f_code.co_name, frame.f_lineno > 0)


def send():
    os.kill(os.getpid(), signal.SIGUSR1)
    print("after the kill")


before = signal.signal(signal.SIGUSR1, remember)
print(before == signal.SIG_DFL, signal.getsignal(signal.SIGUSR1) is remember)
send()
signal.raise_signal(signal.SIGUSR1)
print(len(seen))
print(signal.signal(signal.SIGUSR1, signal.SIG_IGN) is remember)
send()
print(len(seen), signal.getsignal(signal.SIGUSR1) == signal.SIG_IGN)
# expect: True True
# expect: handler True send True
# expect: after the kill
# expect: handler True <module> True
# expect: 2
# expect: True
# expect: after the kill
# expect: 2 True
