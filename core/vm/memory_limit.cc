#include "core/vm/memory_limit.h"

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "core/vm/heap.h"

namespace forkscope::vm {

namespace {

std::atomic<std::uint64_t> limit{kDefaultMemoryLimit};
std::atomic<std::uint64_t> care_at{std::uint64_t{32} << 20};
std::atomic<std::int64_t> in_use{0};

// Threads count for themselves and hand in what has come together.
constexpr std::int64_t kHandIn = 64 * 1024;
constinit thread_local std::int64_t not_handed_in = 0;

void count(std::int64_t bytes) {
  not_handed_in += bytes;
  if (not_handed_in < kHandIn && not_handed_in > -kHandIn) return;
  in_use.fetch_add(not_handed_in, std::memory_order_relaxed);
  not_handed_in = 0;
}

bool is_far_beyond(std::size_t size) {
  const std::uint64_t most = limit.load(std::memory_order_relaxed);
  return size > most / 4 ? !fits_memory(size) : memory_in_use() + size > most + most / 4;
}

}  // namespace

void set_memory_limit(std::uint64_t bytes) {
  limit.store(bytes, std::memory_order_relaxed);
}
std::uint64_t memory_limit() {
  return limit.load(std::memory_order_relaxed);
}

std::uint64_t memory_in_use() {
  const std::int64_t given =
      in_use.load(std::memory_order_relaxed) - static_cast<std::int64_t>(kept_for_objects());
  return given < 0 ? 0 : static_cast<std::uint64_t>(given);
}

bool fits_memory(std::uint64_t more) {
  const std::uint64_t used = memory_in_use(), most = memory_limit();
  return used <= most && more <= most - used;
}

void set_memory_care_at(std::uint64_t bytes) {
  care_at.store(bytes, std::memory_order_relaxed);
}

bool memory_needs_care() {
  const std::uint64_t used = memory_in_use();
  return used > care_at.load(std::memory_order_relaxed) || used > memory_limit();
}

namespace {

void* take(std::size_t size) {
  if (size >= 4096 && MemoryGuard::is_on() && is_far_beyond(size)) throw std::bad_alloc();
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  count(static_cast<std::int64_t>(malloc_usable_size(memory)));
  return memory;
}

void give_back(void* memory) noexcept {
  if (memory == nullptr) return;
  count(-static_cast<std::int64_t>(malloc_usable_size(memory)));
  std::free(memory);
}

}  // namespace

}  // namespace forkscope::vm

void* operator new(std::size_t size) {
  return forkscope::vm::take(size);
}
void* operator new[](std::size_t size) {
  return forkscope::vm::take(size);
}
// The sanitizers would answer these from where operator delete below does not free.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return forkscope::vm::take(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void* operator new[](std::size_t size, const std::nothrow_t& nothrow) noexcept {
  return operator new(size, nothrow);
}
void operator delete(void* memory) noexcept {
  forkscope::vm::give_back(memory);
}
void operator delete[](void* memory) noexcept {
  forkscope::vm::give_back(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  forkscope::vm::give_back(memory);
}
void operator delete[](void* memory, std::size_t) noexcept {
  forkscope::vm::give_back(memory);
}
void operator delete(void* memory, const std::nothrow_t&) noexcept {
  forkscope::vm::give_back(memory);
}
void operator delete[](void* memory, const std::nothrow_t&) noexcept {
  forkscope::vm::give_back(memory);
}
