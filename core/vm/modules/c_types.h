// The simple types of C as ctypes and the type codes of arrays name them: what a Python value is as the bits
// of one, and back. Pure functions over values, except that refusals raise; need the GIL.
#pragma once

#include <cstdint>
#include <span>

#include "core/vm/native.h"

namespace forkscope::vm::modules {

struct CType {
  char code;         // 'i'
  const char* name;  // "c_int"
  std::int64_t size;
};
std::span<const CType> c_types();
// Null if there is no such type.
const CType* find_c_type(char code);
std::int64_t c_size(char code);

// True if an exception is set: the value is none of the type. Ints wrap around silently, as in C.
bool to_bits(NativeCall& call, char code, const Value& value, std::int64_t& bits);
// Empty if the bits are no character.
Value from_bits(char code, std::int64_t bits);

// `size` bytes at `place`, as a number without sign.
std::int64_t load_bits(const char* place, std::int64_t size);
void store_bits(char* place, std::int64_t size, std::int64_t bits);

}  // namespace forkscope::vm::modules
