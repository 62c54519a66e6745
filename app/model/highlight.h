// highlight: which colour a piece of Python source has. A tokenizer of its own, because the window never
// includes the engine and must colour sources that the engine refuses. Pure.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace forkscope::app {

enum class Ink : std::uint8_t { plain, keyword, string, number, comment, function_name };

struct InkRun {
  std::uint32_t begin = 0, end = 0;  // bytes of the line
  Ink ink = Ink::plain;
};

// What reaches from one line into the next: the quote of an open triple-quoted string, or nothing.
struct InkState {
  char open_quote = 0;
};

// Covers `line` without gaps.
std::vector<InkRun> highlight(std::string_view line, InkState& state);

}  // namespace forkscope::app
