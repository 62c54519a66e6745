import multiprocessing

color = "white, as the file says"
numbers = list(range(100_000))


def child(given):
    print("the child's color:", color)
    print("given to it:", given)
    print("names it knows:", "numbers" in globals(), "secret" in globals())


if __name__ == "__main__":
    color = "red, changed under the guard"
    secret = 42
    process = multiprocessing.Process(target=child, args=(("a tuple", 7),))
    process.start()
    process.join()
    print("exit code", process.exitcode)
