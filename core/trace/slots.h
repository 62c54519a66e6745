// Process slots of an arena: a process start claims one before it happens, so that the budget holds without a
// lock and without a count that a killed process could leave wrong. Any process of the session.
#pragma once

#include "core/trace/arena.h"

namespace forkscope::trace {

// Claims a slot for `process`, which `starter_pid` is about to start. Null when as many processes as the
// budget allows have one.
ProcessSlot* claim_process(const Arena& arena, base::ProcessId process, base::ProcessId parent,
                           std::int32_t starter_pid);
void process_runs(ProcessSlot& slot, std::int32_t pid);
// The slot of a process that is claimed or live; null if there is none.
ProcessSlot* find_process(const Arena& arena, base::ProcessId process);

// Gives up the slots of a process that has ended, its threads' too (their rings can still be read). Safe to
// repeat.
void end_process(const Arena& arena, base::ProcessId process);

}  // namespace forkscope::trace
