"""The subject of a match statement: a name given on the way, several values, with a star among them."""


def describe(line):
    match words := line.split():
        case []:
            return "nothing"
        case ["go", where]:
            return f"go to {where} ({len(words)} words)"
        case _:
            return f"{len(words)} words"


print(describe(""), describe("go home"), describe("a b c"), sep="; ")  # expect: nothing; go to home (2 words); 3 words
first, *others = numbers = [1, 2, 3]
match first, *others, total := sum(numbers):
    case 1, *middle, 6:
        print(middle, total)  # expect: [2, 3] 6
match count := len(numbers),:
    case (3,):
        print(count)  # expect: 3
