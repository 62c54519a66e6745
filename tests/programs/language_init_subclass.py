class Plugin:
    registry = {}

    def __init_subclass__(cls, name=None, **keywords):
        super().__init_subclass__(**keywords)
        cls.registry[name or cls.__name__.lower()] = cls


class Json(Plugin):
    pass


class Text(Plugin, name="txt"):
    pass


print(sorted(Plugin.registry), Plugin.registry["txt"].__name__)  # expect: ['json', 'txt'] Text
try:
    class Broken(Plugin, colour="red"):
        pass
except TypeError as error:
    print(error)  # expect: Broken.__init_subclass__() takes no keyword arguments
try:
    class Plain(size=3):
        pass
except TypeError as error:
    print(error)  # expect: Plain.__init_subclass__() takes no keyword arguments
