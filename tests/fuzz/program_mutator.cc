#include "tests/fuzz/program_mutator.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

namespace forkscope::fuzz {

namespace {

constexpr std::string_view kValues[] = {"None",
                                        "True",
                                        "0",
                                        "-1",
                                        "1",
                                        "3",
                                        "255",
                                        "1 << 62",
                                        "1 << 70",
                                        "-(1 << 63)",
                                        "0.0",
                                        "-0.0",
                                        "1e308",
                                        "float('nan')",
                                        "float('inf')",
                                        "2j",
                                        "''",
                                        "'a'",
                                        "'\\uac00'",
                                        "'\\ud800'",
                                        "'%s%d'",
                                        "'{}{0!r:>5}'",
                                        "b''",
                                        "b'\\xff\\x00'",
                                        "bytearray(b'ab')",
                                        "memoryview(b'abc')",
                                        "()",
                                        "(1, 2)",
                                        "[]",
                                        "[3, 1, 2]",
                                        "{}",
                                        "{'a': 1}",
                                        "set()",
                                        "{1, 2}",
                                        "frozenset({1})",
                                        "range(5)",
                                        "range(9, -3, -2)",
                                        "...",
                                        "NotImplemented",
                                        "object()",
                                        "object",
                                        "type",
                                        "int",
                                        "str",
                                        "Exception",
                                        "ValueError('v')",
                                        "slice(None, None, -1)",
                                        "iter([1, 2])",
                                        "(x for x in range(3))",
                                        "lambda *a, **k: (a, k)",
                                        "print",
                                        "len",
                                        "super()",
                                        "self",
                                        "x",
                                        "globals()",
                                        "__name__"};

constexpr std::string_view kOperators[] = {
    "+",    "-",    "*",     "/",     "//",   "%",     "**",      "@",  "<<", ">>", "&",  "|",    "^",
    "<",    ">",    "<=",    ">=",    "==",   "!=",    "=",       ":=", "+=", "-=", "*=", "**=",  ">>=",
    ",",    ":",    ";",     ".",     "->",   "(",     ")",       "[",  "]",  "{",  "}",  " if ", " else ",
    " in ", " is ", " not ", " and ", " or ", " for ", " await ", "*",  "**", "~"};

// $ is an expression.
constexpr std::string_view kExpressions[] = {"($)",
                                             "[$]",
                                             "($,)",
                                             "{$: $}",
                                             "{$}",
                                             "{**$}",
                                             "[*$]",
                                             "not $",
                                             "-$",
                                             "~$",
                                             "$ + $",
                                             "$ * 3",
                                             "$ % $",
                                             "$ ** 2",
                                             "$ < $",
                                             "$ == $",
                                             "$ in $",
                                             "$ is $",
                                             "$ and $",
                                             "$ if $ else $",
                                             "$[0]",
                                             "$[-1]",
                                             "$[1:]",
                                             "$[::-1]",
                                             "$[$]",
                                             "$()",
                                             "$($)",
                                             "$(*$)",
                                             "$(**$)",
                                             "$($, key=$)",
                                             "(lambda: $)()",
                                             "(lambda x: $)($)",
                                             "[$ for x in $]",
                                             "{x: $ for x in $}",
                                             "(x for x in $ if $)",
                                             "sum([$])",
                                             "f'{$}'",
                                             "f'{$!r:>9}'",
                                             "f'{$:{$}}'",
                                             "(yield $)",
                                             "(yield from $)",
                                             "(x := $)",
                                             "str($)",
                                             "repr($)",
                                             "int($)",
                                             "list($)",
                                             "dict($)",
                                             "sorted($)",
                                             "iter($)",
                                             "next($)",
                                             "hash($)",
                                             "type($)",
                                             "type('C', ($,), {})",
                                             "isinstance($, $)",
                                             "getattr($, 'x')",
                                             "map($, $)",
                                             "zip($, $)",
                                             "max($, $)",
                                             "pow($, $, 7)",
                                             "'%r %s' % ($,)",
                                             "'{0!r:^9}'.format($)",
                                             "pickle.loads(pickle.dumps($))",
                                             "functools.partial($, $)",
                                             "collections.deque($)",
                                             "itertools.chain($, $)",
                                             "json.dumps($)",
                                             "eval('$')"};

// A line begins where the program's does; @ is the indentation.
constexpr std::string_view kStatements[] = {
    "$",
    "x = $",
    "x = y = $",
    "x, *y = $",
    "x += $",
    "x[0] = $",
    "x[1:2] = $",
    "self.x = $",
    "del x",
    "del x[0]",
    "return $",
    "yield $",
    "raise $",
    "raise $ from $",
    "assert $, $",
    "pass",
    "break",
    "continue",
    "global x",
    "nonlocal x",
    "import collections.abc as x",
    "from collections import *",
    "print($)",
    "exec('x = 1')",
    "if $:\n@    x = $\n@else:\n@    pass",
    "while $:\n@    x = $\n@    break",
    "for x in $:\n@    print(x)\n@else:\n@    x = 0",
    "for x, y in $:\n@    continue",
    "with $ as x:\n@    pass",
    "try:\n@    $\n@except Exception as e:\n@    x = e",
    "try:\n@    $\n@except ($):\n@    raise\n@finally:\n@    x = $",
    "try:\n@    $\n@except* $ as e:\n@    pass",
    "try:\n@    return $\n@finally:\n@    $",
    "def f(x=$, *a, y=$, **k):\n@    return $",
    "def g(x, /, y):\n@    z = yield $\n@    return $",
    "@$\n@class C($):\n@    x = $",
    "class C:\n@    def __init__(self, *a):\n@        self.x = $\n@    def __getattr__(self, name):\n@       "
    " return $",
    "class C($, metaclass=$):\n@    __slots__ = $",
    "class C:\n@    __eq__ = lambda s, o: $\n@    __hash__ = lambda s: $",
    "class C:\n@    def __iter__(self):\n@        yield $\n@    def __enter__(self): return $\n@    def "
    "__exit__(self, *a): return $",
    "class C:\n@    @property\n@    def x(self):\n@        return $\n@    @classmethod\n@    def y(cls): "
    "return $",
    "match $:\n@    case [x, *y] if $:\n@        x = $\n@    case {'a': z, **k} | None:\n@        pass\n@    "
    "case int(x):\n@        pass\n@    case _:\n@        x = $",
    "f'{x = }'",
    "lambda: $"};

enum class Shape : std::uint8_t { word, text, space, line, sign };
struct Token {
  Shape shape = Shape::sign;
  std::string text;
};

bool is_word(char letter) {
  return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_' ||
         static_cast<unsigned char>(letter) >= 0x80;
}

Token next_token(std::string_view rest) {
  const char first = rest[0];
  const auto while_true = [rest](auto holds) {
    return std::string(rest.begin(), std::find_if_not(rest.begin(), rest.end(), holds));
  };
  if (first == '\n') return {Shape::line, "\n"};
  if (first == ' ' || first == '\t')
    return {Shape::space, while_true([](char c) { return c == ' ' || c == '\t'; })};
  if (is_word(first)) return {Shape::word, while_true(is_word)};
  if (first == '\'' || first == '"') {
    const std::size_t end = rest.find_first_of(first == '"' ? "\"\n" : "'\n", 1);
    if (end != std::string_view::npos && rest[end] == first)
      return {Shape::text, std::string(rest.substr(0, end + 1))};
  }
  const bool is_double =
      rest.size() > 1 &&
      (rest[1] == '=' || (rest[1] == first && std::string_view("*/<>").find(first) != rest.npos));
  return {Shape::sign, std::string(rest.substr(0, is_double ? 2 : 1))};
}

std::vector<Token> tokens_of(std::string_view program) {
  std::vector<Token> tokens;
  while (!program.empty()) {
    tokens.push_back(next_token(program));
    program.remove_prefix(tokens.back().text.size());
  }
  return tokens;
}

std::vector<std::string> lines_of(std::string_view program) {
  std::vector<std::string> lines;
  while (!program.empty()) {
    const std::size_t end = program.find('\n');
    lines.emplace_back(program.substr(0, end));
    program.remove_prefix(end == std::string_view::npos ? program.size() : end + 1);
  }
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string program;
  for (const std::string& line : lines) program += line + "\n";
  return program;
}

std::string indentation_of(const std::string& line) {
  const std::size_t end = line.find_first_not_of(" \t");
  return end == std::string::npos ? std::string() : line.substr(0, end);
}

bool opens_block(const std::string& line) {
  return line.ends_with(':');
}

}  // namespace

ProgramMutator::ProgramMutator(std::vector<std::string> names, unsigned seed)
    : names_(std::move(names)), random_(seed) {}

std::size_t ProgramMutator::below(std::size_t count) {
  return random_() % count;
}

template <typename Items>
const auto& ProgramMutator::any_of(const Items& items) {
  return std::begin(items)[below(std::size(items))];
}

std::string ProgramMutator::mutate(std::string_view program) {
  std::string changed(program);
  for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
    if (below(2) == 0) {
      change_tokens(changed);
    } else {
      change_lines(changed);
    }
  }
  return changed;
}

std::string ProgramMutator::cross(std::string_view one, std::string_view other) {
  std::vector<std::string> lines = lines_of(one);
  const std::vector<std::string> others = lines_of(other);
  if (others.empty()) return std::string(one);
  const std::size_t first = below(others.size()),
                    count = 1 + below(std::min<std::size_t>(others.size() - first, 12));
  const std::size_t at = below(lines.size() + 1);
  const std::string wanted = at < lines.size() ? indentation_of(lines[at]) : "",
                    had = indentation_of(others[first]);
  std::vector<std::string> taken;
  for (std::size_t i = first; i < first + count; ++i) {
    taken.push_back(others[i].starts_with(had) ? wanted + others[i].substr(had.size()) : others[i]);
  }
  lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at), taken.begin(), taken.end());
  return joined(lines);
}

void ProgramMutator::change_tokens(std::string& program) {
  std::vector<Token> tokens = tokens_of(program);
  std::vector<std::size_t> choices;
  const bool is_sign = below(12) == 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Shape shape = tokens[i].shape;
    if (is_sign ? shape == Shape::sign : shape == Shape::word || shape == Shape::text) choices.push_back(i);
  }
  if (choices.empty()) return change_lines(program);
  std::string& text = tokens[any_of(choices)].text;
  if (is_sign) {
    text = any_of(kOperators);
  } else {
    switch (below(6)) {
      case 0:
        text = any_of(kValues);
        break;
      case 1:
        text = any_of(names_);
        break;
      case 2:
        text += "." + any_of(names_);
        break;
      case 3:
        text += "." + any_of(names_) + "(" + tokens[any_of(choices)].text + ")";
        break;
      case 4:
        text = tokens[any_of(choices)].text;
        break;
      default:
        text = in_something(text);
        break;
    }
  }
  std::string changed;
  for (const Token& token : tokens) changed += token.text;
  program = std::move(changed);
}

std::string ProgramMutator::in_something(const std::string& expression) {
  std::string made;
  bool is_first = true;
  for (const char letter : below(4) == 0 ? any_of(names_) + "($)" : std::string(any_of(kExpressions))) {
    if (letter != '$') {
      made += letter;
    } else {
      made += is_first || below(3) == 0 ? expression : std::string(any_of(kValues));
      is_first = false;
    }
  }
  return made;
}

std::string ProgramMutator::statement(const std::string& indentation, const std::string& expression) {
  std::string made = indentation;
  char before = 0;
  for (const char letter : any_of(kStatements)) {
    if (letter == '$') {
      made += below(2) == 0 ? expression : in_something(expression);
    } else if (letter == '@' && before == '\n') {
      made += indentation;
    } else {
      made += letter;
    }
    before = letter;
  }
  return made;
}

void ProgramMutator::change_lines(std::string& program) {
  std::vector<std::string> lines = lines_of(program);
  if (lines.empty()) lines.emplace_back();
  const std::size_t at = below(lines.size());
  const auto place = lines.begin() + static_cast<std::ptrdiff_t>(at);
  const std::string indentation = indentation_of(lines[at]);
  const std::size_t count = 1 + below(std::min<std::size_t>(lines.size() - at, 5));
  const auto end = place + static_cast<std::ptrdiff_t>(count);
  switch (below(8)) {
    case 0:
      lines.erase(place, end);
      break;
    case 1:
      lines.insert(place, lines[below(lines.size())]);
      break;
    case 2:
      std::swap(lines[at], lines[below(lines.size())]);
      break;
    case 3:
      for (auto line = place; line != end; ++line) *line = "    " + *line;
      lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at),
                   statement(indentation, std::string(any_of(kValues))));
      break;
    case 4:
      for (auto line = place; line != end; ++line)
        line->erase(0, std::min<std::size_t>(4, indentation_of(*line).size()));
      break;
    default: {
      const std::string inner = opens_block(lines[at]) ? indentation + "    " : indentation;
      lines.insert(place + 1,
                   statement(inner, below(2) == 0 ? any_of(names_) : std::string(any_of(kValues))));
    }
  }
  program = joined(lines);
}

}  // namespace forkscope::fuzz
