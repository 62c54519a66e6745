// What is said of a state from which nobody can move. Any thread.
#pragma once

#include <functional>

#include "core/explore/graph.h"
#include "core/kernel/sim/world.h"

namespace forkscope::explore {

using RequestOf = std::function<kernel::SimRequest(base::ProcessId, base::ThreadId)>;

// It is over when the program's first process has ended: what others wait for then nobody sees.
End end_of(StateId id, const kernel::SimWorld& world, const RequestOf& request_of);

}  // namespace forkscope::explore
