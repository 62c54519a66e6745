try:
    int("x")
except ValueError:
    [][3]
