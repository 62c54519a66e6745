// Where entropy() of host.h comes from: the system, or the session's repeatable bits while a program is
// stepped.
#pragma once

#include "core/trace/arena.h"

namespace forkscope::kernel {

// `arena` must stay until the next call; null: the system.
void draw_entropy_from(const trace::Arena* arena);

}  // namespace forkscope::kernel
