# Contexts and start methods.
import multiprocessing

if __name__ == "__main__":
    print(multiprocessing.get_context("fork").get_start_method(), multiprocessing.get_context("spawn").get_start_method())
    print(multiprocessing.get_context("spawn").Process.__name__)
    try:
        multiprocessing.get_context("thread")
    except ValueError as error:
        print(error)
    try:
        multiprocessing.set_start_method("spawn")
        multiprocessing.set_start_method("fork")
    except RuntimeError as error:
        print(error)
    print(multiprocessing.active_children(), multiprocessing.cpu_count() > 0)
# expect: fork spawn
# expect: SpawnProcess
# expect: cannot find context for 'thread'
# expect: context has already been set
# expect: [] True
