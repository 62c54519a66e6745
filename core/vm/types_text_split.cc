// str's methods that cut a text into a list, and those that map characters.
#include <algorithm>
#include <array>
#include <utility>

#include "core/vm/builtins_parts.h"
#include "core/vm/numbers.h"
#include "core/vm/text.h"

namespace forkscope::vm {

namespace {

// Binds self, sep and maxsplit; false: an exception is set. `separator` is null for blanks.
bool split_arguments(NativeCall& call, const char* name, std::array<Value, 3>& given,
                     const String*& separator, std::int64_t& most) {
  static constexpr const char* kNames[] = {"", "sep", "maxsplit"};
  separator = nullptr;
  most = -1;
  if (!bind_arguments(call, name, kNames, 1, given)) return false;
  if (!given[2].empty() && !read_index(call, given[2], most)) return false;
  if (given[1].empty() || given[1].is_none()) return true;
  separator = given[1].try_as<String>();
  if (separator == nullptr) {
    raise(call, "TypeError", "must be str or None, not " + type_name(given[1]));
    return false;
  }
  if (separator->text.empty()) raise(call, "ValueError", "empty separator");
  return !separator->text.empty();
}

bool is_full(const std::vector<Value>& parts, std::int64_t most) {
  return most >= 0 && static_cast<std::int64_t>(parts.size()) >= most;
}

// Cuts at runs of blanks, `most` times; what is left keeps its inner blanks.
std::vector<Value> split_blanks(const std::u32string& text, std::int64_t most) {
  std::vector<Value> parts;
  const auto skip = [&](std::size_t at, bool blanks) {
    while (at < text.size() && is_space(text[at]) == blanks) ++at;
    return at;
  };
  for (std::size_t at = skip(0, true); at < text.size();) {
    const std::size_t end = is_full(parts, most) ? text.size() : skip(at, false);
    parts.push_back(make_string(from_code_points(std::u32string_view(text).substr(at, end - at))));
    at = skip(end, true);
  }
  return parts;
}

std::vector<Value> split_ascii_blanks(std::string_view text, std::int64_t most) {
  std::vector<Value> parts;
  const auto skip = [&](std::size_t at, bool blanks) {
    while (at < text.size() && is_space(static_cast<unsigned char>(text[at])) == blanks) ++at;
    return at;
  };
  for (std::size_t at = skip(0, true); at < text.size();) {
    const std::size_t end = is_full(parts, most) ? text.size() : skip(at, false);
    parts.push_back(make_ascii(text.substr(at, end - at)));
    at = skip(end, true);
  }
  return parts;
}

NativeResult str_split(NativeCall& call) {
  std::array<Value, 3> given;
  const String* separator = nullptr;
  std::int64_t most = -1;
  if (!split_arguments(call, "split", given, separator, most)) return NativeResult::raised;
  const String& whole = *given[0].known<String>();
  std::string_view rest = whole.text;
  if (separator == nullptr) {
    return call.returns(make_list(whole.is_ascii ? split_ascii_blanks(rest, most)
                                                 : split_blanks(to_code_points(rest), most)));
  }
  std::vector<Value> parts;
  while (!is_full(parts, most)) {
    const std::size_t at = rest.find(separator->text);
    if (at == std::string_view::npos) break;
    parts.push_back(make_part(whole, rest.substr(0, at)));
    rest.remove_prefix(at + separator->text.size());
  }
  parts.push_back(make_part(whole, rest));
  return call.returns(make_list(std::move(parts)));
}

// The same from the other end: the text is reversed, cut, and each part reversed back.
std::vector<Value> split_blanks_from_right(std::u32string points, std::int64_t most) {
  std::reverse(points.begin(), points.end());
  std::vector<Value> parts = split_blanks(points, most);
  for (Value& part : parts) {
    std::u32string text = to_code_points(part.known<String>()->text);
    std::reverse(text.begin(), text.end());
    part = make_string(from_code_points(text));
  }
  std::reverse(parts.begin(), parts.end());
  return parts;
}

NativeResult str_rsplit(NativeCall& call) {
  std::array<Value, 3> given;
  const String* separator = nullptr;
  std::int64_t most = -1;
  if (!split_arguments(call, "rsplit", given, separator, most)) return NativeResult::raised;
  std::string_view rest = given[0].known<String>()->text;
  if (separator == nullptr)
    return call.returns(make_list(split_blanks_from_right(to_code_points(rest), most)));
  std::vector<Value> parts;
  while (!is_full(parts, most)) {
    const std::size_t at = rest.rfind(separator->text);
    if (at == std::string_view::npos) break;
    parts.push_back(make_string(rest.substr(at + separator->text.size())));
    rest = rest.substr(0, at);
  }
  parts.push_back(make_string(rest));
  std::reverse(parts.begin(), parts.end());
  return call.returns(make_list(std::move(parts)));
}

// Bytes of the end of line at `at`; 0 where there is none.
std::size_t line_end_size(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (static_cast<signed char>(c) > '\x1e') return 0;  // the first bytes of two and three are negative
  if (c == '\r') return at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1;
  if ((c >= '\n' && c <= '\f') || (c >= '\x1c' && c <= '\x1e')) return 1;
  const std::string_view rest = text.substr(at, 3);
  if (rest.starts_with("\xc2\x85")) return 2;
  return rest == "\xe2\x80\xa8" || rest == "\xe2\x80\xa9" ? 3 : 0;
}

NativeResult str_splitlines(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "keepends"};
  std::array<Value, 2> given;
  if (!bind_arguments(call, "splitlines", kNames, 1, given)) return NativeResult::raised;
  bool keep = false;
  if (!given[1].empty() && truth(call.thread, given[1], keep) != Outcome::ok) return NativeResult::raised;
  const std::string_view text = given[0].known<String>()->text;
  std::vector<Value> lines;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = line_end_size(text, at);
    if (size == 0) {
      ++at;
      continue;
    }
    lines.push_back(make_string(text.substr(begin, at - begin + (keep ? size : 0))));
    begin = at += size;
  }
  if (begin < text.size()) lines.push_back(make_string(text.substr(begin)));
  return call.returns(make_list(std::move(lines)));
}

NativeResult str_expandtabs(NativeCall& call) {
  constexpr std::int64_t kWide = 100'000;  // worth to be asked for
  static constexpr const char* kNames[] = {"", "tabsize"};
  std::array<Value, 2> given;
  std::int64_t size = 8;
  if (!bind_arguments(call, "expandtabs", kNames, 1, given) ||
      (!given[1].empty() && !read_index(call, given[1], size)))
    return NativeResult::raised;
  if (!std::in_range<int>(size))
    return raise(call, "OverflowError", "Python int too large to convert to C int");
  std::u32string result;
  std::int64_t column = 0;
  for (const char32_t c : to_code_points(call.positional[0].known<String>()->text)) {
    const std::int64_t width = c != '\t' ? 1 : size > 0 ? size - column % size : 0;
    if (width > kWide && !fits_memory(call.thread, static_cast<std::uint64_t>(width) * sizeof c))
      return NativeResult::raised;
    result.append(static_cast<std::size_t>(width), c == '\t' ? U' ' : c);
    column = c == '\n' || c == '\r' ? 0 : column + width;
  }
  return call.returns(make_string(from_code_points(result)));
}

// maketrans(dict) or maketrans(from, to [, removed]) -> dict of code points
NativeResult str_maketrans(NativeCall& call) {
  if (!check_count(call, "maketrans", 1, 3)) return NativeResult::raised;
  Value table = make_dict();
  const auto set = [&](const Value& key, Value value) {
    table.known<Dict>()->table.set(key, hash_int(key), std::move(value));
  };
  if (call.positional.size() == 1) {
    const auto* given = call.positional[0].try_as<Dict>();
    if (given == nullptr)
      return raise(call, "TypeError", "if you give only one argument to maketrans it must be a dict");
    for (const Table::Entry& entry : given->table.entries()) {
      if (entry.key.empty()) continue;
      const auto* text = entry.key.try_as<String>();
      if (text != nullptr && text->length != 1)
        return raise(call, "ValueError", "string keys in translate table must be of length 1");
      if (text == nullptr && !is_int(entry.key))
        return raise(call, "TypeError", "keys in translate table must be strings or integers");
      set(text == nullptr ? entry.key : Value::small_int(decode_at(text->text, 0)), entry.value);
    }
    return call.returns(std::move(table));
  }
  std::u32string parts[3];
  for (std::size_t at = 0; at < call.positional.size(); ++at) {
    const String* text = read_string(call, call.positional[at], "maketrans() argument");
    if (text == nullptr) return NativeResult::raised;
    parts[at] = to_code_points(text->text);
  }
  if (parts[0].size() != parts[1].size())
    return raise(call, "ValueError", "the first two maketrans arguments must have equal length");
  for (std::size_t at = 0; at < parts[0].size(); ++at)
    set(Value::small_int(parts[0][at]), Value::small_int(parts[1][at]));
  for (const char32_t c : parts[2]) set(Value::small_int(c), Value::none());
  return call.returns(std::move(table));
}

NativeResult str_translate(NativeCall& call) {
  if (!check_count(call, "str.translate", 2, 2)) return NativeResult::raised;
  const auto* table = call.positional[1].try_as<Dict>();
  if (table == nullptr) return in_prelude(call, "translate_text", {call.positional[0], call.positional[1]});
  std::string text;
  for (const char32_t c : to_code_points(call.positional[0].known<String>()->text)) {
    const Value key = Value::small_int(c);
    const Value* found = table->table.find(key, hash_int(key));
    if (found == nullptr)
      append_code_point(text, c);
    else if (found->is_small_int() && found->small() >= 0 && found->small() < 0x110000)
      append_code_point(text, static_cast<char32_t>(found->small()));
    else if (is_int(*found))
      return raise(call, "ValueError", "character mapping must be in range(0x110000)");
    else if (const auto* string = found->try_as<String>(); string != nullptr)
      text += string->text;
  }
  return call.returns(make_string(text));
}

constexpr NativeDefinition kMethods[] = {
    method<"split", Kind::string, str_split>(), method<"rsplit", Kind::string, str_rsplit>(),
    method<"splitlines", Kind::string, str_splitlines>(),
    method<"expandtabs", Kind::string, str_expandtabs>(), method<"translate", Kind::string, str_translate>()};

}  // namespace

void install_text_splitting(Class& type) {
  define_methods(type, kMethods);
  type.attributes.set(
      "maketrans",
      Value::adopt(new StaticMethod(Value::adopt(new NativeFunction("maketrans", str_maketrans)))));
}

}  // namespace forkscope::vm
