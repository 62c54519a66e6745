# stands for: _TestPoll.test_boundaries
# A child that polls reads nothing, so that the message stays whole for others.
import multiprocessing as mp


def look(reader, polled):
    print(reader.poll(100), flush=True)
    polled.set()


if __name__ == "__main__":
    reader, writer = mp.Pipe(False)
    polled = mp.Event()
    p = mp.Process(target=look, args=(reader, polled))
    p.start()
    writer.send_bytes(b"first")
    writer.send_bytes(b"second")
    polled.wait()
    p.join()
    writer.close()
    print(reader.recv_bytes(), reader.recv_bytes())
    try:
        reader.recv_bytes()
    except EOFError:
        print("end")
# expect: True
# expect: b'first' b'second'
# expect: end
# arguments: --start-method fork
# arguments: --start-method spawn
# arguments: --start-method forkserver
