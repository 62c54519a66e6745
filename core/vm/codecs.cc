#include "core/vm/codecs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "core/vm/character_sets.h"
#include "core/vm/escape_codec.h"
#include "core/vm/exceptions.h"
#include "core/vm/operations.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

enum class Form : std::uint8_t {
  utf8,
  utf8_signature,
  utf16,
  utf16_little,
  utf16_big,
  utf32,
  utf32_little,
  utf32_big,
  ascii,
  latin1,
  unicode_escape,
  raw_unicode_escape,
  character_set
};

struct Encoding {
  Form form = Form::utf8;
  const CharacterSet* set = nullptr;  // of the form character_set
};

struct EncodingName {
  const char* name;
  Form form;
};
constexpr std::array<EncodingName, 33> kEncodings{{{"utf-8", Form::utf8},
                                                   {"utf8", Form::utf8},
                                                   {"u8", Form::utf8},
                                                   {"utf", Form::utf8},
                                                   {"cp65001", Form::utf8},
                                                   {"utf-8-sig", Form::utf8_signature},
                                                   {"utf-16", Form::utf16},
                                                   {"utf16", Form::utf16},
                                                   {"utf-16-le", Form::utf16_little},
                                                   {"utf-16le", Form::utf16_little},
                                                   {"utf-16-be", Form::utf16_big},
                                                   {"utf-16be", Form::utf16_big},
                                                   {"ascii", Form::ascii},
                                                   {"us-ascii", Form::ascii},
                                                   {"646", Form::ascii},
                                                   {"latin-1", Form::latin1},
                                                   {"latin1", Form::latin1},
                                                   {"latin", Form::latin1},
                                                   {"l1", Form::latin1},
                                                   {"iso-8859-1", Form::latin1},
                                                   {"iso8859-1", Form::latin1},
                                                   {"utf-32", Form::utf32},
                                                   {"utf32", Form::utf32},
                                                   {"u32", Form::utf32},
                                                   {"utf-32-le", Form::utf32_little},
                                                   {"utf-32le", Form::utf32_little},
                                                   {"utf-32-be", Form::utf32_big},
                                                   {"utf-32be", Form::utf32_big},
                                                   {"unicode-escape", Form::unicode_escape},
                                                   {"unicodeescape", Form::unicode_escape},
                                                   {"raw-unicode-escape", Form::raw_unicode_escape},
                                                   {"rawunicodeescape", Form::raw_unicode_escape},
                                                   {"u16", Form::utf16}}};

constexpr std::string_view kSignature = "\xef\xbb\xbf";
constexpr std::string_view kMark16 = "\xff\xfe",
                           kMark32{"\xff\xfe\0\0", 4};  // of the order in which most machines have bytes

// As the codec calls itself in messages.
const char* codec_name(Encoding encoding) {
  switch (encoding.form) {
    case Form::ascii:
      return "ascii";
    case Form::latin1:
      return "latin-1";
    case Form::utf16:
      return "utf-16";
    case Form::utf16_little:
      return "utf-16-le";
    case Form::utf16_big:
      return "utf-16-be";
    case Form::utf32:
      return "utf-32";
    case Form::utf32_little:
      return "utf-32-le";
    case Form::utf32_big:
      return "utf-32-be";
    case Form::unicode_escape:
      return "unicodeescape";
    case Form::raw_unicode_escape:
      return "rawunicodeescape";
    case Form::character_set:
      return encoding.set->name;
    default:
      return "utf-8";
  }
}

bool read_encoding(NativeCall& call, const Value& given, Encoding& encoding) {
  encoding = {};
  if (given.empty()) return true;
  const auto* name = given.try_as<String>();
  if (name == nullptr) {
    raise(call, "TypeError", "encode() argument 'encoding' must be str, not " + type_name(given));
    return false;
  }
  const std::string plain = plain_encoding_name(name->text);
  const auto found =
      std::ranges::find_if(kEncodings, [&](const EncodingName& known) { return plain == known.name; });
  if (found != kEncodings.end()) {
    encoding.form = found->form;
    return true;
  }
  encoding = {Form::character_set, character_set(plain)};
  if (encoding.set != nullptr) return true;
  raise(call, "LookupError", "unknown encoding: " + name->text);
  return false;
}

bool read_errors(NativeCall& call, const Value& given, std::string& errors) {
  errors = given.is(Kind::string) ? given.known<String>()->text : "strict";
  if (given.empty() || given.is(Kind::string)) return true;
  raise(call, "TypeError", "encode() argument 'errors' must be str, not " + type_name(given));
  return false;
}

void raise_unicode(NativeCall& call, const char* type, Encoding encoding, Value object, std::size_t start,
                   std::size_t end, std::string_view reason) {
  raise_in(call.thread,
           make_exception(call.vm.exception_class(type),
                          {make_string(codec_name(encoding)), std::move(object),
                           Value::small_int(static_cast<std::int64_t>(start)),
                           Value::small_int(static_cast<std::int64_t>(end)), make_string(reason)}));
}

void append_unit(std::string& data, char32_t unit, bool big) {
  const char low = static_cast<char>(unit & 0xff), high = static_cast<char>((unit >> 8) & 0xff);
  data.push_back(big ? high : low);
  data.push_back(big ? low : high);
}

bool is_surrogate(char32_t c) {
  return c >= 0xd800 && c < 0xe000;
}

bool is_escaping(Encoding encoding) {
  return encoding.form == Form::unicode_escape || encoding.form == Form::raw_unicode_escape;
}

bool fits(Encoding encoding, char32_t c) {
  if (is_escaping(encoding)) return true;
  if (encoding.set != nullptr) return has_character(*encoding.set, c);
  if (encoding.form == Form::ascii) return c < 0x80;
  if (encoding.form == Form::latin1) return c < 0x100;
  return !is_surrogate(c);
}

const char* why_not(Encoding encoding) {
  return encoding.form == Form::ascii    ? "ordinal not in range(128)"
         : encoding.form == Form::latin1 ? "ordinal not in range(256)"
         : encoding.set == nullptr       ? "surrogates not allowed"
         : encoding.set->has_pairs       ? "illegal multibyte sequence"
                                         : "character maps to <undefined>";
}

void append_encoded(std::string& data, Encoding encoding, char32_t c) {
  switch (encoding.form) {
    case Form::ascii:
    case Form::latin1:
      data.push_back(static_cast<char>(c));
      return;
    case Form::utf16:
    case Form::utf16_little:
    case Form::utf16_big: {
      const bool big = encoding.form == Form::utf16_big;
      if (c < 0x10000) {
        append_unit(data, c, big);
        return;
      }
      append_unit(data, 0xd800 + ((c - 0x10000) >> 10), big);
      append_unit(data, 0xdc00 + ((c - 0x10000) & 0x3ff), big);
      return;
    }
    case Form::utf32:
    case Form::utf32_little:
      append_unit(data, c, false);
      append_unit(data, c >> 16, false);
      return;
    case Form::utf32_big:
      append_unit(data, c >> 16, true);
      append_unit(data, c, true);
      return;
    case Form::unicode_escape:
      append_escaped(data, c);
      return;
    case Form::raw_unicode_escape:
      append_raw_escaped(data, c);
      return;
    case Form::character_set:
      append_character(*encoding.set, c, data);
      return;
    default:
      append_code_point(data, c);
  }
}

// What the error handler puts in place of a character; nothing: it does not handle it.
std::optional<std::string> replacement(const std::string& errors, char32_t c) {
  if (errors == "ignore") return std::string();
  if (errors == "replace") return std::string("?");
  if (errors == "xmlcharrefreplace") return fmt::format("&#{};", static_cast<std::uint32_t>(c));
  if (errors == "backslashreplace") {
    std::string text;
    append_code_point(text, c);
    return to_ascii(text);
  }
  if (errors == "surrogateescape" && c >= 0xdc80 && c <= 0xdcff)
    return std::string(1, static_cast<char>(c - 0xdc00));
  if (errors == "surrogatepass" && is_surrogate(c)) {
    std::string text;
    append_code_point(text, c);
    return text;
  }
  return std::nullopt;
}

bool unknown_handler(NativeCall& call, const std::string& errors) {
  static constexpr std::array kKnown = {
      "strict",           "ignore",          "replace",      "xmlcharrefreplace",
      "backslashreplace", "surrogateescape", "surrogatepass"};
  if (std::ranges::find(kKnown, errors) != kKnown.end()) return false;
  raise(call, "LookupError", fmt::format("unknown error handler name '{}'", errors));
  return true;
}

DecodedCharacter decode_utf8(std::string_view data, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(data[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, nullptr};
  if (lead < 0xc2 || lead > 0xf4) return {0, 1, "invalid start byte"};
  const std::size_t size = sequence_size(data[at]);
  for (std::size_t k = 1; k < size; ++k) {
    if (at + k >= data.size()) return {0, data.size() - at, "unexpected end of data"};
    unsigned char low = 0x80, high = 0xbf;
    if (k == 1) {
      if (lead == 0xe0) low = 0xa0;
      if (lead == 0xed) high = 0x9f;
      if (lead == 0xf0) low = 0x90;
      if (lead == 0xf4) high = 0x8f;
    }
    if (byte(at + k) < low || byte(at + k) > high) return {0, k, "invalid continuation byte"};
  }
  return {decode_at(data, at), size, nullptr};
}

DecodedCharacter decode_utf16(std::string_view data, std::size_t at, bool big) {
  if (at + 1 >= data.size()) return {0, data.size() - at, "truncated data"};
  const auto unit = [&](std::size_t i) {
    const char32_t first = static_cast<unsigned char>(data[i]),
                   second = static_cast<unsigned char>(data[i + 1]);
    return big ? first << 8 | second : second << 8 | first;
  };
  const char32_t c = unit(at);
  if (!is_surrogate(c)) return {c, 2, nullptr};
  if (c >= 0xdc00) return {0, 2, "illegal encoding"};
  if (at + 3 >= data.size()) return {0, data.size() - at, "unexpected end of data"};
  const char32_t next = unit(at + 2);
  if (next < 0xdc00 || next >= 0xe000) return {0, 2, "illegal UTF-16 surrogate"};
  return {0x10000 + ((c - 0xd800) << 10) + (next - 0xdc00), 4, nullptr};
}

DecodedCharacter decode_utf32(std::string_view data, std::size_t at, bool big) {
  if (at + 3 >= data.size()) return {0, data.size() - at, "truncated data"};
  char32_t point = 0;
  for (std::size_t i = 0; i < 4; ++i)
    point = point << 8 | static_cast<unsigned char>(data[big ? at + i : at + 3 - i]);
  if (is_surrogate(point)) return {0, 4, "code point in surrogate code point range(0xd800, 0xe000)"};
  return point > 0x10ffff ? DecodedCharacter{0, 4, "code point not in range(0x110000)"}
                          : DecodedCharacter{point, 4, nullptr};
}

DecodedCharacter decode_one(Encoding encoding, std::string_view data, std::size_t at) {
  const auto byte = static_cast<unsigned char>(data[at]);
  switch (encoding.form) {
    case Form::latin1:
      return {byte, 1, nullptr};
    case Form::ascii:
      return byte < 0x80 ? DecodedCharacter{byte, 1, nullptr}
                         : DecodedCharacter{0, 1, "ordinal not in range(128)"};
    case Form::utf16:
    case Form::utf16_little:
    case Form::utf16_big:
      return decode_utf16(data, at, encoding.form == Form::utf16_big);
    case Form::utf32:
    case Form::utf32_little:
    case Form::utf32_big:
      return decode_utf32(data, at, encoding.form == Form::utf32_big);
    case Form::character_set:
      return decode_character(*encoding.set, data.substr(at));
    default:
      return decode_utf8(data, at);
  }
}

void append_handled(std::string& text, const std::string& errors, std::string_view bad) {
  if (errors == "replace") {
    append_code_point(text, 0xfffd);
  } else if (errors == "backslashreplace") {
    for (const char c : bad) text += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
  } else if (errors == "surrogateescape") {
    for (const char c : bad) append_code_point(text, 0xdc00 + static_cast<unsigned char>(c));
  }
}

// Drops the mark of byte order at the beginning, which says what UTF-16 or UTF-32 it is.
void drop_mark(std::string_view& data, Encoding& encoding) {
  const auto drop = [&data](std::string_view mark) {
    const bool is_there = data.starts_with(mark);
    if (is_there) data.remove_prefix(mark.size());
    return is_there;
  };
  if (encoding.form == Form::utf8_signature) drop(kSignature);
  if (encoding.form == Form::utf32) {
    encoding.form = drop({"\0\0\xfe\xff", 4}) ? Form::utf32_big : Form::utf32_little;
    if (encoding.form == Form::utf32_little) drop(kMark32);
  } else if (encoding.form == Form::utf16) {
    encoding.form = drop("\xfe\xff") ? Form::utf16_big : Form::utf16_little;
    if (encoding.form == Form::utf16_little) drop(kMark16);
  }
}

// Whether ASCII texts are their own bytes.
bool keeps_ascii(Encoding encoding) {
  return encoding.form == Form::utf8 || encoding.form == Form::ascii || encoding.form == Form::latin1 ||
         encoding.form == Form::raw_unicode_escape || encoding.set != nullptr;
}

// What stands for a character is encoded like any other, where characters are no bytes.
void append_replacement(std::string& data, Encoding encoding, char32_t c, const std::string& errors,
                        const std::string& instead) {
  if (keeps_ascii(encoding) || encoding.form == Form::utf8_signature) {
    data += instead;
  } else if (errors == "surrogatepass") {
    append_encoded(data, encoding, c);
  } else {
    for (const char replaced : instead) append_encoded(data, encoding, static_cast<unsigned char>(replaced));
  }
}

}  // namespace

bool encode_text(NativeCall& call, const Value& text, const Value& encoding_value, const Value& errors_value,
                 std::string& data) {
  Encoding encoding;
  std::string errors;
  if (!read_encoding(call, encoding_value, encoding) || !read_errors(call, errors_value, errors))
    return false;
  const String& string = *text.known<String>();
  if (string.is_ascii && keeps_ascii(encoding)) {
    data = string.text;
    return true;
  }
  const std::u32string points = to_code_points(string.text);
  if (encoding.form == Form::utf8_signature) data = kSignature;
  if (encoding.form == Form::utf16) data = kMark16;
  if (encoding.form == Form::utf32) data = kMark32;
  for (std::size_t at = 0; at < points.size(); ++at) {
    if (fits(encoding, points[at])) {
      append_encoded(data, encoding, points[at]);
      continue;
    }
    if (unknown_handler(call, errors)) return false;
    if (const auto instead = replacement(errors, points[at])) {
      append_replacement(data, encoding, points[at], errors, *instead);
      continue;
    }
    std::size_t end = at + 1;
    const bool is_told_together = encoding.set == nullptr || !encoding.set->has_pairs;
    while (is_told_together && end < points.size() && !fits(encoding, points[end])) ++end;
    raise_unicode(call, "UnicodeEncodeError", encoding, text, at, end, why_not(encoding));
    return false;
  }
  return true;
}

bool decode_bytes(NativeCall& call, std::string_view data, const Value& encoding_value,
                  const Value& errors_value, std::string& text) {
  Encoding encoding;
  std::string errors;
  if (!read_encoding(call, encoding_value, encoding) || !read_errors(call, errors_value, errors))
    return false;
  const std::string_view whole = data;
  drop_mark(data, encoding);
  const std::size_t skipped = whole.size() - data.size();
  std::size_t bad = 0;
  if ((encoding.form == Form::utf8 || encoding.form == Form::utf8_signature) && is_valid_utf8(data, bad)) {
    text = data;
    return true;
  }
  for (std::size_t at = 0; at < data.size();) {
    DecodedCharacter decoded;
    if (is_escaping(encoding)) {
      const std::string_view rest = data.substr(at);
      const Unescaped escape = encoding.form == Form::unicode_escape ? unescape(rest) : unescape_raw(rest);
      decoded = {0, escape.size, escape.fault};
      text += escape.text;
    } else {
      decoded = decode_one(encoding, data, at);
      if (decoded.fault == nullptr) append_code_point(text, decoded.point);
    }
    if (decoded.fault != nullptr) {
      if (unknown_handler(call, errors)) return false;
      if (errors == "strict" || errors == "xmlcharrefreplace" || errors == "surrogatepass") {
        raise_unicode(call, "UnicodeDecodeError", encoding, make_bytes(std::string(whole)), skipped + at,
                      skipped + at + decoded.size, decoded.fault);
        return false;
      }
      append_handled(text, errors, data.substr(at, decoded.size));
    }
    at += decoded.size;
  }
  return true;
}

}  // namespace forkscope::vm
