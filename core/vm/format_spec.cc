#include "core/vm/format_spec.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <limits>

#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"
#include "core/vm/native.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"

namespace forkscope::vm {
namespace {

bool fail(PythonThread& thread, std::string message) {
  raise_in(thread, "ValueError", std::move(message));
  return false;
}

bool is_align(char c) {
  return c == '<' || c == '>' || c == '=' || c == '^';
}

bool unknown_code(PythonThread& thread, char type, const std::string& kind) {
  return fail(thread, std::string("Unknown format code '") + type + "' for object of type '" + kind + "'");
}

std::int64_t take_number(std::string_view& text) {
  std::int64_t number = 0;
  while (!text.empty() && text[0] >= '0' && text[0] <= '9' && number < (std::int64_t{1} << 40)) {
    number = number * 10 + (text[0] - '0');
    text.remove_prefix(1);
  }
  return number;
}

std::string times(const std::string& fill, std::int64_t count) {
  std::string result;
  for (; count > 0; --count) result += fill;
  return result;
}

std::string pad(const std::string& head, const std::string& body, const FormatSpec& spec,
                char default_align) {
  const std::int64_t missing = spec.width - count_code_points(head) - count_code_points(body);
  if (missing <= 0) return head + body;
  switch (spec.align != 0 ? spec.align : default_align) {
    case '<':
      return head + body + times(spec.fill, missing);
    case '^':
      return times(spec.fill, missing / 2) + head + body + times(spec.fill, missing - missing / 2);
    case '=':
      return head + times(spec.fill, missing) + body;
    default:
      return times(spec.fill, missing) + head + body;
  }
}

// Inserts separators; with zero padding, pads up to `width` digits and separators first.
std::string grouped(std::string digits, char separator, std::size_t group, std::int64_t width) {
  const auto size_with = [&](std::size_t count) {
    return static_cast<std::int64_t>(count + (count - 1) / group);
  };
  while (size_with(digits.size()) < width && size_with(digits.size() + 1) <= width + 1)
    digits.insert(digits.begin(), '0');
  for (auto at = static_cast<std::int64_t>(digits.size()) - static_cast<std::int64_t>(group); at > 0;
       at -= static_cast<std::int64_t>(group)) {
    digits.insert(static_cast<std::size_t>(at), 1, separator);
  }
  return digits;
}

std::string sign_text(bool negative, const FormatSpec& spec) {
  if (negative) return "-";
  return spec.sign == '-' ? "" : std::string(1, spec.sign);
}

std::string printed(const char* form, std::int64_t precision, double value) {
  char small[64];
  const int size = std::snprintf(small, sizeof small, form, static_cast<int>(precision), value);
  if (size < static_cast<int>(sizeof small)) return small;
  std::string large(static_cast<std::size_t>(size) + 1, '\0');
  std::snprintf(large.data(), large.size(), form, static_cast<int>(precision), value);
  large.pop_back();
  return large;
}

bool check_grouping(PythonThread& thread, const FormatSpec& spec, char usual_type) {
  const char type = spec.type != 0 ? spec.type : usual_type;
  if (spec.grouping == 0 || std::string_view("\0defgEG%F", 9).find(type) != std::string_view::npos)
    return true;
  if (spec.grouping == '_' && std::string_view("boxX").find(type) != std::string_view::npos) return true;
  return fail(thread, fmt::format("Cannot specify '{}' with '{}'.", spec.grouping, type));
}

}  // namespace

bool parse_format_spec(PythonThread& thread, std::string_view text, const std::string& kind,
                       FormatSpec& spec) {
  const std::string whole(text);
  bool has_fill = false;
  if (!text.empty()) {
    const std::size_t first = sequence_size(text[0]);
    if (text.size() > first && is_align(text[first])) {
      spec.fill = text.substr(0, first);
      has_fill = true;
      spec.align = text[first];
      text.remove_prefix(first + 1);
    } else if (is_align(text[0])) {
      spec.align = text[0];
      text.remove_prefix(1);
    }
  }
  const auto take = [&](char c) {
    if (text.empty() || text[0] != c) return false;
    text.remove_prefix(1);
    return true;
  };
  for (const char sign : {'+', '-', ' '}) {
    if (take(sign)) {
      spec.sign = sign;
      break;
    }
  }
  spec.no_negative_zero = take('z');
  spec.alternate = take('#');
  if (take('0')) {
    spec.zero_pad = true;
    if (!has_fill) spec.fill = "0";
    if (spec.align == 0) spec.align = '=';
  }
  if (!text.empty() && text[0] >= '0' && text[0] <= '9') spec.width = take_number(text);
  if (take(',')) spec.grouping = ',';
  if (take('_')) {
    if (spec.grouping != 0) return fail(thread, "Cannot specify both ',' and '_'.");
    spec.grouping = '_';
    if (text.starts_with(',')) return fail(thread, "Cannot specify both ',' and '_'.");
  }
  if (take('.')) {
    if (text.empty() || text[0] < '0' || text[0] > '9')
      return fail(thread, "Format specifier missing precision");
    spec.precision = take_number(text);
  }
  if (text.size() > 1)
    return fail(thread, "Invalid format specifier '" + whole + "' for object of type '" + kind + "'");
  if (!text.empty()) spec.type = text[0];
  return check_grouping(thread, spec, kind == "str" ? 's' : '\0');
}

bool format_string(PythonThread& thread, std::string_view text, const FormatSpec& spec, std::string& out) {
  if (spec.type != 0 && spec.type != 's') return unknown_code(thread, spec.type, "str");
  if (spec.sign != '-')
    return fail(thread, spec.sign == ' ' ? "Space not allowed in string format specifier"
                                         : "Sign not allowed in string format specifier");
  if (spec.no_negative_zero)
    return fail(thread, "Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return fail(thread, "Alternate form (#) not allowed in string format specifier");
  FormatSpec used = spec;
  if (spec.align == '=') {
    if (!spec.zero_pad) return fail(thread, "'=' alignment not allowed in string format specifier");
    used.align = '<';
  }
  std::string shown(text);
  if (spec.precision >= 0 && count_code_points(text) > spec.precision) {
    shown = from_code_points(to_code_points(text).substr(0, static_cast<std::size_t>(spec.precision)));
  }
  out = pad("", shown, used, '<');
  return true;
}

bool format_int(PythonThread& thread, const Value& number, const FormatSpec& spec, std::string& out) {
  int base = 10;
  switch (spec.type) {
    case 0:
    case 'd':
    case 'n':
      break;
    case 'b':
      base = 2;
      break;
    case 'o':
      base = 8;
      break;
    case 'x':
    case 'X':
      base = 16;
      break;
    case 'c': {
      const auto code = to_int64(number);
      if (spec.sign != '-') return fail(thread, "Sign not allowed with integer format specifier 'c'");
      if (!code || *code < 0 || *code > 0x10ffff) {
        raise_in(thread, "OverflowError", "%c arg not in range(0x110000)");
        return false;
      }
      std::string character;
      append_code_point(character, static_cast<char32_t>(*code));
      out = pad("", character, spec, '<');
      return true;
    }
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
    case '%': {
      const auto value = to_double(number);
      if (!value) {
        raise_in(thread, "OverflowError", "int too large to convert to float");
        return false;
      }
      return format_float(thread, *value, spec, out);
    }
    default:
      return unknown_code(thread, spec.type, number.is_bool() ? "bool" : "int");
  }
  if (spec.no_negative_zero)
    return fail(thread, "Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.precision >= 0) return fail(thread, "Precision not allowed in integer format specifier");
  std::string digits = int_text(number, base);
  const bool negative = digits[0] == '-';
  if (negative) digits.erase(0, 1);
  std::string head = sign_text(negative, spec);
  if (spec.alternate && base != 10) head += std::string("0") + spec.type;
  if (spec.type == 'X') {
    for (char& c : digits) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  if (spec.grouping != 0) {
    const bool fills = spec.align == '=' && spec.fill == "0";
    digits = grouped(digits, spec.grouping, base == 10 ? 3 : 4,
                     fills ? spec.width - static_cast<std::int64_t>(head.size()) : 0);
  }
  out = pad(head, digits, spec, '>');
  return true;
}

std::string float_digits(double value, char type, std::int64_t precision, bool alternate) {
  if (std::isnan(value)) return type == 'E' || type == 'F' || type == 'G' ? "NAN" : "nan";
  if (std::isinf(value)) return type == 'E' || type == 'F' || type == 'G' ? "INF" : "inf";
  switch (type) {
    case 'e':
      return printed(alternate ? "%#.*e" : "%.*e", precision, value);
    case 'E':
      return printed(alternate ? "%#.*E" : "%.*E", precision, value);
    case 'f':
    case 'F':
      return printed(alternate ? "%#.*f" : "%.*f", precision, value);
    case 'g':
      return printed(alternate ? "%#.*g" : "%.*g", precision == 0 ? 1 : precision, value);
    case 'G':
      return printed(alternate ? "%#.*G" : "%.*G", precision == 0 ? 1 : precision, value);
    default:
      return float_repr(value);
  }
}

bool format_float(PythonThread& thread, double number, const FormatSpec& spec, std::string& out) {
  if (spec.precision > std::numeric_limits<int>::max()) return fail(thread, "precision too big");
  if (spec.precision > 0 && !fits_memory(thread, static_cast<std::uint64_t>(spec.precision))) return false;
  const bool negative = std::signbit(number) && !std::isnan(number);
  double magnitude = std::fabs(number);
  std::string digits;
  switch (spec.type) {
    case 0:
      if (spec.precision < 0) {
        digits = float_repr(magnitude);
      } else {  // like g, but always with one digit behind the dot, and scientific one digit earlier
        const auto precision = std::max<std::int64_t>(spec.precision, 1);
        digits = float_digits(magnitude, 'g', precision, spec.alternate);
        const std::string scientific = float_digits(magnitude, 'e', precision - 1, false);
        const auto e = scientific.find('e');
        if (e != std::string::npos && digits.find('e') == std::string::npos) {
          if (std::stoi(scientific.substr(e + 1)) >= precision - 1) {
            std::string mantissa = scientific.substr(0, e);
            if (mantissa.find('.') != std::string::npos) {
              while (mantissa.back() == '0') mantissa.pop_back();
              if (mantissa.back() == '.') mantissa.pop_back();
            }
            digits = mantissa + scientific.substr(e);
          } else if (digits.find('.') == std::string::npos) {
            digits += ".0";
          }
        }
      }
      break;
    case '%':
      digits =
          float_digits(magnitude * 100, 'f', spec.precision < 0 ? 6 : spec.precision, spec.alternate) + "%";
      break;
    case 'n':
      digits = float_digits(magnitude, 'g', spec.precision < 0 ? 6 : spec.precision, spec.alternate);
      break;
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      digits = float_digits(magnitude, spec.type, spec.precision < 0 ? 6 : spec.precision, spec.alternate);
      break;
    default:
      return unknown_code(thread, spec.type, "float");
  }
  const bool shows_zero =
      digits.substr(0, digits.find_first_of("eE")).find_first_of("123456789ni") == std::string::npos;
  const std::string head = sign_text(negative && !(spec.no_negative_zero && shows_zero), spec);
  if (spec.grouping != 0 && std::isfinite(number)) {
    const auto whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
    const std::string rest = digits.substr(whole);
    const bool fills = spec.align == '=' && spec.fill == "0";
    const auto width = fills ? spec.width - static_cast<std::int64_t>(head.size() + rest.size()) : 0;
    digits = grouped(digits.substr(0, whole), spec.grouping, 3, width) + rest;
  }
  out = pad(head, digits, spec, '>');
  return true;
}

Outcome format(PythonThread& thread, const Value& value, std::string_view spec_text, std::string& text) {
  const bool formats_itself = is_overridden(thread.vm, value, "__format__") ||
                              (spec_text.empty() && (is_overridden(thread.vm, value, "__str__") ||
                                                     is_overridden(thread.vm, value, "__repr__")));
  if (formats_itself) return Outcome::needs_python;
  if (may_have_special_methods(value) && !has_overrides(value) && !value.is(Kind::dict) &&
      !value.is(Kind::tuple) && !value.is(Kind::exception))
    return Outcome::needs_python;
  if (spec_text.empty()) return str(thread, value, text);
  FormatSpec spec;
  const auto* complex = value.try_as<Complex>();
  const bool known = value.is(Kind::string) || is_number(value) || complex != nullptr;
  if (!known)
    return raise_type_error(thread,
                            "unsupported format string passed to " + type_name(value) + ".__format__");
  if (!parse_format_spec(thread, spec_text, type_name(value), spec)) return Outcome::raised;
  bool formatted = false;
  if (const auto* string = value.try_as<String>()) {
    formatted = format_string(thread, string->text, spec, text);
  } else if (complex != nullptr) {
    formatted = format_complex(thread, *complex, spec, text);
  } else if (const auto* number = value.try_as<Float>()) {
    formatted = format_float(thread, number->value, spec, text);
  } else {
    formatted = format_int(thread, value, spec, text);
  }
  return formatted ? Outcome::ok : Outcome::raised;
}

}  // namespace forkscope::vm
