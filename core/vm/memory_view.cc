// memoryview: a window on the memory of bytes, a bytearray or an array.
#include <fmt/format.h>

#include <array>

#include "core/vm/buffer.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/number_items.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm {

namespace {

struct MemoryView final : Native<MemoryView, Buffer> {
  using Native::Native;
  ~MemoryView() override { let_go(); }
  void visit(StateVisitor& state) override {
    state.value(owner);
    state.number(start);
    state.number(count);
    state.number(step);
    state.number(letter);
    state.number(read_only);
    state.number(views);
  }
  std::string_view memory() const {
    if (const auto* bytes = owner.try_as<Bytes>()) return bytes->data;
    return as_buffer(owner) == nullptr ? std::string_view() : as_buffer(owner)->bytes();
  }
  std::size_t size() const { return item_size(letter); }
  const char* at(std::int64_t index) const {
    return memory().data() + start + index * step * static_cast<std::int64_t>(size());
  }
  bool is_released() const { return owner.empty(); }
  void let_go() {
    if (Buffer* buffer = as_buffer(owner)) --buffer->views;
    owner = Value();
  }

  std::string_view bytes() const override {
    if (is_released()) return {};
    if (step == 1) return {at(0), static_cast<std::size_t>(count) * size()};
    packed.clear();
    for (std::int64_t i = 0; i < count; ++i) packed.append(at(i), size());
    return packed;
  }
  char format() const override { return letter; }
  bool is_view() const override { return true; }
  bool is_read_only() const override { return read_only; }
  std::int64_t length() const override { return is_released() ? 0 : count; }
  Value item(std::int64_t index) const override { return load_item(letter, at(index)); }
  Outcome get(PythonThread& thread, const Value& key, Value& result) override;
  Outcome set(PythonThread& thread, const Value& key, const Value& value) override;
  Outcome erase(PythonThread& thread, const Value&) override {
    return raise_type_error(thread, read_only ? "cannot modify read-only memory" : "cannot delete memory");
  }
  Outcome contains(PythonThread& thread, const Value& wanted, bool& result) override;
  Outcome equals(PythonThread& thread, const Value& other, bool& result) const override;
  Outcome print(PythonThread&, std::string& text) const override {
    const Value self = Value::share(const_cast<MemoryView*>(this));
    text += fmt::format("<{}memory at {}>", is_released() ? "released " : "", address_text(self));
    return Outcome::ok;
  }
  Outcome operate(PythonThread&, BinaryOperator, const Value&, const Value&, Value&) override {
    return Outcome::needs_python;
  }
  Outcome change(PythonThread&, BinaryOperator, const Value&) override { return Outcome::needs_python; }

  Value owner;                                  // empty: released
  std::int64_t start = 0, count = 0, step = 1;  // start in bytes, the others in items
  char letter = 'B';
  bool read_only = false;
  mutable std::string packed;
};

bool is_usable(PythonThread& thread, const MemoryView& view) {
  if (!view.is_released()) return true;
  raise_in(thread, "ValueError", "operation forbidden on released memoryview object");
  return false;
}

MemoryView* part_of(const MemoryView& whole, const SliceRange& range) {
  auto* part = new MemoryView(whole.class_value);
  part->owner = whole.owner;
  part->letter = whole.letter;
  part->read_only = whole.read_only;
  part->start = whole.start + range.start * whole.step * static_cast<std::int64_t>(whole.size());
  part->step = whole.step * range.step;
  part->count = range.count;
  if (Buffer* buffer = as_buffer(part->owner)) ++buffer->views;
  return part;
}

bool read_position(PythonThread& thread, const Value& key, std::int64_t size, std::int64_t& index) {
  const auto number = to_int64(key);
  if (!is_int(key)) {
    raise_type_error(thread, "memoryview: invalid slice key");
    return false;
  }
  index = number ? (*number < 0 ? *number + size : *number) : -1;
  if (index >= 0 && index < size) return true;
  raise_in(thread, "IndexError", "index out of bounds on dimension 1");
  return false;
}

Outcome MemoryView::get(PythonThread& thread, const Value& key, Value& result) {
  std::int64_t index = 0;
  if (!is_usable(thread, *this)) return Outcome::raised;
  if (const auto* slice = key.try_as<Slice>()) {
    SliceRange range;
    if (!slice_range(thread, *slice, count, range)) return Outcome::raised;
    result = Value::adopt(part_of(*this, range));
    return Outcome::ok;
  }
  if (!read_position(thread, key, count, index)) return Outcome::raised;
  result = item(index);
  return Outcome::ok;
}

// Into what the view looks at, piece by piece: an overlap is copied as it was.
Outcome assign(PythonThread& thread, MemoryView& to, const Value& value) {
  std::string_view from;
  const Buffer* source = as_buffer(value);
  if (!view_bytes(value, from))
    return raise_type_error(thread, "a bytes-like object is required, not '" + type_name(value) + "'");
  const std::string data(from);
  if ((source == nullptr ? 'B' : source->format()) != to.letter ||
      data.size() != static_cast<std::size_t>(to.count) * to.size()) {
    raise_in(thread, "ValueError", "memoryview assignment: lvalue and rvalue have different structures");
    return Outcome::raised;
  }
  for (std::int64_t i = 0; i < to.count; ++i)
    data.copy(const_cast<char*>(to.at(i)), to.size(), static_cast<std::size_t>(i) * to.size());
  return Outcome::ok;
}

Outcome MemoryView::set(PythonThread& thread, const Value& key, const Value& value) {
  std::int64_t index = 0;
  if (!is_usable(thread, *this)) return Outcome::raised;
  if (read_only) return raise_type_error(thread, "cannot modify read-only memory");
  if (const auto* slice = key.try_as<Slice>()) {
    SliceRange range;
    if (!slice_range(thread, *slice, count, range)) return Outcome::raised;
    const Value part = Value::adopt(part_of(*this, range));
    return assign(thread, *static_cast<MemoryView*>(part.known<NativeObject>()), value);
  }
  if (!read_position(thread, key, count, index)) return Outcome::raised;
  const StoreResult stored = store_item(letter, value, const_cast<char*>(at(index)));
  if (stored == StoreResult::done) return Outcome::ok;
  const bool is_type = stored == StoreResult::wrong_type;
  raise_in(thread, is_type ? "TypeError" : "ValueError",
           fmt::format("memoryview: invalid {} for format '{}'", is_type ? "type" : "value", letter));
  return Outcome::raised;
}

Outcome MemoryView::contains(PythonThread& thread, const Value& wanted, bool& result) {
  result = false;
  if (!is_usable(thread, *this)) return Outcome::raised;
  for (std::int64_t i = 0; i < count && !result; ++i) {
    if (const Outcome outcome = equal(thread, item(i), wanted, result); outcome != Outcome::ok)
      return outcome;
  }
  return Outcome::ok;
}

Outcome MemoryView::equals(PythonThread& thread, const Value& other, bool& result) const {
  std::string_view seen;
  result = false;
  const Buffer* buffer = as_buffer(other);
  if (is_released() || !view_bytes(other, seen)) return Outcome::ok;
  if ((buffer == nullptr ? 'B' : buffer->format()) == letter) {
    result = bytes() == seen;
    return Outcome::ok;
  }
  result = buffer != nullptr && buffer->length() == count;
  for (std::int64_t i = 0; i < count && result; ++i) {
    if (const Outcome outcome = equal(thread, item(i), buffer->item(i), result); outcome != Outcome::ok)
      return outcome;
  }
  return Outcome::ok;
}

MemoryView* view_of(const Value& value) {
  return dynamic_cast<MemoryView*>(as_buffer(value));
}

NativeResult construct(NativeCall& call) {
  static constexpr const char* kNames[] = {"object"};
  std::array<Value, 1> given;
  const Value type = call.positional[0];
  call.positional = call.positional.subspan(1);
  if (!bind_arguments(call, "memoryview", kNames, 1, given)) return NativeResult::raised;
  if (const MemoryView* other = view_of(given[0])) {
    if (!is_usable(call.thread, *other)) return NativeResult::raised;
    return call.returns(Value::adopt(part_of(*other, {0, other->count, 1, other->count})));
  }
  std::string_view data;
  if (!view_bytes(given[0], data))
    return raise(call, "TypeError",
                 fmt::format("memoryview: a bytes-like object is required, not '{}'", type_name(given[0])));
  auto* view = new MemoryView(type);
  Buffer* buffer = as_buffer(given[0]);
  view->owner = given[0];
  view->read_only = buffer == nullptr || buffer->is_read_only();
  view->letter = buffer == nullptr ? 'B' : buffer->format();
  view->count = static_cast<std::int64_t>(data.size() / view->size());
  if (buffer != nullptr) ++buffer->views;
  return call.returns(Value::adopt(view));
}

// Null: an exception is set.
MemoryView* self_of(NativeCall& call, const char* name, std::size_t least, std::size_t most) {
  MemoryView* self = call.positional.empty() ? nullptr : view_of(call.positional[0]);
  if (self == nullptr) {
    raise(call, "TypeError", fmt::format("descriptor '{}' for 'memoryview' objects needs one", name));
    return nullptr;
  }
  if (!check_count(call, fmt::format("memoryview.{}", name), least + 1, most + 1)) return nullptr;
  return self;
}

MemoryView* usable_self(NativeCall& call, const char* name, std::size_t least, std::size_t most) {
  MemoryView* self = self_of(call, name, least, most);
  return self != nullptr && is_usable(call.thread, *self) ? self : nullptr;
}

NativeResult to_bytes(NativeCall& call) {
  const MemoryView* self = usable_self(call, "tobytes", 0, 1);
  return self == nullptr ? NativeResult::raised : call.returns(make_bytes(std::string(self->bytes())));
}

NativeResult to_list(NativeCall& call) {
  const MemoryView* self = usable_self(call, "tolist", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  std::vector<Value> items;
  for (std::int64_t i = 0; i < self->count; ++i) items.push_back(self->item(i));
  return call.returns(make_list(std::move(items)));
}

NativeResult hex(NativeCall& call) {
  const MemoryView* self = usable_self(call, "hex", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  std::string text;
  for (const char byte : self->bytes()) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return call.returns(make_string(text));
}

NativeResult release(NativeCall& call) {
  MemoryView* self = self_of(call, "release", 0, 3);
  if (self == nullptr) return NativeResult::raised;
  self->let_go();
  return call.returns_none();
}

NativeResult enter(NativeCall& call) {
  return usable_self(call, "__enter__", 0, 0) == nullptr ? NativeResult::raised
                                                         : call.returns(call.positional[0]);
}

NativeResult to_read_only(NativeCall& call) {
  const MemoryView* self = usable_self(call, "toreadonly", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  MemoryView* made = part_of(*self, {0, self->count, 1, self->count});
  made->read_only = true;
  return call.returns(Value::adopt(made));
}

NativeResult cast(NativeCall& call) {
  const MemoryView* self = usable_self(call, "cast", 1, 1);
  if (self == nullptr) return NativeResult::raised;
  const auto* text = call.positional[1].try_as<String>();
  if (text == nullptr)
    return raise(call, "TypeError",
                 fmt::format("cast() argument 'format' must be str, not {}", type_name(call.positional[1])));
  const std::string_view letters =
      text->text.starts_with('@') ? std::string_view(text->text).substr(1) : text->text;
  if (letters.size() != 1 || item_size(letters[0]) == 0)
    return raise(call, "ValueError",
                 "memoryview: destination format must be a native single character format prefixed with an "
                 "optional '@'");
  if (self->step != 1)
    return raise(call, "TypeError", "memoryview: casts are restricted to C-contiguous views");
  if (self->size() != 1 && item_size(letters[0]) != 1)
    return raise(call, "TypeError", "memoryview: cannot cast between two non-byte formats");
  const std::size_t bytes = self->bytes().size(), size = item_size(letters[0]);
  if (bytes % size != 0) return raise(call, "TypeError", "memoryview: length is not a multiple of itemsize");
  MemoryView* made = part_of(*self, {0, self->count, 1, self->count});
  made->letter = letters[0];
  made->count = static_cast<std::int64_t>(bytes / size);
  return call.returns(Value::adopt(made));
}

NativeResult get_bytes(NativeCall& call) {
  const MemoryView* self = usable_self(call, "nbytes", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(make_int(self->count * static_cast<std::int64_t>(self->size())));
}
NativeResult get_item_size(NativeCall& call) {
  const MemoryView* self = usable_self(call, "itemsize", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(make_int(static_cast<std::int64_t>(self->size())));
}
NativeResult get_format(NativeCall& call) {
  const MemoryView* self = usable_self(call, "format", 0, 0);
  return self == nullptr ? NativeResult::raised : call.returns(make_string(std::string(1, self->letter)));
}
NativeResult get_read_only(NativeCall& call) {
  const MemoryView* self = usable_self(call, "readonly", 0, 0);
  return self == nullptr ? NativeResult::raised : call.returns(Value::boolean(self->read_only));
}
NativeResult get_owner(NativeCall& call) {
  const MemoryView* self = usable_self(call, "obj", 0, 0);
  return self == nullptr ? NativeResult::raised : call.returns(self->owner);
}
NativeResult get_dimensions(NativeCall& call) {
  const MemoryView* self = usable_self(call, "ndim", 0, 0);
  return self == nullptr ? NativeResult::raised : call.returns(Value::small_int(1));
}
NativeResult get_shape(NativeCall& call) {
  const MemoryView* self = usable_self(call, "shape", 0, 0);
  return self == nullptr ? NativeResult::raised : call.returns(make_tuple({make_int(self->count)}));
}
NativeResult get_strides(NativeCall& call) {
  const MemoryView* self = usable_self(call, "strides", 0, 0);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(make_tuple({make_int(self->step * static_cast<std::int64_t>(self->size()))}));
}
NativeResult get_contiguous(NativeCall& call) {
  const MemoryView* self = usable_self(call, "contiguous", 0, 0);
  return self == nullptr ? NativeResult::raised
                         : call.returns(Value::boolean(self->step == 1 || self->count < 2));
}

constexpr NativeDefinition kMethods[] = {
    {"tobytes", to_bytes}, {"tolist", to_list},   {"hex", hex},   {"release", release},
    {"__enter__", enter},  {"__exit__", release}, {"cast", cast}, {"toreadonly", to_read_only}};
constexpr NativeDefinition kParts[] = {{"nbytes", get_bytes},
                                       {"itemsize", get_item_size},
                                       {"format", get_format},
                                       {"readonly", get_read_only},
                                       {"obj", get_owner},
                                       {"ndim", get_dimensions},
                                       {"shape", get_shape},
                                       {"strides", get_strides},
                                       {"contiguous", get_contiguous},
                                       {"c_contiguous", get_contiguous}};

}  // namespace

void install_memory_view(Vm& vm) {
  Class* type = vm.define_class(&vm.builtins(), "memoryview");
  type->instance_kind = Kind::native_object;
  type->module = "builtins";
  type->construct = construct;
  define_methods(*type, kMethods);
  for (const NativeDefinition& part : kParts) {
    auto* property = new Property();
    property->getter = Value::adopt(new NativeFunction(part.name, part.pointer));
    type->attributes.set(part.name, Value::adopt(property));
  }
}

}  // namespace forkscope::vm
