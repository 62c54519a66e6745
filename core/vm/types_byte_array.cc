// bytearray: constructor and what it can more than bytes.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/codecs.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/numbers.h"

namespace forkscope::vm {

namespace {

// Numbers that an iterable gave, as bytes; false: an exception is set.
bool read_items(NativeCall& call, const std::vector<Value>& items, std::string& data) {
  for (const Value& item : items) {
    char byte = 0;
    if (!read_byte(call.thread, item, byte)) return false;
    data.push_back(byte);
  }
  return true;
}

// A new one from the class and the arguments; `again` is who was called.
NativeResult make_from(NativeCall& call, NativeFunctionPointer again) {
  static constexpr const char* kNames[] = {"source", "encoding", "errors"};
  std::array<Value, 3> given;
  const std::span<Value> all = call.positional;
  const Value type = all[0];
  call.positional = call.positional.subspan(1);
  if (!bind_arguments(call, "bytearray", kNames, 0, given)) return NativeResult::raised;
  call.positional = all;
  const bool has_encoding = !given[1].empty() || !given[2].empty();
  std::string data;
  if (given[0].is(Kind::string)) {
    if (given[1].empty()) return raise(call, "TypeError", "string argument without an encoding");
    if (!encode_text(call, given[0], given[1], given[2], data)) return NativeResult::raised;
    return call.returns(make_byte_array(type, std::move(data)));
  }
  if (has_encoding) return raise(call, "TypeError", "encoding without a string argument");
  if (given[0].empty()) return call.returns(make_byte_array(type, {}));
  if (std::string_view seen; view_bytes(given[0], seen))
    return call.returns(make_byte_array(type, std::string(seen)));
  if (is_int(given[0])) {
    const auto size = to_int64(given[0]);
    if (!size) return raise(call, "OverflowError", "cannot fit 'int' into an index-sized integer");
    if (*size < 0) return raise(call, "ValueError", "negative count");
    if (!fits_memory(call.thread, static_cast<std::uint64_t>(*size))) return NativeResult::raised;
    return call.returns(make_byte_array(type, std::string(static_cast<std::size_t>(*size), '\0')));
  }
  std::vector<Value> items;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, again, 1, items, next)) {
    if (next == NativeResult::raised && raised_is(call.thread, "TypeError")) {
      call.thread.raised = Value();
      raise(call, "TypeError", fmt::format("cannot convert '{}' object to bytearray", type_name(given[0])));
    }
    return next;
  }
  return read_items(call, items, data) ? call.returns(make_byte_array(type, std::move(data)))
                                       : NativeResult::raised;
}

NativeResult construct(NativeCall& call) {
  const Value& type = call.positional[0];
  if (is_filled_by_own_init(*type.known<Class>())) return call.returns(make_byte_array(type, {}));
  return make_from(call, construct);
}

NativeResult initialize(NativeCall& call) {
  ByteArray* self = call.positional.empty() ? nullptr : as_byte_array(call.positional[0]);
  if (self == nullptr)
    return raise(call, "TypeError", "descriptor '__init__' for 'bytearray' objects needs one");
  if (!self->may_resize(call.thread)) return NativeResult::raised;
  std::vector<Value> arguments(call.positional.begin(), call.positional.end());
  arguments[0] = self->class_value;
  const std::span<Value> own = std::exchange(call.positional, std::span<Value>(arguments));
  const NativeResult result = make_from(call, initialize);
  call.positional = own;
  if (result == NativeResult::call) call.callee_arguments[2].known<List>()->items[0] = own[0];
  if (result != NativeResult::value) return result;
  self->data = as_byte_array(call.result)->data;
  return call.returns_none();
}

// The bytearray that a method was called on, with `least` to `most` arguments; null: an exception is set.
ByteArray* self_of(NativeCall& call, std::string_view name, std::size_t least, std::size_t most) {
  ByteArray* self = call.positional.empty() ? nullptr : as_byte_array(call.positional[0]);
  if (self == nullptr) {
    raise(call, "TypeError", fmt::format("descriptor '{}' for 'bytearray' objects needs one", name));
    return nullptr;
  }
  return check_count(call, fmt::format("bytearray.{}", name), least + 1, most + 1) ? self : nullptr;
}

NativeResult append(NativeCall& call) {
  ByteArray* self = self_of(call, "append", 1, 1);
  char byte = 0;
  if (self == nullptr || !read_byte(call.thread, call.positional[1], byte) || !self->may_resize(call.thread))
    return NativeResult::raised;
  self->data.push_back(byte);
  return call.returns_none();
}

NativeResult extend(NativeCall& call) {
  ByteArray* self = self_of(call, "extend", 1, 1);
  if (self == nullptr) return NativeResult::raised;
  const Value given = call.positional[1];
  std::string more;
  if (std::string_view seen; view_bytes(given, seen)) {
    more = seen;
  } else if (given.is(Kind::string)) {
    return raise(call, "TypeError", "expected iterable of integers; got: 'str'");
  } else {
    std::vector<Value> items;
    NativeResult next = NativeResult::raised;
    if (!collect_argument(call, extend, 1, items, next)) {
      if (next == NativeResult::raised && raised_is(call.thread, "TypeError")) {
        call.thread.raised = Value();
        raise(call, "TypeError", fmt::format("can't extend bytearray with {}", type_name(given)));
      }
      return next;
    }
    if (!read_items(call, items, more)) return NativeResult::raised;
  }
  if (!more.empty() && !self->may_resize(call.thread)) return NativeResult::raised;
  self->data += more;
  return call.returns_none();
}

NativeResult insert(NativeCall& call) {
  ByteArray* self = self_of(call, "insert", 2, 2);
  char byte = 0;
  std::int64_t at = 0;
  if (self == nullptr || !read_index(call, call.positional[1], at) ||
      !read_byte(call.thread, call.positional[2], byte) || !self->may_resize(call.thread))
    return NativeResult::raised;
  if (at < 0) at = std::max<std::int64_t>(0, at + self->length());
  self->data.insert(self->data.begin() + std::min(at, self->length()), byte);
  return call.returns_none();
}

NativeResult pop(NativeCall& call) {
  ByteArray* self = self_of(call, "pop", 0, 1);
  std::int64_t at = -1;
  if (self == nullptr || (call.positional.size() == 2 && !read_index(call, call.positional[1], at)))
    return NativeResult::raised;
  if (self->data.empty()) return raise(call, "IndexError", "pop from empty bytearray");
  if (at < 0) at += self->length();
  if (at < 0 || at >= self->length()) return raise(call, "IndexError", "pop index out of range");
  if (!self->may_resize(call.thread)) return NativeResult::raised;
  Value taken = self->item(at);
  self->data.erase(static_cast<std::size_t>(at), 1);
  return call.returns(std::move(taken));
}

NativeResult remove(NativeCall& call) {
  ByteArray* self = self_of(call, "remove", 1, 1);
  char byte = 0;
  if (self == nullptr || !read_byte(call.thread, call.positional[1], byte)) return NativeResult::raised;
  const std::size_t at = self->data.find(byte);
  if (at == std::string::npos) return raise(call, "ValueError", "value not found in bytearray");
  if (!self->may_resize(call.thread)) return NativeResult::raised;
  self->data.erase(at, 1);
  return call.returns_none();
}

NativeResult reverse(NativeCall& call) {
  ByteArray* self = self_of(call, "reverse", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  std::reverse(self->data.begin(), self->data.end());
  return call.returns_none();
}

NativeResult clear(NativeCall& call) {
  ByteArray* self = self_of(call, "clear", 0, 0);
  if (self == nullptr || !self->may_resize(call.thread)) return NativeResult::raised;
  self->data.clear();
  return call.returns_none();
}

NativeResult copy(NativeCall& call) {
  const ByteArray* self = self_of(call, "copy", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(make_byte_array(byte_array_class(call.vm), self->data));
}

NativeResult reduce(NativeCall& call) {
  const ByteArray* self = self_of(call, "__reduce_ex__", 0, 1);
  if (self == nullptr) return NativeResult::raised;
  std::vector<Value> arguments;
  if (!self->data.empty()) arguments.push_back(make_bytes(self->data));
  return in_prelude(call, "reduced_value", {call.positional[0], make_tuple(std::move(arguments))});
}

constexpr NativeDefinition kMethods[] = {{"__init__", initialize}, {"append", append}, {"extend", extend},
                                         {"insert", insert},       {"pop", pop},       {"remove", remove},
                                         {"reverse", reverse},     {"clear", clear},   {"copy", copy},
                                         {"__reduce_ex__", reduce}};

}  // namespace

Class* make_byte_array_class(Vm& vm) {
  Class* type = vm.define_class(&vm.builtins(), "bytearray");
  type->instance_kind = Kind::native_object;
  type->module = "builtins";
  type->construct = construct;
  define_methods(*type, kMethods);
  return type;
}

}  // namespace forkscope::vm
