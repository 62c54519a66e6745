// Tokens: what the lexer makes of source text and the parser reads. A token's text is a view into the
// SourceText, which must outlive it.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/vm/code.h"

namespace forkscope::vm {

#define FORKSCOPE_KEYWORDS(X)                                                                                \
  X(kw_false, "False")                                                                                       \
  X(kw_none, "None")                                                                                         \
  X(kw_true, "True") X(kw_and, "and") X(kw_as, "as") X(kw_assert, "assert") X(kw_async, "async")             \
      X(kw_await, "await") X(kw_break, "break") X(kw_class, "class") X(kw_continue, "continue")              \
          X(kw_def, "def") X(kw_del, "del") X(kw_elif, "elif") X(kw_else, "else") X(kw_except, "except")     \
              X(kw_finally, "finally") X(kw_for, "for") X(kw_from, "from") X(kw_global, "global")            \
                  X(kw_if, "if") X(kw_import, "import") X(kw_in, "in") X(kw_is, "is") X(kw_lambda, "lambda") \
                      X(kw_nonlocal, "nonlocal") X(kw_not, "not") X(kw_or, "or") X(kw_pass, "pass")          \
                          X(kw_raise, "raise") X(kw_return, "return") X(kw_try, "try") X(kw_while, "while")  \
                              X(kw_with, "with") X(kw_yield, "yield")

#define FORKSCOPE_OPERATORS(X)                                                                              \
  X(left_paren, "(")                                                                                        \
  X(right_paren, ")")                                                                                       \
  X(left_bracket, "[") X(right_bracket, "]") X(left_brace, "{") X(right_brace, "}") X(colon, ":")           \
      X(comma, ",") X(semicolon, ";") X(plus, "+") X(minus, "-") X(star, "*") X(slash, "/") X(bar, "|")     \
          X(ampersand, "&") X(less, "<") X(greater, ">") X(equal, "=") X(dot, ".") X(percent, "%")          \
              X(equal_equal, "==") X(not_equal, "!=") X(less_equal, "<=") X(greater_equal, ">=")            \
                  X(tilde, "~") X(caret, "^") X(left_shift, "<<") X(right_shift, ">>") X(double_star, "**") \
                      X(plus_equal, "+=") X(minus_equal, "-=") X(star_equal, "*=") X(slash_equal, "/=")     \
                          X(percent_equal, "%=") X(ampersand_equal, "&=") X(bar_equal, "|=")                \
                              X(caret_equal, "^=") X(left_shift_equal, "<<=") X(right_shift_equal, ">>=")   \
                                  X(double_star_equal, "**=") X(double_slash, "//")                         \
                                      X(double_slash_equal, "//=") X(at, "@") X(at_equal, "@=")             \
                                          X(arrow, "->") X(ellipsis, "...") X(colon_equal, ":=")

enum class TokenKind : std::uint8_t {
  end_of_file,
  newline,
  indent,
  dedent,
  name,
  number,
  string,
  unknown,  // a character that starts no token; the parser refuses it
  error,    // always the last one: the lexer's SourceError says what
#define FORKSCOPE_TOKEN(kind, text) kind,
  FORKSCOPE_KEYWORDS(FORKSCOPE_TOKEN) FORKSCOPE_OPERATORS(FORKSCOPE_TOKEN)
#undef FORKSCOPE_TOKEN
};

struct Token {
  TokenKind kind = TokenKind::end_of_file;
  std::uint16_t level = 0;  // brackets open after this token
  Position at;
  std::string_view text;
};

}  // namespace forkscope::vm
