class Temperature:
    def __init__(self, celsius):
        self._celsius = celsius

    @property
    def celsius(self):
        """In degrees."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._celsius = value

    fahrenheit = property(lambda self: self._celsius * 9 / 5 + 32, lambda self, f: setattr(self, "_celsius", (f - 32) * 5 / 9))


t = Temperature(100)
print(t.celsius, t.fahrenheit, Temperature.celsius.__doc__, Temperature.celsius.fget(t))  # expect: 100 212.0 In degrees. 100
t.fahrenheit = 32
print(t.celsius)  # expect: 0.0
for action in (lambda: setattr(t, "celsius", -300), lambda: delattr(t, "celsius"), lambda: setattr(type("X", (), {"p": property()})(), "p", 1)):
    try:
        action()
    except (ValueError, AttributeError) as error:
        print(error)
# expect: too cold
# expect: property 'celsius' of 'Temperature' object has no deleter
# expect: property 'p' of 'X' object has no setter


class Warm(Temperature):
    @Temperature.celsius.setter
    def celsius(self, value):
        self._celsius = max(value, 20)

    @property
    def fahrenheit(self):
        return "warm " + str(super().fahrenheit)


w = Warm(50)
w.celsius = 5
print(w.celsius, w.fahrenheit)  # expect: 20 warm 68.0
