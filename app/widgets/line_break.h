// Breaks a text into lines that fit a width: between words, never inside a number such as "87.0"; a word wider
// than a line, between characters. Pure: how wide a text is, the caller says. Any thread.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace forkscope::app {

using MeasureText = std::function<float(std::string_view)>;

// The lines, as parts of `text` (UTF-8), without the spaces and newlines between them. At least one.
std::vector<std::string_view> break_lines(std::string_view text, float width, const MeasureText& measure);

}  // namespace forkscope::app
