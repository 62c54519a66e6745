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
  // The same without a look: no Vm has run since that was so.
  bool is_certain() const { return is_certain_; }
  // Since then nothing has happened that hardly ever does, and no module has come or gone.
  bool is_as_good_as_before(const Vm& vm) const;
  // Said before the Vm runs.
  void doubt(const Vm& vm);
  // Said when the run was put back beside what is current.
  void assure();
  // `objects` are those that are met in it, in their order, `bytes` what it is written as.
  void remember(Vm& vm, ObjectNumbers objects, std::shared_ptr<const std::string> bytes);
  // None before the first remember().
  const std::shared_ptr<const std::string>& bytes() const { return bytes_; }
  std::size_t size() const { return flags_.size(); }
  // Of its objects; whoever adds others takes them out again: shorten(size()).
  ObjectNumbers& numbers() { return numbers_; }
  const ObjectNumbers& numbers() const { return numbers_; }
  const std::vector<Object*>& objects() const { return numbers_.objects(); }
  // Those of which something is in the second part.
  const std::vector<Object*>& changing() const { return changing_; }

 private:
  // Some of its objects, and their fields as they were.
  struct Looks {
    std::vector<std::uint32_t> chosen;
    std::vector<std::uint64_t> bits;
  };
  bool is_same(Vm& vm, const Looks& looks) const;
  void record(Vm& vm, Looks& looks) const;

  ObjectNumbers numbers_;
  std::vector<Object*> changing_;
  Looks often_, all_;                // those that a program may change every now and then, and functions too
  std::vector<std::uint8_t> flags_;  // of all objects
  bool is_certain_ = false;          // it was current, and the Vm has not run since
  std::uint64_t ends_ = 0;           // of remembered objects, when it was certain last
  std::uint64_t rare_changes_ = 0;   // when all were looked at last
  std::uint64_t identified_names_ = 0;
  std::uint32_t modules_ = 0;  // the version of their dict, when it was certain last
  std::shared_ptr<const std::string> bytes_;
};

// Of the objects that are met in the first part of a state, those of which something is in the second part,
// in their order. `modules` is the dict of modules.
std::vector<Object*> changing_of(const std::vector<Object*>& imported, const Object* modules);

}  // namespace forkscope::vm
