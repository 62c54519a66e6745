# Connections travel: over other connections and through queues, to processes that run already.
import multiprocessing as mp


def serve(conn, queue):
    inner = conn.recv()
    inner.send("through the inner pipe")
    inner.close()
    one_way = queue.get()
    one_way.send("one way")
    one_way.close()
    conn.send("done")
    conn.close()


def main():
    for method in ("fork", "spawn", "forkserver"):
        context = mp.get_context(method)
        a, b = context.Pipe()
        queue = context.Queue()
        p = context.Process(target=serve, args=(b, queue))
        p.start()
        b.close()
        here, there = context.Pipe()
        a.send(there)
        print(here.recv())
        reader, writer = context.Pipe(False)
        queue.put(writer)
        print(reader.recv())
        writer.close()
        print(a.recv())
        there.close()
        for conn in (here, reader):
            try:
                conn.recv()
            except EOFError:
                print("closed by the other")
        p.join()


if __name__ == "__main__":
    main()
# expect: through the inner pipe
# expect: one way
# expect: done
# expect: closed by the other
# expect: closed by the other
# expect: through the inner pipe
# expect: one way
# expect: done
# expect: closed by the other
# expect: closed by the other
# expect: through the inner pipe
# expect: one way
# expect: done
# expect: closed by the other
# expect: closed by the other
