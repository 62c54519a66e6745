#include "core/vm/modules/c_types.h"

#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <optional>

#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/text.h"

namespace forkscope::vm::modules {

namespace {

constexpr std::array kTypes = {
    CType{'c', "c_char", 1},  CType{'u', "c_wchar", 4},  CType{'b', "c_byte", 1},  CType{'B', "c_ubyte", 1},
    CType{'h', "c_short", 2}, CType{'H', "c_ushort", 2}, CType{'i', "c_int", 4},   CType{'I', "c_uint", 4},
    CType{'l', "c_long", 8},  CType{'L', "c_ulong", 8},  CType{'f', "c_float", 4}, CType{'d', "c_double", 8},
    CType{'?', "c_bool", 1},
};

bool refuse(NativeCall& call, std::string message) {
  raise(call, "TypeError", std::move(message));
  return true;
}

bool real_bits(NativeCall& call, char code, const Value& value, std::int64_t& bits) {
  if (!is_number(value)) return refuse(call, "must be real number, not " + type_name(value));
  const std::optional<double> number = to_double(value);
  if (!number) {
    raise(call, "OverflowError", "int too large to convert to float");
    return true;
  }
  bits = code == 'd' ? std::bit_cast<std::int64_t>(*number)
                     : std::int64_t{std::bit_cast<std::uint32_t>(static_cast<float>(*number))};
  return false;
}

bool character_bits(NativeCall& call, const Value& value, std::int64_t& bits) {
  const auto* bytes = value.try_as<Bytes>();
  const std::optional<std::int64_t> number = to_int64(value);
  if (bytes != nullptr && bytes->data.size() == 1) {
    bits = static_cast<unsigned char>(bytes->data[0]);
  } else if (number && *number >= 0 && *number <= std::numeric_limits<std::uint8_t>::max()) {
    bits = *number;
  } else {
    return refuse(call, "one character bytes, bytearray or integer expected");
  }
  return false;
}

bool wide_character_bits(NativeCall& call, const Value& value, std::int64_t& bits) {
  const auto* text = value.try_as<String>();
  if (text == nullptr)
    return refuse(call, "unicode string expected instead of " + type_name(value) + " instance");
  if (text->length != 1) return refuse(call, "one character unicode string expected");
  bits = decode_at(text->text, 0);
  return false;
}

bool integer_bits(NativeCall& call, const Value& value, std::int64_t& bits) {
  if (value.is_small_int()) {
    bits = value.small();
    return false;
  }
  if (!is_int(value))
    return refuse(call, "'" + type_name(value) + "' object cannot be interpreted as an integer");
  const BigInt modulus = BigInt(1) << 64;
  bits = std::bit_cast<std::int64_t>(static_cast<std::uint64_t>(floor_modulo(to_big(value), modulus)));
  return false;
}

}  // namespace

std::span<const CType> c_types() {
  return kTypes;
}

const CType* find_c_type(char code) {
  for (const CType& type : kTypes) {
    if (type.code == code) return &type;
  }
  return nullptr;
}

std::int64_t c_size(char code) {
  const CType* type = find_c_type(code);
  return type == nullptr ? 0 : type->size;
}

bool to_bits(NativeCall& call, char code, const Value& value, std::int64_t& bits) {
  switch (code) {
    case 'f':
    case 'd':
      return real_bits(call, code, value, bits);
    case 'c':
      return character_bits(call, value, bits);
    case 'u':
      return wide_character_bits(call, value, bits);
    case '?': {
      // What has a truth of its own in Python code counts as true.
      bool is_true = true;
      if (truth(call.thread, value, is_true) == Outcome::raised) return true;
      bits = is_true ? 1 : 0;
      return false;
    }
    default:
      return integer_bits(call, value, bits);
  }
}

Value from_bits(char code, std::int64_t bits) {
  switch (code) {
    case 'f':
      return make_float(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    case 'd':
      return make_float(std::bit_cast<double>(bits));
    case 'c':
      return make_bytes(std::string(1, static_cast<char>(bits)));
    case 'u': {
      std::string text;
      if (bits < 0 || bits > 0x10ffff) return {};
      append_code_point(text, static_cast<char32_t>(bits));
      return make_string(text);
    }
    case '?':
      return Value::boolean((bits & 0xff) != 0);
    case 'b':
      return make_int(std::int64_t{static_cast<std::int8_t>(bits)});
    case 'B':
      return make_int(std::int64_t{static_cast<std::uint8_t>(bits)});
    case 'h':
      return make_int(std::int64_t{static_cast<std::int16_t>(bits)});
    case 'H':
      return make_int(std::int64_t{static_cast<std::uint16_t>(bits)});
    case 'i':
      return make_int(std::int64_t{static_cast<std::int32_t>(bits)});
    case 'I':
      return make_int(std::int64_t{static_cast<std::uint32_t>(bits)});
    case 'L':
      return bits >= 0 ? make_int(bits) : make_int(BigInt(std::bit_cast<std::uint64_t>(bits)));
    default:
      return make_int(bits);
  }
}

std::int64_t load_bits(const char* place, std::int64_t size) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, place, static_cast<std::size_t>(size));
  return std::bit_cast<std::int64_t>(bits);
}

void store_bits(char* place, std::int64_t size, std::int64_t bits) {
  std::memcpy(place, &bits, static_cast<std::size_t>(size));
}

}  // namespace forkscope::vm::modules
