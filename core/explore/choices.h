// Which Requests are choices: where another order of what the threads do could be seen by somebody. What only
// its own thread can reach is done along with the Request before it. Any thread.
#pragma once

#include <functional>

#include "core/kernel/sim/sim_kernel.h"

namespace forkscope::explore {

// `before`: the last Request of the same thread, done just now in the same move; null: none. False: whatever
// others do first, they do the same and find the same.
bool is_choice(const kernel::SimMove& move, const kernel::SimRequest* before);

// What a thread of the same process is about to do.
using AskedBy = std::function<const kernel::SimRequest&(base::ThreadId)>;
// All other threads of its process wait for what only a Request of this one can bring about: where it is
// stopped in between is no choice.
bool has_gil_alone(const kernel::SimMove& move, const AskedBy& asked);

}  // namespace forkscope::explore
