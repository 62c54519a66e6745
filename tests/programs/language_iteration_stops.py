"""StopIteration ends what iter() makes of a callable, and of a sequence that has only __getitem__."""


class Countdown:
    def __init__(self, left):
        self.left = left

    def __call__(self):
        if self.left == 0:
            raise StopIteration
        self.left -= 1
        return self.left


class Letters:
    def __init__(self, text):
        self.text = text

    def __getitem__(self, index):
        if index >= len(self.text):
            raise StopIteration
        return self.text[index]


print(list(iter(Countdown(3), "never")))  # expect: [2, 1, 0]
print(list(iter(Countdown(5), 2)))  # expect: [4, 3]
print([letter for letter in Letters("abc")], "b" in Letters("abc"))  # expect: ['a', 'b', 'c'] True
print(max(Letters("xyz")), "-".join(Letters("hi")))  # expect: z h-i
