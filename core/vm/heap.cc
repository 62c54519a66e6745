#include "core/vm/heap.h"

#include <array>
#include <cstring>
#include <unordered_set>

namespace forkscope::vm::heap {

namespace {

// Small: all of a block is written at once, and a program that starts needs a few pieces of each size.
constexpr std::size_t kBlock = std::size_t{8} * 1024;

struct Block {
  std::byte* memory;
  std::size_t size_class;
};

std::vector<Block>& blocks(Pool pool) {
  static auto& all = *new std::array<std::vector<Block>, kPools>();
  return all[static_cast<std::size_t>(pool)];
}

// What does not lie in blocks.
std::unordered_set<void*>& alone(Pool pool) {
  static auto& all = *new std::array<std::unordered_set<void*>, kPools>();
  return all[static_cast<std::size_t>(pool)];
}

constexpr std::size_t size_of(std::size_t size_class) {
  return (size_class + 1) * kStep;
}

}  // namespace

void* refill(Pool pool, std::size_t size_class) {
  const std::size_t size = size_of(size_class);
  auto* block = static_cast<std::byte*>(::operator new(kBlock));
  const std::size_t count = kBlock / size;
  Free*& list = free_lists[static_cast<std::size_t>(pool)][size_class];
  for (std::size_t i = count - 1; i > 0; --i) list = new (block + i * size) Free{0, list};
  kept += (count - 1) * size;
  if (pool != Pool::arrays) blocks(pool).push_back({block, size_class});
  return block;
}

void* take_alone(Pool pool, std::size_t size) {
  void* const memory = ::operator new(size);
  if (pool != Pool::arrays) alone(pool).insert(memory);
  return memory;
}

void give_back_alone(Pool pool, void* memory) {
  if (pool != Pool::arrays) alone(pool).erase(memory);
  ::operator delete(memory);
}

std::vector<void*> all_taken(Pool pool) {
  std::vector<void*> taken(alone(pool).begin(), alone(pool).end());
  for (const Block& block : blocks(pool)) {
    const std::size_t size = size_of(block.size_class);
    for (std::size_t at = 0; at + size <= kBlock; at += size) {
      std::byte* const piece = block.memory + at;
      std::uint64_t mark = 0;
      std::memcpy(&mark, piece, sizeof mark);
      if (mark != 0) taken.push_back(piece);
    }
  }
  return taken;
}

}  // namespace forkscope::vm::heap
