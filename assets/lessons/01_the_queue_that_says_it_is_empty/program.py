from multiprocessing import Queue
from time import sleep

ROUNDS = 1  # knob 1..1000
PAUSE = 0.02  # knob 0.0..0.5

q = Queue()
done = 0
while done < ROUNDS:
    if done > 0:
        sleep(PAUSE)
    q.put("red")
    q.put("blue")
    if q.empty():
        print("empty? But I put red and blue!")
    print("got", q.get(), "and", q.get())
    done = done + 1
