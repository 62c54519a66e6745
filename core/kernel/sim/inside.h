// SimInside: what the calling thread may do to the system while it runs a simulated process: nothing. Signals
// that the process ignores and handles are the simulation's; a change to files is only pretended where our
// library makes folders for its sockets, and refused for programs. real/ asks here before it changes
// anything.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/kernel/sim/world.h"

namespace forkscope::kernel {

struct SimInside {
  SimSignals* signals = nullptr;
  std::function<std::uint32_t()> line;  // of the program, where it is now; 0: none
  std::string refusal;                  // what it may not do, the first of them; with its line
};

// Of the calling thread; null: it runs no simulated process. Must stay until the next call.
void enter_simulated(SimInside* inside);
SimInside* simulated_inside();

// Whether there is a folder only in a simulation.
bool is_socket_folder(const std::string& path);
// Empty: the change is to be made. Otherwise what to answer instead.
std::optional<base::Status> instead_of_change(const std::string& path);
// True, and noted, where a simulated process runs: it may not do `what`.
bool is_refused(const std::string& what);

}  // namespace forkscope::kernel
