import multiprocessing

level = 1
settings = {"level": 1}


def child(method, given):
    print(method, "level:", level, "settings:", settings, "given:", given)
    settings["level"] = 100


if __name__ == "__main__":
    level = 2
    settings["level"] = 2
    for method in ["fork", "spawn", "forkserver"]:
        context = multiprocessing.get_context(method)
        process = context.Process(target=child, args=(method, level))
        process.start()
        process.join()
    print("here level:", level, "settings:", settings)
