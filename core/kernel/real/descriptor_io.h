// Reads and writes in two steps, so that only a call that really waits counts as a wait: first without
// blocking, then for as long as it takes. Any thread; the first step never blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace forkscope::kernel {

// Bytes moved; or -1 with errno, EAGAIN where it would have to wait.
std::int64_t read_at_once(int descriptor, char* buffer, std::size_t size);
std::int64_t write_at_once(int descriptor, std::string_view bytes);
// Whether a write of so many bytes would put at least the first of them at once, or fail at once. Writes
// nothing. As exact as the system: a pipe that poll() calls full still has room in its last page for what
// fits there completely.
bool takes_bytes(int descriptor, std::size_t size);

// Writes all of it, unless an error or SIGINT comes first; bytes written, or -1 with errno if none were.
std::int64_t write_all(int descriptor, std::string_view bytes);

}  // namespace forkscope::kernel
