#include "core/explore/number_rows.h"

#include <algorithm>

namespace forkscope::explore {

// A multiplication a number, as in Fibonacci hashing (Knuth, TAOCP 3, 6.4), with the high half mixed in
// again.
std::uint64_t NumberRows::hash_of(Row row) {
  std::uint64_t hash = row.size();
  for (const std::uint32_t number : row) {
    hash = (hash ^ number) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 32;
  }
  return hash;
}

NumberRows::Slot& NumberRows::slot_of(Row row, std::uint64_t hash) {
  const std::uint32_t mark = mark_of(hash);
  for (std::size_t at = hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    Slot& slot = slots_[at];
    if (slot.id == kFree || (slot.mark == mark && std::ranges::equal((*this)[slot.id], row))) return slot;
  }
}

Interner::Found NumberRows::add(Row row) {
  const std::uint64_t hash = hash_of(row);
  Slot& slot = slot_of(row, hash);
  if (slot.id != kFree) return {slot.id, false};
  const auto id = static_cast<Interner::Id>(size());
  slot = {id, mark_of(hash)};
  numbers_.insert(numbers_.end(), row.begin(), row.end());
  begins_.push_back(numbers_.size());
  if (size() * 2 > slots_.size()) grow();
  return {id, true};
}

void NumberRows::grow() {
  slots_.assign(slots_.size() * 2, {});
  for (Interner::Id id = 0; id < size(); ++id) {
    const std::uint64_t hash = hash_of((*this)[id]);
    slot_of((*this)[id], hash) = {id, mark_of(hash)};
  }
}

}  // namespace forkscope::explore
