#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "core/vm/native_stack.h"
#include "core/vm/objects.h"

namespace forkscope::vm {

namespace {

// Below this many entries a scan over the entries beats an index, and an instance costs one allocation.
constexpr std::size_t kScanned = 8;
constexpr std::size_t kSmallestIndex = 4 * kScanned;

// Most keys are strings, and most of those that have the same hash are equal.
inline bool equal(const Value& left, const Value& right) {
  if (left.same(right)) return true;
  if (left.is_small_int() && right.is_small_int()) return false;
  if (left.is(Kind::string) && right.is(Kind::string))
    return left.known<String>()->text == right.known<String>()->text;
  return equal_keys(left, right);
}

// Also a tuple or a frozen set, for what it holds.
bool may_be_of_class(const Value& key) {
  if (!key.is_object()) return false;
  const Object& object = *key.object();
  if (object.kind == Kind::instance || object.kind == Kind::exception || (object.flags & kExtended) != 0)
    return true;
  if (object.kind == Kind::frozen_set) return key.known<Set>()->table.has_keys_of_classes();
  return object.kind == Kind::tuple &&
         (native_stack_is_short() || std::ranges::any_of(key.known<Tuple>()->items, may_be_of_class));
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

// The position of the first entry of this hash, in the order of the search, that `is_it` says yes to; -1:
// none.
template <class IsIt>
std::int64_t Table::search(std::uint64_t hash, const IsIt& is_it) const {
  if (index_.empty()) {
    for (std::uint64_t left = matches(tag_of(hash)); left != 0; left &= left - 1) {
      const auto at = static_cast<std::size_t>(std::countr_zero(left)) / 8;
      const Entry& entry = entries_[at];
      if (entry.hash == hash && is_it(entry.key)) return static_cast<std::int64_t>(at);
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
    if (entry.hash == hash && is_it(entry.key)) return at;
  }
  return -1;
}

std::int64_t Table::position_of(const Value& key, std::uint64_t hash) const {
  return search(hash, [&key](const Value& other) { return equal(other, key); });
}

std::vector<Value> Table::keys_with(std::uint64_t hash) const {
  std::vector<const Value*> found;
  search(hash, [&found](const Value& key) {
    found.push_back(&key);
    return false;
  });
  // A slot that was deleted may have been given to a newer key.
  std::ranges::sort(found);
  std::vector<Value> keys;
  keys.reserve(found.size());
  for (const Value* key : found) keys.push_back(*key);
  return keys;
}

// A text that is only looked for need not become a name that stays for good.
Value* Table::find(std::string_view text) {
  const std::int64_t at = search(hash_text(text), [text](const Value& key) {
    const auto* other = key.try_as<String>();
    return other != nullptr && other->text == text;
  });
  return at < 0 ? nullptr : &entries_[static_cast<std::size_t>(at)].value;
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

void Table::make_index() {
  index_.assign(std::max(kSmallestIndex, std::size_t{1} << log_size_), kFree);
  for (std::size_t at = 0; at < entries_.size(); ++at) {
    if (!entries_[at].key.empty()) insert_index(entries_[at].hash, static_cast<std::int32_t>(at));
  }
}

// The deleted entries go, and the others move together.
void Table::close_gaps() {
  if (live_ != entries_.size()) {
    std::erase_if(entries_, [](const Entry& entry) { return entry.key.empty(); });
    first_ = 0;
  }
  if (entries_.size() >= kScanned) return make_index();
  index_.clear();
  tags_ = 0;
  for (std::size_t at = 0; at < entries_.size(); ++at) tags_ |= tag_of(entries_[at].hash) << (8 * at);
}

// Deleted slots are no entries any more, but every search passes over them.
bool Table::is_crowded(std::uint64_t hash) const {
  const std::size_t mask = index_.size() - 1;
  std::size_t probes = 0;
  for (std::size_t slot = hash & mask; index_[slot] != kFree; slot = (slot + 1) & mask) {
    if (++probes > mask / 2) return true;
  }
  return false;
}

void Table::make_room(std::uint64_t hash) {
  if (entries_.size() >= room()) {
    log_size_ = kSmallestLogSize;
    while ((std::size_t{1} << log_size_) < 3 * std::size_t{live_}) ++log_size_;
    if (!index_.empty() || live_ != entries_.size()) return close_gaps();
  }
  if (index_.empty() ? entries_.size() >= kScanned : is_crowded(hash)) make_index();
}

void Table::set(const Value& key, std::uint64_t hash, Value value) {
  const std::int64_t at = where(key, hash);
  if (at >= 0) {
    entries_[static_cast<std::size_t>(at)].value = std::move(value);
    return;
  }
  ++version_;
  has_keys_of_classes_ = has_keys_of_classes_ || may_be_of_class(key);
  make_room(hash);
  if (entries_.capacity() == 0) entries_.reserve(4);
  entries_.emplace_back(key, std::move(value), hash);
  ++live_;
  if (index_.empty()) {
    tags_ |= tag_of(hash) << (8 * (entries_.size() - 1));
  } else {
    insert_index(hash, static_cast<std::int32_t>(entries_.size() - 1));
  }
}

bool Table::erase(const Value& key, std::uint64_t hash, Value* removed) {
  const std::int64_t at = where(key, hash);
  if (at < 0) return false;
  Entry taken = take(static_cast<std::size_t>(at));
  if (removed != nullptr) *removed = std::move(taken.value);
  return true;
}

Table::Entry Table::take(std::size_t at) {
  ++version_;
  --live_;
  // The values go only after the table is whole again: releasing them may look at it.
  Entry& entry = entries_[at];
  Entry taken(std::move(entry.key), std::move(entry.value), std::exchange(entry.hash, 0));
  if (index_.empty()) {
    tags_ &= ~(std::uint64_t{0xff} << (8 * at));
  } else {
    const std::size_t mask = index_.size() - 1;
    std::size_t slot = taken.hash & mask;
    while (index_[slot] != static_cast<std::int32_t>(at)) slot = (slot + 1) & mask;
    index_[slot] = kDeleted;
    // No search comes past here to a slot that is free: nor need it pass the deleted ones before it.
    if (index_[(slot + 1) & mask] == kFree) {
      for (; index_[slot] == kDeleted; slot = (slot - 1) & mask) index_[slot] = kFree;
    }
  }
  while (first_ < entries_.size() && entries_[first_].key.empty()) ++first_;
  return taken;
}

Table::Entry Table::take_last() {
  std::size_t at = entries_.size() - 1;
  while (entries_[at].key.empty()) --at;
  Entry taken = take(at);
  entries_.resize(at);
  first_ = std::min(first_, static_cast<std::uint32_t>(at));
  return taken;
}

// What grows and shrinks at its end stays as small as what it holds, and is scanned as long as that is
// little.
void Table::drop_last_gaps() {
  while (!entries_.empty() && entries_.back().key.empty()) entries_.pop_back();
  first_ = std::min(first_, static_cast<std::uint32_t>(entries_.size()));
  if (!index_.empty() && entries_.size() <= kScanned / 2) close_gaps();
}

void Table::clear() {
  ++version_;
  const Entries old = std::move(entries_);
  entries_.clear();
  index_.clear();
  live_ = 0;
  first_ = 0;
  tags_ = 0;
  log_size_ = kSmallestLogSize;
}

}  // namespace forkscope::vm
