// The format mini-language ("{:>8.2f}"), as format(), str.format, f-strings and % use it. Pure functions over
// values.
#pragma once

#include <string>
#include <string_view>

#include "core/vm/operations.h"

namespace forkscope::vm {

struct FormatSpec {
  std::string fill = " ";
  char align = 0;  // < > = ^, 0 = not given
  char sign = '-';
  bool alternate = false;
  bool no_negative_zero = false;  // z: what rounds to -0 is shown as 0
  bool zero_pad = false;
  std::int64_t width = -1;
  char grouping = 0;  // , or _
  std::int64_t precision = -1;
  char type = 0;
};

// False: an exception is set ("Invalid format specifier", ...). `kind` is the type's name, for messages.
bool parse_format_spec(PythonThread& thread, std::string_view text, const std::string& kind,
                       FormatSpec& spec);
// A string, int or float; false: an exception is set.
bool format_string(PythonThread& thread, std::string_view text, const FormatSpec& spec, std::string& out);
bool format_int(PythonThread& thread, const Value& number, const FormatSpec& spec, std::string& out);
bool format_float(PythonThread& thread, double number, const FormatSpec& spec, std::string& out);
bool format_complex(PythonThread& thread, const Complex& number, const FormatSpec& spec, std::string& out);
// Digits of a float in one of the forms e E f F g G % and 'r' (repr), without sign.
std::string float_digits(double magnitude, char type, std::int64_t precision, bool alternate);

}  // namespace forkscope::vm
