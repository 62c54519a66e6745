// Between the operations_*.cc files: the parts that binary_operation and compare_operation are put together
// from, and small helpers on values. All need the GIL.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/vm/operations.h"

namespace forkscope::vm {

// Both operands are numbers (is_number()). needs_python: numbers do not have this operator.
Outcome number_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                         Value& result);
// One operand at least is complex. needs_python: the other is no number, or they do not have this operator.
Outcome complex_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                          Value& result);
std::string complex_repr(const Complex& number);
Outcome order_numbers(const Value& left, const Value& right, int& order);  // -1, 0, 1; 2 = a NaN is involved

// Operators on native sequences that are no buffers; one of the operands is such a sequence, for the second
// function `left`. `needs_python`: they know nothing to do, or `right` is to be gone through in Python.
bool is_native_sequence(const Value& value);
Outcome sequence_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                           Value& result);
Outcome change_sequence(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                        Value& result);
// Sequences and sets; needs_python: no such operator between these kinds.
Outcome container_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                            Value& result);
// text % values
Outcome percent_format(PythonThread& thread, std::string_view format, const Value& values, bool is_bytes,
                       std::string& text);

// Instances, classes' own objects and the like, whose class may define special methods.
bool may_have_special_methods(const Value& value);
const std::vector<Value>* sequence_items(const Value& value);  // of a list or tuple, else null
inline bool is_set(const Value& value) {
  return value.is(Kind::set) || value.is(Kind::frozen_set);
}
// A set that cannot be a key: among those of another set it is looked for as the frozen set of its items.
bool is_plain_set(PythonThread& thread, const Value& value);
Value frozen_copy(const Value& set);
inline Table& set_table(const Value& value) {
  return value.known<Set>()->table;
}

// The table of a dict, a set or a dict's view; null for other values.
const Table* table_of(const Value& value);
// Keys whose __hash__ is Python code: hash_value() says needs_python of them, and the table's operations are
// the prelude's then; also where a key only holds such ones, as a frozen set does.
bool has_python_hash(const Vm& vm, const Value& key);
bool has_python_keys(const Vm& vm, const Value& table);
// Whether `key` was looked for in a dict, a set or a view of keys in vain because that is the prelude's.
bool is_looked_up_in_python(PythonThread& thread, const Value& container, const Value& key);
// A union, difference ... of two tables of which one has such keys.
bool merges_tables(const Vm& vm, BinaryOperator op, const Value& left, const Value& right);
// The hash of a tuple of items with these hashes.
std::uint64_t hash_of_items(std::span<const std::uint64_t> items);

// What a slice means for a sequence of `size` items; false: an exception is set.
struct SliceRange {
  std::int64_t start = 0, stop = 0, step = 1, count = 0;
};
bool slice_range(PythonThread& thread, const Slice& slice, std::int64_t size, SliceRange& range);
// An index as given by Python code, made non-negative; false: an exception is set. `what` is for the message.
bool sequence_index(PythonThread& thread, const Value& key, std::int64_t size, const char* what,
                    std::int64_t& index);
// Ranges of numbers of any size (ranges.cc). The length is clamped to what an index can be.
std::int64_t range_length(const Range& range);
bool is_longer_than_any_index(const Range& range);
Value range_item(const Range& range, std::int64_t index);
// False: there is none. A negative key counts from the end.
bool range_item_at(const Range& range, const Value& key, Value& item);
// `slice` has ints and None only, and no step of 0.
Value part_of_range(const Range& range, const Slice& slice);
Value reversed_range(const Range& range);
bool equal_ranges(const Range& left, const Range& right);

// "0x7f..." as repr() shows where an object is.
std::string address_text(const Value& value);

// The digits of an int in base 10; false: there are more than sys.get_int_max_str_digits() allows, and the
// ValueError is set.
bool decimal_text(PythonThread& thread, const Value& number, std::string& text);
// What sys.get_int_max_str_digits() answers; 0 = no limit. Kept among the names of sys.
std::size_t max_int_digits(const Vm& vm);
inline constexpr std::string_view kMaxIntDigitsName = "_int_max_str_digits";

// How much deeper than kRecursionLimit calls may go. Kept among the names of sys, too.
int more_recursion(const Vm& vm);
inline constexpr std::string_view kMoreRecursionName = "_more_recursion";

// Of keys or items: a set among sets.
bool is_view_of_set(const Value& value);

Outcome raise_type_error(PythonThread& thread, std::string message);

}  // namespace forkscope::vm
