// Memory of objects and of the arrays of values in them. Most are small, short-lived and of few sizes, so
// freed ones are kept by size: taking one is then two loads. Objects lie apart from arrays, so that whoever
// looks for garbage can go over all of them. Only under the GIL, like everything of objects
// (reading the count is harmless without); memory goes back to the system at the end of the process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

#include "core/base/sanitizers.h"

namespace forkscope::vm {

namespace heap {

inline constexpr std::size_t kStep = 16, kClasses = 32;

// Sanitizers must see every object on its own.
inline constexpr bool kPooled = !base::kSanitized;

// What lies in a piece of memory; natives begin with what their virtual functions need, not as an Object.
enum class Pool : std::uint8_t { arrays, objects, natives };
inline constexpr std::size_t kPools = 3;

struct Free {
  std::uint64_t mark;  // 0 where an object would have its count, or a native its functions
  Free* next;
};
inline constinit Free* free_lists[kPools][kClasses] = {};
inline constinit std::size_t kept = 0;  // bytes in the free lists

// A new block for an empty free list; its first piece is the result.
void* refill(Pool pool, std::size_t size_class);
// What does not lie in a block.
void* take_alone(Pool pool, std::size_t size);
void give_back_alone(Pool pool, void* memory);
// All pieces of `pool`, which is not that of arrays, that were taken and not given back.
std::vector<void*> all_taken(Pool pool);

template <Pool kPool = Pool::arrays>
inline void* take(std::size_t size) {
  const std::size_t size_class = (size - 1) / kStep;
  if (!kPooled || size_class >= kClasses) return take_alone(kPool, size);
  Free*& list = free_lists[static_cast<std::size_t>(kPool)][size_class];
  Free* const taken = list;
  if (taken == nullptr) [[unlikely]]
    return refill(kPool, size_class);
  list = taken->next;
  kept -= (size_class + 1) * kStep;
  return taken;
}

// `size` as it was given to take().
template <Pool kPool = Pool::arrays>
inline void give_back(void* memory, std::size_t size) {
  const std::size_t size_class = (size - 1) / kStep;
  if (!kPooled || size_class >= kClasses) return give_back_alone(kPool, memory);
  Free*& list = free_lists[static_cast<std::size_t>(kPool)][size_class];
  list = new (memory) Free{0, list};
  kept += (size_class + 1) * kStep;
}

}  // namespace heap

// The memory of what was freed and is kept for new ones, in bytes.
inline std::size_t kept_for_objects() {
  return heap::kept;
}

// For arrays in objects.
template <typename T>
struct HeapAllocator {
  using value_type = T;
  HeapAllocator() = default;
  template <typename U>
  HeapAllocator(const HeapAllocator<U>&) {}
  T* allocate(std::size_t count) { return static_cast<T*>(heap::take(count * sizeof(T))); }
  void deallocate(T* memory, std::size_t count) { heap::give_back(memory, count * sizeof(T)); }
  bool operator==(const HeapAllocator&) const { return true; }
};

}  // namespace forkscope::vm
