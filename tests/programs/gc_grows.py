# What only holds itself goes without being asked for, before memory ends.
class Node:
    pass


gone = 0


class Counted:
    def __del__(self):
        global gone
        gone += 1


def large():
    node = Node()
    node.me = node
    node.data = bytes(200_000)
    node.counted = Counted()


def small():
    one, two = [], {}
    one.append(two)
    two["one"] = one


for number in range(15_000):
    large()
print(gone > 10_000)
for number in range(1_000_000):
    small()
print("done")

# expect: True
# expect: done
