#include "core/vm/set_slots.h"

#include <unordered_map>

namespace forkscope::vm {

namespace {

constexpr std::size_t kLinearProbes = 9;
constexpr unsigned kPerturbShift = 5;

// The slots in the order in which `hash` tries them, until `found` says yes; that one.
template <class Found>
std::size_t probe(std::uint64_t hash, std::size_t mask, const Found& found) {
  std::uint64_t perturb = hash;
  std::size_t start = hash & mask;
  while (true) {
    const std::size_t last = start + kLinearProbes <= mask ? start + kLinearProbes : start;
    for (std::size_t at = start; at <= last; ++at)
      if (found(at)) return at;
    perturb >>= kPerturbShift;
    start = (start * 5 + 1 + perturb) & mask;
  }
}

}  // namespace

void SetSlots::place(Slots& slots, const Value& key, std::uint64_t hash) {
  const std::size_t at =
      probe(hash, slots.size() - 1, [&slots](std::size_t slot) { return slots[slot].is_free(); });
  slots[at].key = key;
  slots[at].hash = hash;
}

void SetSlots::resize(std::size_t more_than) {
  std::size_t size = kSmallest;
  while (size <= more_than) size *= 2;
  if (size == kSmallest && slots_.size() == kSmallest && fill_ == used_) return;
  Slots fresh(size);
  each([&fresh](const Value& key, std::uint64_t hash) { place(fresh, key, hash); });
  slots_ = std::move(fresh);
  fill_ = used_;
}

std::size_t SetSlots::place_of_new(std::uint64_t hash) const {
  constexpr std::size_t kNone = ~std::size_t{0};
  std::size_t last_dummy = kNone;
  const std::size_t free = probe(hash, slots_.size() - 1, [&](std::size_t slot) {
    if (slots_[slot].is_free()) return true;
    if (slots_[slot].key.empty()) last_dummy = slot;
    return false;
  });
  return last_dummy == kNone ? free : last_dummy;
}

void SetSlots::add(const Value& key, std::uint64_t hash) {
  Slot& slot = slots_[place_of_new(hash)];
  const bool was_free = slot.is_free();
  slot.key = key;
  slot.hash = hash;
  ++used_;
  if (was_free && is_full(++fill_)) resize(size_after_growth());
}

void SetSlots::remove(const Value& key, std::uint64_t hash) {
  const std::size_t at = probe(hash, slots_.size() - 1, [&](std::size_t slot) {
    FORKSCOPE_CHECK(!slots_[slot].is_free(), "a key of the set has a slot");
    return slots_[slot].hash == hash && !slots_[slot].key.empty() &&
           (slots_[slot].key.same(key) || equal_keys(slots_[slot].key, key));
  });
  slots_[at].key = Value();
  slots_[at].hash = kDummy;
  --used_;
}

Table::Entry SetSlots::pop() {
  FORKSCOPE_CHECK(used_ != 0, "there is an item");
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = next_pop_ & mask;
  while (slots_[at].key.empty()) at = (at + 1) & mask;
  Table::Entry taken{std::move(slots_[at].key), Value(), slots_[at].hash};
  slots_[at].hash = kDummy;
  --used_;
  next_pop_ = at + 1;
  return taken;
}

void SetSlots::make_room(std::size_t count) {
  if (is_full(fill_ + count)) resize((used_ + count) * 2);
}

void SetSlots::drop_many_dummies() {
  if (fill_ - used_ > (slots_.size() - 1) / 4) resize(size_after_growth());
}

void SetSlots::fill_from(const SetSlots& other) {
  FORKSCOPE_CHECK(is_untouched(), "slots that never held any item");
  if (slots_.size() == other.slots_.size() && other.fill_ == other.used_) {
    slots_ = other.slots_;
  } else {
    other.each([this](const Value& key, std::uint64_t hash) { place(slots_, key, hash); });
  }
  used_ = fill_ = other.used_;
}

void SetSlots::visit(StateVisitor& state, const Table& table) {
  if (state.counts()) {
    for (Slot& slot : slots_) state.value(slot.key);
    return;
  }
  constexpr std::int64_t kFreeSlot = -1, kDummySlot = -2;
  std::vector<std::int64_t> positions;
  if (!state.fills()) {
    std::unordered_map<std::uint64_t, std::int64_t> position_of;
    for (const Table::Entry& entry : table.entries())
      if (!entry.key.empty())
        position_of.emplace(entry.key.bits(), static_cast<std::int64_t>(position_of.size()));
    for (const Slot& slot : slots_)
      positions.push_back(slot.is_free()     ? kFreeSlot
                          : slot.key.empty() ? kDummySlot
                                             : position_of.at(slot.key.bits()));
  }
  state.numbers(positions);
  state.number(next_pop_);
  if (!state.fills() || positions.empty()) return;
  slots_.assign(positions.size(), Slot());
  state.afterwards([this, &table, positions = std::move(positions)] {
    for (std::size_t at = 0; at < positions.size(); ++at) {
      if (positions[at] == kFreeSlot) continue;
      ++fill_;
      if (positions[at] == kDummySlot) {
        slots_[at].hash = kDummy;
        continue;
      }
      const Table::Entry& entry = table.entries()[static_cast<std::size_t>(positions[at])];
      slots_[at] = Slot{entry.key, entry.hash};
      ++used_;
    }
  });
}

}  // namespace forkscope::vm
