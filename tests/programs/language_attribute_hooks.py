class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "target", target)
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        self.log.append("get " + name)
        return getattr(self.target, name)

    def __setattr__(self, name, value):
        self.log.append("set " + name)
        setattr(self.target, name, value)

    def __delattr__(self, name):
        self.log.append("del " + name)
        delattr(self.target, name)


class Thing:
    size = 1


thing = Thing()
proxy = Proxy(thing)
proxy.size = 5
print(proxy.size, thing.size)  # expect: 5 5
del proxy.size
print(proxy.size, proxy.log)  # expect: 1 ['set size', 'get size', 'del size', 'get size']
try:
    proxy.colour
except AttributeError as error:
    print(error)  # expect: 'Thing' object has no attribute 'colour'
print(hasattr(proxy, "nothing"), getattr(proxy, "other", "default"))  # expect: False default


class Careful:
    value = 1

    def __getattribute__(self, name):
        if name.startswith("secret"):
            raise AttributeError("no secrets")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "fallback for " + name


c = Careful()
c.other = 2
print(c.value, c.other, c.secret, c.unknown)  # expect: 1 2 fallback for secret fallback for unknown


class WithProperty:
    @property
    def broken(self):
        raise AttributeError("inside the property")

    def __getattr__(self, name):
        return "fallback " + name


print(WithProperty().broken)  # expect: fallback broken
