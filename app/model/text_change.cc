#include "app/model/text_change.h"

#include <algorithm>
#include <span>

namespace forkscope::app {

namespace {

constexpr std::size_t kMostCells = 4'000'000;

using Lines = std::span<const std::string>;

// Of each pair of places: how many lines the rests of both have in common.
class CommonLines {
 public:
  CommonLines(Lines older, Lines newer) : width_(newer.size() + 1) {
    cells_.assign((older.size() + 1) * width_, 0);
    for (std::size_t i = older.size(); i-- > 0;) {
      for (std::size_t j = newer.size(); j-- > 0;)
        at(i, j) = older[i] == newer[j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    }
  }
  std::uint32_t& at(std::size_t i, std::size_t j) { return cells_[i * width_ + j]; }

 private:
  std::size_t width_;
  std::vector<std::uint32_t> cells_;
};

// Between what is common at the beginning (`first` lines) and at the end.
void add_changes(Lines older, Lines newer, std::size_t first, std::vector<ChangedLine>& found) {
  const bool is_small = (older.size() + 1) * (newer.size() + 1) <= kMostCells;
  CommonLines common = is_small ? CommonLines(older, newer) : CommonLines({}, {});
  std::size_t i = 0, j = 0;
  while (i < older.size() || j < newer.size()) {
    const bool both = i < older.size() && j < newer.size();
    if (both && is_small && older[i] == newer[j]) {
      found.push_back({LineChange::same, newer[j], first + j + 1});
      ++i, ++j;
    } else if (i < older.size() && (!both || !is_small || common.at(i + 1, j) >= common.at(i, j + 1))) {
      found.push_back({LineChange::removed, older[i], first + i + 1});
      ++i;
    } else {
      found.push_back({LineChange::added, newer[j], first + j + 1});
      ++j;
    }
  }
}

}  // namespace

std::vector<ChangedLine> changes_between(const std::vector<std::string>& older,
                                         const std::vector<std::string>& newer) {
  const std::size_t least = std::min(older.size(), newer.size());
  std::size_t begin = 0, end = 0;
  while (begin < least && older[begin] == newer[begin]) ++begin;
  while (end < least - begin && older[older.size() - 1 - end] == newer[newer.size() - 1 - end]) ++end;
  std::vector<ChangedLine> found;
  for (std::size_t line = 0; line < begin; ++line) found.push_back({LineChange::same, newer[line], line + 1});
  add_changes(Lines(older).subspan(begin, older.size() - begin - end),
              Lines(newer).subspan(begin, newer.size() - begin - end), begin, found);
  for (std::size_t line = newer.size() - end; line < newer.size(); ++line)
    found.push_back({LineChange::same, newer[line], line + 1});
  return found;
}

}  // namespace forkscope::app
