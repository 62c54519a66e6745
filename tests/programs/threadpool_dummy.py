# multiprocessing.dummy: the same names over threads.
import multiprocessing.dummy as dummy


def work(queue, value, lock):
    with lock:
        value.value += 1
    queue.put(dummy.current_process().name)


queue, value, lock = dummy.Queue(), dummy.Value("i", 5), dummy.Lock()
processes = [dummy.Process(target=work, args=(queue, value, lock), name=f"worker {i}") for i in range(2)]
print([process.exitcode for process in processes])  # expect: [None, None]
for process in processes:
    process.start()
for process in processes:
    process.join()
print(sorted(queue.get() for _ in processes), value, [process.exitcode for process in processes])
# expect: ['worker 0', 'worker 1'] <Value('i', 7)> [0, 0]
print(dummy.active_children(), dummy.Namespace(x=1, _hidden=2))  # expect: [] Namespace(x=1)
first, second = dummy.Pipe()
first.send("hello")
print(second.poll(), second.recv(), second.poll(0.01))  # expect: True hello False
with dummy.Pool(2) as pool:
    print(pool.map(len, ["a", "bc"]))  # expect: [1, 2]
print(dummy.Manager() is dummy, dummy.JoinableQueue is dummy.Queue)  # expect: True True
