#include "core/vm/modules/item_buffer.h"

#include "core/vm/modules/asking.h"
#include "core/vm/operations.h"
#include "core/vm/repr_cost.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

using trace::EventKind;

constexpr std::size_t kLabelCharacters = 32;
constexpr std::size_t kFewItems = 16;      // containers with more are not written out
constexpr std::size_t kLongPickle = 1024;  // bytes

std::string shortened(std::string text) {
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins_character = (static_cast<unsigned char>(text[i]) & 0xc0) != 0x80;
    if (begins_character && ++characters > kLabelCharacters) return text.substr(0, i) + "...";
  }
  return text;
}

std::size_t item_count(const Value& value) {
  if (value.is(Kind::list)) return value.known<List>()->items.size();
  if (value.is(Kind::tuple)) return value.known<Tuple>()->items.size();
  if (value.is(Kind::dict)) return value.known<Dict>()->table.size();
  if (value.is(Kind::set) || value.is(Kind::frozen_set)) return value.known<Set>()->table.size();
  return 0;
}

ItemBuffer* self_of(NativeCall& call) {
  return read_native<ItemBuffer>(call, call.positional.front(), "an ItemBuffer");
}

NativeResult new_buffer(NativeCall& call) {
  std::int64_t queue = 0;
  if (call.positional.size() != 1)
    return raise(call, "TypeError", "ItemBuffer() takes the queue's object id");
  if (read_int(call, call.positional[0], queue)) return NativeResult::raised;
  auto* self = new ItemBuffer(class_in(loaded_module(call.vm, "_forkscope"), "ItemBuffer"));
  self->queue = static_cast<base::ObjectId>(queue);
  return call.returns(Value::adopt(self));
}

void add(PythonThread& thread, ItemBuffer& buffer, const Value& item) {
  buffer.items.push_back(item);
  ++buffer.appended;
  trace::Recorder& recorder = thread.kernel_thread.recorder;
  if (recorder.enabled()) {
    recorder.note(EventKind::item_buffered, buffer.queue, buffer.appended,
                  static_cast<std::int64_t>(buffer.items.size()), item_label(thread, item));
  }
}

NativeResult append(NativeCall& call) {
  ItemBuffer* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  add(call.thread, *self, call.positional[1]);
  return call.returns_none();
}

bool append_directly(PythonThread& thread, std::span<Value> arguments, Value& result) {
  auto* self = arguments.size() == 2 ? as_native<ItemBuffer>(arguments[0]) : nullptr;
  if (self == nullptr) return false;
  add(thread, *self, arguments[1]);
  result = Value::none();
  return true;
}

// The sentinel of close(): no item, so neither numbered nor noted.
NativeResult append_sentinel(NativeCall& call) {
  ItemBuffer* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  self->items.push_back(call.positional[1]);
  return call.returns_none();
}

// take(sentinel, empty) -> the oldest item; `empty` if there is none
Value take_item(PythonThread& thread, ItemBuffer& buffer, const Value& sentinel, const Value& empty) {
  if (buffer.items.empty()) return empty;
  Value item = std::move(buffer.items.front());
  buffer.items.pop_front();
  if (!item.same(sentinel)) {
    ++buffer.taken;
    thread.kernel_thread.recorder.note(EventKind::item_taken, buffer.queue, buffer.taken,
                                       static_cast<std::int64_t>(buffer.items.size()));
  }
  return item;
}

NativeResult take(NativeCall& call) {
  ItemBuffer* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(take_item(call.thread, *self, call.positional[1], call.positional[2]));
}

bool take_directly(PythonThread& thread, std::span<Value> arguments, Value& result) {
  auto* self = arguments.size() == 3 ? as_native<ItemBuffer>(arguments[0]) : nullptr;
  if (self == nullptr) return false;
  result = take_item(thread, *self, arguments[1], arguments[2]);
  return true;
}

NativeResult clear(NativeCall& call) {
  ItemBuffer* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  self->items.clear();
  return call.returns_none();
}

NativeResult size(NativeCall& call) {
  const ItemBuffer* self = self_of(call);
  return self == nullptr ? NativeResult::raised
                         : call.returns(make_int(static_cast<std::int64_t>(self->items.size())));
}

NativeResult failed(NativeCall& call) {
  const ItemBuffer* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  call.thread.kernel_thread.recorder.note(EventKind::item_failed, self->queue, self->taken);
  return call.returns_none();
}

const ItemBuffer* buffer_of(const Value& value) {
  return as_native<ItemBuffer>(value);
}

}  // namespace

std::string label_text(PythonThread& thread, const Value& item) {
  if (item.is(Kind::string)) {
    const std::string& text = item.known<String>()->text;
    if (text.size() > 4 * kLabelCharacters) return "'" + shortened(text);
  }
  if (item.is(Kind::bytes) && item.known<Bytes>()->data.size() > kLabelCharacters) {
    return std::to_string(item.known<Bytes>()->data.size()) + " bytes";
  }
  const std::size_t items = item_count(item);
  if (items > kFewItems) return type_name(item) + " of " + std::to_string(items);
  if (has_long_repr(item)) {
    return items > 0 ? type_name(item) + " of " + std::to_string(items) : "<" + type_name(item) + ">";
  }
  std::string text;
  const Value raised = thread.raised;
  if (repr(thread, item, text) != Outcome::ok) {
    thread.raised = raised;
    return "<" + type_name(item) + ">";
  }
  return shortened(std::move(text));
}

base::StringId item_label(PythonThread& thread, const Value& item) {
  if (item.is_small_int() && trace::fits_number_label(item.small())) return trace::number_label(item.small());
  return thread.vm.kernel().strings().intern(label_text(thread, item));
}

std::int64_t trace_time(const PythonThread& thread) {
  const trace::Recorder& recorder = thread.kernel_thread.recorder;
  return recorder.enabled() ? recorder.now() : 0;
}

void note_pickled(PythonThread& thread, const Value& buffer, std::size_t bytes, std::int64_t began) {
  trace::Recorder& recorder = thread.kernel_thread.recorder;
  if (!recorder.enabled()) return;
  const auto size = static_cast<std::int64_t>(bytes);
  if (const ItemBuffer* items = buffer_of(buffer); items != nullptr) {
    recorder.write({.began_ns = began,
                    .a = items->taken,
                    .b = size,
                    .object = items->queue,
                    .kind = EventKind::item_pickled});
  } else if (bytes >= kLongPickle) {
    recorder.write({.began_ns = began, .a = size, .kind = EventKind::pickled});
  }
}

void note_unpickled(PythonThread& thread, std::size_t bytes, std::int64_t began) {
  trace::Recorder& recorder = thread.kernel_thread.recorder;
  if (!recorder.enabled() || bytes < kLongPickle) return;
  recorder.write({.began_ns = began, .a = static_cast<std::int64_t>(bytes), .kind = EventKind::unpickled});
}

void note_written(PythonThread& thread, const Value& buffer, std::size_t bytes) {
  trace::Recorder& recorder = thread.kernel_thread.recorder;
  if (!recorder.enabled()) return;
  if (const ItemBuffer* items = buffer_of(buffer); items != nullptr) {
    recorder.note(EventKind::item_written, items->queue, items->taken, static_cast<std::int64_t>(bytes));
  }
}

void add_item_buffer(Vm& vm, Module& module) {
  static constexpr NativeDefinition kMethods[] = {
      {"append", append, append_directly},
      {"append_sentinel", append_sentinel},
      {"take", take, take_directly},
      {"clear", clear},
      {"size", size},
      {"failed", failed},
  };
  static constexpr NativeDefinition kFunctions[] = {{"new_buffer", new_buffer}};
  Class* type = vm.define_class(&module, "ItemBuffer");
  type->instance_kind = Kind::native_object;
  define_methods(*type, kMethods);
  define_functions(module, kFunctions);
}

}  // namespace forkscope::vm::modules
