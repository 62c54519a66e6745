// Ids of processes, threads, kernel objects and strings. They are ours, count up from 1 over a whole session, and are
// never used twice; 0 means none. The operating system's pid is an attribute, not an id.
#pragma once

#include <cstdint>

namespace forkscope::base {

using ProcessId = std::uint32_t;
using ThreadId = std::uint32_t;
using ObjectId = std::uint32_t;
using StringId = std::uint32_t;

}  // namespace forkscope::base
