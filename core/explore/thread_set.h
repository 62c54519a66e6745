// ThreadSet: a few threads, in the order in which they came. Also of processes, by their main threads. Plain
// values.
#pragma once

#include <algorithm>
#include <vector>

#include "core/base/ids.h"

namespace forkscope::explore {

class ThreadSet {
 public:
  bool has(base::ThreadId thread) const { return std::ranges::find(all_, thread) != all_.end(); }
  bool has_other_than(base::ThreadId thread) const {
    return std::ranges::any_of(all_, [thread](base::ThreadId each) { return each != thread; });
  }
  void add(base::ThreadId thread) {
    if (!has(thread)) all_.push_back(thread);
  }
  // Leaves out what is not in `others`.
  void keep(const ThreadSet& others) {
    std::erase_if(all_, [&others](base::ThreadId each) { return !others.has(each); });
  }
  void clear() { all_.clear(); }
  const std::vector<base::ThreadId>& all() const { return all_; }
  bool several() const { return all_.size() > 1; }
  // Whether one of these and one of the others are not the same.
  bool differ(const ThreadSet& others) const {
    return std::ranges::any_of(all_, [&](base::ThreadId each) { return others.has_other_than(each); });
  }

 private:
  std::vector<base::ThreadId> all_;
};

}  // namespace forkscope::explore
