#include "core/vm/heap.h"

namespace forkscope::vm::heap {

namespace {
// Small: all of a block is written at once, and a program that starts needs a few pieces of each size.
constexpr std::size_t kBlock = std::size_t{8} * 1024;
}  // namespace

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

}  // namespace forkscope::vm::heap
