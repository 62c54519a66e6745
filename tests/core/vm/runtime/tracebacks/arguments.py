def greet(name, *, greeting):
    print(greeting, name)


greet("Ada", "hello")
