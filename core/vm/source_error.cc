#include "core/vm/source_error.h"

#include <fmt/format.h>

#include <algorithm>

namespace forkscope::vm {
namespace {

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

// The line without its indentation, and carets below it.
std::string marked_line(const SourceError& error) {
  const std::size_t indentation = std::min(error.text.find_first_not_of(" \t\f"), error.text.size());
  const std::string_view text = std::string_view(error.text).substr(indentation);
  std::string shown = fmt::format("    {}\n", text);
  const auto offset = std::min<std::int64_t>(error.column - 1 - static_cast<std::int64_t>(indentation),
                                             static_cast<std::int64_t>(count_code_points(text)));
  if (error.column <= 0 || offset < 0) return shown;
  const std::int64_t end = error.end_line > error.line
                               ? static_cast<std::int64_t>(count_code_points(error.text)) + 1
                               : error.end_column;
  // As CPython, which shows where an IndentationError begins only.
  const bool has_end = error.kind == SourceErrorKind::syntax && end > error.column;
  const std::int64_t width = has_end ? end - error.column : 1;
  shown += fmt::format("    {}{}\n", std::string(static_cast<std::size_t>(offset), ' '),
                       std::string(static_cast<std::size_t>(width), '^'));
  return shown;
}

}  // namespace

std::string_view exception_name(SourceErrorKind kind) {
  switch (kind) {
    case SourceErrorKind::indentation:
      return "IndentationError";
    case SourceErrorKind::tab:
      return "TabError";
    default:
      return "SyntaxError";
  }
}

std::string format_source_error(const SourceError& error, std::string_view file_name) {
  if (error.kind == SourceErrorKind::unsupported)
    return fmt::format("{}:{}:{}: {}\n", file_name, error.line, error.column, error.message);
  std::string shown;
  if (error.kind != SourceErrorKind::encoding) {
    shown = fmt::format("  File \"{}\", line {}\n", file_name, error.line);
    shown += marked_line(error);
  }
  return shown + fmt::format("{}: {}\n", exception_name(error.kind), error.message);
}

}  // namespace forkscope::vm
