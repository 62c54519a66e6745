// ObjectNumbers: the objects met on a walk over the heap, each with a number, in the order in which they were
// met. A table with open addressing: a walk meets thousands, many times over. Needs the GIL.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/vm/value.h"

namespace forkscope::vm {

class ObjectNumbers {
 public:
  ObjectNumbers() : slots_(kFirstSize) {}

  // Its number, and whether it is new.
  std::pair<std::uint32_t, bool> add(Object* object) {
    Slot& slot = slots_[place_of(object)];
    if (slot.object == object) return {slot.number, false};
    const auto number = static_cast<std::uint32_t>(objects_.size());
    slot = {object, number};
    objects_.push_back(object);
    if (objects_.size() * 2 > slots_.size()) grow();
    return {number, true};
  }
  // Forgets those from this number on.
  void shorten(std::size_t size) {
    for (; objects_.size() > size; objects_.pop_back()) slots_[place_of(objects_.back())] = {};
  }
  bool contains(const Object* object) const { return slots_[place_of(object)].object == object; }
  const std::vector<Object*>& objects() const { return objects_; }
  std::size_t size() const { return objects_.size(); }

 private:
  struct Slot {
    const Object* object = nullptr;
    std::uint32_t number = 0;
  };
  static constexpr std::size_t kFirstSize = 1 << 12;

  std::size_t place_of(const Object* object) const {
    // Fibonacci hashing (Knuth, TAOCP 3, 6.4); objects lie 16 bytes apart.
    const std::uint64_t mixed = (reinterpret_cast<std::uintptr_t>(object) >> 4) * 0x9e3779b97f4a7c15u;
    std::size_t place = (mixed >> 32) & (slots_.size() - 1);
    while (slots_[place].object != nullptr && slots_[place].object != object)
      place = (place + 1) & (slots_.size() - 1);
    return place;
  }
  void grow() {
    slots_.assign(slots_.size() * 4, {});
    for (std::uint32_t number = 0; number < objects_.size(); ++number)
      slots_[place_of(objects_[number])] = {objects_[number], number};
  }

  std::vector<Slot> slots_;  // a power of two
  std::vector<Object*> objects_;
};

}  // namespace forkscope::vm
