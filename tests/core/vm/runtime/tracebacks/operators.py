def mix(a, b):
    return len(a) + (a + b) * 2


mix("text", 3)
