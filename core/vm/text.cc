#include "core/vm/text.h"

#include <charconv>
#include <cstdio>

#include "core/vm/unicode_data.h"

namespace forkscope::vm {
namespace {

void append_escape(std::string& out, char32_t c) {
  char buffer[16];
  const auto value = static_cast<unsigned>(c);
  std::snprintf(buffer, sizeof buffer,
                value < 0x100     ? "\\x%02x"
                : value < 0x10000 ? "\\u%04x"
                                  : "\\U%08x",
                value);
  out += buffer;
}

// Prefers '...' unless the text has a ' and no ".
char quote_for(std::string_view text) {
  return text.find('\'') != std::string_view::npos && text.find('"') == std::string_view::npos ? '"' : '\'';
}

bool append_common_escape(std::string& out, char c, char quote) {
  switch (c) {
    case '\n':
      out += "\\n";
      return true;
    case '\r':
      out += "\\r";
      return true;
    case '\t':
      out += "\\t";
      return true;
    case '\\':
      out += "\\\\";
      return true;
    default:
      break;
  }
  if (c != quote) return false;
  out += '\\';
  out += c;
  return true;
}

}  // namespace

Value small_int_text(std::int64_t number) {
  char digits[24];
  return make_ascii({digits, std::to_chars(digits, digits + sizeof digits, number).ptr});
}

char32_t decode_at(std::string_view text, std::size_t offset) {
  const auto at = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i]));
  };
  const std::size_t size = std::min(sequence_size(text[offset]), text.size() - offset);
  switch (size) {
    case 1:
      return at(0);
    case 2:
      return ((at(0) & 0x1f) << 6) | (at(1) & 0x3f);
    case 3:
      return ((at(0) & 0x0f) << 12) | ((at(1) & 0x3f) << 6) | (at(2) & 0x3f);
    default:
      return ((at(0) & 0x07) << 18) | ((at(1) & 0x3f) << 12) | ((at(2) & 0x3f) << 6) | (at(3) & 0x3f);
  }
}

void append_code_point(std::string& text, char32_t c) {
  const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6));
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3f));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

std::int64_t count_code_points(std::string_view text) {
  std::int64_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xc0) != 0x80 ? 1 : 0;
  return count;
}

std::size_t offset_of(const String& string, std::int64_t index) {
  if (string.is_ascii) return static_cast<std::size_t>(index);
  std::size_t offset = 0;
  for (; index > 0 && offset < string.text.size(); --index) offset += sequence_size(string.text[offset]);
  return offset;
}

std::int64_t index_of(const String& string, std::size_t offset) {
  if (string.is_ascii) return static_cast<std::int64_t>(offset);
  return count_code_points(std::string_view(string.text).substr(0, offset));
}

std::u32string to_code_points(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); i += sequence_size(text[i])) result += decode_at(text, i);
  return result;
}

std::string from_code_points(std::u32string_view code_points) {
  std::string result;
  result.reserve(code_points.size());
  for (const char32_t c : code_points) append_code_point(result, c);
  return result;
}

bool is_valid_utf8(std::string_view text, std::size_t& bad_offset) {
  for (std::size_t i = 0; i < text.size();) {
    bad_offset = i;
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t size = sequence_size(text[i]);
    if ((lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || i + size > text.size()) return false;
    for (std::size_t k = 1; k < size; ++k) {
      if ((static_cast<unsigned char>(text[i + k]) & 0xc0) != 0x80) return false;
    }
    const char32_t c = decode_at(text, i);
    if ((size == 3 && (c < 0x800 || (c >= 0xd800 && c < 0xe000))) ||
        (size == 4 && (c < 0x10000 || c > 0x10ffff)))
      return false;
    i += size;
  }
  return true;
}

bool is_space(char32_t c) {
  return (unicode::properties_of(c).flags & unicode::kSpace) != 0;
}

bool is_printable(char32_t c) {
  return (unicode::properties_of(c).flags & unicode::kPrintable) != 0;
}

std::string quote(std::string_view text, bool ascii_only) {
  const char mark = quote_for(text);
  std::string out(1, mark);
  for (std::size_t i = 0; i < text.size(); i += sequence_size(text[i])) {
    const char32_t c = decode_at(text, i);
    if (c < 0x80 && append_common_escape(out, static_cast<char>(c), mark)) continue;
    if (!is_printable(c) || (ascii_only && c >= 0x80)) {
      append_escape(out, c);
    } else {
      out += text.substr(i, sequence_size(text[i]));
    }
  }
  return out + mark;
}

std::string quote_bytes(std::string_view data) {
  const char mark = quote_for(data);
  std::string out = std::string("b") + mark;
  for (const char c : data) {
    if (append_common_escape(out, c, mark)) continue;
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte >= 0x7f) {
      append_escape(out, byte);
    } else {
      out += c;
    }
  }
  return out + mark;
}

std::string to_ascii(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += sequence_size(text[i])) {
    const char32_t c = decode_at(text, i);
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else {
      append_escape(out, c);
    }
  }
  return out;
}

}  // namespace forkscope::vm
