// Memory of objects. Most are small, short-lived and of few sizes, so freed ones are kept by size: taking one
// is then two loads. Only under the GIL, like everything of objects; memory goes back to the system at the
// end of the process.
#include "core/vm/heap.h"

#include <new>

#include "core/base/sanitizers.h"
#include "core/vm/value.h"

namespace forkscope::vm {

namespace {

constexpr std::size_t kStep = 16, kClasses = 16;
constexpr std::size_t kBlock = 64 * 1024;

// Sanitizers must see every object on its own.
constexpr bool kPooled = !base::kSanitized;

struct Free {
  Free* next;
};
Free* free_lists[kClasses];
std::size_t kept = 0;  // bytes in the free lists

void* refill(std::size_t size_class) {
  const std::size_t size = (size_class + 1) * kStep;
  auto* block = static_cast<std::byte*>(::operator new(kBlock));
  const std::size_t count = kBlock / size;
  for (std::size_t i = 1; i < count; ++i) {
    auto* cell = new (block + i * size)
        Free{i + 1 < count ? reinterpret_cast<Free*>(block + (i + 1) * size) : nullptr};
    if (i == 1) free_lists[size_class] = cell;
  }
  kept += (count - 1) * size;
  return block;
}

}  // namespace

void* Object::operator new(std::size_t size) {
  const std::size_t size_class = (size - 1) / kStep;
  if (!kPooled || size_class >= kClasses) return ::operator new(size);
  Free* const taken = free_lists[size_class];
  if (taken == nullptr) return refill(size_class);
  free_lists[size_class] = taken->next;
  kept -= (size_class + 1) * kStep;
  return taken;
}

void Object::operator delete(void* memory, std::size_t size) {
  const std::size_t size_class = (size - 1) / kStep;
  if (!kPooled || size_class >= kClasses) return ::operator delete(memory);
  free_lists[size_class] = new (memory) Free{free_lists[size_class]};
  kept += (size_class + 1) * kStep;
}

std::size_t kept_for_objects() {
  return kept;
}

}  // namespace forkscope::vm
