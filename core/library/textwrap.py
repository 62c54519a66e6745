"""textwrap: paragraphs of a given width, indents and their removal."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_WHITESPACE = "\t\n\x0b\x0c\r "


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join([" " if letter in _WHITESPACE else letter for letter in text])
        return text

    def _split(self, text):
        """Words and the blanks between them; words end after their hyphens."""
        chunks = []
        place = 0
        while place < len(text):
            end = place + 1
            blank = text[place] in _WHITESPACE
            while end < len(text) and (text[end] in _WHITESPACE) == blank:
                end += 1
            word = text[place:end]
            chunks += [word] if blank or not self.break_on_hyphens else _hyphenated(word)
            place = end
        return chunks

    def _fix_sentence_endings(self, chunks):
        """Two blanks where a sentence ends and there was one, or the end of a line."""
        for place in range(len(chunks) - 1):
            if chunks[place + 1] == " " and _ends_sentence(chunks[place]):
                chunks[place + 1] = "  "

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        chunks.reverse()
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                chunks.pop()
            line, length = [], 0
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._handle_long_word(chunks, line, length, width)
                length = sum([len(chunk) for chunk in line])
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line[-1])
                line.pop()
            if not line:
                continue
            rest_is_blank = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or rest_is_blank and length <= width:
                lines.append(indent + "".join(line))
                continue
            self._append_last(lines, indent, line, length, width)
            break
        return lines

    def _handle_long_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        end = space
        word = chunks[-1]
        if self.break_on_hyphens and len(word) > space:
            hyphen = word.rfind("-", 0, space)
            if hyphen > 0 and any([letter != "-" for letter in word[:hyphen]]):
                end = hyphen + 1
        line.append(word[:end])
        chunks[-1] = word[end:]

    def _append_last(self, lines, indent, line, length, width):
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + "".join(line))
                return
            length -= len(line[-1])
            line.pop()
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())


def _is_of_word(letter):
    return letter.isalnum() or letter == "_"


def _is_letter(letter):
    return _is_of_word(letter) and not letter.isdecimal()


def _hyphenated(word):
    """Cut after a hyphen between parts of words, and before and after a dash of several."""
    parts = []
    begin = place = 0
    while place < len(word):
        end = place
        while end < len(word) and word[end] == "-":
            end += 1
        if _is_dash(word, place, end):
            parts += [word[begin:place], word[place:end]]
            begin = end
        elif end - place == 1 and place > begin and _joins(word, place):
            parts.append(word[begin:end])
            begin = end
        place = max(end, place + 1)
    parts.append(word[begin:])
    return [part for part in parts if part]


def _is_dash(word, begin, end):
    return (end - begin > 1 and begin > 0 and end < len(word) and _is_of_word(word[end])
            and (_is_of_word(word[begin - 1]) or word[begin - 1] in "!\"'&.,?"))


def _joins(word, place):
    """Whether two letters, or one of a chain like a-b-, stand before the hyphen, and two behind it."""
    behind = word[place + 1:place + 4]
    if len(behind) > 1 and behind[1] == "-":
        behind = behind[0] + behind[2:]
    if len(behind) < 2 or not _is_letter(behind[0]) or not _is_letter(behind[1]):
        return False
    if place < 2 or not _is_letter(word[place - 1]):
        return False
    return _is_letter(word[place - 2]) or place > 2 and word[place - 2] == "-" and _is_letter(word[place - 3])


def _ends_sentence(word):
    word = word[:-1] if word[-1] in "\"'" else word
    return len(word) > 1 and word[-1] in ".!?" and "a" <= word[-2] <= "z"


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    lines = text.split("\n")
    margin = None
    for place, line in enumerate(lines):
        content = line.lstrip(" \t")
        if not content:
            lines[place] = ""
            continue
        blanks = line[:len(line) - len(content)]
        margin = blanks if margin is None else _common(margin, blanks)
    if margin:
        lines = [line[len(margin):] if line else line for line in lines]
    return "\n".join(lines)


def _common(first, second):
    end = 0
    while end < len(first) and end < len(second) and first[end] == second[end]:
        end += 1
    return first[:end]


def indent(text, prefix, predicate=None):
    if predicate is None:
        def predicate(line):
            return line.strip()
    return "".join([prefix + line if predicate(line) else line for line in text.splitlines(True)])
