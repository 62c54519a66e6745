class A:
    x = 1
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __repr__(self): return f'A({self.v!r})'
    @property
    def p(self): return self.v
    @staticmethod
    def s(): pass
class B(A):
    def __init__(self): super().__init__(2)
print(B(), A(1) == B(), B().p)
