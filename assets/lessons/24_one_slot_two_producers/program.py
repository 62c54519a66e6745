from multiprocessing import Process, Queue

ITEMS = 1  # knob 1..3


def produce(q, name):
    for number in range(ITEMS):
        q.put(name + str(number))


if __name__ == "__main__":
    q = Queue(1)
    producers = [Process(target=produce, args=(q, name)) for name in "ab"]
    for producer in producers:
        producer.start()
    for _ in range(2 * ITEMS):
        print(q.get(), end=" ")
    print()
    for producer in producers:
        producer.join()
