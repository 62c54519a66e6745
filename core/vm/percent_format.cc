// text % values, as CPython's printf-style formatting.
#include <cmath>
#include <limits>

#include "core/vm/attributes.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/format_spec.h"
#include "core/vm/native.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/text.h"

namespace forkscope::vm {
namespace {

// Bytes as the text whose characters have their numbers, and back: the widths of bytes are those of that
// text.
std::string latin1_text(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes) append_code_point(text, static_cast<unsigned char>(byte));
  return text;
}
std::string latin1_bytes(std::string_view text) {
  std::string bytes;
  for (const char32_t code : to_code_points(text)) bytes.push_back(static_cast<char>(code));
  return bytes;
}

constexpr std::int64_t kLargestWidth = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLargestPrecision = std::numeric_limits<int>::max();

class PercentFormatter {
 public:
  PercentFormatter(PythonThread& thread, std::string_view format, const Value& values, bool is_bytes)
      : thread_(thread),
        is_bytes_(is_bytes),
        rest_(format),
        size_(format.size()),
        values_(values),
        tuple_(values.try_as<Tuple>()) {}

  Outcome run(std::string& text) {
    while (!rest_.empty()) {
      const auto percent = std::min(rest_.find('%'), rest_.size());
      text += rest_.substr(0, percent);
      rest_.remove_prefix(percent);
      if (rest_.empty()) break;
      rest_.remove_prefix(1);
      if (const Outcome outcome = conversion(text); outcome != Outcome::ok) return outcome;
    }
    const bool leftover = tuple_ != nullptr ? next_ < tuple_->items.size() : next_ == 0;
    if (leftover && tuple_ == nullptr && needs_python(values_)) return Outcome::needs_python;
    if (leftover && !is_mapping())
      return raise_type_error(thread_, std::string("not all arguments converted during ") +
                                           (is_bytes_ ? "bytes" : "string") + " formatting");
    return Outcome::ok;
  }

 private:
  Outcome fail(const char* type, std::string message) {
    raise_in(thread_, type, std::move(message));
    return Outcome::raised;
  }

  // What has items by keys or places; a tuple holds the values instead.
  bool is_mapping() const {
    if (is_bytes_ && values_.is(Kind::bytes)) return false;
    return values_.is(Kind::dict) || values_.is(Kind::list) || values_.is(Kind::range) ||
           values_.is(Kind::bytes);
  }

  // The prelude does it instead, of texts only.
  bool needs_python(const Value& value) const { return !is_bytes_ && may_have_special_methods(value); }

  Outcome take_value(Value& value) {
    if (tuple_ != nullptr ? next_ >= tuple_->items.size() : next_ > 0)
      return raise_type_error(thread_, "not enough arguments for format string");
    value = tuple_ != nullptr ? tuple_->items[next_] : values_;
    ++next_;
    return Outcome::ok;
  }

  // A width or precision: digits or '*'.
  Outcome take_size(std::int64_t& size, std::int64_t largest, std::string_view what) {
    if (!rest_.empty() && rest_[0] == '*') {
      rest_.remove_prefix(1);
      Value value;
      if (const Outcome outcome = take_value(value); outcome != Outcome::ok) return outcome;
      const auto number = to_int64(value);
      if (!number && !value.is(Kind::big_int)) return raise_type_error(thread_, "* wants int");
      if (!number || *number > largest || *number < -largest)
        return fail("OverflowError", std::string("Python int too large to convert to C ") +
                                         (largest == kLargestWidth ? "ssize_t" : "int"));
      size = *number;
      return Outcome::ok;
    }
    while (!rest_.empty() && rest_[0] >= '0' && rest_[0] <= '9') {
      const std::int64_t digit = rest_[0] - '0';
      size = std::max<std::int64_t>(size, 0);
      if (size > (largest - digit) / 10) return fail("ValueError", std::string(what) + " too big");
      size = size * 10 + digit;
      rest_.remove_prefix(1);
    }
    return Outcome::ok;
  }

  // Where the parenthesis that begins the rest is closed; those between may be part of the key.
  std::size_t end_of_key() const {
    int depth = 0;
    for (std::size_t at = 0; at < rest_.size(); ++at) {
      depth += rest_[at] == '(' ? 1 : rest_[at] == ')' ? -1 : 0;
      if (depth == 0) return at;
    }
    return std::string_view::npos;
  }

  Outcome conversion(std::string& text) {
    if (rest_.starts_with('%')) {
      text += '%';
      rest_.remove_prefix(1);
      return Outcome::ok;
    }
    Value value;
    bool has_value = false;
    if (!rest_.empty() && rest_[0] == '(') {
      const std::size_t end = end_of_key();
      if (end == std::string_view::npos) return fail("ValueError", "incomplete format key");
      if (!is_mapping() && needs_python(values_)) return Outcome::needs_python;
      if (!is_mapping()) return raise_type_error(thread_, "format requires a mapping");
      if (const Outcome outcome = get_item(thread_, values_, key_of(rest_.substr(1, end - 1)), value);
          outcome != Outcome::ok)
        return outcome;
      has_value = true;
      rest_.remove_prefix(end + 1);
    }
    FormatSpec spec;
    while (!rest_.empty() && std::string_view("#0- +").find(rest_[0]) != std::string_view::npos) {
      const char flag = rest_[0];
      if (flag == '#') spec.alternate = true;
      if (flag == '0') spec.zero_pad = true;
      if (flag == '-') spec.align = '<';
      if (flag == '+' || (flag == ' ' && spec.sign != '+')) spec.sign = flag;
      rest_.remove_prefix(1);
    }
    if (const Outcome outcome = take_size(spec.width, kLargestWidth, "width"); outcome != Outcome::ok)
      return outcome;
    if (spec.width < -1) {
      spec.align = '<';
      spec.width = -spec.width;
    }
    if (!rest_.empty() && rest_[0] == '.') {
      rest_.remove_prefix(1);
      spec.precision = 0;
      if (const Outcome outcome = take_size(spec.precision, kLargestPrecision, "precision");
          outcome != Outcome::ok)
        return outcome;
    }
    while (!rest_.empty() && (rest_[0] == 'l' || rest_[0] == 'h' || rest_[0] == 'L')) rest_.remove_prefix(1);
    if (rest_.empty()) return fail("ValueError", "incomplete format");
    spec.type = rest_[0];
    rest_.remove_prefix(1);
    if (!has_value) {
      if (const Outcome outcome = take_value(value); outcome != Outcome::ok) return outcome;
    }
    return convert(value, spec, text);
  }

  Value key_of(std::string_view text) const {
    return is_bytes_ ? make_bytes(latin1_bytes(text)) : make_string(text);
  }

  // %s and %b of bytes: what is bytes-like, as the text of which each character is a byte.
  Outcome bytes_text(const Value& value, const FormatSpec& spec, std::string& text) {
    std::string_view data;
    if (!view_bytes(value, data)) {
      if (may_have_special_methods(value) && find_special(thread_.vm, value, "__bytes__") != nullptr)
        return Outcome::needs_python;
      return raise_type_error(
          thread_, "%b requires a bytes-like object, or an object that implements __bytes__, not '" +
                       type_name(value) + "'");
    }
    return padded_text(latin1_text(data), spec, text);
  }

  Outcome byte(const Value& value, FormatSpec& spec, std::string& text) {
    std::string_view data;
    spec.precision = -1;
    if (view_bytes(value, data) && data.size() == 1) return padded_text(latin1_text(data), spec, text);
    const auto code = to_int64(value);
    if (!code)
      return raise_type_error(
          thread_, "%c requires an integer in range(256) or a single byte, not " + type_name(value));
    if (*code < 0 || *code > 255) return fail("OverflowError", "%c arg not in range(256)");
    const char byte = static_cast<char>(*code);
    return padded_text(latin1_text({&byte, 1}), spec, text);
  }

  Outcome convert(const Value& value, FormatSpec& spec, std::string& text) {
    std::string shown;
    if (is_bytes_) {
      if (spec.type == 's' || spec.type == 'b') return bytes_text(value, spec, text);
      if (spec.type == 'c') return byte(value, spec, text);
      if (spec.type == 'r') spec.type = 'a';
    }
    switch (spec.type) {
      case 's':
      case 'r':
      case 'a': {
        const Outcome outcome = spec.type == 's' ? str(thread_, value, shown) : repr(thread_, value, shown);
        if (outcome != Outcome::ok) return outcome;
        if (spec.type == 'a') shown = to_ascii(shown);
        return padded_text(shown, spec, text);
      }
      case 'c':
        return character(value, spec, text);
      case 'd':
      case 'i':
      case 'u':
      case 'x':
      case 'X':
      case 'o':
        return integer(value, spec, text);
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G': {
        const auto number = to_double(value);
        if (!number && needs_python(value)) return Outcome::needs_python;
        if (!number) return raise_type_error(thread_, "must be real number, not " + type_name(value));
        return number_text(spec, text,
                           [&](std::string& out) { return format_float(thread_, *number, spec, out); });
      }
      default:
        break;
    }
    char code[8];
    std::snprintf(code, sizeof code, "0x%x", static_cast<unsigned>(static_cast<unsigned char>(spec.type)));
    return fail("ValueError", std::string("unsupported format character '") + spec.type + "' (" + code +
                                  ") at index " + std::to_string(size_ - rest_.size() - 1));
  }

  Outcome padded_text(const std::string& shown, FormatSpec spec, std::string& text) {
    spec.type = 's';
    spec.sign = '-';
    spec.alternate = spec.zero_pad = false;
    if (spec.align == 0) spec.align = '>';
    std::string out;
    if (!format_string(thread_, shown, spec, out)) return Outcome::raised;
    text += out;
    return Outcome::ok;
  }

  Outcome character(const Value& value, FormatSpec& spec, std::string& text) {
    std::string shown;
    if (const auto* string = value.try_as<String>(); string != nullptr && string->length == 1) {
      shown = string->text;
    } else if (const auto code = to_int64(value)) {
      if (*code < 0 || *code > 0x10ffff) return fail("OverflowError", "%c arg not in range(0x110000)");
      append_code_point(shown, static_cast<char32_t>(*code));
    } else if (needs_python(value)) {
      return Outcome::needs_python;
    } else {
      return raise_type_error(thread_, "%c requires int or char");
    }
    spec.precision = -1;
    return padded_text(shown, spec, text);
  }

  Outcome integer(const Value& value, FormatSpec& spec, std::string& text) {
    Value number = value;
    const bool decimal = spec.type == 'd' || spec.type == 'i' || spec.type == 'u';
    if (const auto* floating = value.try_as<Float>(); floating != nullptr && decimal) {
      if (!std::isfinite(floating->value))
        return fail(std::isnan(floating->value) ? "ValueError" : "OverflowError",
                    std::isnan(floating->value) ? "cannot convert float NaN to integer"
                                                : "cannot convert float infinity to integer");
      number = make_int(BigInt(std::trunc(floating->value)));
    } else if (!is_int(value) && needs_python(value)) {
      return Outcome::needs_python;
    } else if (!is_int(value)) {
      return raise_type_error(thread_, std::string("%") + spec.type +
                                           " format: " + (decimal ? "a real number" : "an integer") +
                                           " is required, not " + type_name(value));
    }
    if (decimal) spec.type = 'd';
    const std::int64_t digits = std::exchange(spec.precision, -1);
    return number_text(spec, text, [&](std::string& out) {
      FormatSpec bare = spec;
      bare.width = -1;
      if (!format_int(thread_, number, bare, out)) return false;
      auto first = out.find_first_not_of("+- ");
      if (spec.alternate && spec.type != 'd') first += 2;
      const auto missing = digits - static_cast<std::int64_t>(out.size() - first);
      if (missing > 0) out.insert(first, static_cast<std::size_t>(missing), '0');
      FormatSpec outer = spec;
      return pad_number(out, outer);
    });
  }

  bool pad_number(std::string& out, const FormatSpec& spec) {
    const auto missing = spec.width - static_cast<std::int64_t>(out.size());
    if (missing <= 0) return true;
    const auto count = static_cast<std::size_t>(missing);
    if (spec.align == '<') {
      out.append(count, ' ');
    } else if (spec.align == '=') {
      auto first = out.find_first_not_of("+- ");
      if (spec.alternate && spec.type != 'd') first += 2;
      out.insert(first, count, '0');
    } else {
      out.insert(0, count, ' ');
    }
    return true;
  }

  template <typename Format>
  Outcome number_text(FormatSpec& spec, std::string& text, Format format) {
    if (spec.zero_pad && spec.align == 0) {
      spec.align = '=';
      spec.fill = "0";
    }
    std::string out;
    if (!format(out)) return Outcome::raised;
    text += out;
    return Outcome::ok;
  }

  PythonThread& thread_;
  bool is_bytes_;
  std::string_view rest_;
  std::size_t size_;
  const Value& values_;
  const Tuple* tuple_;
  std::size_t next_ = 0;
};

}  // namespace

Outcome percent_format(PythonThread& thread, std::string_view format, const Value& values, bool is_bytes,
                       std::string& text) {
  if (!is_bytes) return PercentFormatter(thread, format, values, false).run(text);
  const std::string as_text = latin1_text(format);
  std::string formatted;
  const Outcome outcome = PercentFormatter(thread, as_text, values, true).run(formatted);
  text = latin1_bytes(formatted);
  return outcome;
}

}  // namespace forkscope::vm
