// How states are laid out in bytes, for state_writer.cc and state_reader.cc: a header, the kinds of all
// objects in the order in which they are reached from the roots (with the content of those that refer to
// nothing), the roots, and the fields of the objects.
#pragma once

#include <cstdint>
#include <string>

#include "core/vm/objects.h"

namespace forkscope::vm {

inline constexpr std::string_view kStateMark = "forkscope state 1\n";

// What a value begins with; a small int and a base object have a number behind it, other objects are
// kFirstObject + their number.
enum class ValueCode : std::uint8_t {
  empty,
  none,
  is_false,
  is_true,
  not_implemented,
  ellipsis,
  small_int,
  base_object,
  first_object
};
inline constexpr std::uint64_t kFirstObject = static_cast<std::uint64_t>(ValueCode::first_object);

// How the hash of a table's key is known again: it follows from the value, from where the object lies, or is
// written.
enum class HashCode : std::uint8_t { computed, by_address, written };

enum class CodePlace : std::uint8_t { here, library };

// Signed numbers with the sign in the lowest bit, so that small ones are short.
inline std::uint64_t folded(std::int64_t number) {
  return (static_cast<std::uint64_t>(number) << 1) ^ static_cast<std::uint64_t>(number >> 63);
}
inline std::int64_t unfolded(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1);
}

}  // namespace forkscope::vm
