#include "app/model/console.h"

#include <algorithm>

namespace forkscope::app {

void ConsoleLines::clear() {
  *this = ConsoleLines();
}

void ConsoleLines::update(const trace::Store& store) {
  const auto& output = store.output();
  if (output.size() < pieces_) clear();
  for (; pieces_ < output.size(); ++pieces_)
    add(pieces_, output[pieces_], store.string(output[pieces_].text));
}

void ConsoleLines::add(std::uint64_t piece, const trace::OutputPiece& output, const std::string& text) {
  std::size_t begin = 0;
  while (begin < text.size()) {
    if (!line_open_) lines_.emplace_back();
    const std::size_t newline = text.find('\n', begin);
    const std::size_t end = std::min(newline, text.size());
    lines_.back().segments.push_back(
        ConsoleSegment{piece, output.process, output.is_error, text.substr(begin, end - begin)});
    line_open_ = newline == std::string::npos;
    begin = end + 1;
  }
}

std::size_t ConsoleLines::count_at(std::uint64_t pieces) const {
  const auto past = std::partition_point(lines_.begin(), lines_.end(), [pieces](const ConsoleLine& line) {
    return line.segments.front().piece < pieces;
  });
  return static_cast<std::size_t>(past - lines_.begin());
}

}  // namespace forkscope::app
