#include "core/vm/modules/object_sizes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/vm/buffer.h"
#include "core/vm/code.h"
#include "core/vm/extended.h"
#include "core/vm/frame.h"
#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/text.h"

namespace forkscope::vm::modules {

namespace {

constexpr std::int64_t kPointer = 8;
constexpr std::int64_t kCollected = 16;  // in front of what the garbage collector looks at

std::int64_t count(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

std::int64_t int_size(const Value& number) {
  constexpr std::int64_t kBitsOfDigit = 30;
  const auto bits = count(bit_length(to_big(number)));
  return 24 + 4 * std::max<std::int64_t>(1, (bits + kBitsOfDigit - 1) / kBitsOfDigit);
}

// One, two or four bytes a character, as the largest needs.
std::int64_t text_size(const String& text) {
  const auto length = std::int64_t{text.length};
  if (text.is_ascii) return 49 + length;
  // UTF-8 begins U+0100 with 0xc4 and U+10000 with 0xf0; what follows a first byte is below 0xc0.
  const auto largest =
      std::ranges::max(text.text, {}, [](char letter) { return static_cast<unsigned char>(letter); });
  const auto lead = static_cast<unsigned char>(largest);
  if (lead < 0xc4) return 73 + length;
  return lead < 0xf0 ? 74 + 2 * length : 76 + 4 * length;
}

std::int64_t list_size(std::int64_t items) {
  constexpr std::int64_t kShort = 10;
  std::int64_t room = items < 2 ? items : (items + 1) / 2 * 2;
  for (std::int64_t grown = 0; items >= kShort && grown < items; room = grown)
    grown = (grown + 1 + (grown + 1) / 8 + 6) / 4 * 4;
  return 40 + kPointer * room;
}

// Entries in order, and a hash table of their numbers, a third of it free.
std::int64_t dict_size(const Table& table) {
  constexpr std::int64_t kWithout = 48, kHead = 32;
  if (table.size() == 0) return kWithout;
  const auto used = count(table.size());
  std::int64_t slots = 8;
  while (slots * 2 / 3 < used) {
    const std::int64_t wanted = slots * 2 / 3 * 3;
    while (slots < wanted) slots *= 2;
  }
  const bool has_texts_only = std::ranges::all_of(table.entries(), [](const Table::Entry& entry) {
    return entry.key.empty() || entry.key.is(Kind::string);
  });
  const std::int64_t number_size = slots < 0x100 ? 1 : slots < 0x10000 ? 2 : 4;
  return kWithout + kHead + slots * number_size + slots * 2 / 3 * (has_texts_only ? 16 : 24);
}

std::int64_t set_size(std::int64_t items) {
  constexpr std::int64_t kWithout = 200, kInside = 8, kEntry = 16, kLarge = 50'000;
  std::int64_t slots = kInside;
  while (items * 5 >= (slots - 1) * 3) {
    const std::int64_t used = (slots - 1) * 3 / 5 + 1;
    const std::int64_t wanted = used * (used > kLarge ? 2 : 4);
    while (slots <= wanted) slots *= 2;
  }
  return kWithout + (slots == kInside ? 0 : slots * kEntry);
}

std::int64_t instance_size(const Class& type) {
  if (type.bases.empty()) return 16;
  if (!type.is_closed) return 24;
  std::int64_t slots = 0;
  for (const Class* place : type.resolution_order) {
    if (!place->slots.empty()) slots += count(place->slots.known<Tuple>()->items.size());
  }
  return 16 + kPointer * slots;
}

std::int64_t generator_size(const Generator& generator) {
  constexpr std::int64_t kWithout = 152;
  if (generator.frame == nullptr) return kWithout;
  const Code& code = *generator.frame->code;
  return kWithout +
         kPointer * (count(code.local_names.size() + code.cell_names.size() + code.free_names.size()) +
                     code.stack_size);
}

std::int64_t native_size(const Value& value) {
  const std::string name = type_name(value);
  if (const Buffer* buffer = as_buffer(value); buffer != nullptr) {
    const auto bytes = count(buffer->bytes().size());
    if (name == "bytearray") return bytes == 0 ? 56 : 57 + bytes;
    return name == "memoryview" ? 184 : 80 + bytes;
  }
  return name == "deque" ? 744 : 48;
}

std::int64_t named_size(const Value& value) {
  using Named = std::pair<std::string_view, std::int64_t>;
  constexpr std::array kSizes = {Named{"zip", 48}, Named{"enumerate", 56}, Named{"defaultdict", 56},
                                 Named{"OrderedDict", 112}, Named{"Counter", 72}};
  const std::string name = type_name(value);
  const auto* found = std::ranges::find(kSizes, name, [](const auto& entry) { return entry.first; });
  return found == kSizes.end() ? 32 : found->second;
}

// What lies in front of the object: for the garbage collector, and of an instance its attributes and the weak
// references to it.
std::int64_t size_in_front(const Value& value) {
  if (!value.is_object()) return 0;
  switch (value.object()->kind) {
    case Kind::big_int:
    case Kind::float_number:
    case Kind::complex_number:
    case Kind::string:
    case Kind::bytes:
    case Kind::range:
    case Kind::code:
      return extension_of(value) != nullptr ? kCollected : 0;
    case Kind::instance: {
      const Class& type = *value.known<Instance>()->type();
      return type.bases.empty() ? 0 : type.is_closed ? kCollected : 2 * kCollected;
    }
    case Kind::native_object:
      return as_buffer(value) != nullptr ? 0 : kCollected;
    default:
      return kCollected;
  }
}

}  // namespace

std::int64_t own_size(const Value& value) {
  if (value.is_small_int() || value.is_bool()) return int_size(value);
  if (!value.is_object()) return 16;
  switch (value.object()->kind) {
    case Kind::big_int:
      return int_size(value);
    case Kind::float_number:
      return 24;
    case Kind::complex_number:
      return 32;
    case Kind::string:
      return text_size(*value.known<String>());
    case Kind::bytes:
      return 33 + count(value.known<Bytes>()->data.size());
    case Kind::list:
      return list_size(count(value.known<List>()->items.size()));
    case Kind::tuple:
      return 24 + kPointer * count(value.known<Tuple>()->items.size());
    case Kind::dict:
      return dict_size(value.known<Dict>()->table);
    case Kind::set:
    case Kind::frozen_set:
      return set_size(count(value.known<Set>()->table.size()));
    case Kind::range:
      return 48;
    case Kind::slice:
      return 40;
    case Kind::function:
      return 136;
    case Kind::native_function:
    case Kind::module:
      return 56;
    case Kind::bound_method:
      return 48;
    case Kind::class_object:
      return value.known<Class>()->is_native ? 408 : 1672;
    case Kind::instance:
      return instance_size(*value.known<Instance>()->type());
    case Kind::generator:
      return type_name(value) == "generator" ? generator_size(*value.known<Generator>()) : 32;
    case Kind::exception:
      return 72;
    case Kind::property:
      return 64;
    case Kind::native_object:
      return native_size(value);
    default:
      return named_size(value);
  }
}

std::int64_t object_size(const Value& value) {
  return own_size(value) + size_in_front(value);
}

}  // namespace forkscope::vm::modules
