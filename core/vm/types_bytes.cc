// bytes: methods and constructor.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/codecs.h"
#include "core/vm/exceptions.h"
#include "core/vm/letters.h"
#include "core/vm/numbers.h"
#include "core/vm/text.h"

namespace forkscope::vm {

namespace {

constexpr const char* kBlanks = " \t\n\r\f\v";

std::string_view self_of(const NativeCall& call) {
  std::string_view data;
  view_bytes(call.positional[0], data);
  return data;
}

// What a method of bytes gives, as a bytearray's method gives it: bytes become new bytearrays.
Value as_byte_arrays(const Value& type, const Value& result) {
  if (std::string_view data; view_bytes(result, data)) return make_byte_array(type, std::string(data));
  const bool is_tuple = result.is(Kind::tuple);
  if (!is_tuple && !result.is(Kind::list)) return result;
  std::vector<Value> parts = is_tuple ? result.known<Tuple>()->items : result.known<List>()->items;
  for (Value& part : parts) part = as_byte_arrays(type, part);
  return is_tuple ? make_tuple(std::move(parts)) : make_list(std::move(parts));
}

// A method of bytes and of bytearray.
template <MethodName name, NativeFunctionPointer function>
NativeResult of_either(NativeCall& call) {
  const bool is_array = !call.positional.empty() && as_byte_array(call.positional[0]) != nullptr;
  if (!is_array && (call.positional.empty() || !call.positional[0].is(Kind::bytes)))
    return wrong_self(call, name.text, Kind::bytes);
  const NativeResult result = function(call);
  if (is_array && result == NativeResult::value)
    call.result = as_byte_arrays(byte_array_class(call.vm), call.result);
  return result;
}

bool read_bytes(NativeCall& call, const Value& value, std::string_view& data) {
  if (view_bytes(value, data)) return true;
  raise(
      call, "TypeError",
      fmt::format("a bytes-like object is required, not '{}'", value.empty() ? "nothing" : type_name(value)));
  return false;
}

// What find() and its kin look for: bytes, or one byte as a number.
bool read_wanted(NativeCall& call, const Value& value, std::string& wanted) {
  std::string_view data;
  if (view_bytes(value, data)) {
    wanted = data;
    return true;
  }
  if (!is_int(value)) {
    raise(call, "TypeError",
          fmt::format("argument should be integer or bytes-like object, not '{}'", type_name(value)));
    return false;
  }
  const auto number = to_int64(value);
  if (!number || *number < 0 || *number > 255) {
    raise(call, "ValueError", "byte must be in range(0, 256)");
    return false;
  }
  wanted.assign(1, static_cast<char>(*number));
  return true;
}

NativeResult construct_bytes(NativeCall& call) {
  static constexpr const char* kNames[] = {"source", "encoding", "errors"};
  std::array<Value, 3> given;
  const std::span<Value> all = call.positional;
  call.positional = call.positional.subspan(1);
  if (!bind_arguments(call, "bytes", kNames, 0, given)) return NativeResult::raised;
  call.positional = all;
  const bool has_encoding = !given[1].empty() || !given[2].empty();
  if (given[0].empty())
    return has_encoding ? raise(call, "TypeError", "encoding without a string argument")
                        : call.returns(make_bytes(""));
  if (given[0].is(Kind::string)) {
    std::string encoded;
    if (given[1].empty()) return raise(call, "TypeError", "string argument without an encoding");
    return encode_text(call, given[0], given[1], given[2], encoded)
               ? call.returns(make_bytes(std::move(encoded)))
               : NativeResult::raised;
  }
  if (has_encoding) return raise(call, "TypeError", "encoding without a string argument");
  if (call.vm.class_of(given[0]) == call.vm.class_of_kind(Kind::bytes)) return call.returns(given[0]);
  if (std::string_view data; view_bytes(given[0], data)) return call.returns(make_bytes(std::string(data)));
  if (is_int(given[0])) {
    const auto size = to_int64(given[0]);
    if (!size) return raise(call, "OverflowError", "cannot fit 'int' into an index-sized integer");
    if (*size < 0) return raise(call, "ValueError", "negative count");
    if (!fits_memory(call.thread, static_cast<std::uint64_t>(*size))) return NativeResult::raised;
    return call.returns(make_bytes(std::string(static_cast<std::size_t>(*size), '\0')));
  }
  if (const Value* special = find_special(call.vm, given[0], "__bytes__"); special != nullptr) {
    call.callee = bind(call.vm, *special, given[0], call.vm.class_of(given[0]));
    call.callee_arguments.clear();
    return NativeResult::call;
  }
  std::vector<Value> items;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, construct_bytes, 1, items, next)) {
    if (next == NativeResult::raised && raised_is(call.thread, "TypeError")) {
      call.thread.raised = Value();
      raise(call, "TypeError", fmt::format("cannot convert '{}' object to bytes", type_name(given[0])));
    }
    return next;
  }
  std::string data;
  for (const Value& item : items) {
    std::int64_t byte = 0;
    if (!read_index(call, item, byte)) return NativeResult::raised;
    if (byte < 0 || byte > 255) return raise(call, "ValueError", "bytes must be in range(0, 256)");
    data.push_back(static_cast<char>(byte));
  }
  return call.returns(make_bytes(std::move(data)));
}

NativeResult bytes_decode(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "encoding", "errors"};
  std::array<Value, 3> given;
  std::string text;
  if (!bind_arguments(call, "decode", kNames, 1, given) ||
      !decode_bytes(call, self_of(call), given[1], given[2], text))
    return NativeResult::raised;
  return call.returns(make_string(text));
}

NativeResult bytes_join(NativeCall& call) {
  if (!check_count(call, "bytes.join", 2, 2)) return NativeResult::raised;
  std::vector<Value> items;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, of_either<"join", bytes_join>, 1, items, next)) return next;
  std::string data;
  for (std::size_t at = 0; at < items.size(); ++at) {
    std::string_view part;
    if (!view_bytes(items[at], part))
      return raise(
          call, "TypeError",
          fmt::format("sequence item {}: expected a bytes-like object, {} found", at, type_name(items[at])));
    if (at > 0) data += self_of(call);
    data += part;
  }
  return call.returns(make_bytes(std::move(data)));
}

// Where the first or last occurrence within the bounds given is, -1 if there is none.
bool find(NativeCall& call, const char* name, bool last, std::int64_t& index) {
  std::string wanted;
  std::int64_t start = 0, stop = 0;
  if (!check_count(call, name, 2, 4) || !read_wanted(call, call.positional[1], wanted) ||
      !read_bounds(call, 2, static_cast<std::int64_t>(self_of(call).size()), start, stop))
    return false;
  index = -1;
  if (start > stop) return true;
  const std::string_view part =
      self_of(call).substr(static_cast<std::size_t>(start), static_cast<std::size_t>(stop - start));
  const std::size_t found = last ? part.rfind(wanted) : part.find(wanted);
  if (found != std::string_view::npos) index = start + static_cast<std::int64_t>(found);
  return true;
}
template <bool last>
NativeResult bytes_find(NativeCall& call) {
  std::int64_t index = -1;
  return find(call, last ? "bytes.rfind()" : "bytes.find()", last, index)
             ? call.returns(Value::small_int(index))
             : NativeResult::raised;
}
template <bool last>
NativeResult bytes_index(NativeCall& call) {
  std::int64_t index = -1;
  if (!find(call, last ? "bytes.rindex()" : "bytes.index()", last, index)) return NativeResult::raised;
  return index < 0 ? raise(call, "ValueError", "subsection not found")
                   : call.returns(Value::small_int(index));
}

NativeResult bytes_count(NativeCall& call) {
  std::string wanted;
  std::int64_t start = 0, stop = 0, count = 0;
  if (!check_count(call, "bytes.count()", 2, 4) || !read_wanted(call, call.positional[1], wanted) ||
      !read_bounds(call, 2, static_cast<std::int64_t>(self_of(call).size()), start, stop))
    return NativeResult::raised;
  if (start > stop) return call.returns(Value::small_int(0));
  if (wanted.empty()) return call.returns(Value::small_int(stop - start + 1));
  const std::string_view part = self_of(call).substr(0, static_cast<std::size_t>(stop));
  for (std::size_t at = static_cast<std::size_t>(start);
       (at = part.find(wanted, at)) != std::string_view::npos; at += wanted.size())
    ++count;
  return call.returns(Value::small_int(count));
}

NativeResult bytes_replace(NativeCall& call) {
  std::string_view from, to;
  std::int64_t most = -1;
  if (!check_count(call, "bytes.replace", 3, 4) || !read_bytes(call, call.positional[1], from) ||
      !read_bytes(call, call.positional[2], to) ||
      (call.positional.size() == 4 && !read_index(call, call.positional[3], most)))
    return NativeResult::raised;
  const std::string_view data = self_of(call);
  std::string result;
  std::size_t at = 0;
  for (std::int64_t done = 0; most < 0 || done < most; ++done) {
    const std::size_t found = at > data.size() ? std::string_view::npos : data.find(from, at);
    if (found == std::string_view::npos) break;
    result.append(data, at, found - at).append(to);
    at = found + from.size();
    if (!from.empty()) continue;
    if (at < data.size()) result.push_back(data[at]);
    ++at;
  }
  if (at < data.size()) result.append(data, at);
  return call.returns(make_bytes(std::move(result)));
}

// Binds sep and maxsplit; false: an exception is set. `blanks`: cut at runs of them.
bool split_arguments(NativeCall& call, const char* name, bool& blanks, std::string_view& separator,
                     std::int64_t& most) {
  static constexpr const char* kNames[] = {"", "sep", "maxsplit"};
  std::array<Value, 3> given;
  most = -1;
  if (!bind_arguments(call, name, kNames, 1, given)) return false;
  if (!given[2].empty() && !read_index(call, given[2], most)) return false;
  blanks = given[1].empty() || given[1].is_none();
  if (blanks) return true;
  if (!read_bytes(call, given[1], separator)) return false;
  if (separator.empty()) raise(call, "ValueError", "empty separator");
  return !separator.empty();
}

Value make_part(std::string_view data) {
  return make_bytes(std::string(data));
}

NativeResult bytes_split(NativeCall& call) {
  bool blanks = false;
  std::string_view separator, rest = self_of(call);
  std::int64_t most = -1;
  if (!split_arguments(call, "split", blanks, separator, most)) return NativeResult::raised;
  std::vector<Value> parts;
  const auto is_full = [&] { return most >= 0 && static_cast<std::int64_t>(parts.size()) >= most; };
  const auto skip = [&rest] { rest.remove_prefix(std::min(rest.find_first_not_of(kBlanks), rest.size())); };
  if (blanks) skip();
  while (!is_full() && !(blanks && rest.empty())) {
    const std::size_t end = blanks ? rest.find_first_of(kBlanks) : rest.find(separator);
    if (end == std::string_view::npos) break;
    parts.push_back(make_part(rest.substr(0, end)));
    rest.remove_prefix(end + (blanks ? 1 : separator.size()));
    if (blanks) skip();
  }
  if (!blanks || !rest.empty()) parts.push_back(make_part(rest));
  return call.returns(make_list(std::move(parts)));
}

NativeResult bytes_rsplit(NativeCall& call) {
  bool blanks = false;
  std::string_view separator, rest = self_of(call);
  std::int64_t most = -1;
  if (!split_arguments(call, "rsplit", blanks, separator, most)) return NativeResult::raised;
  std::vector<Value> parts;
  const auto is_full = [&] { return most >= 0 && static_cast<std::int64_t>(parts.size()) >= most; };
  const auto skip = [&rest] { rest = rest.substr(0, rest.find_last_not_of(kBlanks) + 1); };
  if (blanks) skip();
  while (!is_full() && !(blanks && rest.empty())) {
    const std::size_t at = blanks ? rest.find_last_of(kBlanks) : rest.rfind(separator);
    if (at == std::string_view::npos) break;
    parts.push_back(make_part(rest.substr(at + (blanks ? 1 : separator.size()))));
    rest = rest.substr(0, at);
    if (blanks) skip();
  }
  if (!blanks || !rest.empty()) parts.push_back(make_part(rest));
  std::reverse(parts.begin(), parts.end());
  return call.returns(make_list(std::move(parts)));
}

NativeResult bytes_splitlines(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "keepends"};
  std::array<Value, 2> given;
  bool keep = false;
  if (!bind_arguments(call, "splitlines", kNames, 1, given) ||
      (!given[1].empty() && truth(call.thread, given[1], keep) != Outcome::ok))
    return NativeResult::raised;
  std::string_view rest = self_of(call);
  std::vector<Value> lines;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
    const std::size_t next = std::min(end + (rest.substr(end, 2) == "\r\n" ? 2 : 1), rest.size());
    lines.push_back(make_part(rest.substr(0, keep ? next : end)));
    rest.remove_prefix(next);
  }
  return call.returns(make_list(std::move(lines)));
}

template <bool last>
NativeResult bytes_partition(NativeCall& call) {
  std::string_view separator;
  if (!check_count(call, last ? "bytes.rpartition" : "bytes.partition", 2, 2) ||
      !read_bytes(call, call.positional[1], separator))
    return NativeResult::raised;
  if (separator.empty()) return raise(call, "ValueError", "empty separator");
  const std::string_view data = self_of(call);
  const std::size_t at = last ? data.rfind(separator) : data.find(separator);
  if (at == std::string_view::npos) {
    const Value nothing = make_bytes("");
    return call.returns(last ? make_tuple({nothing, nothing, call.positional[0]})
                             : make_tuple({call.positional[0], nothing, nothing}));
  }
  return call.returns(make_tuple(
      {make_part(data.substr(0, at)), make_part(separator), make_part(data.substr(at + separator.size()))}));
}

template <bool at_end>
NativeResult bytes_affix(NativeCall& call) {
  const char* name = at_end ? "endswith" : "startswith";
  std::int64_t start = 0, stop = 0;
  if (!check_count(call, at_end ? "bytes.endswith()" : "bytes.startswith()", 2, 4) ||
      !read_bounds(call, 2, static_cast<std::int64_t>(self_of(call).size()), start, stop))
    return NativeResult::raised;
  std::vector<Value> wanted = {call.positional[1]};
  if (const auto* several = call.positional[1].try_as<Tuple>(); several != nullptr) wanted = several->items;
  for (const Value& affix : wanted) {
    std::string_view data;
    if (!view_bytes(affix, data))
      return raise(
          call, "TypeError",
          fmt::format("{} first arg must be bytes or a tuple of bytes, not {}", name, type_name(affix)));
    if (start > stop) continue;
    const std::string_view part =
        self_of(call).substr(static_cast<std::size_t>(start), static_cast<std::size_t>(stop - start));
    if (at_end ? part.ends_with(data) : part.starts_with(data)) return call.returns(Value::boolean(true));
  }
  return call.returns(Value::boolean(false));
}

template <bool at_end>
NativeResult bytes_remove_affix(NativeCall& call) {
  std::string_view affix, data = self_of(call);
  if (!check_count(call, at_end ? "bytes.removesuffix" : "bytes.removeprefix", 2, 2) ||
      !read_bytes(call, call.positional[1], affix))
    return NativeResult::raised;
  if (at_end && data.ends_with(affix)) data.remove_suffix(affix.size());
  if (!at_end && data.starts_with(affix)) data.remove_prefix(affix.size());
  return call.returns(make_part(data));
}

template <MethodName name, bool left, bool right>
NativeResult bytes_strip(NativeCall& call) {
  if (!check_count(call, name.text, 1, 2)) return NativeResult::raised;
  std::string_view set = kBlanks, data = self_of(call);
  const Value given = argument(call, 1);
  if (!given.empty() && !given.is_none() && !read_bytes(call, given, set)) return NativeResult::raised;
  if (left) data.remove_prefix(std::min(data.find_first_not_of(set), data.size()));
  if (right) data = data.substr(0, data.find_last_not_of(set) + 1);
  return call.returns(make_part(data));
}

enum class Side : std::uint8_t { left, right, both };

template <MethodName name, Side side>
NativeResult bytes_pad(NativeCall& call) {
  std::int64_t width = 0;
  if (!check_count(call, name.text, 2, 3) || !read_index(call, call.positional[1], width))
    return NativeResult::raised;
  std::string_view fill = " ";
  if (call.positional.size() == 3 && (!view_bytes(call.positional[2], fill) || fill.size() != 1))
    return raise(call, "TypeError",
                 fmt::format("{}() argument 2 must be a byte string of length 1, not {}",
                             std::string_view(name.text).substr(6), type_name(call.positional[2])));
  const std::string_view data = self_of(call);
  const std::int64_t room = std::max<std::int64_t>(0, width - static_cast<std::int64_t>(data.size()));
  if (!fits_memory(call.thread, static_cast<std::uint64_t>(room))) return NativeResult::raised;
  const std::int64_t before = side == Side::left    ? room
                              : side == Side::right ? 0
                                                    : room / 2 + (room & width & 1);
  std::string padded(static_cast<std::size_t>(before), fill[0]);
  padded.append(data).append(static_cast<std::size_t>(room - before), fill[0]);
  return call.returns(make_bytes(std::move(padded)));
}

NativeResult bytes_zfill(NativeCall& call) {
  std::int64_t width = 0;
  if (!check_count(call, "bytes.zfill", 2, 2) || !read_index(call, call.positional[1], width))
    return NativeResult::raised;
  std::string data(self_of(call));
  const std::int64_t room = width - static_cast<std::int64_t>(data.size());
  if (room > 0)
    data.insert(!data.empty() && (data[0] == '-' || data[0] == '+') ? 1 : 0, static_cast<std::size_t>(room),
                '0');
  return call.returns(make_bytes(std::move(data)));
}

NativeResult bytes_expandtabs(NativeCall& call) {
  constexpr std::int64_t kWide = 100'000;  // worth to be asked for
  static constexpr const char* kNames[] = {"", "tabsize"};
  std::array<Value, 2> given;
  std::int64_t size = 8, column = 0;
  if (!bind_arguments(call, "expandtabs", kNames, 1, given) ||
      (!given[1].empty() && !read_index(call, given[1], size)))
    return NativeResult::raised;
  if (!std::in_range<int>(size))
    return raise(call, "OverflowError", "Python int too large to convert to C int");
  std::string result;
  for (const char c : self_of(call)) {
    const std::int64_t width = c != '\t' ? 1 : size > 0 ? size - column % size : 0;
    if (width > kWide && !fits_memory(call.thread, static_cast<std::uint64_t>(width)))
      return NativeResult::raised;
    result.append(static_cast<std::size_t>(width), c == '\t' ? ' ' : c);
    column = c == '\n' || c == '\r' ? 0 : column + width;
  }
  return call.returns(make_bytes(std::move(result)));
}

// Only ASCII letters count in bytes.
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_letter(char c) {
  return is_upper(c) || is_lower(c);
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alphanumeric(char c) {
  return is_letter(c) || is_digit(c);
}
bool is_blank(char c) {
  return std::string_view(kBlanks).find(c) != std::string_view::npos;
}
char upper(char c) {
  return is_lower(c) ? static_cast<char>(c - 32) : c;
}
char lower(char c) {
  return is_upper(c) ? static_cast<char>(c + 32) : c;
}

template <MethodName name, bool (*Is)(char)>
NativeResult all_are(NativeCall& call) {
  if (!check_count(call, name.text, 1, 1)) return NativeResult::raised;
  const std::string_view data = self_of(call);
  return call.returns(Value::boolean(!data.empty() && std::all_of(data.begin(), data.end(), Is)));
}

NativeResult bytes_isascii(NativeCall& call) {
  if (!check_count(call, "bytes.isascii", 1, 1)) return NativeResult::raised;
  const std::string_view data = self_of(call);
  return call.returns(
      Value::boolean(std::all_of(data.begin(), data.end(), [](char c) { return (c & 0x80) == 0; })));
}

template <MethodName name, bool (*Is)(char), bool (*IsOther)(char)>
NativeResult cased(NativeCall& call) {
  if (!check_count(call, name.text, 1, 1)) return NativeResult::raised;
  const std::string_view data = self_of(call);
  return call.returns(Value::boolean(std::any_of(data.begin(), data.end(), Is) &&
                                     std::none_of(data.begin(), data.end(), IsOther)));
}

// Each byte changed, given whether a letter stands before it.
template <MethodName name, char (*Change)(char, bool)>
NativeResult changed(NativeCall& call) {
  if (!check_count(call, name.text, 1, 1)) return NativeResult::raised;
  std::string data(self_of(call));
  bool inside = false;
  for (char& c : data) {
    const bool letter = is_letter(c);
    c = Change(c, inside);
    inside = letter;
  }
  return call.returns(make_bytes(std::move(data)));
}
char as_upper(char c, bool) {
  return upper(c);
}
char as_lower(char c, bool) {
  return lower(c);
}
char swapped(char c, bool) {
  return is_upper(c) ? lower(c) : upper(c);
}
char as_title(char c, bool inside) {
  return inside ? lower(c) : upper(c);
}

NativeResult bytes_capitalize(NativeCall& call) {
  if (!check_count(call, "bytes.capitalize", 1, 1)) return NativeResult::raised;
  std::string data(self_of(call));
  std::transform(data.begin(), data.end(), data.begin(), lower);
  if (!data.empty()) data[0] = upper(data[0]);
  return call.returns(make_bytes(std::move(data)));
}

NativeResult bytes_istitle(NativeCall& call) {
  if (!check_count(call, "bytes.istitle", 1, 1)) return NativeResult::raised;
  bool good = true, some = false, inside = false;
  for (const char c : self_of(call)) {
    good = good && !(is_upper(c) && inside) && !(is_lower(c) && !inside);
    inside = is_letter(c);
    some = some || inside;
  }
  return call.returns(Value::boolean(good && some));
}

// translate(table, /, delete=b'')
NativeResult bytes_translate(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "", "delete"};
  std::array<Value, 3> given;
  std::string_view table, gone;
  if (!bind_arguments(call, "translate", kNames, 2, given)) return NativeResult::raised;
  const bool maps = !given[1].is_none();
  if ((maps && !read_bytes(call, given[1], table)) ||
      (!given[2].empty() && !read_bytes(call, given[2], gone)))
    return NativeResult::raised;
  if (maps && table.size() != 256)
    return raise(call, "ValueError", "translation table must be 256 characters long");
  std::string data;
  for (const char c : self_of(call)) {
    if (gone.find(c) == std::string_view::npos)
      data.push_back(maps ? table[static_cast<unsigned char>(c)] : c);
  }
  return call.returns(make_bytes(std::move(data)));
}

NativeResult bytes_maketrans(NativeCall& call) {
  std::string_view from, to;
  if (!check_count(call, "maketrans", 2, 2) || !read_bytes(call, call.positional[0], from) ||
      !read_bytes(call, call.positional[1], to))
    return NativeResult::raised;
  if (from.size() != to.size()) return raise(call, "ValueError", "maketrans arguments must have same length");
  std::string table(256, '\0');
  for (std::size_t at = 0; at < table.size(); ++at) table[at] = static_cast<char>(at);
  for (std::size_t at = 0; at < from.size(); ++at) table[static_cast<unsigned char>(from[at])] = to[at];
  return call.returns(make_bytes(std::move(table)));
}

// hex([sep [, bytes_per_sep]]): groups are counted from the right, from the left where the number is below 0.
NativeResult bytes_hex(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "sep", "bytes_per_sep"};
  std::array<Value, 3> given;
  std::int64_t group = 1;
  if (!bind_arguments(call, "hex", kNames, 1, given) ||
      (!given[2].empty() && !read_index(call, given[2], group)))
    return NativeResult::raised;
  std::string_view separator;
  if (const auto* text = given[1].try_as<String>(); text != nullptr) separator = text->text;
  if (!given[1].empty() && !given[1].is(Kind::string) && !view_bytes(given[1], separator))
    return raise(call, "TypeError", "sep must be str or bytes.");
  const bool is_one =
      given[1].is(Kind::string) ? given[1].known<String>()->length == 1 : separator.size() == 1;
  if (!given[1].empty() && !is_one) return raise(call, "ValueError", "sep must be length 1.");
  if (!given[1].empty() && static_cast<unsigned char>(separator[0]) >= 0x80)
    return raise(call, "ValueError", "sep must be ASCII.");
  const std::string_view data = self_of(call);
  const auto size = static_cast<std::int64_t>(data.size());
  std::string text;
  for (std::int64_t at = 0; at < size; ++at) {
    const std::int64_t place = group > 0 ? size - at : at;
    if (at > 0 && group != 0 && !separator.empty() && place % std::abs(group) == 0) text += separator;
    text += fmt::format("{:02x}", static_cast<unsigned char>(data[static_cast<std::size_t>(at)]));
  }
  return call.returns(make_string(text));
}

NativeResult bytes_fromhex(NativeCall& call) {
  const String* text = check_count(call, "fromhex", 1, 1)
                           ? read_string(call, call.positional[0], "fromhex() argument")
                           : nullptr;
  if (text == nullptr) return NativeResult::raised;
  std::string data;
  int high = -1;
  for (std::size_t at = 0; at < text->text.size(); ++at) {
    const char c = text->text[at];
    if (is_blank(c) && high < 0) continue;
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0)
      return raise(call, "ValueError",
                   fmt::format("non-hexadecimal number found in fromhex() arg at position {}", at));
    if (high >= 0) data.push_back(static_cast<char>(high * 16 + digit));
    high = high >= 0 ? -1 : digit;
  }
  if (high >= 0)
    return raise(
        call, "ValueError",
        fmt::format("non-hexadecimal number found in fromhex() arg at position {}", text->text.size()));
  return call.returns(make_bytes(std::move(data)));
}

NativeResult byte_array_fromhex(NativeCall& call) {
  const NativeResult result = bytes_fromhex(call);
  if (result == NativeResult::value) call.result = as_byte_arrays(byte_array_class(call.vm), call.result);
  return result;
}

constexpr NativeDefinition kMethods[] = {
    NativeDefinition{"decode", of_either<"decode", bytes_decode>},
    NativeDefinition{"join", of_either<"join", bytes_join>},
    NativeDefinition{"find", of_either<"find", bytes_find<false>>},
    NativeDefinition{"rfind", of_either<"rfind", bytes_find<true>>},
    NativeDefinition{"index", of_either<"index", bytes_index<false>>},
    NativeDefinition{"rindex", of_either<"rindex", bytes_index<true>>},
    NativeDefinition{"count", of_either<"count", bytes_count>},
    NativeDefinition{"replace", of_either<"replace", bytes_replace>},
    NativeDefinition{"split", of_either<"split", bytes_split>},
    NativeDefinition{"rsplit", of_either<"rsplit", bytes_rsplit>},
    NativeDefinition{"splitlines", of_either<"splitlines", bytes_splitlines>},
    NativeDefinition{"partition", of_either<"partition", bytes_partition<false>>},
    NativeDefinition{"rpartition", of_either<"rpartition", bytes_partition<true>>},
    NativeDefinition{"startswith", of_either<"startswith", bytes_affix<false>>},
    NativeDefinition{"endswith", of_either<"endswith", bytes_affix<true>>},
    NativeDefinition{"removeprefix", of_either<"removeprefix", bytes_remove_affix<false>>},
    NativeDefinition{"removesuffix", of_either<"removesuffix", bytes_remove_affix<true>>},
    NativeDefinition{"strip", of_either<"strip", bytes_strip<"bytes.strip", true, true>>},
    NativeDefinition{"lstrip", of_either<"lstrip", bytes_strip<"bytes.lstrip", true, false>>},
    NativeDefinition{"rstrip", of_either<"rstrip", bytes_strip<"bytes.rstrip", false, true>>},
    NativeDefinition{"ljust", of_either<"ljust", bytes_pad<"bytes.ljust", Side::right>>},
    NativeDefinition{"rjust", of_either<"rjust", bytes_pad<"bytes.rjust", Side::left>>},
    NativeDefinition{"center", of_either<"center", bytes_pad<"bytes.center", Side::both>>},
    NativeDefinition{"zfill", of_either<"zfill", bytes_zfill>},
    NativeDefinition{"expandtabs", of_either<"expandtabs", bytes_expandtabs>},
    NativeDefinition{"isalpha", of_either<"isalpha", all_are<"bytes.isalpha", is_letter>>},
    NativeDefinition{"isdigit", of_either<"isdigit", all_are<"bytes.isdigit", is_digit>>},
    NativeDefinition{"isalnum", of_either<"isalnum", all_are<"bytes.isalnum", is_alphanumeric>>},
    NativeDefinition{"isspace", of_either<"isspace", all_are<"bytes.isspace", is_blank>>},
    NativeDefinition{"isascii", of_either<"isascii", bytes_isascii>},
    NativeDefinition{"isupper", of_either<"isupper", cased<"bytes.isupper", is_upper, is_lower>>},
    NativeDefinition{"islower", of_either<"islower", cased<"bytes.islower", is_lower, is_upper>>},
    NativeDefinition{"istitle", of_either<"istitle", bytes_istitle>},
    NativeDefinition{"upper", of_either<"upper", changed<"bytes.upper", as_upper>>},
    NativeDefinition{"lower", of_either<"lower", changed<"bytes.lower", as_lower>>},
    NativeDefinition{"swapcase", of_either<"swapcase", changed<"bytes.swapcase", swapped>>},
    NativeDefinition{"title", of_either<"title", changed<"bytes.title", as_title>>},
    NativeDefinition{"capitalize", of_either<"capitalize", bytes_capitalize>},
    NativeDefinition{"translate", of_either<"translate", bytes_translate>},
    NativeDefinition{"hex", of_either<"hex", bytes_hex>}};

}  // namespace

void install_bytes_type(Vm& vm) {
  Class* type = vm.class_of_kind(Kind::bytes);
  type->construct = construct_bytes;
  Class* array = make_byte_array_class(vm);
  for (Class* owner : {type, array}) {
    define_methods(*owner, kMethods);
    add_class_method(*owner, "fromhex",
                     owner == type ? of_class<bytes_fromhex> : of_class<byte_array_fromhex>);
    auto* maketrans = new NativeFunction("maketrans", bytes_maketrans);
    owner->attributes.set("maketrans", Value::adopt(new StaticMethod(Value::adopt(maketrans))));
  }
  install_memory_view(vm);
}

}  // namespace forkscope::vm
