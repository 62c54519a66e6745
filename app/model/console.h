// ConsoleLines: a session's output as lines of coloured segments, built piece by piece as the store receives
// it. Each segment knows its piece, so the output of any earlier moment is a prefix. Used by the window
// thread; pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/trace/store.h"

namespace forkscope::app {

struct ConsoleSegment {
  std::uint64_t piece = 0;  // index of the output piece it came with
  base::ProcessId process = 0;
  bool is_error = false;
  std::string text;
};

struct ConsoleLine {
  std::vector<ConsoleSegment> segments;
};

class ConsoleLines {
 public:
  // Takes in the pieces that are new since the last call.
  void update(const trace::Store& store);
  void clear();

  const std::vector<ConsoleLine>& lines() const { return lines_; }
  // How many lines have begun when `pieces` output pieces have been printed.
  std::size_t count_at(std::uint64_t pieces) const;

 private:
  void add(std::uint64_t piece, const trace::OutputPiece& output, const std::string& text);

  std::uint64_t pieces_ = 0;
  bool line_open_ = false;
  std::vector<ConsoleLine> lines_;
};

}  // namespace forkscope::app
