// SourceError: why a source text cannot become code, with the place. Made by the lexer, the parser, the scope
// analysis and the compiler; printed as CPython prints it. Plain data, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace forkscope::vm {

enum class SourceErrorKind : std::uint8_t {
  syntax,       // SyntaxError
  indentation,  // IndentationError
  tab,          // TabError
  unsupported,  // valid Python that Forkscope does not run
  encoding,     // SyntaxError before there are any lines: the bytes are not text
};

struct SourceError {
  SourceErrorKind kind = SourceErrorKind::syntax;
  std::string message;
  // Lines and columns count from 1, columns in code points. column 0: no caret. end_column is one past the
  // last character, 0 where only the first is known, -1 at the end of the text.
  std::int32_t line = 0, column = 0;
  std::int32_t end_line = 0, end_column = 0;
  std::string text;  // the line, without its end; empty: nothing to show
};

// "SyntaxError", "IndentationError" or "TabError".
std::string_view exception_name(SourceErrorKind kind);

// What python3 writes to stderr: file and line, the source line, carets, the message. Ends with a newline.
std::string format_source_error(const SourceError& error, std::string_view file_name);

}  // namespace forkscope::vm
