// Ranges of numbers of any size: how long they are, their items, parts, equality and hash.
#include <algorithm>
#include <limits>

#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm {

namespace {

BigInt size_of(const Range& range) {
  const BigInt from = to_big(range.start), to = to_big(range.stop), by = to_big(range.step);
  const BigInt distance = by > 0 ? BigInt(to - from) : BigInt(from - to);
  return distance <= 0 ? BigInt(0) : BigInt((distance - 1) / abs(by) + 1);
}

Value item_at(const Range& range, const BigInt& index) {
  return make_int(BigInt(to_big(range.start) + to_big(range.step) * index));
}

}  // namespace

std::int64_t range_length(const Range& range) {
  const auto start = to_int64(range.start), stop = to_int64(range.stop), step = to_int64(range.step);
  if (start && stop && step && Value::fits_small(*start) && Value::fits_small(*stop) &&
      Value::fits_small(*step)) {
    if (*step == 1) return std::max(*stop - *start, std::int64_t{0});  // a division takes its time
    if (*step > 0) return *start < *stop ? (*stop - *start - 1) / *step + 1 : 0;
    return *start > *stop ? (*start - *stop - 1) / -*step + 1 : 0;
  }
  return clamp_int64(make_int(size_of(range)));
}

bool is_longer_than_any_index(const Range& range) {
  return range_length(range) == std::numeric_limits<std::int64_t>::max() &&
         size_of(range) > std::numeric_limits<std::int64_t>::max();
}

Value range_item(const Range& range, std::int64_t index) {
  if (range.start.is_small_int() && range.step.is_small_int()) {
    std::int64_t offset = 0, value = 0;
    if (!__builtin_mul_overflow(range.step.small(), index, &offset) &&
        !__builtin_add_overflow(range.start.small(), offset, &value))
      return make_int(value);
  }
  return item_at(range, index);
}

bool range_item_at(const Range& range, const Value& key, Value& item) {
  const std::int64_t size = range_length(range);
  if (key.is_small_int() && size != std::numeric_limits<std::int64_t>::max()) {
    const std::int64_t index = key.small() < 0 ? key.small() + size : key.small();
    if (index < 0 || index >= size) return false;
    item = range_item(range, index);
    return true;
  }
  const BigInt length = size_of(range);
  BigInt index = to_big(key);
  if (index < 0) index += length;
  if (index < 0 || index >= length) return false;
  item = item_at(range, index);
  return true;
}

Value part_of_range(const Range& range, const Slice& slice) {
  const BigInt size = size_of(range);
  const BigInt step = slice.step.is_none() ? BigInt(1) : to_big(slice.step);
  const BigInt low = step < 0 ? -1 : 0, high = step < 0 ? BigInt(size - 1) : size;
  const auto bound = [&](const Value& value, const BigInt& otherwise) {
    if (value.is_none()) return otherwise;
    BigInt index = to_big(value);
    if (index < 0) index = index + size < low ? low : BigInt(index + size);
    return index > high ? high : index;
  };
  const BigInt start = bound(slice.start, step < 0 ? high : low),
               stop = bound(slice.stop, step < 0 ? low : high);
  return Value::adopt(
      new Range(item_at(range, start), item_at(range, stop), make_int(BigInt(to_big(range.step) * step))));
}

Value reversed_range(const Range& range) {
  const BigInt step = to_big(range.step), start = to_big(range.start);
  return Value::adopt(
      new Range(item_at(range, size_of(range) - 1), make_int(BigInt(start - step)), make_int(BigInt(-step))));
}

bool equal_ranges(const Range& left, const Range& right) {
  const BigInt size = size_of(left);
  if (size != size_of(right)) return false;
  if (size == 0) return true;
  return to_big(left.start) == to_big(right.start) && (size == 1 || to_big(left.step) == to_big(right.step));
}

}  // namespace forkscope::vm
