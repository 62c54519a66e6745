// The kinds of Requests and notes by their names in requests.inc and notes.inc. Pure.
#pragma once

#include <string_view>

#include "core/trace/event.h"

namespace forkscope::app {

// "fd_write"; `none` for what is no kind.
trace::EventKind kind_of_name(std::string_view name);

}  // namespace forkscope::app
