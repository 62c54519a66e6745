class Name(str):
    def __new__(cls, text):
        return super().__new__(cls, text.strip())

    def shout(self):
        return self.upper() + "!"

    def __eq__(self, other):
        return str.__eq__(self.lower(), other.lower())

    def __hash__(self):
        return hash(self.lower())


n = Name("  Kim ")
print(n, len(n), n.shout(), n == "KIM", n != "kim", isinstance(n, str), type(n).__name__)  # expect: Kim 3 KIM! True True True Name
print(n + "x", type(n + "x").__name__, n[0], "im" in n, f"{n:>6}|", n.lower() == "kim", list(n))
# expect: Kimx str K True    Kim| True ['K', 'i', 'm']
print({"Kim": 1}.get(str(n)), "-".join([n, n]), n * 2, repr(n), n.startswith("K"), ("%s" % n))  # expect: 1 Kim-Kim KimKim 'Kim' True Kim
n.extra = 5
print(n.extra, n.__dict__)  # expect: 5 {'extra': 5}


class Plain(str):
    pass


print(Plain("abc") == "abc", {"abc": 1}[Plain("abc")], Plain(5), Plain(), [Plain("z")], Plain("a") < "b")  # expect: True 1 5  ['z'] True
