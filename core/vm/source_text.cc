#include "core/vm/source_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "core/vm/character_sets.h"

namespace forkscope::vm {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

std::string normalise_line_ends(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + 1);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\r') {
      text.push_back(bytes[i]);
      continue;
    }
    text.push_back('\n');
    if (i + 1 < bytes.size() && bytes[i + 1] == '\n') ++i;
  }
  if (!text.empty() && text.back() != '\n') text.push_back('\n');
  return text;
}

bool is_blank_or_comment(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\f");
  return first == std::string_view::npos || line[first] == '#';
}

// The name in `# -*- coding: NAME -*-`, or empty.
std::string declared_encoding(std::string_view line) {
  if (!is_blank_or_comment(line)) return {};
  const std::size_t found = line.find("coding");
  if (found == std::string_view::npos || line.find('#') > found) return {};
  std::size_t at = found + 6;
  if (at >= line.size() || (line[at] != ':' && line[at] != '=')) return {};
  for (++at; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at) {
  }
  std::string name;
  for (; at < line.size(); ++at) {
    const char c = line[at];
    if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-' && c != '_' && c != '.') break;
    name.push_back(c == '_' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
  }
  return name;
}

// A declaration counts on the first line, or on the second if the first is blank or a comment.
std::string find_encoding(std::string_view text) {
  const std::size_t first_end = std::min(text.find('\n'), text.size());
  const std::string_view first = text.substr(0, first_end);
  std::string name = declared_encoding(first);
  if (!name.empty() || !is_blank_or_comment(first) || first_end >= text.size()) return name;
  const std::string_view rest = text.substr(first_end + 1);
  return declared_encoding(rest.substr(0, rest.find('\n')));
}

bool is_utf8_name(std::string_view name) {
  return name.empty() || name == "utf-8" || name == "utf8" || name == "ascii" || name == "us-ascii" ||
         name.starts_with("utf-8-");
}

bool is_latin1_name(std::string_view name) {
  return name == "latin-1" || name == "latin1" || name == "iso-8859-1" || name == "iso8859-1" ||
         name.starts_with("latin-1-") || name.starts_with("iso-8859-1-");
}

std::string from_latin1(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) append_utf8(text, static_cast<unsigned char>(c));
  return text;
}

// Nothing: the encoding is not known, or not all is in it.
std::optional<std::string> from_character_set(std::string_view encoding, std::string_view bytes) {
  const CharacterSet* set = character_set(plain_encoding_name(encoding));
  if (set == nullptr) return std::nullopt;
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const DecodedCharacter decoded = decode_character(*set, bytes.substr(at));
    if (decoded.fault != nullptr) return std::nullopt;
    append_utf8(text, decoded.point);
    at += decoded.size;
  }
  return text;
}

// The offset of the first byte that is not UTF-8.
std::optional<std::size_t> find_broken_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = utf8_sequence_length(text.substr(i));
    if (length == 0) return i;
    i += length;
  }
  return std::nullopt;
}

SourceError encoding_error(std::string message) {
  SourceError error;
  error.kind = SourceErrorKind::encoding;
  error.message = std::move(message);
  return error;
}

SourceError null_byte_error(std::string_view text, std::size_t at) {
  SourceError error;
  error.message = "source code cannot contain null bytes";
  const std::string_view before = text.substr(0, at);
  error.line = error.end_line = 1 + static_cast<std::int32_t>(std::count(before.begin(), before.end(), '\n'));
  error.text = before.substr(before.rfind('\n') + 1);
  return error;
}

}  // namespace

std::size_t utf8_sequence_length(std::string_view text) {
  if (text.empty()) return 0;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const unsigned second = byte(1);
  if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f)) return 0;
  if ((lead == 0xf0 && second < 0x90) || (lead == 0xf4 && second > 0x8f)) return 0;
  return length;
}

char32_t decode_utf8(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
  if (byte(0) < 0x80) return byte(0);
  if (byte(0) < 0xe0) return (byte(0) & 0x1f) << 6 | (byte(1) & 0x3f);
  if (byte(0) < 0xf0) return (byte(0) & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
  return (byte(0) & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 | (byte(3) & 0x3f);
}

void append_utf8(std::string& text, char32_t code_point) {
  const auto put = [&](char32_t byte) { text.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xc0 | code_point >> 6);
    put(0x80 | (code_point & 0x3f));
  } else if (code_point < 0x10000) {
    put(0xe0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3f));
    put(0x80 | (code_point & 0x3f));
  } else {
    put(0xf0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3f));
    put(0x80 | (code_point >> 6 & 0x3f));
    put(0x80 | (code_point & 0x3f));
  }
}

SourceText::SourceText(std::string text) : text_(std::move(text)) {
  starts_.push_back(0);
  for (std::uint32_t i = 0; i + 1 < text_.size(); ++i) {
    if (text_[i] == '\n') starts_.push_back(i + 1);
  }
}

SourceText SourceText::from_text(std::string text) {
  return SourceText(std::move(text));
}

std::variant<SourceText, SourceError> SourceText::decode(std::string_view bytes, std::string_view file_name) {
  const bool has_mark = bytes.starts_with(kByteOrderMark);
  if (has_mark) bytes.remove_prefix(kByteOrderMark.size());
  std::string text = normalise_line_ends(bytes);
  const std::string encoding = find_encoding(text);
  if (has_mark && !is_utf8_name(encoding))
    return encoding_error(fmt::format("encoding problem: {} with BOM", encoding));
  if (is_latin1_name(encoding)) return SourceText(from_latin1(text));
  if (!is_utf8_name(encoding)) {
    auto decoded = from_character_set(encoding, text);
    if (!decoded) return encoding_error(fmt::format("encoding problem: {}", encoding));
    text = std::move(*decoded);
  }
  const std::size_t null = text.find('\0');
  if (null != std::string::npos) return null_byte_error(text, null);
  if (const auto broken = find_broken_utf8(text)) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*broken), '\n');
    const auto byte = static_cast<unsigned char>(text[*broken]);
    return encoding_error(fmt::format(
        "Non-UTF-8 code starting with '\\x{:02x}' in file {} on line {}, but no encoding declared; see "
        "https://peps.python.org/pep-0263/ for details",
        byte, file_name, line));
  }
  return SourceText(std::move(text));
}

std::uint32_t SourceText::line_start(std::int32_t number) const {
  if (number > line_count()) return static_cast<std::uint32_t>(text_.size());
  return starts_[static_cast<std::size_t>(std::max(number, 1) - 1)];
}

std::string_view SourceText::line(std::int32_t number) const {
  const std::uint32_t start = line_start(number);
  const std::string_view rest = std::string_view(text_).substr(start);
  return rest.substr(0, rest.find('\n'));
}

std::int32_t SourceText::code_points(std::int32_t line_number, std::int32_t byte_column) const {
  const std::string_view text = line(line_number);
  const auto end = std::min(static_cast<std::size_t>(std::max(byte_column, 0)), text.size());
  const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; };
  const auto count = std::count_if(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(end), is_lead);
  return static_cast<std::int32_t>(count) + byte_column - static_cast<std::int32_t>(end);
}

SourceError SourceText::error(SourceErrorKind kind, std::string message, const Position& at) const {
  SourceError error;
  error.kind = kind;
  error.message = std::move(message);
  error.line = at.line;
  error.end_line = at.end_line;
  error.column = at.column < 0 ? 0 : code_points(at.line, at.column) + 1;
  error.end_column = at.end_column < 0 ? 0 : code_points(at.end_line, at.end_column) + 1;
  error.text = line(at.line);
  return error;
}

SourceError SourceText::error_at(SourceErrorKind kind, std::string message, std::int32_t line_number,
                                 std::int32_t column) const {
  SourceError error;
  error.kind = kind;
  error.message = std::move(message);
  error.line = error.end_line = line_number;
  error.column = column;
  error.text = line(line_number);
  return error;
}

}  // namespace forkscope::vm
