// Arrays of simple C types: items, slices, and the texts of arrays of characters. An item is one load or
// store; a slice without gaps is one too, any other slice is loaded in one go and stored item by item.
#include <algorithm>

#include "core/trace/shared_values.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/c_data.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

// The items of `values` as they lie in memory; false: an exception is set.
bool pack(NativeCall& call, const CData& self, std::span<const Value> values, std::string& bytes) {
  const auto size = static_cast<std::size_t>(self.item_size());
  bytes.resize(values.size() * size);
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::int64_t bits = 0;
    if (to_bits(call, self.code, values[i], bits)) return false;
    store_bits(bytes.data() + i * size, self.item_size(), bits);
  }
  return true;
}

Value item_at(const CData& self, const std::string& bytes, std::int64_t index) {
  return from_bits(self.code, load_bits(bytes.data() + index * self.item_size(), self.item_size()));
}

std::string wide_text(const std::string& bytes, bool stops_at_zero) {
  constexpr std::int64_t kSize = 4;
  std::string text;
  for (std::size_t at = 0; at + kSize <= bytes.size(); at += kSize) {
    const std::int64_t letter = load_bits(bytes.data() + at, kSize);
    if (letter == 0 && stops_at_zero) break;
    append_code_point(text, static_cast<char32_t>(letter));
  }
  return text;
}

// Items of an array as what a slice of it gives: bytes, a str or a list.
Value joined(const CData& self, const std::string& bytes, const SliceRange& range, std::int64_t first) {
  std::vector<Value> items;
  std::string chosen;
  const auto size = static_cast<std::size_t>(self.item_size());
  for (std::int64_t i = 0; i < range.count; ++i) {
    const std::int64_t index = range.start + i * range.step - first;
    if (self.code == 'c' || self.code == 'u') {
      chosen.append(bytes, static_cast<std::size_t>(index) * size, size);
    } else {
      items.push_back(item_at(self, bytes, index));
    }
  }
  if (self.code == 'c') return make_bytes(std::move(chosen));
  if (self.code == 'u') return make_string(wide_text(chosen, false));
  return make_list(std::move(items));
}

NativeResult length(NativeCall& call) {
  const CData* self = c_data_of(call);
  return self == nullptr ? NativeResult::raised : call.returns(make_int(self->count));
}

// Several items went in one store: which ones, for the trace.
NativeResult finish_items(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  const CData& self = *c_data_of(call);
  trace::Recorder& recorder = call.thread.kernel_thread.recorder;
  const std::string_view bytes = call.request.text;
  const std::int64_t size = self.item_size();
  const auto count = static_cast<std::int64_t>(bytes.size()) / size;
  for (std::int64_t i = 0; recorder.enabled() && i < std::min(count, trace::kShownItems); ++i) {
    recorder.note(trace::EventKind::shared_item_stored, self.object,
                  (call.request.a - self.offset) / size + i, load_bits(bytes.data() + i * size, size));
  }
  return call.returns_none();
}

NativeResult store_items(NativeCall& call, const CData& self, std::int64_t first, std::string bytes) {
  return store_bytes(call, self.its_memory(), self.offset + first * self.item_size(), std::move(bytes),
                     self.object, finish_items);
}

NativeResult initialize(NativeCall& call) {
  const CData* self = c_data_of(call);
  if (self == nullptr) return NativeResult::raised;
  const std::span<const Value> values = call.positional.subspan(1);
  if (static_cast<std::int64_t>(values.size()) > self->count)
    return raise(call, "IndexError", "invalid index");
  std::string bytes;
  if (!pack(call, *self, values, bytes)) return NativeResult::raised;
  return store_items(call, *self, 0, std::move(bytes));
}

// False: an exception is set.
bool read_index(NativeCall& call, const CData& self, const Value& key, std::int64_t& index) {
  if (!is_int(key)) {
    raise(call, "TypeError", "indices must be integers");
    return false;
  }
  index = clamp_int64(key);
  if (index < 0) index += self.count;
  if (index >= 0 && index < self.count) return true;
  raise(call, "IndexError", "invalid index");
  return false;
}

// The items between the lowest and the highest one of a slice.
struct Span {
  std::int64_t first = 0, count = 0;
};
Span span_of(const SliceRange& range) {
  if (range.count == 0) return {};
  const std::int64_t last = range.start + (range.count - 1) * range.step;
  return {std::min(range.start, last), std::max(range.start, last) - std::min(range.start, last) + 1};
}

NativeResult finish_slice(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  const CData& self = *c_data_of(call);
  SliceRange range;
  if (!slice_range(call.thread, *call.positional[1].known<Slice>(), self.count, range))
    return NativeResult::raised;
  return call.returns(joined(self, bytes_of(call, answer), range, span_of(range).first));
}

NativeResult get_item(NativeCall& call) {
  const CData* self = c_data_of(call);
  if (self == nullptr) return NativeResult::raised;
  const Value& key = call.positional[1];
  Memory& memory = self->its_memory();
  if (const auto* slice = key.try_as<Slice>()) {
    SliceRange range;
    if (!slice_range(call.thread, *slice, self->count, range)) return NativeResult::raised;
    const Span span = span_of(range);
    return load_bytes(call, memory, self->offset + span.first * self->item_size(),
                      span.count * self->item_size(), self->object, finish_slice);
  }
  std::int64_t index = 0;
  if (!read_index(call, *self, key, index)) return NativeResult::raised;
  return load_item(call, memory, self->offset + index * self->item_size(), self->code, self->object);
}

// Stores the items of a slice with gaps one by one; `keep` is (their bytes, how many are stored).
NativeResult store_next(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  const CData& self = *c_data_of(call);
  SliceRange range;
  if (!slice_range(call.thread, *call.positional[1].known<Slice>(), self.count, range))
    return NativeResult::raised;
  auto& state = call.keep.known<Tuple>()->items;
  const std::int64_t stored = state[1].small();
  if (stored == range.count) return call.returns_none();
  state[1] = make_int(stored + 1);
  const std::int64_t size = self.item_size();
  kernel::Request request =
      memory_request(self.its_memory(), kernel::EventKind::memory_write,
                     self.offset + (range.start + stored * range.step) * size, self.object);
  request.size = size;
  request.b = load_bits(state[0].known<Bytes>()->data.data() + stored * size, size);
  return ask(call, request, store_next);
}

NativeResult store_with_gaps(NativeCall& call, const CData& self, const SliceRange& range,
                             std::string bytes) {
  Memory& memory = self.its_memory();
  const std::int64_t size = self.item_size();
  if (!memory.is_shared()) {
    for (std::int64_t i = 0; i < range.count; ++i) {
      const std::int64_t at = self.offset + (range.start + i * range.step) * size;
      memory.local.replace(static_cast<std::size_t>(at), static_cast<std::size_t>(size), bytes,
                           static_cast<std::size_t>(i * size), static_cast<std::size_t>(size));
    }
    return call.returns_none();
  }
  call.keep = make_tuple({make_bytes(std::move(bytes)), make_int(0)});
  kernel::Answer nothing_yet;
  return store_next(call, nothing_yet);
}

NativeResult set_slice(NativeCall& call, const CData& self, const Slice& slice) {
  const Value& given = call.positional[2];
  std::vector<Value> values;
  SliceRange range;
  if (!slice_range(call.thread, slice, self.count, range)) return NativeResult::raised;
  const bool is_sequence = !given.is(Kind::generator) && collect(call.thread, given, values) == Outcome::ok;
  if (!is_sequence || static_cast<std::int64_t>(values.size()) != range.count) {
    return raise(call, "ValueError", "Can only assign sequence of same size");
  }
  std::string bytes;
  if (!pack(call, self, values, bytes)) return NativeResult::raised;
  if (range.step != 1) return store_with_gaps(call, self, range, std::move(bytes));
  return store_items(call, self, range.start, std::move(bytes));
}

NativeResult set_item(NativeCall& call) {
  const CData* self = c_data_of(call);
  if (self == nullptr) return NativeResult::raised;
  const Value& key = call.positional[1];
  if (const auto* slice = key.try_as<Slice>()) return set_slice(call, *self, *slice);
  std::int64_t index = 0;
  std::int64_t bits = 0;
  if (!read_index(call, *self, key, index) || to_bits(call, self->code, call.positional[2], bits)) {
    return NativeResult::raised;
  }
  return store_item(call, self->its_memory(), self->offset + index * self->item_size(), self->item_size(),
                    bits, self->object);
}

NativeResult delete_item(NativeCall& call) {
  return raise(call, "TypeError", "Array does not support item deletion");
}

NativeResult finish_raw(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  return call.returns(make_bytes(bytes_of(call, answer)));
}

NativeResult finish_text(NativeCall& call, kernel::Answer& answer) {
  if (answer.error != 0) return raise_os_error(call, answer.error);
  std::string bytes = bytes_of(call, answer);
  if (c_data_of(call)->code == 'u') return call.returns(make_string(wide_text(bytes, true)));
  return call.returns(make_bytes(bytes.substr(0, bytes.find('\0'))));
}

NativeResult load_all(NativeCall& call, NativeResult (*finish)(NativeCall&, kernel::Answer&)) {
  const CData* self = c_data_of(call);
  if (self == nullptr) return NativeResult::raised;
  return load_bytes(call, self->its_memory(), self->offset, self->size(), self->object, finish);
}

NativeResult get_raw(NativeCall& call) {
  return load_all(call, finish_raw);
}

NativeResult get_text(NativeCall& call) {
  return load_all(call, finish_text);
}

NativeResult store_text(NativeCall& call, bool with_zero) {
  const CData* self = c_data_of(call);
  if (self == nullptr) return NativeResult::raised;
  const auto* bytes = call.positional[1].try_as<Bytes>();
  if (bytes == nullptr) {
    return raise(call, "TypeError",
                 "bytes expected instead of " + type_name(call.positional[1]) + " instance");
  }
  const auto size = static_cast<std::int64_t>(bytes->data.size());
  if (size > self->count) return raise(call, "ValueError", "byte string too long");
  std::string stored = bytes->data;
  if (with_zero && size < self->count) stored.push_back('\0');
  return store_items(call, *self, 0, std::move(stored));
}

NativeResult set_raw(NativeCall& call) {
  return store_text(call, false);
}

NativeResult set_text(NativeCall& call) {
  return store_text(call, true);
}

NativeResult set_wide_text(NativeCall& call) {
  const CData* self = c_data_of(call);
  if (self == nullptr) return NativeResult::raised;
  const auto* text = call.positional[1].try_as<String>();
  if (text == nullptr) {
    return raise(call, "TypeError",
                 "unicode string expected instead of " + type_name(call.positional[1]) + " instance");
  }
  std::u32string letters = to_code_points(text->text);
  if (static_cast<std::int64_t>(letters.size()) > self->count)
    return raise(call, "ValueError", "string too long");
  if (static_cast<std::int64_t>(letters.size()) < self->count) letters.push_back(U'\0');
  std::string bytes(letters.size() * 4, '\0');
  for (std::size_t i = 0; i < letters.size(); ++i) {
    store_bits(bytes.data() + i * 4, 4, static_cast<std::int64_t>(letters[i]));
  }
  return store_items(call, *self, 0, std::move(bytes));
}

}  // namespace

// The class of arrays was made by array_class(): argument 0.
NativeResult new_array(NativeCall& call) {
  const Class& type = *call.positional[0].known<Class>();
  if (!call.keywords.empty()) return raise(call, "TypeError", "this type takes no keyword arguments");
  auto* data = new CData(call.positional[0]);
  const Value made = Value::adopt(data);
  data->code = static_cast<char>(class_number(type, "_code_"));
  data->count = class_number(type, "_length_");
  data->memory = make_local_memory(call.vm, data->size());
  if (static_cast<std::int64_t>(call.positional.size()) - 1 > data->count) {
    return raise(call, "IndexError", "invalid index");
  }
  std::string bytes;
  if (!pack(call, *data, call.positional.subspan(1), bytes)) return NativeResult::raised;
  data->its_memory().local.replace(0, bytes.size(), bytes);
  return call.returns(made);
}

void define_array_methods(Class& array, Class& characters, Class& wide_characters) {
  static constexpr NativeDefinition kMethods[] = {
      {"__init__", initialize},  {"__len__", length},          {"__getitem__", get_item},
      {"__setitem__", set_item}, {"__delitem__", delete_item},
  };
  define_methods(array, kMethods);
  define_property(characters, "value", get_text, set_text);
  define_property(characters, "raw", get_raw, set_raw);
  define_property(wide_characters, "value", get_text, set_wide_text);
}

}  // namespace forkscope::vm::modules
