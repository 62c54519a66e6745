// Recorder: the writing end of one thread's ring. Owned by the kernel's Thread; used by that thread alone.
// write() never blocks in free run, except for `keep` kinds, which wait (bounded) for the reader.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/trace/arena.h"

namespace forkscope::trace {

class Recorder {
 public:
  Recorder() = default;  // records nothing

  // Claims a thread slot of `arena`. With no slot free it records nothing and counts nothing; enabled() is
  // false.
  Recorder(const Arena* arena, base::ProcessId process, base::ThreadId thread);
  ~Recorder() = default;

  bool enabled() const {
    return slot_ != nullptr && arena_->header().tracing.load(std::memory_order_relaxed) != 0;
  }
  const Arena* arena() const { return arena_; }
  ThreadSlot* slot() const { return slot_; }
  base::ProcessId process() const { return process_; }
  base::ThreadId thread() const { return thread_; }
  std::int64_t now() const { return arena_ == nullptr ? 0 : arena_->ticks(); }

  // Writes `event`; process, thread and line are filled in here; time_ns and began_ns are ticks (0 = now).
  void write(Event event);

  // A note, when enabled.
  void note(EventKind kind, base::ObjectId object = 0, std::int64_t a = 0, std::int64_t b = 0,
            base::StringId string = 0, std::int64_t result = 0);

  // The line of the program this thread is on; one relaxed store.
  void set_line(std::uint32_t line) {
    line_ = line;
    if (slot_ != nullptr) slot_->line.store(line, std::memory_order_relaxed);
  }
  std::uint32_t line() const { return line_; }
  // Calls into the library, while it is enabled: how many have begun or ended, and how many it is in.
  std::uint32_t calls() const { return calls_; }
  std::uint32_t depth() const { return depth_; }

  // Gives the slot up (the reader frees it once it is drained). After a fork the child forgets without giving
  // up: it just assigns a new Recorder.
  void close();

 private:
  const Arena* arena_ = nullptr;
  ThreadSlot* slot_ = nullptr;
  Event* ring_ = nullptr;
  base::ProcessId process_ = 0;
  base::ThreadId thread_ = 0;
  std::uint32_t line_ = 0;
  std::uint32_t calls_ = 0, depth_ = 0;
  std::uint64_t known_tail_ = 0;  // what the reader had read when last looked at
  bool reader_stalls_ = false;    // it made no room within the time limit

  bool make_room(std::uint64_t head, bool keep);
};

// Interns strings of one process, so that a short text that comes again is seldom stored again: each has one
// place, where it stays until another one needs that. Used with the GIL held.
class StringTable {
 public:
  explicit StringTable(const Arena* arena = nullptr) : arena_(arena) {}
  base::StringId intern(std::string_view text);

 private:
  struct Place {
    std::string text;
    base::StringId id = 0;
  };
  const Arena* arena_;
  std::vector<Place> places_;  // made when first used
};

}  // namespace forkscope::trace
