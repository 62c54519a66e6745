// What a PickleReader finds in pickles of protocol 0, and of Python 2: values as lines of text, and strings
// that may be bytes.
#include <charconv>

#include "core/vm/exceptions.h"
#include "core/vm/literals.h"
#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/pickle.h"
#include "core/vm/pickle_opcodes.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"

namespace forkscope::vm {
namespace {

using namespace pickle;

std::size_t escape_length(std::string_view text) {
  if (!text.starts_with('\\') || text.size() < 2) return 0;
  return text[1] == 'u' ? 4 : text[1] == 'U' ? 8 : 0;
}

}  // namespace

PickleState PickleReader::step_text(unsigned char opcode) {
  std::string_view text;
  std::uint64_t length = 0;
  switch (static_cast<char>(opcode)) {
    case kInt:
      return push_int_text();
    case kLong:
      return push_long_text();
    case kFloatText:
      return push_float_text();
    case kUnicode:
      return push_unicode_text();
    case kOldString:
      return push_quoted_text();
    case kOldString1:
    case kOldString4:
      return number(static_cast<char>(opcode) == kOldString1 ? 1 : 4, length) && take(length, text)
                 ? push_old_string(text)
                 : PickleState::raised;
    case kByteArray:
      return number(8, length) && take(length, text)
                 ? call_helper("_byte_array", {make_bytes(std::string(text))}, true)
                 : PickleState::raised;
    case kPut:
    case kGet: {
      if (!line(text)) return PickleState::raised;
      const auto index = parse_int(text, 10);
      if (!index || *index < 0 || *index > INT32_MAX) {
        raise_in(*thread_, "ValueError",
                 "invalid literal for int() with base 10: '" + std::string(text) + "'");
        return PickleState::raised;
      }
      const auto place = static_cast<std::uint64_t>(*index);
      return static_cast<char>(opcode) == kPut ? remember(place) : recall(place);
    }
    default:
      return step_object(opcode);
  }
}

PickleState PickleReader::push_int_text() {
  std::string_view text;
  if (!line(text)) return PickleState::raised;
  if (text == "00" || text == "01") {
    stack_.push_back(Value::boolean(text == "01"));
    return PickleState::finished;
  }
  const auto number = parse_int(text, 0);
  if (!number) {
    raise_in(*thread_, "ValueError", "could not convert string to int");
    return PickleState::raised;
  }
  stack_.push_back(make_int(*number));
  return PickleState::finished;
}

PickleState PickleReader::push_long_text() {
  std::string_view text;
  if (!line(text)) return PickleState::raised;
  std::string_view digits = text;
  if (digits.ends_with('L')) digits.remove_suffix(1);
  const auto number = parse_int(digits, 0);
  if (!number) {
    raise_in(*thread_, "ValueError", "invalid literal for int() with base 0: '" + std::string(digits) + "'");
    return PickleState::raised;
  }
  stack_.push_back(make_int(*number));
  return PickleState::finished;
}

PickleState PickleReader::push_float_text() {
  std::string_view text;
  if (!line(text)) return PickleState::raised;
  const auto number = parse_float(text);
  if (!number) {
    raise_in(*thread_, "ValueError", "could not convert string to float: '" + std::string(text) + "\n'");
    return PickleState::raised;
  }
  stack_.push_back(make_float(*number));
  return PickleState::finished;
}

// Latin 1, with \u and \U.
PickleState PickleReader::push_unicode_text() {
  std::string_view text;
  if (!line(text)) return PickleState::raised;
  std::string decoded;
  while (!text.empty()) {
    const std::size_t digits = escape_length(text);
    std::uint32_t letter = static_cast<unsigned char>(text.front());
    if (digits == 0) {
      text.remove_prefix(1);
    } else {
      const std::string_view hex = text.substr(2, digits);
      const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), letter, 16);
      if (hex.size() != digits || end != hex.data() + digits || error != std::errc() || letter > 0x10ffff) {
        raise_in(*thread_, "UnicodeDecodeError",
                 "'rawunicodeescape' codec can't decode bytes of a pickled string");
        return PickleState::raised;
      }
      text.remove_prefix(2 + digits);
    }
    append_code_point(decoded, letter);
  }
  stack_.push_back(make_string(decoded));
  return PickleState::finished;
}

PickleState PickleReader::push_quoted_text() {
  std::string_view text;
  if (!line(text)) return PickleState::raised;
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r' || text.back() == '\t'))
    text.remove_suffix(1);
  const bool is_quoted =
      text.size() >= 2 && text.front() == text.back() && (text.front() == '\'' || text.front() == '"');
  if (!is_quoted) return fail("the STRING opcode argument must be quoted");
  const DecodedText decoded = decode_bytes_escapes(text.substr(1, text.size() - 2));
  if (!decoded.error.empty()) {
    raise_in(*thread_, "ValueError", decoded.error);
    return PickleState::raised;
  }
  return push_old_string(decoded.text);
}

PickleState PickleReader::push_old_string(std::string_view bytes) {
  Value made = make_bytes(std::string(bytes));
  if (encoding_ == "bytes") {
    stack_.push_back(std::move(made));
    return PickleState::finished;
  }
  return call_helper("_decode", {std::move(made), make_string(encoding_)}, true);
}

}  // namespace forkscope::vm
