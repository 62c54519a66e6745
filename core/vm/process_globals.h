// ProcessGlobals: what the objects of a process keep outside of its Vm, once a process of the system. Where
// several simulated processes live in one, whoever runs one of them exchanges its own for those of the one
// that ran before. The GIL guards it.
#pragma once

#include <cstdint>
#include <vector>

#include "core/vm/finalizers.h"

namespace forkscope::vm {

struct ProcessGlobals {
  std::vector<Finalizer> waiting;
  bool finalizers_exist = false;
  std::uint64_t next_identity = 0x7f0000000010;
};

// From now on `mine` are the process's; what they were before.
ProcessGlobals exchange_globals(ProcessGlobals mine);
const std::vector<Finalizer>& waiting_finalizers();
void set_waiting_finalizers(std::vector<Finalizer> finalizers);
// The next that identity_of() gives out; what it was before.
std::uint64_t exchange_next_identity(std::uint64_t next);

}  // namespace forkscope::vm
