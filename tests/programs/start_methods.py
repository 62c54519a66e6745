# stands for: TestStartMethod.test_context, TestStartMethod.test_set_get, TestStartMethod.test_get_all
# Contexts: each has its start method, which its children have too; the default one can be set once.
import multiprocessing as mp


def tell(conn):
    conn.send(mp.get_start_method())


def childs_method(context):
    r, w = context.Pipe(duplex=False)
    p = context.Process(target=tell, args=(w,))
    p.start()
    w.close()
    method = r.recv()
    r.close()
    p.join()
    return method


def attempt(action):
    try:
        print(action())
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)


def main():
    print(mp.get_start_method(allow_none=True))  # expect: None
    print(mp.get_all_start_methods())  # expect: ['fork', 'spawn', 'forkserver']
    for method in ("fork", "spawn", "forkserver"):
        context = mp.get_context(method)
        print(context.get_start_method(), context.get_context() is context, childs_method(context))
        # expect: fork True fork
        # expect: spawn True spawn
        # expect: forkserver True forkserver
    attempt(lambda: context.set_start_method("spawn"))  # expect: ValueError cannot set start method of concrete context
    attempt(lambda: context.set_start_method(None))  # expect: ValueError cannot set start method of concrete context
    attempt(lambda: mp.get_context("telepathy"))  # expect: ValueError cannot find context for 'telepathy'
    attempt(lambda: mp.set_start_method("telepathy"))  # expect: RuntimeError context has already been set

    for method in ("fork", "spawn", "forkserver"):
        mp.set_start_method(method, force=True)
        context = mp.get_context()
        print(mp.get_start_method(), type(context).__name__, context.Process.__name__, childs_method(mp))
        # expect: fork ForkContext ForkProcess fork
        # expect: spawn SpawnContext SpawnProcess spawn
        # expect: forkserver ForkServerContext ForkServerProcess forkserver
    attempt(lambda: mp.set_start_method("fork"))  # expect: RuntimeError context has already been set


if __name__ == "__main__":
    main()
