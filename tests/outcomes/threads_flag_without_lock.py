# The loop looks at the flag again and again; it has to end some time after the flag was set, whatever was printed before.
# outcome: ok "done\n"
# every bytecode: nothing else
from threading import Thread

ready = False


def set_it():
    global ready
    ready = True


if __name__ == "__main__":
    other = Thread(target=set_it)
    other.start()
    while not ready:
        pass
    other.join()
    print("done")
