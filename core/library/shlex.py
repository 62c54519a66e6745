"""shlex: splits a line as a shell does, and quotes words for one."""

__all__ = ["split", "quote", "join"]

_BLANKS = " \t\r\n"
_QUOTES = "'\""


class _Words:
    """One pass over a text. In POSIX mode quotes and backslashes are not part of the words; otherwise quotes are."""

    def __init__(self, text, has_comments, is_posix):
        self._rest = iter(text)
        self._comment = "#" if has_comments else ""
        self._is_posix = is_posix
        # The word that is being read; None: between two words.
        self._word = None

    def read(self):
        words = []
        for character in self._rest:
            if character in _BLANKS:
                self._end_word(words)
            elif character in self._comment:
                if self._is_posix:
                    self._end_word(words)
                self._skip_line()
            elif self._is_posix and character == "\\":
                self._add(self._next_of_escape())
            elif character in _QUOTES and (self._is_posix or self._word is None):
                self._read_quoted(character)
                if not self._is_posix:
                    self._end_word(words)
            else:
                self._add(character)
        self._end_word(words)
        return words

    def _add(self, text):
        self._word = text if self._word is None else self._word + text

    def _end_word(self, words):
        if self._word is not None:
            words.append(self._word)
        self._word = None

    def _skip_line(self):
        for character in self._rest:
            if character == "\n":
                return

    def _next_of_escape(self):
        for character in self._rest:
            return character
        raise ValueError("No escaped character")

    def _read_quoted(self, quote):
        self._add("" if self._is_posix else quote)
        for character in self._rest:
            if character == quote:
                self._add("" if self._is_posix else quote)
                return
            if self._is_posix and character == "\\" and quote == '"':
                escaped = self._next_of_escape()
                self._add(escaped if escaped in '\\"' else "\\" + escaped)
            else:
                self._add(character)
        raise ValueError("No closing quotation")


def split(s, comments=False, posix=True):
    if s is None:
        import sys
        import warnings

        warnings.warn("Passing None for 's' to shlex.split() is deprecated.", DeprecationWarning, stacklevel=2)
        s = sys.stdin.read()
    return _Words(s, comments, posix).read()


def _is_safe(s):
    return all([character.isascii() and (character.isalnum() or character in "_@%+=:,./-") for character in s])


def quote(s):
    if not s:
        return "''"
    return s if _is_safe(s) else "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(word) for word in split_command])
