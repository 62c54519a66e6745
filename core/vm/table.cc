#include <bit>
#include <cstring>

#include "core/vm/objects.h"

namespace forkscope::vm {

namespace {

// Below this many entries a scan over the entries beats an index, and an instance costs one allocation.
constexpr std::size_t kScanned = 8;
constexpr std::int32_t kFree = -1, kDeleted = -2;

// Most keys are strings, and most of those that have the same hash are equal.
inline bool equal(const Value& left, const Value& right) {
  if (left.same(right)) return true;
  if (left.is_small_int() && right.is_small_int()) return false;
  if (left.is(Kind::string) && right.is(Kind::string))
    return left.known<String>()->text == right.known<String>()->text;
  return equal_keys(left, right);
}

}  // namespace

std::uint64_t hash_text(std::string_view text) {
  // FNV-1a over 8 bytes at a time, with a final mix: short names are the common case.
  std::uint64_t hash = 0xcbf29ce484222325u ^ text.size();
  while (text.size() >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), 8);
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 32;
    text.remove_prefix(8);
  }
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  hash ^= hash >> 29;
  hash *= 0xbf58476d1ce4e5b9u;
  hash ^= hash >> 32;
  return hash == 0 ? 1 : hash;
}

std::int64_t Table::position_of(const Value& key, std::uint64_t hash) const {
  if (index_.empty()) {
    for (std::uint64_t left = matches(tag_of(hash)); left != 0; left &= left - 1) {
      const auto at = static_cast<std::size_t>(std::countr_zero(left)) / 8;
      const Entry& entry = entries_[at];
      if (entry.hash == hash && equal(entry.key, key)) return static_cast<std::int64_t>(at);
    }
    return -1;
  }
  const std::size_t mask = index_.size() - 1;
  std::size_t slot = hash & mask;
  // Keys that come and go may have left no slot free.
  for (std::size_t probes = 0; probes <= mask; ++probes, slot = (slot + 1) & mask) {
    const std::int32_t at = index_[slot];
    if (at == kFree) return -1;
    if (at == kDeleted) continue;
    const Entry& entry = entries_[static_cast<std::size_t>(at)];
    if (entry.hash == hash && equal(entry.key, key)) return at;
  }
  return -1;
}

Value* Table::find(std::string_view text) {
  return find_name(intern(text));
}

std::int64_t Table::position(const Value& name) const {
  return position_of(name, hash_string(*name.known<String>()));
}

void Table::set_name(const Value& name, Value value) {
  set(name, hash_string(*name.known<String>()), std::move(value));
}

void Table::set(std::string_view name, Value value) {
  set_name(intern(name), std::move(value));
}

bool Table::erase_name(const Value& name, Value* removed) {
  return erase(name, hash_string(*name.known<String>()), removed);
}

void Table::insert_index(std::uint64_t hash, std::int32_t position) {
  const std::size_t mask = index_.size() - 1;
  std::size_t slot = hash & mask;
  while (index_[slot] >= 0) slot = (slot + 1) & mask;
  index_[slot] = position;
}

// Drops the deleted entries, and makes the index anew with `slots` slots.
void Table::rehash(std::size_t slots) {
  if (live_ != entries_.size()) {
    std::erase_if(entries_, [](const Entry& entry) { return entry.key.empty(); });
    first_ = 0;
  }
  index_.assign(slots, kFree);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    insert_index(entries_[i].hash, static_cast<std::int32_t>(i));
  }
}

void Table::set(const Value& key, std::uint64_t hash, Value value) {
  const std::int64_t at = position_of(key, hash);
  if (at >= 0) {
    entries_[static_cast<std::size_t>(at)].value = std::move(value);
    return;
  }
  ++version_;
  // Deleted slots are no entries any more, but every search passes over them.
  const auto is_crowded = [this, hash] {
    const std::size_t mask = index_.size() - 1;
    std::size_t probes = 0;
    for (std::size_t slot = hash & mask; index_[slot] != kFree; slot = (slot + 1) & mask) {
      if (++probes > mask / 2) return true;
    }
    return false;
  };
  if (index_.empty()) {
    if (entries_.size() >= kScanned) rehash(4 * kScanned);
  } else if (3 * entries_.size() >= 2 * index_.size() || is_crowded()) {
    std::size_t slots = 4 * kScanned;
    while (slots < 3 * live_) slots *= 2;
    rehash(slots);
  }
  if (entries_.capacity() == 0) entries_.reserve(4);
  entries_.push_back(Entry{key, std::move(value), hash});
  ++live_;
  if (index_.empty()) {
    tags_ |= tag_of(hash) << (8 * (entries_.size() - 1));
  } else {
    insert_index(hash, static_cast<std::int32_t>(entries_.size() - 1));
  }
}

bool Table::erase(const Value& key, std::uint64_t hash, Value* removed) {
  const std::int64_t at = position_of(key, hash);
  if (at < 0) return false;
  ++version_;
  --live_;
  Entry& entry = entries_[static_cast<std::size_t>(at)];
  // The values go only after the table is whole again: releasing them may look at it.
  const Value old_key = std::move(entry.key);
  Value old_value = std::move(entry.value);
  if (index_.empty()) {
    entries_.erase(entries_.begin() + at);
    // The tags behind it move down by one.
    const std::uint64_t before = (std::uint64_t{1} << (8 * at)) - 1;
    tags_ = (tags_ & before) | ((tags_ >> 8) & ~before);
  } else {
    const std::size_t mask = index_.size() - 1;
    std::size_t slot = hash & mask;
    while (index_[slot] != at) slot = (slot + 1) & mask;
    index_[slot] = kDeleted;
    // No search comes past here to a slot that is free: nor need it pass the deleted ones before it.
    if (index_[(slot + 1) & mask] == kFree) {
      for (; index_[slot] == kDeleted; slot = (slot - 1) & mask) index_[slot] = kFree;
    }
    while (!entries_.empty() && entries_.back().key.empty()) entries_.pop_back();
    while (first_ < entries_.size() && entries_[first_].key.empty()) ++first_;
    if (entries_.empty()) first_ = 0;
    // A queue of keys (erase at the front, insert at the back) must not scan ever more deleted entries.
    if (entries_.size() > 4 * kScanned && entries_.size() > 4 * live_) rehash(index_.size());
  }
  if (removed != nullptr) *removed = std::move(old_value);
  return true;
}

void Table::clear() {
  ++version_;
  const Entries old = std::move(entries_);
  entries_.clear();
  index_.clear();
  live_ = 0;
  first_ = 0;
  tags_ = 0;
}

}  // namespace forkscope::vm
