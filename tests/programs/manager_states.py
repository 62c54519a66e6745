# A manager is started once and shut down once; its initializer runs in the server.
# stands for: TestInitializers.test_manager_initializer
from multiprocessing import Manager, ProcessError, current_process
from multiprocessing.managers import BaseManager, SyncManager


def show(text):
    print(text, current_process().name, flush=True)


def tried(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error, flush=True)


if __name__ == "__main__":
    m = SyncManager()
    tried(m.list)
    tried(m.start, 1)
    m.start(show, ("initializer",))
    print(m.list([1]), m.address == m._process and False, type(m.address).__name__, flush=True)
    tried(m.start)
    tried(m.get_server)
    with m as same:
        print(same is m, flush=True)
    print(m._process.exitcode, m._state.value, flush=True)
    tried(m.start)
    tried(m.list)
    tried(BaseManager, authkey="text")
    server = SyncManager().get_server()
    print(type(server).__name__, sorted(server.registry)[:4], len(server.id_to_obj), flush=True)
    server.listener.close()
    m = Manager()
    print(m._process.name, m._process.daemon, m._number_of_objects(), flush=True)
    m.shutdown()
    m.shutdown()
    m.join()
# expect: AssertionError server not yet started
# expect: TypeError initializer must be a callable
# expect: initializer SyncManager-1
# expect: [1] False str
# expect: ProcessError Already started server
# expect: ProcessError Already started server
# expect: True
# expect: 0 2
# expect: ProcessError Manager has shut down
# expect: AssertionError server not yet started
# expect: TypeError string argument without an encoding
# expect: Server ['Array', 'AsyncResult', 'Barrier', 'BoundedSemaphore'] 1
# expect: SyncManager-2 False 0
