// str: its methods and its constructor. Positions count code points.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/vm/builtins_parts.h"
#include "core/vm/codecs.h"
#include "core/vm/extended.h"
#include "core/vm/letters.h"
#include "core/vm/lexer.h"
#include "core/vm/numbers.h"
#include "core/vm/text.h"

namespace forkscope::vm {

namespace {

const String& self_of(const NativeCall& call) {
  return *call.positional[0].known<String>();
}

NativeResult construct_str(NativeCall& call) {
  static constexpr const char* kNames[] = {"object", "encoding", "errors"};
  if (call.positional.size() == 2 && call.keywords.empty() && call.positional[1].is_small_int())
    return call.returns(small_int_text(call.positional[1].small()));
  std::array<Value, 3> given;
  call.positional = call.positional.subspan(1);
  if (!bind_arguments(call, "str", kNames, 0, given)) return NativeResult::raised;
  if (given[0].empty()) return call.returns(make_string(""));
  if (!given[1].empty() || !given[2].empty()) {
    if (given[0].is(Kind::string)) return raise(call, "TypeError", "decoding str is not supported");
    std::string_view data;
    if (!view_bytes(given[0], data))
      return raise(call, "TypeError",
                   fmt::format("decoding to str: need a bytes-like object, {} found", type_name(given[0])));
    std::string text;
    return decode_bytes(call, data, given[1], given[2], text) ? call.returns(make_string(text))
                                                              : NativeResult::raised;
  }
  if (given[0].is(Kind::string) && extension_of(given[0]) == nullptr) return call.returns(given[0]);
  std::string text;
  const Outcome outcome = str(call.thread, given[0], text);
  if (outcome == Outcome::needs_python) return in_prelude(call, "str_value", {given[0]});
  return outcome == Outcome::ok ? call.returns(make_string(text)) : NativeResult::raised;
}

template <typename Change>
NativeResult changed(NativeCall& call, const char* name, Change change) {
  if (!check_count(call, name, 1, 1)) return NativeResult::raised;
  std::u32string points = to_code_points(self_of(call).text);
  change(points);
  const auto length = static_cast<std::uint32_t>(points.size());
  return call.returns(Value::adopt(new String(from_code_points(points), length)));
}

// As `changed`, of an ASCII text; false: it is none.
template <typename Change>
bool change_ascii(NativeCall& call, const char* name, Change change, NativeResult& result) {
  if (!self_of(call).is_ascii) return false;
  result = NativeResult::raised;
  if (!check_count(call, name, 1, 1)) return true;
  std::string text = self_of(call).text;
  for (char& c : text) c = change(c);
  const auto length = static_cast<std::uint32_t>(text.size());
  result = call.returns(Value::adopt(new String(std::move(text), length)));
  return true;
}

NativeResult str_upper(NativeCall& call) {
  NativeResult result = NativeResult::raised;
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  if (change_ascii(call, "str.upper", upper, result)) return result;
  return changed(call, "str.upper", [](std::u32string& text) { text = upper_text(text); });
}
NativeResult str_casefold(NativeCall& call) {
  return changed(call, "str.casefold", [](std::u32string& text) { text = folded_text(text); });
}
NativeResult str_lower(NativeCall& call) {
  NativeResult result = NativeResult::raised;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  if (change_ascii(call, "str.lower", lower, result)) return result;
  return changed(call, "str.lower", [](std::u32string& text) { text = lower_text(text); });
}
NativeResult str_swapcase(NativeCall& call) {
  return changed(call, "str.swapcase", [](std::u32string& text) { text = swapped_text(text); });
}
NativeResult str_capitalize(NativeCall& call) {
  return changed(call, "str.capitalize", [](std::u32string& text) { text = capitalized_text(text); });
}
NativeResult str_title(NativeCall& call) {
  return changed(call, "str.title", [](std::u32string& text) { text = title_text(text); });
}

template <MethodName name, bool (*Is)(char32_t)>
NativeResult all_are(NativeCall& call) {
  if (!check_count(call, name.text, 1, 1)) return NativeResult::raised;
  const std::u32string points = to_code_points(self_of(call).text);
  return call.returns(Value::boolean(!points.empty() && std::all_of(points.begin(), points.end(), Is)));
}
bool is_alphanumeric(char32_t c) {
  return is_letter(c) || is_number_letter(c);
}

bool is_lower_or_title(char32_t c) {
  return is_lower_letter(c) || is_title_letter(c);
}
bool is_upper_or_title(char32_t c) {
  return is_upper_letter(c) || is_title_letter(c);
}

NativeResult str_isprintable(NativeCall& call) {
  if (!check_count(call, "str.isprintable", 1, 1)) return NativeResult::raised;
  const std::u32string points = to_code_points(self_of(call).text);
  return call.returns(Value::boolean(std::all_of(points.begin(), points.end(), is_printable)));
}

template <MethodName name, bool (*Is)(char32_t), bool (*IsOther)(char32_t)>
NativeResult cased(NativeCall& call) {
  if (!check_count(call, name.text, 1, 1)) return NativeResult::raised;
  const std::u32string points = to_code_points(self_of(call).text);
  const bool some = std::any_of(points.begin(), points.end(), Is);
  return call.returns(Value::boolean(some && std::none_of(points.begin(), points.end(), IsOther)));
}

NativeResult str_istitle(NativeCall& call) {
  if (!check_count(call, "str.istitle", 1, 1)) return NativeResult::raised;
  bool good = true, some = false, inside = false;
  for (const char32_t c : to_code_points(self_of(call).text)) {
    const bool upper = is_upper_letter(c) || is_title_letter(c), lower = is_lower_letter(c);
    good = good && !(upper && inside) && !(lower && !inside);
    inside = upper || lower;
    some = some || inside;
  }
  return call.returns(Value::boolean(good && some));
}

NativeResult str_isidentifier(NativeCall& call) {
  if (!check_count(call, "str.isidentifier", 1, 1)) return NativeResult::raised;
  const std::u32string points = to_code_points(self_of(call).text);
  const bool good =
      !points.empty() && is_name_start(points[0]) && std::all_of(points.begin(), points.end(), is_name_part);
  return call.returns(Value::boolean(good));
}
NativeResult str_isascii(NativeCall& call) {
  if (!check_count(call, "str.isascii", 1, 1)) return NativeResult::raised;
  return call.returns(Value::boolean(self_of(call).is_ascii));
}

NativeResult strip(NativeCall& call, const char* name, bool left, bool right) {
  if (!check_count(call, name, 1, 2)) return NativeResult::raised;
  const Value given = argument(call, 1);
  std::u32string set;
  const bool blanks = given.empty() || given.is_none();
  if (!blanks) {
    if (!given.is(Kind::string))
      return raise(call, "TypeError", std::string(name + 4) + " arg must be None or str");
    set = to_code_points(given.known<String>()->text);
  }
  const auto taken = [&](char32_t c) { return blanks ? is_space(c) : set.find(c) != std::u32string::npos; };
  const std::u32string points = to_code_points(self_of(call).text);
  std::size_t begin = 0, end = points.size();
  while (left && begin < end && taken(points[begin])) ++begin;
  while (right && end > begin && taken(points[end - 1])) --end;
  return call.returns(make_string(from_code_points(std::u32string_view(points).substr(begin, end - begin))));
}
NativeResult str_strip(NativeCall& call) {
  return strip(call, "str.strip", true, true);
}
NativeResult str_lstrip(NativeCall& call) {
  return strip(call, "str.lstrip", true, false);
}
NativeResult str_rstrip(NativeCall& call) {
  return strip(call, "str.rstrip", false, true);
}

// False for the values that no iterator can be had of.
bool has_items(const Value& value) {
  return value.is_object() && !value.is(Kind::float_number) && !value.is(Kind::big_int);
}

NativeResult str_join(NativeCall& call) {
  if (!check_count(call, "str.join", 2, 2)) return NativeResult::raised;
  std::vector<Value> items;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, str_join, 1, items, next)) {
    if (next == NativeResult::raised && !has_items(call.positional[1])) {
      call.thread.raised = Value();
      raise(call, "TypeError", "can only join an iterable");
    }
    return next;
  }
  const String& separator = self_of(call);
  std::size_t size = 0, length = 0;
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (!items[at].is(Kind::string))
      return raise(
          call, "TypeError",
          fmt::format("sequence item {}: expected str instance, {} found", at, type_name(items[at])));
    size += items[at].known<String>()->text.size() + (at > 0 ? separator.text.size() : 0);
    length += items[at].known<String>()->length + (at > 0 ? separator.length : 0);
  }
  std::string text;
  text.reserve(size);
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (at > 0) text += separator.text;
    text += items[at].known<String>()->text;
  }
  return call.returns(Value::adopt(new String(std::move(text), static_cast<std::uint32_t>(length))));
}

NativeResult str_replace(NativeCall& call) {
  if (!check_count(call, "str.replace", 3, 4)) return NativeResult::raised;
  const String* from = read_string(call, call.positional[1], "replace() argument 1");
  const String* to =
      from == nullptr ? nullptr : read_string(call, call.positional[2], "replace() argument 2");
  std::int64_t most = -1;
  if (to == nullptr || (call.positional.size() == 4 && !read_index(call, call.positional[3], most)))
    return NativeResult::raised;
  const std::string& text = self_of(call).text;
  std::string result;
  std::size_t at = 0;
  for (std::int64_t done = 0; most < 0 || done < most; ++done) {
    const std::size_t found = at > text.size() ? std::string::npos : text.find(from->text, at);
    if (found == std::string::npos) break;
    result.append(text, at, found - at).append(to->text);
    at = found + from->text.size();
    if (!from->text.empty()) continue;
    const std::size_t size = at < text.size() ? sequence_size(text[at]) : 1;
    result.append(text, at, size);
    at += size;
  }
  if (at < text.size()) result.append(text, at);
  return call.returns(Value::adopt(new String(std::move(result))));
}

// The code point index of the first or last occurrence within the bounds given, -1 if there is none; false:
// an exception is set.
bool find(NativeCall& call, const char* name, bool last, std::int64_t& index) {
  if (!check_count(call, name, 2, 4)) return false;
  const String* wanted = read_string(call, call.positional[1], nullptr);
  const String& self = self_of(call);
  std::int64_t start = 0, stop = 0;
  if (wanted == nullptr || !read_bounds(call, 2, self.length, start, stop)) return false;
  index = -1;
  if (start > stop) return true;
  const std::size_t begin = offset_of(self, start), end = offset_of(self, stop);
  const std::string_view part = std::string_view(self.text).substr(begin, end - begin);
  const std::size_t found = last ? part.rfind(wanted->text) : part.find(wanted->text);
  if (found != std::string_view::npos) index = index_of(self, begin + found);
  return true;
}
template <bool last>
NativeResult str_find(NativeCall& call) {
  std::int64_t index = -1;
  return find(call, last ? "str.rfind()" : "str.find()", last, index) ? call.returns(Value::small_int(index))
                                                                      : NativeResult::raised;
}
template <bool last>
NativeResult str_index(NativeCall& call) {
  std::int64_t index = -1;
  if (!find(call, last ? "str.rindex()" : "str.index()", last, index)) return NativeResult::raised;
  return index < 0 ? raise(call, "ValueError", "substring not found") : call.returns(Value::small_int(index));
}

NativeResult str_count(NativeCall& call) {
  if (!check_count(call, "str.count()", 2, 4)) return NativeResult::raised;
  const String* wanted = read_string(call, call.positional[1], nullptr);
  const String& self = self_of(call);
  std::int64_t start = 0, stop = 0, count = 0;
  if (wanted == nullptr || !read_bounds(call, 2, self.length, start, stop)) return NativeResult::raised;
  if (start > stop) return call.returns(Value::small_int(0));
  if (wanted->text.empty()) return call.returns(Value::small_int(stop - start + 1));
  const std::size_t end = offset_of(self, stop);
  std::size_t at = self.text.find(wanted->text, offset_of(self, start));
  for (; at != std::string::npos && at + wanted->text.size() <= end;
       at = self.text.find(wanted->text, at + wanted->text.size()))
    ++count;
  return call.returns(Value::small_int(count));
}

template <bool at_end>
NativeResult str_affix(NativeCall& call) {
  const char* name = at_end ? "endswith" : "startswith";
  if (!check_count(call, at_end ? "str.endswith()" : "str.startswith()", 2, 4)) return NativeResult::raised;
  const String& self = self_of(call);
  std::int64_t start = 0, stop = 0;
  if (!read_bounds(call, 2, self.length, start, stop)) return NativeResult::raised;
  std::vector<Value> wanted = {call.positional[1]};
  if (const auto* several = call.positional[1].try_as<Tuple>(); several != nullptr) wanted = several->items;
  const std::size_t begin = offset_of(self, std::min(start, stop)), end = offset_of(self, stop);
  const std::string_view part = std::string_view(self.text).substr(begin, end - begin);
  for (const Value& affix : wanted) {
    if (!affix.is(Kind::string))
      return raise(
          call, "TypeError",
          call.positional[1].is(Kind::tuple)
              ? fmt::format("tuple for {} must only contain str, not {}", name, type_name(affix))
              : fmt::format("{} first arg must be str or a tuple of str, not {}", name, type_name(affix)));
    const std::string& text = affix.known<String>()->text;
    if (start <= stop && (at_end ? part.ends_with(text) : part.starts_with(text)))
      return call.returns(Value::boolean(true));
  }
  return call.returns(Value::boolean(false));
}

template <bool at_end>
NativeResult str_remove_affix(NativeCall& call) {
  if (!check_count(call, at_end ? "str.removesuffix" : "str.removeprefix", 2, 2)) return NativeResult::raised;
  const String* affix =
      read_string(call, call.positional[1], at_end ? "removesuffix() argument" : "removeprefix() argument");
  if (affix == nullptr) return NativeResult::raised;
  std::string_view text = self_of(call).text;
  if (at_end && text.ends_with(affix->text)) text.remove_suffix(affix->text.size());
  if (!at_end && text.starts_with(affix->text)) text.remove_prefix(affix->text.size());
  return call.returns(make_string(text));
}

template <bool last>
NativeResult str_partition(NativeCall& call) {
  if (!check_count(call, last ? "str.rpartition" : "str.partition", 2, 2)) return NativeResult::raised;
  const String* separator = read_string(call, call.positional[1], nullptr);
  if (separator == nullptr) return NativeResult::raised;
  if (separator->text.empty()) return raise(call, "ValueError", "empty separator");
  const std::string_view text = self_of(call).text;
  const std::size_t at = last ? text.rfind(separator->text) : text.find(separator->text);
  const Value nothing = make_string("");
  if (at == std::string_view::npos)
    return call.returns(last ? make_tuple({nothing, nothing, call.positional[0]})
                             : make_tuple({call.positional[0], nothing, nothing}));
  return call.returns(make_tuple({make_string(text.substr(0, at)), call.positional[1],
                                  make_string(text.substr(at + separator->text.size()))}));
}

enum class Side : std::uint8_t { left, right, both };

// Fills up to a width on one side, or on both.
NativeResult pad(NativeCall& call, const char* name, Side side) {
  std::int64_t width = 0;
  if (!check_count(call, name, 2, 3) || !read_index(call, call.positional[1], width))
    return NativeResult::raised;
  std::string fill = " ";
  if (call.positional.size() == 3) {
    const auto* given = call.positional[2].try_as<String>();
    if (given == nullptr)
      return raise(call, "TypeError",
                   "The fill character must be a unicode character, not " + type_name(call.positional[2]));
    if (given->length != 1)
      return raise(call, "TypeError", "The fill character must be exactly one character long");
    fill = given->text;
  }
  const String& self = self_of(call);
  const std::int64_t room = std::max<std::int64_t>(0, width - self.length);
  const std::int64_t left = side == Side::left    ? room
                            : side == Side::right ? 0
                                                  : room / 2 + (room & width & 1);
  if (!fits_memory(call.thread, static_cast<std::uint64_t>(room))) return NativeResult::raised;
  std::string text;
  for (std::int64_t at = 0; at < left; ++at) text += fill;
  text += self.text;
  for (std::int64_t at = left; at < room; ++at) text += fill;
  return call.returns(make_string(text));
}
NativeResult str_ljust(NativeCall& call) {
  return pad(call, "str.ljust", Side::right);
}
NativeResult str_rjust(NativeCall& call) {
  return pad(call, "str.rjust", Side::left);
}
NativeResult str_center(NativeCall& call) {
  return pad(call, "str.center", Side::both);
}

NativeResult str_zfill(NativeCall& call) {
  std::int64_t width = 0;
  if (!check_count(call, "str.zfill", 2, 2) || !read_index(call, call.positional[1], width))
    return NativeResult::raised;
  const String& self = self_of(call);
  const std::int64_t room = width - self.length;
  if (room <= 0) return call.returns(call.positional[0]);
  if (!fits_memory(call.thread, static_cast<std::uint64_t>(room))) return NativeResult::raised;
  const std::size_t sign = !self.text.empty() && (self.text[0] == '-' || self.text[0] == '+') ? 1 : 0;
  return call.returns(make_string(self.text.substr(0, sign) +
                                  std::string(static_cast<std::size_t>(room), '0') + self.text.substr(sign)));
}

NativeResult str_encode(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "encoding", "errors"};
  std::array<Value, 3> given;
  std::string data;
  if (!bind_arguments(call, "encode", kNames, 1, given) ||
      !encode_text(call, given[0], given[1], given[2], data))
    return NativeResult::raised;
  return call.returns(make_bytes(std::move(data)));
}

NativeResult str_format(NativeCall& call) {
  Value keywords = make_dict();
  for (std::size_t at = 0; at < call.keywords.size(); ++at)
    keywords.known<Dict>()->table.set_name(call.keyword_names->items[at], call.keywords[at]);
  Value positional = make_tuple(std::vector<Value>(call.positional.begin() + 1, call.positional.end()));
  return in_prelude(call, "format_text", {call.positional[0], std::move(positional), std::move(keywords)});
}

NativeResult str_format_map(NativeCall& call) {
  if (!check_count(call, "str.format_map", 2, 2)) return NativeResult::raised;
  return in_prelude(call, "format_text", {call.positional[0], Value::none(), call.positional[1]});
}

constexpr NativeDefinition kMethods[] = {
    method<"upper", Kind::string, str_upper>(),
    method<"lower", Kind::string, str_lower>(),
    method<"casefold", Kind::string, str_casefold>(),
    method<"swapcase", Kind::string, str_swapcase>(),
    method<"capitalize", Kind::string, str_capitalize>(),
    method<"title", Kind::string, str_title>(),
    method<"isdigit", Kind::string, all_are<"str.isdigit", is_digit_letter>>(),
    method<"isdecimal", Kind::string, all_are<"str.isdecimal", is_decimal_digit>>(),
    method<"isnumeric", Kind::string, all_are<"str.isnumeric", is_number_letter>>(),
    method<"isalpha", Kind::string, all_are<"str.isalpha", is_letter>>(),
    method<"isalnum", Kind::string, all_are<"str.isalnum", is_alphanumeric>>(),
    method<"isspace", Kind::string, all_are<"str.isspace", is_space>>(),
    method<"isprintable", Kind::string, str_isprintable>(),
    method<"isupper", Kind::string, cased<"str.isupper", is_upper_letter, is_lower_or_title>>(),
    method<"islower", Kind::string, cased<"str.islower", is_lower_letter, is_upper_or_title>>(),
    method<"isidentifier", Kind::string, str_isidentifier>(),
    method<"isascii", Kind::string, str_isascii>(),
    method<"strip", Kind::string, str_strip>(),
    method<"lstrip", Kind::string, str_lstrip>(),
    method<"rstrip", Kind::string, str_rstrip>(),
    method<"join", Kind::string, str_join>(),
    method<"replace", Kind::string, str_replace>(),
    method<"find", Kind::string, str_find<false>>(),
    method<"rfind", Kind::string, str_find<true>>(),
    method<"index", Kind::string, str_index<false>>(),
    method<"rindex", Kind::string, str_index<true>>(),
    method<"count", Kind::string, str_count>(),
    method<"startswith", Kind::string, str_affix<false>>(),
    method<"endswith", Kind::string, str_affix<true>>(),
    method<"removeprefix", Kind::string, str_remove_affix<false>>(),
    method<"removesuffix", Kind::string, str_remove_affix<true>>(),
    method<"partition", Kind::string, str_partition<false>>(),
    method<"rpartition", Kind::string, str_partition<true>>(),
    method<"ljust", Kind::string, str_ljust>(),
    method<"rjust", Kind::string, str_rjust>(),
    method<"center", Kind::string, str_center>(),
    method<"zfill", Kind::string, str_zfill>(),
    method<"encode", Kind::string, str_encode>(),
    method<"format", Kind::string, str_format>(),
    method<"istitle", Kind::string, str_istitle>(),
    method<"format_map", Kind::string, str_format_map>()};

}  // namespace

void install_text_types(Vm& vm) {
  Class* type = vm.class_of_kind(Kind::string);
  type->construct = construct_str;
  define_methods(*type, kMethods);
  install_text_splitting(*type);
}

}  // namespace forkscope::vm
