// Reader: takes events out of the rings of an arena and merges them by time into a Store. One reader an
// arena. Used by one thread; poll() never blocks.
#pragma once

#include <cstddef>
#include <memory>

#include "core/trace/arena.h"
#include "core/trace/store.h"

namespace forkscope::trace {

class Reader {
 public:
  // Neither is owned; both outlive the reader. Sets reader_alive.
  Reader(const Arena* arena, Store* store);
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // Moves what can be ordered safely from the rings to the store: an event is held back while a live thread
  // might still write an older one (bounded by `hold_ns`). Returns how many were moved.
  std::size_t poll();
  // As poll, but holds nothing back: for the end of a run.
  std::size_t finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace forkscope::trace
