// What a Request may change for those who wait for another one (core/trace/steps.h, touch).
#pragma once

#include "core/trace/event.h"
#include "core/trace/steps.h"

namespace forkscope::kernel {

std::uint32_t touches(trace::EventKind kind);
// Adds what a step touches to what its thread's seat says.
void note_touch(trace::Seat& seat, trace::EventKind kind, base::ObjectId object);

}  // namespace forkscope::kernel
