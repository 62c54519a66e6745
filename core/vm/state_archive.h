// How states are laid out in bytes, for state_writer.cc and state_reader.cc, in two parts. The first is what
// is imported: the modules with their classes, functions and cells, which hardly ever change while a program
// runs; so it has nearly the same bytes in all states of a program. The second is the rest: threads, and what
// lists, dicts, instances, the program's own modules and variables that functions of other modules set hold.
// A part: the kinds of the objects that are met in it, in the order in which they are reached from its roots
// (with the content of those that refer to nothing), the roots, and the fields of objects. Behind those of
// the second one is which objects have a __del__ that was not called, in the order in which they were made.
#pragma once

#include <cstdint>
#include <string>

#include "core/vm/state_fields.h"

namespace forkscope::vm {

inline constexpr std::string_view kStateMark = "forkscope state 7\n";

// What a value begins with; a small int, a base object and a name have a number behind it, other objects are
// kFirstObject + their number. A name is the same in all Vms of a system's process.
enum class ValueCode : std::uint8_t {
  empty,
  none,
  is_false,
  is_true,
  not_implemented,
  ellipsis,
  small_int,
  base_object,
  name,
  first_object
};
inline constexpr std::uint64_t kFirstObject = static_cast<std::uint64_t>(ValueCode::first_object);

// How the hash of a table's key is known again: it follows from the value, from where the object lies, or is
// written.
enum class HashCode : std::uint8_t { computed, by_address, written };

// Whether its fields are in the first part, if it is met there. Of a state of a process; codes alone have
// one. What it is must not change while it is there: a cell that is set again makes another first part.
inline bool is_imported(const Object& object) {
  switch (object.kind) {
    case Kind::module:
      return !static_cast<const Module&>(object).is_program;
    case Kind::class_object:
    case Kind::function:
    case Kind::native_function:
    case Kind::bound_method:
    case Kind::code:
    case Kind::tuple:
    case Kind::property:
    case Kind::static_method:
    case Kind::class_method:
      return true;
    case Kind::cell:
    case Kind::dict:
      return (object.flags & kIsSettled) != 0;
    default:
      return is_leaf(object.kind);
  }
}

// The same in a state; `modules` is the dict of modules.
inline bool is_met_first(const Object& object, const Object* modules) {
  return &object == modules || is_imported(object);
}

// Of an object that is met in the first part, what is in the second one.
inline void visit_fields_of_run(Object& object, const Object* modules, StateVisitor& state) {
  if (is_met_first(object, modules)) {
    visit_changing_fields(object, state);
  } else {
    visit_fields(object, state);
  }
}

enum class CodePlace : std::uint8_t { here, library };

// Signed numbers with the sign in the lowest bit, so that small ones are short.
inline std::uint64_t folded(std::int64_t number) {
  return (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63);
}
inline std::int64_t unfolded(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1);
}

}  // namespace forkscope::vm
