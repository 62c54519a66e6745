// KnownProcesses: what a process can be for the kernel, each once, with a number. They are kept both as
// bytes, by which they are found, and ready to be used. One thread.
#pragma once

#include <deque>
#include <vector>

#include "core/explore/interner.h"
#include "core/explore/state_bytes.h"
#include "core/kernel/sim/world.h"

namespace forkscope::explore {

class KnownProcesses {
 public:
  using Number = Interner::Id;
  static constexpr Number kNone = ~Number{0};

  // `before`: what it was before a move, which it may still be; that is soon seen.
  Number add(const kernel::SimProcess& process, Number before) {
    if (before < processes_.size() && processes_[before] == process) return before;
    const Interner::Found found = bytes_.add(bytes_of(process));
    if (found.is_new) {
      processes_.push_back(process);
      shown_.push_back(shown_bytes_.add(bytes_of_shown(process)).id);
    }
    return found.id;
  }
  const kernel::SimProcess& operator[](Number number) const { return processes_[number]; }
  // What it shows of itself to other processes, as a number of its own.
  Number shown(Number number) const { return shown_[number]; }
  // About what they take of the memory.
  std::size_t bytes() const {
    return bytes_.bytes() * (1 + kBytesOfOne) + shown_bytes_.bytes() +
           processes_.size() * (sizeof(kernel::SimProcess) + sizeof(Number));
  }

 private:
  // A guess at what a byte of these bytes is in the lists of a process.
  static constexpr std::size_t kBytesOfOne = 4;

  Interner bytes_, shown_bytes_;
  std::vector<Number> shown_;
  std::deque<kernel::SimProcess> processes_;
};

}  // namespace forkscope::explore
