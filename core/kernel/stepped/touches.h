// What a Request may change for those who wait for another one (core/trace/steps.h, touch).
#pragma once

#include "core/trace/event.h"
#include "core/trace/steps.h"

namespace forkscope::kernel {

std::uint32_t touches(trace::EventKind kind);
// Whether threads or processes may begin or end by it.
bool changes_who_there_is(trace::EventKind kind);
// Adds what a step of `process` touches to what the plan says.
void note_touch(trace::StepPlan& plan, trace::EventKind kind, base::ObjectId object, base::ProcessId process);

}  // namespace forkscope::kernel
