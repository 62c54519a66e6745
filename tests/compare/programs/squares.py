def work(item):
    return item * item


if __name__ == "__main__":
    print(work(3))
