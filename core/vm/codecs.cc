#include "core/vm/codecs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "core/vm/escape_codec.h"
#include "core/vm/exceptions.h"
#include "core/vm/korean_codec.h"
#include "core/vm/operations.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

enum class Encoding : std::uint8_t {
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
  cp1252,
  cp949,
  euc_kr,
  unicode_escape,
  raw_unicode_escape
};

struct EncodingName {
  const char* name;
  Encoding encoding;
};
constexpr std::array<EncodingName, 47> kEncodings{{{"utf-8", Encoding::utf8},
                                                   {"utf8", Encoding::utf8},
                                                   {"u8", Encoding::utf8},
                                                   {"utf", Encoding::utf8},
                                                   {"cp65001", Encoding::utf8},
                                                   {"utf-8-sig", Encoding::utf8_signature},
                                                   {"utf-16", Encoding::utf16},
                                                   {"utf16", Encoding::utf16},
                                                   {"utf-16-le", Encoding::utf16_little},
                                                   {"utf-16le", Encoding::utf16_little},
                                                   {"utf-16-be", Encoding::utf16_big},
                                                   {"utf-16be", Encoding::utf16_big},
                                                   {"ascii", Encoding::ascii},
                                                   {"us-ascii", Encoding::ascii},
                                                   {"646", Encoding::ascii},
                                                   {"latin-1", Encoding::latin1},
                                                   {"latin1", Encoding::latin1},
                                                   {"latin", Encoding::latin1},
                                                   {"l1", Encoding::latin1},
                                                   {"iso-8859-1", Encoding::latin1},
                                                   {"iso8859-1", Encoding::latin1},
                                                   {"cp949", Encoding::cp949},
                                                   {"949", Encoding::cp949},
                                                   {"ms949", Encoding::cp949},
                                                   {"uhc", Encoding::cp949},
                                                   {"euc-kr", Encoding::euc_kr},
                                                   {"euckr", Encoding::euc_kr},
                                                   {"korean", Encoding::euc_kr},
                                                   {"ksc5601", Encoding::euc_kr},
                                                   {"ks-c-5601", Encoding::euc_kr},
                                                   {"ks-c-5601-1987", Encoding::euc_kr},
                                                   {"ksx1001", Encoding::euc_kr},
                                                   {"utf-32", Encoding::utf32},
                                                   {"utf32", Encoding::utf32},
                                                   {"u32", Encoding::utf32},
                                                   {"utf-32-le", Encoding::utf32_little},
                                                   {"utf-32le", Encoding::utf32_little},
                                                   {"utf-32-be", Encoding::utf32_big},
                                                   {"utf-32be", Encoding::utf32_big},
                                                   {"cp1252", Encoding::cp1252},
                                                   {"1252", Encoding::cp1252},
                                                   {"windows-1252", Encoding::cp1252},
                                                   {"unicode-escape", Encoding::unicode_escape},
                                                   {"unicodeescape", Encoding::unicode_escape},
                                                   {"raw-unicode-escape", Encoding::raw_unicode_escape},
                                                   {"rawunicodeescape", Encoding::raw_unicode_escape},
                                                   {"u16", Encoding::utf16}}};

constexpr std::string_view kSignature = "\xef\xbb\xbf";
constexpr std::string_view kMark16 = "\xff\xfe",
                           kMark32{"\xff\xfe\0\0", 4};  // of the order in which most machines have bytes

// As the codec calls itself in messages.
const char* codec_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::ascii:
      return "ascii";
    case Encoding::latin1:
      return "latin-1";
    case Encoding::utf16:
      return "utf-16";
    case Encoding::utf16_little:
      return "utf-16-le";
    case Encoding::utf16_big:
      return "utf-16-be";
    case Encoding::utf32:
      return "utf-32";
    case Encoding::utf32_little:
      return "utf-32-le";
    case Encoding::utf32_big:
      return "utf-32-be";
    case Encoding::cp1252:
      return "charmap";
    case Encoding::unicode_escape:
      return "unicodeescape";
    case Encoding::raw_unicode_escape:
      return "rawunicodeescape";
    case Encoding::cp949:
      return "cp949";
    case Encoding::euc_kr:
      return "euc_kr";
    default:
      return "utf-8";
  }
}

bool read_encoding(NativeCall& call, const Value& given, Encoding& encoding) {
  encoding = Encoding::utf8;
  if (given.empty()) return true;
  const auto* name = given.try_as<String>();
  if (name == nullptr) {
    raise(call, "TypeError", "encode() argument 'encoding' must be str, not " + type_name(given));
    return false;
  }
  std::string plain = name->text;
  for (char& c : plain) c = c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const auto found =
      std::ranges::find_if(kEncodings, [&](const EncodingName& known) { return plain == known.name; });
  if (found == kEncodings.end()) {
    raise(call, "LookupError", "unknown encoding: " + name->text);
    return false;
  }
  encoding = found->encoding;
  return true;
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

bool is_korean(Encoding encoding) {
  return encoding == Encoding::cp949 || encoding == Encoding::euc_kr;
}

std::optional<std::uint16_t> korean_code(Encoding encoding, char32_t c) {
  const auto code = korean_code_of_point(c);
  return code && encoding == Encoding::euc_kr && !is_euc_kr(*code) ? std::nullopt : code;
}

// What cp1252 has where Latin-1 has control characters; 0: nothing.
constexpr std::array<char16_t, 32> kOf1252 = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                              0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                              0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                              0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

std::optional<char> byte_of_1252(char32_t c) {
  if (c < 0x80 || (c >= 0xa0 && c < 0x100)) return static_cast<char>(c);
  const auto found = std::ranges::find(kOf1252, static_cast<char16_t>(c));
  if (c > 0xffff || found == kOf1252.end()) return std::nullopt;
  return static_cast<char>(0x80 + (found - kOf1252.begin()));
}

bool is_escaping(Encoding encoding) {
  return encoding == Encoding::unicode_escape || encoding == Encoding::raw_unicode_escape;
}

bool fits(Encoding encoding, char32_t c) {
  if (is_escaping(encoding)) return true;
  if (encoding == Encoding::cp1252) return byte_of_1252(c).has_value();
  if (is_korean(encoding)) return c < 0x80 || korean_code(encoding, c);
  if (encoding == Encoding::ascii) return c < 0x80;
  if (encoding == Encoding::latin1) return c < 0x100;
  return !is_surrogate(c);
}

const char* why_not(Encoding encoding) {
  return encoding == Encoding::ascii    ? "ordinal not in range(128)"
         : encoding == Encoding::latin1 ? "ordinal not in range(256)"
         : encoding == Encoding::cp1252 ? "character maps to <undefined>"
         : is_korean(encoding)          ? "illegal multibyte sequence"
                                        : "surrogates not allowed";
}

void append_encoded(std::string& data, Encoding encoding, char32_t c) {
  switch (encoding) {
    case Encoding::ascii:
    case Encoding::latin1:
      data.push_back(static_cast<char>(c));
      return;
    case Encoding::utf16:
    case Encoding::utf16_little:
    case Encoding::utf16_big: {
      const bool big = encoding == Encoding::utf16_big;
      if (c < 0x10000) {
        append_unit(data, c, big);
        return;
      }
      append_unit(data, 0xd800 + ((c - 0x10000) >> 10), big);
      append_unit(data, 0xdc00 + ((c - 0x10000) & 0x3ff), big);
      return;
    }
    case Encoding::utf32:
    case Encoding::utf32_little:
      append_unit(data, c, false);
      append_unit(data, c >> 16, false);
      return;
    case Encoding::utf32_big:
      append_unit(data, c >> 16, true);
      append_unit(data, c, true);
      return;
    case Encoding::cp1252:
      data.push_back(byte_of_1252(c).value());
      return;
    case Encoding::unicode_escape:
      append_escaped(data, c);
      return;
    case Encoding::raw_unicode_escape:
      append_raw_escaped(data, c);
      return;
    case Encoding::cp949:
    case Encoding::euc_kr:
      if (c < 0x80) {
        data.push_back(static_cast<char>(c));
      } else {
        append_unit(data, korean_code(encoding, c).value(), true);
      }
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

// One code point of UTF-8 at `at`, or why there is none and how many bytes are to blame.
struct Decoded {
  char32_t point = 0;
  std::size_t size = 1;
  const char* fault = nullptr;
};

Decoded decode_1252(unsigned char byte) {
  const char32_t point = byte < 0x80 || byte >= 0xa0 ? byte : kOf1252[byte - 0x80];
  return point == 0 && byte != 0 ? Decoded{0, 1, "character maps to <undefined>"}
                                 : Decoded{point, 1, nullptr};
}

Decoded decode_utf8(std::string_view data, std::size_t at) {
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

Decoded decode_utf16(std::string_view data, std::size_t at, bool big) {
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

Decoded decode_utf32(std::string_view data, std::size_t at, bool big) {
  if (at + 3 >= data.size()) return {0, data.size() - at, "truncated data"};
  char32_t point = 0;
  for (std::size_t i = 0; i < 4; ++i)
    point = point << 8 | static_cast<unsigned char>(data[big ? at + i : at + 3 - i]);
  if (is_surrogate(point)) return {0, 4, "code point in surrogate code point range(0xd800, 0xe000)"};
  return point > 0x10ffff ? Decoded{0, 4, "code point not in range(0x110000)"} : Decoded{point, 4, nullptr};
}

Decoded decode_korean(Encoding encoding, std::string_view data, std::size_t at) {
  const auto lead = static_cast<unsigned char>(data[at]);
  if (lead < 0x80) return {lead, 1, nullptr};
  if (at + 1 >= data.size()) return {0, 1, "incomplete multibyte sequence"};
  const auto code = static_cast<std::uint16_t>(lead << 8 | static_cast<unsigned char>(data[at + 1]));
  const auto point =
      encoding == Encoding::euc_kr && !is_euc_kr(code) ? std::nullopt : point_of_korean_code(code);
  return point ? Decoded{*point, 2, nullptr} : Decoded{0, 1, "illegal multibyte sequence"};
}

Decoded decode_one(Encoding encoding, std::string_view data, std::size_t at) {
  const auto byte = static_cast<unsigned char>(data[at]);
  switch (encoding) {
    case Encoding::latin1:
      return {byte, 1, nullptr};
    case Encoding::ascii:
      return byte < 0x80 ? Decoded{byte, 1, nullptr} : Decoded{0, 1, "ordinal not in range(128)"};
    case Encoding::utf16:
    case Encoding::utf16_little:
    case Encoding::utf16_big:
      return decode_utf16(data, at, encoding == Encoding::utf16_big);
    case Encoding::utf32:
    case Encoding::utf32_little:
    case Encoding::utf32_big:
      return decode_utf32(data, at, encoding == Encoding::utf32_big);
    case Encoding::cp1252:
      return decode_1252(byte);
    case Encoding::cp949:
    case Encoding::euc_kr:
      return decode_korean(encoding, data, at);
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
  if (encoding == Encoding::utf8_signature) drop(kSignature);
  if (encoding == Encoding::utf32) {
    encoding = drop({"\0\0\xfe\xff", 4}) ? Encoding::utf32_big : Encoding::utf32_little;
    if (encoding == Encoding::utf32_little) drop(kMark32);
  } else if (encoding == Encoding::utf16) {
    encoding = drop("\xfe\xff") ? Encoding::utf16_big : Encoding::utf16_little;
    if (encoding == Encoding::utf16_little) drop(kMark16);
  }
}

// Whether ASCII texts are their own bytes.
bool keeps_ascii(Encoding encoding) {
  return encoding == Encoding::utf8 || encoding == Encoding::ascii || encoding == Encoding::latin1 ||
         encoding == Encoding::cp1252 || encoding == Encoding::raw_unicode_escape || is_korean(encoding);
}

// What stands for a character is encoded like any other, where characters are no bytes.
void append_replacement(std::string& data, Encoding encoding, char32_t c, const std::string& errors,
                        const std::string& instead) {
  if (keeps_ascii(encoding) || encoding == Encoding::utf8_signature) {
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
  Encoding encoding = Encoding::utf8;
  std::string errors;
  if (!read_encoding(call, encoding_value, encoding) || !read_errors(call, errors_value, errors))
    return false;
  const String& string = *text.known<String>();
  if (string.is_ascii && keeps_ascii(encoding)) {
    data = string.text;
    return true;
  }
  const std::u32string points = to_code_points(string.text);
  if (encoding == Encoding::utf8_signature) data = kSignature;
  if (encoding == Encoding::utf16) data = kMark16;
  if (encoding == Encoding::utf32) data = kMark32;
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
    while (!is_korean(encoding) && end < points.size() && !fits(encoding, points[end])) ++end;
    raise_unicode(call, "UnicodeEncodeError", encoding, text, at, end, why_not(encoding));
    return false;
  }
  return true;
}

bool decode_bytes(NativeCall& call, std::string_view data, const Value& encoding_value,
                  const Value& errors_value, std::string& text) {
  Encoding encoding = Encoding::utf8;
  std::string errors;
  if (!read_encoding(call, encoding_value, encoding) || !read_errors(call, errors_value, errors))
    return false;
  const std::string_view whole = data;
  drop_mark(data, encoding);
  const std::size_t skipped = whole.size() - data.size();
  std::size_t bad = 0;
  if ((encoding == Encoding::utf8 || encoding == Encoding::utf8_signature) && is_valid_utf8(data, bad)) {
    text = data;
    return true;
  }
  for (std::size_t at = 0; at < data.size();) {
    Decoded decoded;
    if (is_escaping(encoding)) {
      const std::string_view rest = data.substr(at);
      const Unescaped escape = encoding == Encoding::unicode_escape ? unescape(rest) : unescape_raw(rest);
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
