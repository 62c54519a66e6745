// The mark of a Request (core/trace/step_plan.h): the same in every run that goes the same way.
#pragma once

#include "core/kernel/kernel.h"
#include "core/trace/step_plan.h"

namespace forkscope::kernel {

trace::StepMark mark_of(const Thread& thread, const Request& request, base::ObjectId object);

}  // namespace forkscope::kernel
