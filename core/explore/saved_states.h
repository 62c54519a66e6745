// SavedStates: the states that the processes of a program can have, each once, with a number. The first
// megabytes of them lie as they are; once there are more, all are packed as what they differ in from a few of
// them. One thread.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/explore/byte_delta.h"
#include "core/explore/interner.h"
#include "core/vm/state.h"

namespace forkscope::explore {

class SavedStates {
 public:
  using Number = Interner::Id;

  // Those of a lesson need no packing, which takes about a quarter of the time that saving them takes.
  static constexpr std::size_t kMostUnpacked = 32 << 20;
  explicit SavedStates(std::size_t most_unpacked = kMostUnpacked) : most_unpacked_(most_unpacked) {}

  Interner::Found add(const vm::StateParts& state);
  vm::StateParts operator[](Number number) const;
  // Which first part it has; as a rule there is one, or one a process.
  std::size_t imported(Number number) const;
  std::size_t size() const { return texts_.size(); }
  // About what they take of the memory.
  std::size_t bytes() const { return bytes_of_imported_ + bytes_of_bases_ + bytes_of_texts_; }

 private:
  // A text: which first part, which base (kNoBase: it is as it is), the rest.
  static constexpr std::size_t kNoBase = 0;
  // The text's head, and where it is found.
  static constexpr std::size_t kPerText = sizeof(std::string) + 40;

  std::size_t number_of(const std::shared_ptr<const std::string>& imported);
  bool is_there(Number number, std::size_t imported, std::string_view run) const;
  std::string text_of(std::size_t imported, std::string_view run);
  std::size_t base_for(std::string_view run);
  void pack_all();

  std::size_t most_unpacked_;
  bool packs_ = false;
  std::vector<std::shared_ptr<const std::string>> imported_;
  // Processes of different programs and at different times have little in common.
  std::vector<DeltaBase> bases_;
  std::vector<std::size_t> by_use_;  // all of them, the one that was used last first
  std::deque<std::string> texts_;
  std::unordered_multimap<std::size_t, Number> by_hash_;  // of what is saved, not of how it is packed
  std::size_t bytes_of_imported_ = 0, bytes_of_bases_ = 0, bytes_of_texts_ = 0;
};

}  // namespace forkscope::explore
