// Memory of objects and of the arrays of values in them. Most are small, short-lived and of few sizes, so
// freed ones are kept by size: taking one is then two loads. Only under the GIL, like everything of objects
// (reading the count is harmless without); memory goes back to the system at the end of the process.
#pragma once

#include <cstddef>
#include <new>

#include "core/base/sanitizers.h"

namespace forkscope::vm {

namespace heap {

inline constexpr std::size_t kStep = 16, kClasses = 32;

// Sanitizers must see every object on its own.
inline constexpr bool kPooled = !base::kSanitized;

struct Free {
  Free* next;
};
inline constinit Free* free_lists[kClasses] = {};
inline constinit std::size_t kept = 0;  // bytes in the free lists

// A new block for an empty free list; its first piece is the result.
void* refill(std::size_t size_class);

inline void* take(std::size_t size) {
  const std::size_t size_class = (size - 1) / kStep;
  if (!kPooled || size_class >= kClasses) return ::operator new(size);
  Free* const taken = free_lists[size_class];
  if (taken == nullptr) [[unlikely]]
    return refill(size_class);
  free_lists[size_class] = taken->next;
  kept -= (size_class + 1) * kStep;
  return taken;
}

// `size` as it was given to take().
inline void give_back(void* memory, std::size_t size) {
  const std::size_t size_class = (size - 1) / kStep;
  if (!kPooled || size_class >= kClasses) return ::operator delete(memory);
  free_lists[size_class] = new (memory) Free{free_lists[size_class]};
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
