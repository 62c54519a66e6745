# start method: spawn
# shows: checklist 14
# What cannot be pickled cannot be given to a spawned process: start() raises, and no child exists.
import multiprocessing

if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    p = context.Process(target=lambda: 0)
    try:
        p.start()
    except Exception as error:
        print(type(error).__name__, str(error).startswith("Can't pickle <function <lambda> at 0x"))
    print(p.pid, p.exitcode, p.is_alive())
    try:
        context.Process(target=print, args=(multiprocessing.get_context("fork").Lock(),)).start()
    except RuntimeError as error:
        print(error)
    try:
        import pickle

        pickle.dumps(context.Lock())
    except RuntimeError as error:
        print(error)
# expect: PicklingError True
# expect: None None False
# expect: A SemLock created in a fork context is being shared with a process in a spawn context. This is not supported. Please use the same context to create multiprocessing objects and Process.
# expect: Lock objects should only be shared between processes through inheritance
# python: 3.11.5 (before it lets the lock through)
