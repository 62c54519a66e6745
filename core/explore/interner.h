// Interner: texts, each kept once, and numbered in the order in which they came. One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

namespace forkscope::explore {

class Interner {
 public:
  using Id = std::uint32_t;
  struct Found {
    Id id = 0;
    bool is_new = false;
  };

  Found add(std::string_view text) {
    const auto known = ids_.find(text);
    if (known != ids_.end()) return {known->second, false};
    texts_.emplace_back(text);
    bytes_ += text.size() + kPerText;
    const auto id = static_cast<Id>(texts_.size() - 1);
    ids_.emplace(texts_.back(), id);
    return {id, true};
  }
  const std::string& operator[](Id id) const { return texts_[id]; }
  std::size_t size() const { return texts_.size(); }
  // About what it takes of the memory.
  std::size_t bytes() const { return bytes_; }

 private:
  // The text's head, the table's entry and its place.
  static constexpr std::size_t kPerText = sizeof(std::string) + 48;

  std::deque<std::string> texts_;  // do not move
  std::unordered_map<std::string_view, Id> ids_;
  std::size_t bytes_ = 0;
};

}  // namespace forkscope::explore
