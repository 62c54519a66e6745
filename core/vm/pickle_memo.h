// PickleMemo: which object has which number in the pickle being written, counted from 0. The objects of a
// short pickle, which most items of queues are, are looked for one by one; those of a long one in a table.
// Part of a PickleWriter, which keeps the objects alive.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace forkscope::vm {

class PickleMemo {
 public:
  // `object`: Value::bits().
  std::optional<std::uint32_t> find(std::uintptr_t object) const {
    if (objects_.size() > kFew) {
      const auto found = numbers_.find(object);
      return found == numbers_.end() ? std::nullopt : std::optional(found->second);
    }
    const auto found = std::ranges::find(objects_, object);
    if (found == objects_.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - objects_.begin());
  }
  // Gives it the next number. It must not have one.
  void add(std::uintptr_t object) {
    objects_.push_back(object);
    if (objects_.size() == kFew + 1) {
      for (std::uint32_t i = 0; i < objects_.size(); ++i) numbers_.emplace(objects_[i], i);
    } else if (objects_.size() > kFew) {
      numbers_.emplace(object, static_cast<std::uint32_t>(objects_.size() - 1));
    }
  }
  // In the order of their numbers.
  const std::vector<std::uintptr_t>& objects() const { return objects_; }

 private:
  static constexpr std::size_t kFew = 16;
  std::vector<std::uintptr_t> objects_;
  std::unordered_map<std::uintptr_t, std::uint32_t> numbers_;  // of all, where there are more than a few
};

}  // namespace forkscope::vm
