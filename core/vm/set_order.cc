#include "core/vm/set_order.h"

#include <algorithm>

namespace forkscope::vm {
namespace {

constexpr std::size_t kLinearProbes = 9;
constexpr std::size_t kLargestOrdered = 4096;  // beyond, the order is not worth its price

using Slots = std::vector<const Table::Entry*>;

void place(Slots& slots, const Table::Entry* entry) {
  const std::size_t mask = slots.size() - 1;
  std::uint64_t perturb = entry->hash;
  std::size_t at = entry->hash & mask;
  while (true) {
    const std::size_t last = at + kLinearProbes <= mask ? at + kLinearProbes : at;
    for (std::size_t i = at; i <= last; ++i) {
      if (slots[i] == nullptr) {
        slots[i] = entry;
        return;
      }
    }
    perturb >>= 5;
    at = (at * 5 + 1 + perturb) & mask;
  }
}

Slots as_cpython(const Table& table) {
  Slots slots(8);
  std::size_t used = 0;
  for (const auto& entry : table.entries()) {
    if (entry.key.empty()) continue;
    place(slots, &entry);
    ++used;
    if (used * 5 < (slots.size() - 1) * 3) continue;
    std::size_t size = 8;
    while (size <= used * 4) size *= 2;
    Slots larger(size);
    for (const auto* old : slots) {
      if (old != nullptr) place(larger, old);
    }
    slots = std::move(larger);
  }
  return slots;
}

}  // namespace

std::vector<Value> set_items(const Table& table) {
  std::vector<Value> items;
  items.reserve(table.size());
  const bool ints = table.size() <= kLargestOrdered &&
                    std::all_of(table.entries().begin(), table.entries().end(), [](const auto& entry) {
                      return entry.key.empty() || entry.key.is_small_int();
                    });
  if (ints) {
    for (const auto* entry : as_cpython(table)) {
      if (entry != nullptr) items.push_back(entry->key);
    }
    return items;
  }
  for (const auto& entry : table.entries()) {
    if (!entry.key.empty()) items.push_back(entry.key);
  }
  return items;
}

}  // namespace forkscope::vm
