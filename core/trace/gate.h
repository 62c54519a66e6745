// The gate that stops a running program: one word of the arena on which every thread of every process sleeps
// while it is closed. Closed and opened by the lab; passed by the kernel of each process.
#pragma once

#include "core/trace/arena.h"

namespace forkscope::trace {

// From now on every thread stops at its next Request or backward jump. Does not wait until they have.
void close_gate(const Arena& arena);
// Lets everybody go on.
void open_gate(const Arena& arena);
// True when every live thread of the program stands at the gate or waits inside a Request.
bool all_parked(const Arena& arena);

// Sleeps while the gate is closed; `slot` (may be null) says so meanwhile. The calling thread must not hold a
// GIL.
void wait_at_gate(const Arena& arena, ThreadSlot* slot);

}  // namespace forkscope::trace
