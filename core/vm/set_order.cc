#include "core/vm/set_order.h"

#include <algorithm>
#include <cmath>

#include "core/vm/set_slots.h"

namespace forkscope::vm {
namespace {

constexpr std::size_t kLargestOrdered = 65536;  // beyond, the order is not worth its price

// CPython computes the hash from the value, and so do we.
bool has_known_hash(const Value& key) {
  if (key.is_small_int() || key.is_bool()) return true;
  if (!key.is_object() || (key.object()->flags & kExtended) != 0) return false;
  if (const auto* number = key.try_as<Float>()) return !std::isnan(number->value);
  if (const auto* tuple = key.try_as<Tuple>()) return std::ranges::all_of(tuple->items, has_known_hash);
  return key.is(Kind::big_int);
}

// What was added to the table since the slots were asked last: the last ones, as nothing is taken away
// unseen.
bool take_in_new(const Table& table, SetSlots& slots) {
  const auto& entries = table.entries();
  std::size_t at = entries.size();
  for (std::size_t missing = table.size() - slots.used(); missing != 0;)
    if (!entries[--at].key.empty()) --missing;
  for (; at < entries.size(); ++at) {
    if (entries[at].key.empty()) continue;
    if (!has_known_hash(entries[at].key)) return false;
    slots.add(entries[at].key, entries[at].hash);
  }
  return true;
}

bool may_be_ordered(const Table& table) {
  return table.size() <= kLargestOrdered && (table.size() == 0 || has_known_hash(table.first()->key));
}

// The slots as they are now, which are `otherwise` where the set has none; null: it has no such order.
SetSlots* slots_now(Set& set, SetSlots& otherwise) {
  SetSlots& slots = set.slots != nullptr ? *set.slots : otherwise;
  if (may_be_ordered(set.table) && take_in_new(set.table, slots)) return &slots;
  set.slots.reset();
  return nullptr;
}

// The set's own from now on.
SetSlots* kept_slots(Set& set) {
  if (set.slots == nullptr) {
    if (!may_be_ordered(set.table)) return nullptr;
    set.slots = std::make_unique<SetSlots>();
  }
  return slots_now(set, *set.slots);
}

template <class Each>
void each_item(Set& set, const Each& each) {
  SetSlots otherwise;
  if (const SetSlots* slots = slots_now(set, otherwise)) {
    slots->each(each);
    return;
  }
  for (const Table::Entry& entry : set.table.entries())
    if (!entry.key.empty()) each(entry.key, entry.hash);
}

}  // namespace

Set::Set(bool frozen) : Object(frozen ? Kind::frozen_set : Kind::set) {}
Set::~Set() = default;

std::vector<Value> set_items(Set& set) {
  std::vector<Value> items;
  items.reserve(set.table.size());
  each_item(set, [&items](const Value& key, std::uint64_t) { items.push_back(key); });
  return items;
}

std::vector<Value> set_places(Set& set) {
  SetSlots otherwise;
  if (const SetSlots* slots = slots_now(set, otherwise)) return slots->places();
  std::vector<Value> places;
  places.reserve(set.table.entries().size());
  for (const Table::Entry& entry : set.table.entries()) places.push_back(entry.key);
  return places;
}

void tell_slots(Set& set) {
  if (set.slots != nullptr) slots_now(set, *set.slots);
}

bool erase_item(Set& set, const Value& key, std::uint64_t hash) {
  const std::int64_t found = set.table.where(key, hash);
  if (found < 0) return false;
  const auto at = static_cast<std::size_t>(found);
  if (SetSlots* slots = kept_slots(set)) {
    slots->remove(set.table.entries()[at].key, hash);
    const Table::Entry taken = set.table.take(at);
    set.table.drop_last_gaps();
  } else {
    set.table.take(at);
  }
  return true;
}

Value pop_item(Set& set) {
  SetSlots* slots = kept_slots(set);
  const Table::Entry first = slots != nullptr ? slots->pop() : *set.table.first();
  set.table.erase(first.key, first.hash);
  return first.key;
}

// Where the next pop() begins outlives the items.
void replace_items(Set& set, Set& made) {
  const std::size_t next_pop = set.slots == nullptr ? 0 : set.slots->next_pop();
  set.slots = std::move(made.slots);
  set.table = std::move(made.table);
  if (next_pop == 0) return;
  if (SetSlots* slots = kept_slots(set)) slots->set_next_pop(next_pop);
}

void clear_items(Set& set) {
  set.table.clear();
  const std::size_t next_pop = set.slots == nullptr ? 0 : set.slots->next_pop();
  set.slots.reset();
  if (next_pop != 0) kept_slots(set)->set_next_pop(next_pop);
}

void add_items(Set& set, Set& other) {
  if (&set == &other || other.table.size() == 0) return;
  SetSlots otherwise;
  const SetSlots* theirs = slots_now(other, otherwise);
  SetSlots* slots = theirs == nullptr ? nullptr : kept_slots(set);
  if (slots != nullptr) {
    slots->make_room(theirs->used());
    if (slots->is_untouched()) slots->fill_from(*theirs);
  }
  const auto add = [&set](const Value& key, std::uint64_t hash) { set.table.set(key, hash, Value()); };
  if (theirs != nullptr) return theirs->each(add);
  each_item(other, add);
}

void expect_items(Set& set, std::size_t count) {
  if (SetSlots* slots = kept_slots(set)) slots->make_room(count);
}

void subtract_items(Set& set, Set& other) {
  if (&set == &other) return clear_items(set);
  const bool other_is_larger = other.table.size() > set.table.size();
  const Table::Entries candidates = other_is_larger ? set.table.entries() : other.table.entries();
  for (const Table::Entry& entry : candidates) {
    if (entry.key.empty()) continue;
    if (other_is_larger && other.table.find(entry.key, entry.hash) == nullptr) continue;
    erase_item(set, entry.key, entry.hash);
  }
  if (set.slots == nullptr) return;
  if (SetSlots* slots = kept_slots(set)) slots->drop_many_dummies();
}

void toggle_items(Set& set, Set& other) {
  if (&set == &other) return clear_items(set);
  each_item(other, [&set](const Value& key, std::uint64_t hash) {
    if (!erase_item(set, key, hash)) set.table.set(key, hash, Value());
  });
}

void keep_items(Set& set, Set& other) {
  Set made;
  fill_with_intersection(made, set, other);
  replace_items(set, made);
}

void fill_with_difference(Set& made, Set& left, Set& right) {
  if (left.table.size() / 4 > right.table.size()) {
    add_items(made, left);
    return subtract_items(made, right);
  }
  each_item(left, [&](const Value& key, std::uint64_t hash) {
    if (right.table.find(key, hash) == nullptr) made.table.set(key, hash, Value());
  });
}

void fill_with_intersection(Set& made, Set& left, Set& right) {
  if (&left == &right) return add_items(made, left);
  const bool goes_over_left = right.table.size() > left.table.size();
  const Table& asked = (goes_over_left ? right : left).table;
  each_item(goes_over_left ? left : right, [&](const Value& key, std::uint64_t hash) {
    if (asked.find(key, hash) != nullptr) made.table.set(key, hash, Value());
  });
}

}  // namespace forkscope::vm
