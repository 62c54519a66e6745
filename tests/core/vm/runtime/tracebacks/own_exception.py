class Refused(Exception):
    def __str__(self):
        return "refused by " + self.args[0]


def ask():
    raise Refused("the door")


ask()
