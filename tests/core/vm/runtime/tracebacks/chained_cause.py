def load(name):
    try:
        return {"a": 1}[name]
    except KeyError as error:
        raise LookupError("no " + name) from error


load("b")
