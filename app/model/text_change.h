// What was changed between two texts, line by line: the longest lines that both have in common in order, and
// what was taken away and put in between. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace forkscope::app {

enum class LineChange : std::uint8_t { same, removed, added };

struct ChangedLine {
  LineChange change = LineChange::same;
  std::string text;
  std::size_t number = 0;  // in the newer text, from 1; removed: in the older one

  bool operator==(const ChangedLine&) const = default;
};

// The longest common subsequence by dynamic programming; of very long texts, which differ everywhere, all
// that is not common at the beginning and end counts as changed.
std::vector<ChangedLine> changes_between(const std::vector<std::string>& older,
                                         const std::vector<std::string>& newer);

}  // namespace forkscope::app
