#include <algorithm>

#include "core/vm/buffer.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"
#include "core/vm/memory_limit.h"
#include "core/vm/native.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm {

namespace {

using Op = BinaryOperator;

Outcome fail(PythonThread& thread, const char* type, std::string message) {
  raise_in(thread, type, std::move(message));
  return Outcome::raised;
}

// False: TypeError or IndexError.
bool read_position(PythonThread& thread, const Value& key, std::int64_t size, std::int64_t& index) {
  if (!is_int(key)) {
    raise_type_error(thread, "bytearray indices must be integers or slices, not " + type_name(key));
    return false;
  }
  return sequence_index(thread, key, size, "bytearray", index);
}

std::string part_of(std::string_view data, const SliceRange& range) {
  if (range.step == 1)
    return std::string(
        data.substr(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.count)));
  std::string part;
  part.reserve(static_cast<std::size_t>(range.count));
  for (std::int64_t i = 0; i < range.count; ++i)
    part.push_back(data[static_cast<std::size_t>(range.start + i * range.step)]);
  return part;
}

// What is put in the place of a slice.
bool read_replacement(PythonThread& thread, const Value& value, std::string& data) {
  if (std::string_view seen; view_bytes(value, seen)) {
    data = seen;
    return true;
  }
  std::vector<Value> items;
  if (value.is(Kind::string) || is_number(value) || value.is_none() ||
      collect(thread, value, items) != Outcome::ok) {
    thread.raised = Value();
    raise_type_error(thread, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return false;
  }
  for (const Value& item : items) {
    char byte = 0;
    if (!read_byte(thread, item, byte)) return false;
    data.push_back(byte);
  }
  return true;
}

std::string repeated(std::string_view data, std::int64_t times) {
  std::string result;
  for (std::int64_t i = 0; i < times; ++i) result += data;
  return result;
}

bool fits(PythonThread& thread, std::size_t size, std::int64_t times) {
  if (times <= 0 || size == 0 || times <= (std::int64_t{1} << 40) / static_cast<std::int64_t>(size))
    return true;
  raise_in(thread, "MemoryError", "");
  return false;
}

}  // namespace

bool read_byte(PythonThread& thread, const Value& value, char& byte) {
  if (!is_int(value)) {
    raise_type_error(thread, "'" + type_name(value) + "' object cannot be interpreted as an integer");
    return false;
  }
  const auto number = to_int64(value);
  if (!number || *number < 0 || *number > 255) {
    raise_in(thread, "ValueError", "byte must be in range(0, 256)");
    return false;
  }
  byte = static_cast<char>(*number);
  return true;
}

Value byte_array_class(const Vm& vm) {
  const Value* found = vm.builtins().globals().find("bytearray");
  FORKSCOPE_CHECK(found != nullptr, "a built-in class");
  return *found;
}

ByteArray* as_byte_array(const Value& value) {
  return dynamic_cast<ByteArray*>(as_buffer(value));
}

Value make_byte_array(const Value& its_class, std::string data) {
  auto* made = new ByteArray(its_class);
  follow_class(*made);
  made->data = std::move(data);
  return Value::adopt(made);
}

bool ByteArray::may_resize(PythonThread& thread) const {
  if (views == 0) return true;
  raise_in(thread, "BufferError", "Existing exports of data: object cannot be re-sized");
  return false;
}

Outcome ByteArray::get(PythonThread& thread, const Value& key, Value& result) {
  if (key.is_small_int() && key.small() >= 0 && key.small() < length()) {
    result = item(key.small());
    return Outcome::ok;
  }
  if (const auto* slice = key.try_as<Slice>()) {
    SliceRange range;
    if (!slice_range(thread, *slice, length(), range)) return Outcome::raised;
    result = make_byte_array(byte_array_class(thread.vm), part_of(data, range));
    return Outcome::ok;
  }
  std::int64_t index = 0;
  if (!read_position(thread, key, length(), index)) return Outcome::raised;
  result = item(index);
  return Outcome::ok;
}

Outcome ByteArray::set(PythonThread& thread, const Value& key, const Value& value) {
  const auto* slice = key.try_as<Slice>();
  if (slice == nullptr) {
    std::int64_t index = 0;
    char byte = 0;
    if (!read_position(thread, key, length(), index) || !read_byte(thread, value, byte))
      return Outcome::raised;
    data[static_cast<std::size_t>(index)] = byte;
    return Outcome::ok;
  }
  std::string put;
  SliceRange range;
  if (!read_replacement(thread, value, put) || !slice_range(thread, *slice, length(), range))
    return Outcome::raised;
  const auto count = static_cast<std::int64_t>(put.size());
  if (range.step == 1) {
    if (count != range.count && !may_resize(thread)) return Outcome::raised;
    data.replace(static_cast<std::size_t>(range.start), static_cast<std::size_t>(range.count), put);
    return Outcome::ok;
  }
  if (count != range.count && !(count == 0 && views == 0)) {
    return fail(thread, "ValueError",
                "attempt to assign bytes of size " + std::to_string(count) + " to extended slice of size " +
                    std::to_string(range.count));
  }
  if (count == 0) return erase(thread, key);
  for (std::int64_t i = 0; i < count; ++i)
    data[static_cast<std::size_t>(range.start + i * range.step)] = put[static_cast<std::size_t>(i)];
  return Outcome::ok;
}

Outcome ByteArray::erase(PythonThread& thread, const Value& key) {
  const auto* slice = key.try_as<Slice>();
  if (slice == nullptr) {
    std::int64_t index = 0;
    if (!read_position(thread, key, length(), index) || !may_resize(thread)) return Outcome::raised;
    data.erase(static_cast<std::size_t>(index), 1);
    return Outcome::ok;
  }
  SliceRange range;
  if (!slice_range(thread, *slice, length(), range)) return Outcome::raised;
  if (range.count > 0 && !may_resize(thread)) return Outcome::raised;
  std::vector<bool> gone(data.size());
  for (std::int64_t i = 0; i < range.count; ++i)
    gone[static_cast<std::size_t>(range.start + i * range.step)] = true;
  std::size_t at = 0;
  std::erase_if(data, [&](char) { return gone[at++]; });
  return Outcome::ok;
}

Outcome contains_bytes(PythonThread& thread, std::string_view bytes, const Value& item, bool& result) {
  if (std::string_view part; view_bytes(item, part)) {
    result = bytes.find(part) != std::string_view::npos;
    return Outcome::ok;
  }
  if (!is_int(item))
    return raise_type_error(thread, "a bytes-like object is required, not '" + type_name(item) + "'");
  char byte = 0;
  if (!read_byte(thread, item, byte)) return Outcome::raised;
  result = bytes.find(byte) != std::string_view::npos;
  return Outcome::ok;
}

Outcome ByteArray::contains(PythonThread& thread, const Value& item, bool& result) {
  return contains_bytes(thread, data, item, result);
}

Outcome ByteArray::equals(PythonThread&, const Value& other, bool& result) const {
  std::string_view seen;
  result = view_bytes(other, seen) && seen == data;
  return Outcome::ok;
}

Outcome ByteArray::print(PythonThread& thread, std::string& text) const {
  std::string quoted;
  const Outcome outcome = repr(thread, make_bytes(data), quoted);
  text += class_value.known<Class>()->name + "(" + quoted + ")";
  return outcome;
}

Outcome ByteArray::operate(PythonThread& thread, Op op, const Value& left, const Value& right,
                           Value& result) {
  const Value type = byte_array_class(thread.vm);
  if (op == Op::add) {
    std::string_view first, second;
    if (!view_bytes(left, first) || !view_bytes(right, second)) return Outcome::needs_python;
    std::string joined(first);
    joined += second;
    result = as_byte_array(left) != nullptr ? make_byte_array(type, std::move(joined))
                                            : make_bytes(std::move(joined));
    return Outcome::ok;
  }
  if (op == Op::multiply) {
    const Value& count = as_byte_array(left) == this ? right : left;
    if (!is_int(count)) {
      if (may_have_special_methods(count)) return Outcome::needs_python;
      return raise_type_error(thread,
                              "can't multiply sequence by non-int of type '" + type_name(count) + "'");
    }
    const std::int64_t times = clamp_int64(count);
    if (!fits(thread, data.size(), times)) return Outcome::raised;
    result = make_byte_array(type, repeated(data, times));
    return Outcome::ok;
  }
  if (op == Op::modulo && as_byte_array(left) == this) {
    std::string text;
    const Outcome outcome = percent_format(thread, data, right, true, text);
    if (outcome == Outcome::ok) result = make_byte_array(type, std::move(text));
    return outcome;
  }
  return Outcome::needs_python;
}

Outcome ByteArray::change(PythonThread& thread, Op op, const Value& right) {
  if (op == Op::add) {
    std::string_view more;
    if (!view_bytes(right, more)) return Outcome::needs_python;
    if (!more.empty() && !may_resize(thread)) return Outcome::raised;
    data += std::string(more);
    return Outcome::ok;
  }
  if (op != Op::multiply || !is_int(right)) return Outcome::needs_python;
  const std::int64_t times = clamp_int64(right);
  if (!fits(thread, data.size(), times) || !may_resize(thread)) return Outcome::raised;
  data = repeated(data, times);
  return Outcome::ok;
}

Outcome buffer_operation(PythonThread& thread, Op op, const Value& left, const Value& right, Value& result) {
  if (Buffer* buffer = as_buffer(left)) {
    const Outcome outcome = buffer->operate(thread, op, left, right, result);
    if (outcome != Outcome::needs_python) return outcome;
  }
  if (left.is(Kind::bytes) && op == Op::add) {
    std::string_view more;
    if (!view_bytes(right, more)) return Outcome::needs_python;
    result = make_bytes(left.known<Bytes>()->data + std::string(more));
    return Outcome::ok;
  }
  if (left.is(Kind::string) && op == Op::modulo) {
    std::string text;
    const Outcome outcome = percent_format(thread, left.known<String>()->text, right, false, text);
    if (outcome == Outcome::ok) result = make_string(text);
    return outcome;
  }
  Buffer* buffer = as_buffer(right);
  return buffer == nullptr ? Outcome::needs_python : buffer->operate(thread, op, left, right, result);
}

Outcome change_buffer(PythonThread& thread, Op op, const Value& left, const Value& right, Value& result) {
  const Outcome outcome = as_buffer(left)->change(thread, op, right);
  if (outcome == Outcome::ok) result = left;
  return outcome;
}

bool order_buffers(const Value& left, const Value& right, int& order) {
  const auto has_order = [](const Value& value) {
    return value.is(Kind::bytes) || as_byte_array(value) != nullptr;
  };
  if (!has_order(left) || !has_order(right)) return false;
  std::string_view first, second;
  view_bytes(left, first);
  view_bytes(right, second);
  order = first.compare(second);
  return true;
}

}  // namespace forkscope::vm
