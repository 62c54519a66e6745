import multiprocessing

if __name__ == "__main__":
    process = multiprocessing.Process(target=lambda: print("ran", flush=True))
    process.start()
    process.join()
