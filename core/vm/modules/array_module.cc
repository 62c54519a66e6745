#include "core/vm/modules/array_module.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/vm/buffer.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"
#include "core/vm/modules/asking.h"
#include "core/vm/number_items.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm::modules {
namespace {

constexpr std::string_view kLetters = "bBhHiIlLqQfd";

struct Array final : Native<Array, Buffer> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.text(data);
    state.number(letter);
    state.number(views);
  }
  std::size_t size() const { return item_size(letter); }
  std::string_view bytes() const override { return data; }
  std::string* storage() override { return &data; }
  char format() const override { return letter; }
  std::int64_t length() const override { return static_cast<std::int64_t>(data.size() / size()); }
  Value item(std::int64_t index) const override {
    return load_item(letter, data.data() + static_cast<std::size_t>(index) * size());
  }
  Outcome get(PythonThread& thread, const Value& key, Value& result) override;
  Outcome set(PythonThread& thread, const Value& key, const Value& value) override;
  Outcome erase(PythonThread& thread, const Value& key) override;
  Outcome contains(PythonThread& thread, const Value& wanted, bool& result) override;
  Outcome equals(PythonThread& thread, const Value& other, bool& result) const override;
  Outcome print(PythonThread& thread, std::string& text) const override;
  Outcome operate(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                  Value& result) override;
  Outcome change(PythonThread& thread, BinaryOperator op, const Value& right) override;
  bool may_resize(PythonThread& thread) const {
    if (views != 0) raise_in(thread, "BufferError", "cannot resize an array that is exporting buffers");
    return views == 0;
  }
  // What is made of an array of a derived class is a plain one.
  Value with(std::string content) const {
    const Class* type = class_value.known<Class>();
    while (!type->is_native) type = type->bases[0].known<Class>();
    auto* made = new Array(Value::share(const_cast<Class*>(type)));
    made->letter = letter;
    made->data = std::move(content);
    return Value::adopt(made);
  }

  std::string data;
  char letter = 'b';
};

Array* as_array(const Value& value) {
  return dynamic_cast<Array*>(as_buffer(value));
}

const char* too_large(char letter, bool is_negative) {
  switch (letter) {
    case 'b':
      return is_negative ? "signed char is less than minimum" : "signed char is greater than maximum";
    case 'B':
      return is_negative ? "unsigned byte integer is less than minimum"
                         : "unsigned byte integer is greater than maximum";
    case 'h':
      return is_negative ? "signed short integer is less than minimum"
                         : "signed short integer is greater than maximum";
    case 'H':
      return is_negative ? "unsigned short is less than minimum" : "unsigned short is greater than maximum";
    case 'i':
      return is_negative ? "signed integer is less than minimum" : "signed integer is greater than maximum";
    case 'I':
      return is_negative ? "can't convert negative value to unsigned int"
                         : "unsigned int is greater than maximum";
    case 'l':
      return "Python int too large to convert to C long";
    case 'q':
      return "int too big to convert";
    case 'L':
    case 'Q':
      return is_negative ? "can't convert negative int to unsigned" : "int too big to convert";
    default:
      return "int too large to convert to float";
  }
}

// Appends the number as bytes; false: an exception is set.
bool encode(PythonThread& thread, char letter, const Value& value, std::string& out) {
  std::array<char, 8> memory{};
  const StoreResult stored = store_item(letter, value, memory.data());
  const bool is_real = letter == 'f' || letter == 'd';
  if (stored == StoreResult::done) {
    out.append(memory.data(), item_size(letter));
    return true;
  }
  if (stored == StoreResult::wrong_type) {
    raise_type_error(thread, is_real
                                 ? "must be real number, not " + type_name(value)
                                 : "'" + type_name(value) + "' object cannot be interpreted as an integer");
  } else if (letter == 'f' && value.is(Kind::float_number)) {
    out.append(reinterpret_cast<const char*>(std::array{std::numeric_limits<float>::infinity()}.data()), 4);
    return true;
  } else {
    raise_in(thread, "OverflowError", too_large(letter, is_int(value) && to_big(value) < 0));
  }
  return false;
}

bool encode_all(PythonThread& thread, char letter, const std::vector<Value>& items, std::string& out) {
  return std::ranges::all_of(items, [&](const Value& item) { return encode(thread, letter, item, out); });
}

bool read_position(PythonThread& thread, const Value& key, std::int64_t size, const char* what,
                   std::int64_t& index) {
  if (is_int(key)) return sequence_index(thread, key, size, what, index);
  raise_type_error(thread, "array indices must be integers");
  return false;
}

std::string sliced(const Array& array, const SliceRange& range) {
  std::string part;
  for (std::int64_t i = 0; i < range.count; ++i)
    part.append(array.data, static_cast<std::size_t>(range.start + i * range.step) * array.size(),
                array.size());
  return part;
}

Outcome Array::get(PythonThread& thread, const Value& key, Value& result) {
  std::int64_t index = 0;
  SliceRange range;
  if (const auto* slice = key.try_as<Slice>()) {
    if (!slice_range(thread, *slice, length(), range)) return Outcome::raised;
    result = with(sliced(*this, range));
    return Outcome::ok;
  }
  if (!read_position(thread, key, length(), "array", index)) return Outcome::raised;
  result = item(index);
  return Outcome::ok;
}

Outcome Array::set(PythonThread& thread, const Value& key, const Value& value) {
  std::int64_t index = 0;
  SliceRange range;
  const auto* slice = key.try_as<Slice>();
  if (slice == nullptr) {
    std::string fresh;
    if (!read_position(thread, key, length(), "array assignment", index) ||
        !encode(thread, letter, value, fresh))
      return Outcome::raised;
    data.replace(static_cast<std::size_t>(index) * size(), size(), fresh);
    return Outcome::ok;
  }
  const Array* other = as_array(value);
  if (other == nullptr)
    return raise_type_error(thread,
                            "can only assign array (not \"" + type_name(value) + "\") to array slice");
  if (other->letter != letter) return raise_type_error(thread, "bad argument type for built-in operation");
  if (!slice_range(thread, *slice, length(), range)) return Outcome::raised;
  const std::string put = other->data;
  if (range.step == 1) {
    if (other->length() != range.count && !may_resize(thread)) return Outcome::raised;
    data.replace(static_cast<std::size_t>(range.start) * size(),
                 static_cast<std::size_t>(range.count) * size(), put);
    return Outcome::ok;
  }
  if (other->length() != range.count) {
    raise_in(thread, "ValueError",
             fmt::format("attempt to assign array of size {} to extended slice of size {}", other->length(),
                         range.count));
    return Outcome::raised;
  }
  for (std::int64_t i = 0; i < range.count; ++i)
    data.replace(static_cast<std::size_t>(range.start + i * range.step) * size(), size(), put,
                 static_cast<std::size_t>(i) * size(), size());
  return Outcome::ok;
}

Outcome Array::erase(PythonThread& thread, const Value& key) {
  std::int64_t index = 0;
  SliceRange range;
  if (!may_resize(thread)) return Outcome::raised;
  if (const auto* slice = key.try_as<Slice>()) {
    if (!slice_range(thread, *slice, length(), range)) return Outcome::raised;
    for (std::int64_t i = 0; i < range.count; ++i) {  // from the highest down
      const std::int64_t at =
          range.step > 0 ? range.start + (range.count - 1 - i) * range.step : range.start + i * range.step;
      data.erase(static_cast<std::size_t>(at) * size(), size());
    }
    return Outcome::ok;
  }
  if (!read_position(thread, key, length(), "array assignment", index)) return Outcome::raised;
  data.erase(static_cast<std::size_t>(index) * size(), size());
  return Outcome::ok;
}

// The place of an equal item, -1 = none.
std::int64_t find(PythonThread& thread, const Array& array, const Value& wanted) {
  for (std::int64_t i = 0; i < array.length(); ++i) {
    bool same = false;
    if (equal(thread, array.item(i), wanted, same) == Outcome::ok && same) return i;
  }
  return -1;
}

Outcome Array::contains(PythonThread& thread, const Value& wanted, bool& result) {
  result = find(thread, *this, wanted) >= 0;
  return Outcome::ok;
}

Outcome Array::equals(PythonThread& thread, const Value& other, bool& result) const {
  const Array* array = as_array(other);
  if (Buffer* buffer = as_buffer(other); array == nullptr && buffer != nullptr && buffer->is_view())
    return buffer->equals(thread, Value::share(const_cast<Array*>(this)), result);
  result = array != nullptr && array->length() == length();
  for (std::int64_t i = 0; i < length() && result; ++i) {
    if (const Outcome outcome = equal(thread, item(i), array->item(i), result); outcome != Outcome::ok)
      return outcome;
  }
  return Outcome::ok;
}

std::vector<Value> items_of(const Array& array) {
  std::vector<Value> items;
  for (std::int64_t i = 0; i < array.length(); ++i) items.push_back(array.item(i));
  return items;
}

Outcome Array::print(PythonThread& thread, std::string& text) const {
  std::string list;
  const Outcome outcome = repr(thread, make_list(items_of(*this)), list);
  text +=
      fmt::format("{}('{}'{})", class_value.known<Class>()->name, letter, data.empty() ? "" : ", " + list);
  return outcome;
}

std::string repeated(const std::string& data, std::int64_t times) {
  std::string result;
  for (std::int64_t i = 0; i < times; ++i) result += data;
  return result;
}

Outcome Array::operate(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                       Value& result) {
  if (op == BinaryOperator::add && as_array(left) == this) {
    const Array* other = as_array(right);
    if (other == nullptr)
      return raise_type_error(thread, "can only append array (not \"" + type_name(right) + "\") to array");
    if (other->letter != letter) return raise_type_error(thread, "bad argument type for built-in operation");
    result = with(data + other->data);
    return Outcome::ok;
  }
  const Value& count = as_array(left) == this ? right : left;
  if (op != BinaryOperator::multiply || !is_int(count)) return Outcome::needs_python;
  const std::int64_t times = std::max<std::int64_t>(0, clamp_int64(count));
  if (!data.empty() &&
      !fits_memory(thread, static_cast<std::uint64_t>(std::min<std::int64_t>(times, 1 << 30)) * data.size()))
    return Outcome::raised;
  result = with(repeated(data, times));
  return Outcome::ok;
}

Outcome Array::change(PythonThread& thread, BinaryOperator op, const Value& right) {
  const Array* other = as_array(right);
  if (op == BinaryOperator::multiply && is_int(right)) {
    Value product;
    const Value self = Value::share(this);
    if (!may_resize(thread) || operate(thread, op, self, right, product) != Outcome::ok)
      return Outcome::raised;
    data = as_array(product)->data;
    return Outcome::ok;
  }
  if (op != BinaryOperator::add) return Outcome::needs_python;
  if (other == nullptr)
    return raise_type_error(thread, "can only extend with array (not \"" + type_name(right) + "\")");
  if (other->letter != letter) return raise_type_error(thread, "can only extend with array of same kind");
  if (!may_resize(thread)) return Outcome::raised;
  data += std::string(other->data);
  return Outcome::ok;
}

NativeResult construct(NativeCall& call) {
  if (!check_constructor(call, "array", 1, 2)) return NativeResult::raised;
  const auto* code = call.positional[1].try_as<String>();
  if (code == nullptr || code->length != 1)
    return raise(
        call, "TypeError",
        fmt::format("array() argument 1 must be a unicode character, not {}", type_name(call.positional[1])));
  if (kLetters.find(code->text[0]) == std::string_view::npos)
    return raise(call, "ValueError", "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
  const char letter = code->text[0];
  std::string data;
  if (call.positional.size() == 3) {
    const Value given = call.positional[2];
    std::string_view bytes;
    if (given.is(Kind::string))
      return raise(call, "TypeError",
                   fmt::format("cannot use a str to initialize an array with typecode '{}'", letter));
    if (as_array(given) == nullptr && view_bytes(given, bytes)) {
      if (bytes.size() % item_size(letter) != 0)
        return raise(call, "ValueError", "bytes length not a multiple of item size");
      data = bytes;
    } else {
      std::vector<Value> items;
      NativeResult next = NativeResult::raised;
      if (!collect_argument(call, construct, 2, items, next)) return next;
      if (!encode_all(call.thread, letter, items, data)) return NativeResult::raised;
    }
  }
  auto* made = new Array(call.positional[0]);
  follow_class(*made);
  made->letter = letter;
  made->data = std::move(data);
  return call.returns(Value::adopt(made));
}

Array* self_of(NativeCall& call, std::string_view name, std::size_t least, std::size_t most) {
  Array* self = call.positional.empty() ? nullptr : as_array(call.positional[0]);
  if (self == nullptr) {
    raise(call, "TypeError", fmt::format("descriptor '{}' for 'array.array' objects needs one", name));
    return nullptr;
  }
  return check_count(call, fmt::format("array.{}", name), least + 1, most + 1) ? self : nullptr;
}

NativeResult append(NativeCall& call) {
  Array* self = self_of(call, "append", 1, 1);
  if (self == nullptr || !self->may_resize(call.thread) ||
      !encode(call.thread, self->letter, call.positional[1], self->data))
    return NativeResult::raised;
  return call.returns_none();
}

NativeResult extend(NativeCall& call) {
  Array* self = self_of(call, "extend", 1, 1);
  if (self == nullptr) return NativeResult::raised;
  if (as_array(call.positional[1]) != nullptr)
    return self->change(call.thread, BinaryOperator::add, call.positional[1]) == Outcome::ok
               ? call.returns_none()
               : NativeResult::raised;
  std::vector<Value> items;
  std::string more;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, extend, 1, items, next)) return next;
  if (!encode_all(call.thread, self->letter, items, more) || !self->may_resize(call.thread))
    return NativeResult::raised;
  self->data += more;
  return call.returns_none();
}

NativeResult from_list(NativeCall& call) {
  if (self_of(call, "fromlist", 1, 1) == nullptr) return NativeResult::raised;
  if (!call.positional[1].is(Kind::list)) return raise(call, "TypeError", "arg must be list");
  return extend(call);
}

NativeResult insert(NativeCall& call) {
  Array* self = self_of(call, "insert", 2, 2);
  std::int64_t at = 0;
  std::string fresh;
  if (self == nullptr || !read_index(call, call.positional[1], at) ||
      !encode(call.thread, self->letter, call.positional[2], fresh) || !self->may_resize(call.thread))
    return NativeResult::raised;
  if (at < 0) at = std::max<std::int64_t>(0, at + self->length());
  self->data.insert(static_cast<std::size_t>(std::min(at, self->length())) * self->size(), fresh);
  return call.returns_none();
}

NativeResult pop(NativeCall& call) {
  Array* self = self_of(call, "pop", 0, 1);
  std::int64_t at = -1;
  if (self == nullptr || (call.positional.size() == 2 && !read_index(call, call.positional[1], at)))
    return NativeResult::raised;
  if (self->data.empty()) return raise(call, "IndexError", "pop from empty array");
  if (at < 0) at += self->length();
  if (at < 0 || at >= self->length()) return raise(call, "IndexError", "pop index out of range");
  if (!self->may_resize(call.thread)) return NativeResult::raised;
  Value taken = self->item(at);
  self->data.erase(static_cast<std::size_t>(at) * self->size(), self->size());
  return call.returns(std::move(taken));
}

NativeResult remove(NativeCall& call) {
  Array* self = self_of(call, "remove", 1, 1);
  if (self == nullptr) return NativeResult::raised;
  const std::int64_t at = find(call.thread, *self, call.positional[1]);
  if (at < 0) return raise(call, "ValueError", "array.remove(x): x not in array");
  if (!self->may_resize(call.thread)) return NativeResult::raised;
  self->data.erase(static_cast<std::size_t>(at) * self->size(), self->size());
  return call.returns_none();
}

NativeResult index(NativeCall& call) {
  const Array* self = self_of(call, "index", 1, 1);
  if (self == nullptr) return NativeResult::raised;
  const std::int64_t at = find(call.thread, *self, call.positional[1]);
  return at < 0 ? raise(call, "ValueError", "array.index(x): x not in array") : call.returns(make_int(at));
}

NativeResult count(NativeCall& call) {
  const Array* self = self_of(call, "count", 1, 1);
  if (self == nullptr) return NativeResult::raised;
  std::int64_t total = 0;
  for (const Value& item : items_of(*self)) {
    bool same = false;
    if (equal(call.thread, item, call.positional[1], same) == Outcome::ok && same) ++total;
  }
  return call.returns(make_int(total));
}

NativeResult reverse(NativeCall& call) {
  Array* self = self_of(call, "reverse", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  self->data = sliced(*self, {self->length() - 1, -1, -1, self->length()});
  return call.returns_none();
}

NativeResult byte_swap(NativeCall& call) {
  Array* self = self_of(call, "byteswap", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  for (std::size_t at = 0; at < self->data.size(); at += self->size())
    std::reverse(self->data.begin() + static_cast<std::ptrdiff_t>(at),
                 self->data.begin() + static_cast<std::ptrdiff_t>(at + self->size()));
  return call.returns_none();
}

NativeResult to_bytes(NativeCall& call) {
  const Array* self = self_of(call, "tobytes", 0, 0);
  return self == nullptr ? NativeResult::raised : call.returns(make_bytes(self->data));
}

NativeResult from_bytes(NativeCall& call) {
  Array* self = self_of(call, "frombytes", 1, 1);
  std::string_view bytes;
  if (self == nullptr) return NativeResult::raised;
  if (!view_bytes(call.positional[1], bytes))
    return raise(call, "TypeError",
                 fmt::format("a bytes-like object is required, not '{}'", type_name(call.positional[1])));
  if (bytes.size() % self->size() != 0)
    return raise(call, "ValueError", "bytes length not a multiple of item size");
  if (!self->may_resize(call.thread)) return NativeResult::raised;
  self->data += std::string(bytes);
  return call.returns_none();
}

NativeResult to_list(NativeCall& call) {
  const Array* self = self_of(call, "tolist", 0, 0);
  return self == nullptr ? NativeResult::raised : call.returns(make_list(items_of(*self)));
}

NativeResult copy(NativeCall& call) {
  const Array* self = self_of(call, "__copy__", 0, 1);
  return self == nullptr ? NativeResult::raised : call.returns(self->with(self->data));
}

NativeResult reduce(NativeCall& call) {
  const Array* self = self_of(call, "__reduce_ex__", 0, 1);
  if (self == nullptr) return NativeResult::raised;
  Value letter = make_string(std::string(1, self->letter));
  return in_prelude(call, "reduced_value",
                    {call.positional[0], make_tuple({std::move(letter), make_list(items_of(*self))})});
}

NativeResult get_letter(NativeCall& call) {
  const Array* self = self_of(call, "typecode", 0, 0);
  return self == nullptr ? NativeResult::raised : call.returns(make_string(std::string(1, self->letter)));
}
NativeResult get_item_size(NativeCall& call) {
  const Array* self = self_of(call, "itemsize", 0, 0);
  return self == nullptr ? NativeResult::raised
                         : call.returns(make_int(static_cast<std::int64_t>(self->size())));
}

constexpr NativeDefinition kMethods[] = {
    {"append", append},   {"extend", extend},      {"fromlist", from_list}, {"insert", insert},
    {"pop", pop},         {"remove", remove},      {"index", index},        {"count", count},
    {"reverse", reverse}, {"byteswap", byte_swap}, {"tobytes", to_bytes},   {"frombytes", from_bytes},
    {"tolist", to_list},  {"__copy__", copy},      {"__deepcopy__", copy},  {"__reduce_ex__", reduce}};
constexpr NativeDefinition kParts[] = {{"typecode", get_letter}, {"itemsize", get_item_size}};

void build(Vm& vm, Module& module) {
  Class* type = vm.define_class(&module, "array");
  type->module = "array";
  type->instance_kind = Kind::native_object;
  type->construct = construct;
  define_methods(*type, kMethods);
  for (const NativeDefinition& part : kParts) {
    auto* property = new Property();
    property->getter = Value::adopt(new NativeFunction(part.name, part.pointer));
    type->attributes.set(part.name, Value::adopt(property));
  }
  class_changed(*type);
  module.globals().set("ArrayType", Value::share(type));
  module.globals().set("typecodes", make_string("bBuhHiIlLqQfd"));
}

// pack(letter, number) -> bytes; None: no number of the kind, False: too large
NativeResult pack(NativeCall& call) {
  if (!check_count(call, "pack", 2, 2)) return NativeResult::raised;
  const char letter = call.positional[0].as<String>()->text[0];
  std::array<char, 8> memory{};
  const StoreResult stored = store_item(letter, call.positional[1], memory.data());
  if (stored == StoreResult::done)
    return call.returns(make_bytes(std::string(memory.data(), item_size(letter))));
  return call.returns(stored == StoreResult::wrong_type ? Value::none() : Value::boolean(false));
}

// unpack(letter, bytes) -> number
NativeResult unpack(NativeCall& call) {
  if (!check_count(call, "unpack", 2, 2)) return NativeResult::raised;
  const char letter = call.positional[0].as<String>()->text[0];
  std::string_view bytes;
  if (!view_bytes(call.positional[1], bytes) || bytes.size() < item_size(letter))
    return raise(call, "ValueError", "too few bytes");
  return call.returns(load_item(letter, bytes.data()));
}

void build_numbers(Vm&, Module& module) {
  static constexpr NativeDefinition kFunctions[] = {{"pack", pack}, {"unpack", unpack}};
  define_functions(module, kFunctions);
}

}  // namespace

void register_array_module() {
  register_native_module("array", build);
  register_native_module("_numbers", build_numbers);
}

}  // namespace forkscope::vm::modules
