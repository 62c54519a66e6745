#include "core/vm/number_items.h"

#include <cmath>
#include <cstring>
#include <limits>

#include "core/vm/numbers.h"

namespace forkscope::vm {

namespace {

// Calls `use` with a number of the type that the letter stands for; false: there is no such letter.
template <typename Use>
bool with_type(char format, Use use) {
  switch (format) {
    case 'b':
      return use(std::int8_t{}), true;
    case 'B':
    case '?':
    case 'c':
      return use(std::uint8_t{}), true;
    case 'h':
      return use(std::int16_t{}), true;
    case 'H':
      return use(std::uint16_t{}), true;
    case 'i':
      return use(std::int32_t{}), true;
    case 'I':
      return use(std::uint32_t{}), true;
    case 'l':
    case 'q':
    case 'n':
      return use(std::int64_t{}), true;
    case 'L':
    case 'Q':
    case 'N':
      return use(std::uint64_t{}), true;
    case 'f':
      return use(float{}), true;
    case 'd':
      return use(double{}), true;
    default:
      return false;
  }
}

template <typename T>
StoreResult store(const Value& value, char* memory) {
  T number{};
  if constexpr (std::is_floating_point_v<T>) {
    const auto real = to_double(value);
    if (!is_number(value)) return StoreResult::wrong_type;
    if (!real) return StoreResult::too_large;
    number = static_cast<T>(*real);
    if (std::isinf(number) && std::isfinite(*real)) return StoreResult::too_large;
  } else {
    if (!is_int(value)) return StoreResult::wrong_type;
    const BigInt whole = to_big(value);
    if (whole < std::numeric_limits<T>::min() || whole > std::numeric_limits<T>::max())
      return StoreResult::too_large;
    number = static_cast<T>(whole);
  }
  std::memcpy(memory, &number, sizeof number);
  return StoreResult::done;
}

}  // namespace

std::size_t item_size(char format) {
  std::size_t size = 0;
  with_type(format, [&size](auto number) { size = sizeof number; });
  return size;
}

Value load_item(char format, const char* memory) {
  if (format == '?') return Value::boolean(*memory != 0);
  if (format == 'c') return make_bytes(std::string(1, *memory));
  Value loaded;
  with_type(format, [&](auto number) {
    std::memcpy(&number, memory, sizeof number);
    if constexpr (std::is_floating_point_v<decltype(number)>) {
      loaded = make_float(static_cast<double>(number));
    } else if constexpr (std::is_same_v<decltype(number), std::uint64_t>) {
      loaded = make_int(BigInt(number));
    } else {
      loaded = make_int(std::int64_t{number});
    }
  });
  return loaded;
}

StoreResult store_item(char format, const Value& value, char* memory) {
  if (format == 'c') {
    const auto* bytes = value.try_as<Bytes>();
    if (bytes == nullptr) return StoreResult::wrong_type;
    if (bytes->data.size() != 1) return StoreResult::too_large;
    *memory = bytes->data[0];
    return StoreResult::done;
  }
  StoreResult result = StoreResult::wrong_type;
  with_type(format, [&](auto number) { result = store<decltype(number)>(value, memory); });
  return result;
}

}  // namespace forkscope::vm
