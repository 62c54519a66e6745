// A trace on disk, so that a run can be kept, sent and looked at again. The format is documented in
// trace_file.cc's neighbour FORMAT.md. Used by any thread; reads and writes whole files and may block on the
// disk.
#pragma once

#include <string>

#include "core/base/result.h"
#include "core/trace/store.h"

namespace forkscope::trace {

struct TraceFileHeader {
  std::string program_name;  // "program.py"
  std::string program_text;  // its source, so that a trace explains itself
  std::int64_t origin_wall_ns = 0;
};

// Writes through a temporary name beside `path` and renames, so `path` is whole or absent.
[[nodiscard]] base::Status write_trace(const std::string& path, const TraceFileHeader& header,
                                       const Store& store);

// Where write_trace writes until the file is whole; for whoever cleans up after a kill.
std::string unfinished_trace(const std::string& path);

struct ReadTrace {
  TraceFileHeader header;
  std::string damage;  // empty, or what is wrong and at which byte offset; the store holds what could be kept
};
// Fails only where nothing can be kept (no such file, not a trace, a newer version).
[[nodiscard]] base::Result<ReadTrace> read_trace(const std::string& path, Store& store);

}  // namespace forkscope::trace
