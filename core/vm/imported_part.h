// ImportedPart: the first part of a state (state_archive.h), what is imported, as it was when it was last
// captured or restored here, with a way to see soon that it still is the same: the bits of all its fields. So
// a state can be captured, and another one with the same first part put in its place, without going over it.
// Belongs to one Vm, which it does not keep alive, nor any of its objects. Needs the GIL; blocks nowhere.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/vm/object_numbers.h"

namespace forkscope::vm {

class Vm;

class ImportedPart {
 public:
  // Nothing in it has changed.
  bool is_current(Vm& vm);
  // `objects` are those that are met in it, in their order, `bytes` what it is written as.
  void remember(Vm& vm, ObjectNumbers objects, std::shared_ptr<const std::string> bytes);
  // None before the first remember().
  const std::shared_ptr<const std::string>& bytes() const { return bytes_; }
  std::size_t size() const { return flags_.size(); }
  // Of its objects; whoever adds others takes them out again: shorten(size()).
  ObjectNumbers& numbers() { return numbers_; }

 private:
  ObjectNumbers numbers_;
  std::vector<std::uint32_t> changeable_;  // those of its objects that are looked at
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint8_t> flags_;  // of all
  std::uint64_t identities_ = 0;     // given out when those that cannot be changed were looked at last
  std::shared_ptr<const std::string> bytes_;
};

}  // namespace forkscope::vm
