// The operators that `binary`, `binary_in_place` and `compare` take as argument.
#pragma once

#include <cstdint>

namespace forkscope::vm {

enum class BinaryOperator : std::uint8_t {
  add, subtract, multiply, true_divide, floor_divide, modulo, power,
  left_shift, right_shift, bit_and, bit_or, bit_xor, matrix_multiply,
};

enum class CompareOperator : std::uint8_t { less, less_equal, equal, not_equal, greater, greater_equal, is, is_not, in, not_in };

}  // namespace forkscope::vm
