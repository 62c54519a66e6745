import multiprocessing

multiprocessing.set_start_method("spawn", force=True)


def child():
    print("hello from the child")


print("the file is read as", __name__)
process = multiprocessing.Process(target=child)
process.start()
process.join()
print("the child's exit code:", process.exitcode)
