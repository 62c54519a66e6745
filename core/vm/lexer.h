// The lexer: source text to tokens, with indentation as INDENT and DEDENT, as CPython's tokenizer does it. It
// reads all of the text at once; the first thing it cannot read becomes the last token (`error`) and
// `LexResult::error`. Any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/vm/source_text.h"
#include "core/vm/token.h"

namespace forkscope::vm {

// The comment `# knob lo..hi`.
struct KnobComment {
  std::int32_t line = 0;
  double low = 0, high = 0;
};

struct LexResult {
  std::vector<Token> tokens;  // ends with end_of_file or error
  std::optional<SourceError> error;
  // Where the text ended inside brackets: the innermost one; else 0. The error is then "'(' was never
  // closed".
  std::int32_t unclosed_line = 0;
  std::vector<KnobComment> knobs;
};

LexResult lex(const SourceText& source);

// What a number token may not look like; used by the lexer.
struct NumberScan {
  std::size_t length = 0;                      // of the token, or up to where the error is seen
  std::string error;                           // empty: fine
  std::size_t error_begin = 0, error_end = 0;  // of the text; 0 0: a single caret at the last character read
};
NumberScan scan_number(std::string_view text);

// Whether a code point may stand in a name (0-9 only when it is not the first).
bool is_name_start(char32_t code_point);
bool is_name_part(char32_t code_point);

}  // namespace forkscope::vm
