"""getpass: who runs the program."""
import os


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = os.environ.get(name)
        if user:
            return user
    raise OSError("No username set in the environment")


def getpass(prompt="Password: ", stream=None):
    return input(prompt)
