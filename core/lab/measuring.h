// The loop around a measurement of the command line: turns until it is over, or until a signal, or the
// guard's end, cuts it short. Main thread of the lab.
#pragma once

#include <poll.h>
#include <signal.h>

#include <vector>

#include "core/lab/guard.h"
#include "core/lab/signals.h"

namespace forkscope::lab {

inline constexpr int kTurnMs = 2;
inline constexpr int kInterrupted = 130;  // exit code

// False if it was interrupted. `after_turn` is called after every turn.
template <typename Measurement, typename AfterTurn>
bool measure(Measurement& measurement, const Guarded& guarded, AfterTurn after_turn) {
  SignalQueue signals;
  bool interrupted = false;
  while (!measurement.over()) {
    std::vector<pollfd> descriptors{{signals.descriptor(), POLLIN, 0}, {guarded.guard_handle, POLLIN, 0}};
    measurement.add_descriptors(descriptors);
    ::poll(descriptors.data(), descriptors.size(), kTurnMs);
    interrupted = interrupted || descriptors[1].revents != 0;
    signals.take([&](int signal) { interrupted = interrupted || signal != SIGCHLD; });
    if (interrupted) measurement.stop();
    if (!measurement.over()) measurement.turn();
    after_turn();
  }
  return !interrupted;
}

}  // namespace forkscope::lab
