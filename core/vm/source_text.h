// SourceText: a file's bytes as the lexer wants them: UTF-8 without byte order mark, line ends as \n, the
// last line ended. Also makes the SourceErrors that point into it. Owned by whoever compiles; read only once
// made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/vm/code.h"
#include "core/vm/source_error.h"

namespace forkscope::vm {

class SourceText {
 public:
  // Decodes as PEP 263 says (UTF-8, ASCII, Latin-1 and the character sets of character_sets.h); the error is
  // of kind `encoding` or syntax.
  static std::variant<SourceText, SourceError> decode(std::string_view bytes, std::string_view file_name);
  // Text that is already decoded, as it is: an expression of an f-string.
  static SourceText from_text(std::string text);

  std::string_view text() const { return text_; }
  // Without its end; lines count from 1. Empty past the last line.
  std::string_view line(std::int32_t number) const;
  std::uint32_t line_start(std::int32_t number) const;
  std::int32_t line_count() const { return static_cast<std::int32_t>(starts_.size()); }
  // Byte column (from 0) -> code point column (from 0).
  std::int32_t code_points(std::int32_t line_number, std::int32_t byte_column) const;

  SourceError error(SourceErrorKind kind, std::string message, const Position& at) const;
  // A place with a single caret, or none (column 0), in code points.
  SourceError error_at(SourceErrorKind kind, std::string message, std::int32_t line_number,
                       std::int32_t column) const;

 private:
  explicit SourceText(std::string text);
  std::string text_;
  std::vector<std::uint32_t> starts_;
};

// Length of the well-formed UTF-8 sequence that starts `text`, 0 if it is none.
std::size_t utf8_sequence_length(std::string_view text);
// The code point that starts `text`, which is well-formed.
char32_t decode_utf8(std::string_view text);
void append_utf8(std::string& text, char32_t code_point);

}  // namespace forkscope::vm
