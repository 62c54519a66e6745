def helper():
    return "helped by " + __name__
