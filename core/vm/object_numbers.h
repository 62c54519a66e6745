// ObjectNumbers: the objects met on a walk over the heap, each with a number, in the order in which they were
// met. Needs the GIL.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "core/base/word_table.h"
#include "core/vm/value.h"

namespace forkscope::vm {

class ObjectNumbers {
 public:
  // Its number, and whether it is new.
  std::pair<std::uint32_t, bool> add(Object* object) {
    auto& slot = table_.slot(word_of(object));
    if (slot.number != base::WordTable::kNone) return {slot.number, false};
    const auto number = static_cast<std::uint32_t>(objects_.size());
    slot = {word_of(object), number};
    objects_.push_back(object);
    if (!table_.has_room_for(objects_.size())) grow();
    return {number, true};
  }
  // Forgets those from this number on.
  void shorten(std::size_t size) {
    for (; objects_.size() > size; objects_.pop_back()) table_.take_out(word_of(objects_.back()));
  }
  bool contains(const Object* object) const { return number_of(object) != kNone; }
  // kNone: it was not met.
  static constexpr std::uint32_t kNone = base::WordTable::kNone;
  std::uint32_t number_of(const Object* object) const { return table_.find(word_of(object)); }
  const std::vector<Object*>& objects() const { return objects_; }
  std::size_t size() const { return objects_.size(); }

 private:
  static constexpr std::size_t kFirstSize = 1 << 9;

  static std::uint64_t word_of(const Object* object) { return reinterpret_cast<std::uintptr_t>(object); }
  void grow() {
    table_ = base::WordTable(2 * objects_.size());
    for (std::uint32_t number = 0; number < objects_.size(); ++number)
      table_.slot(word_of(objects_[number])) = {word_of(objects_[number]), number};
  }

  base::WordTable table_{kFirstSize};
  std::vector<Object*> objects_;
};

inline ObjectNumbers numbers_of(std::span<const Value> values) {
  ObjectNumbers numbers;
  for (const Value& value : values) numbers.add(value.object());
  return numbers;
}

// Holds each.
inline std::vector<Value> values_of(std::span<Object* const> objects) {
  std::vector<Value> values;
  values.reserve(objects.size());
  for (Object* object : objects) values.push_back(Value::share(object));
  return values;
}

}  // namespace forkscope::vm
