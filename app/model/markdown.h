// Markdown: a lesson's notes as blocks of styled runs, parsed once by md4c and drawn by widgets/rich_text.
// Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace forkscope::app {

struct TextRun {
  std::string text;  // '\n' = a forced break
  bool bold = false, italic = false, code = false;
};

struct TextBlock {
  enum class Kind : std::uint8_t { heading, paragraph, item, code } kind = Kind::paragraph;
  int level = 1;       // heading 1..6; item: depth from 1
  std::string marker;  // item: "•" or "2."; empty for a further paragraph of the same item
  std::vector<TextRun> runs;
};

std::vector<TextBlock> parse_markdown(const std::string& text);

}  // namespace forkscope::app
