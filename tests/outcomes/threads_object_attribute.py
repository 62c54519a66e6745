# The account is read, deposit() is called, the account is written: both may read 0. The lock of the second account keeps the two apart.
# outcome: ok "5 10\n"
# outcome: ok "10 10\n"
# every bytecode: nothing else
from threading import Lock, Thread


class Account:
    def __init__(self):
        self.money = 0


def added(money, amount):
    return money + amount


def deposit(bare, guarded, lock):
    bare.money = added(bare.money, 5)
    with lock:
        guarded.money = added(guarded.money, 5)


if __name__ == "__main__":
    bare, guarded, lock = Account(), Account(), Lock()
    other = Thread(target=deposit, args=(bare, guarded, lock))
    other.start()
    deposit(bare, guarded, lock)
    other.join()
    print(bare.money, guarded.money)
