// The memory of this process and its bound, so that a program that eats memory meets a MemoryError before the
// machine suffers. Counted is what operator new gave out; the bound is looked at in loops and calls, and
// where one operation could take much at once. Any thread; nothing blocks.
#pragma once

#include <cstdint>

namespace forkscope::vm {

inline constexpr std::uint64_t kDefaultMemoryLimit = std::uint64_t{1024} << 20;

void set_memory_limit(std::uint64_t bytes);
std::uint64_t memory_limit();
// Without the freed objects that are kept for new ones.
std::uint64_t memory_in_use();
// Whether so much more would stay within the bound.
bool fits_memory(std::uint64_t more);
inline bool memory_is_short() {
  return !fits_memory(0);
}

// Where more is in use than this, or than the bound, there is something to be done (collector.h).
void set_memory_care_at(std::uint64_t bytes);
bool memory_needs_care();

// While it lives, an allocation of this operating system's thread that goes far beyond the bound throws
// std::bad_alloc: for natives that gather in one go what a loop of the program would gather item by item.
class MemoryGuard {
 public:
  MemoryGuard() : before_(guarded) { guarded = true; }
  ~MemoryGuard() { guarded = before_; }
  MemoryGuard(const MemoryGuard&) = delete;
  MemoryGuard& operator=(const MemoryGuard&) = delete;

  static bool is_on() { return guarded; }

 private:
  static inline constinit thread_local bool guarded = false;
  bool before_;
};

}  // namespace forkscope::vm
