# Who waits for a module that another thread fails to load has what was made of it until then; it does not load it again.
import builtins
import sys
import threading

import import_package

builtins.import_began = threading.Event()
builtins.others_import = threading.Event()
told = []


def load():
    try:
        import import_package.failing_late
    except ValueError as error:
        told.append(f"the loader: {error}")


def name():
    import_began.wait()
    others_import.set()
    from import_package.failing_late import first
    told.append(f"name: {first}")


def run(waiting):
    import_began.clear()
    others_import.clear()
    threads = [threading.Thread(target=load), threading.Thread(target=waiting)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sorted(told), "import_package.failing_late" in sys.modules)
    told.clear()


run(name)
try:
    import_package.failing_late
except AttributeError as error:
    print(error)
# expect: ['name: 1', 'the loader: on purpose'] False
# expect: module 'import_package' has no attribute 'failing_late'
