// How schedules call a thread. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace forkscope::trace {

// The name a thread's own name leads to: without spaces, a queue's feeder for short.
std::string thread_label(std::string_view name);

}  // namespace forkscope::trace
