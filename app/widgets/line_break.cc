#include "app/widgets/line_break.h"

#include <algorithm>

namespace forkscope::app {

namespace {

// Where the character after `at` begins.
std::size_t next_character(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return at;
}

// How much of `text` fits, cut between two characters; at least one.
std::size_t fitting(std::string_view text, float width, const MeasureText& measure) {
  std::size_t end = next_character(text, 0);
  while (end < text.size()) {
    const std::size_t next = next_character(text, end);
    if (measure(text.substr(0, next)) > width) break;
    end = next;
  }
  return end;
}

// One line of `text`, which has no newline: up to the last space that fits.
std::string_view first_line(std::string_view text, float width, const MeasureText& measure) {
  std::size_t end = 0;
  while (end < text.size()) {
    const std::size_t word = text.find_first_not_of(' ', end);
    const std::size_t next = std::min(text.find(' ', word), text.size());
    if (measure(text.substr(0, next)) > width) break;
    end = next;
  }
  return text.substr(0, end > 0 ? end : std::min(fitting(text, width, measure), text.find(' ', 1)));
}

}  // namespace

std::vector<std::string_view> break_lines(std::string_view text, float width, const MeasureText& measure) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t newline = text.find('\n');
    std::string_view rest = text.substr(0, newline);
    do {
      const std::string_view line = first_line(rest, width, measure);
      lines.push_back(line);
      rest.remove_prefix(std::min(rest.find_first_not_of(' ', line.size()), rest.size()));
    } while (!rest.empty());
    if (newline == std::string_view::npos) return lines;
    text.remove_prefix(newline + 1);
  }
}

}  // namespace forkscope::app
