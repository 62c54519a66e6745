# Threads: names, joining, daemons.
import threading


def work(results, n):
    results.append((threading.current_thread().name, n))


results = []
threads = [threading.Thread(target=work, args=(results, n)) for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sorted(results))
print(threading.current_thread().name, threading.main_thread() is threading.current_thread(), threading.active_count())
gate = threading.Event()
t = threading.Thread(target=gate.wait, name="Sleeper", daemon=True)
print(t.is_alive(), t.daemon)
t.start()
print(t.is_alive(), t.join(0.01), t.is_alive())
gate.set()
t.join()
print(t.is_alive())
for action in (t.start, lambda: threading.Thread(target=print).join()):
    try:
        action()
    except RuntimeError as error:
        print(error)
# expect: [('Thread-1 (work)', 0), ('Thread-2 (work)', 1), ('Thread-3 (work)', 2)]
# expect: MainThread True 1
# expect: False True
# expect: True None True
# expect: False
# expect: threads can only be started once
# expect: cannot join thread before it is started
