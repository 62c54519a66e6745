// bytes: methods and constructor.
#include <fmt/format.h>

#include <array>

#include "core/vm/builtins_parts.h"
#include "core/vm/letters.h"
#include "core/vm/numbers.h"
#include "core/vm/text.h"

namespace forkscope::vm {

namespace {

const std::string& self_of(const NativeCall& call) {
  return call.positional[0].known<Bytes>()->data;
}

const Bytes* read_bytes(NativeCall& call, const Value& value) {
  if (value.is(Kind::bytes)) return value.known<Bytes>();
  raise(
      call, "TypeError",
      fmt::format("a bytes-like object is required, not '{}'", value.empty() ? "nothing" : type_name(value)));
  return nullptr;
}

NativeResult construct_bytes(NativeCall& call) {
  static constexpr const char* kNames[] = {"source", "encoding", "errors"};
  std::array<Value, 3> given;
  const std::span<Value> all = call.positional;
  call.positional = call.positional.subspan(1);
  if (!bind_arguments(call, "bytes", kNames, 0, given)) return NativeResult::raised;
  call.positional = all;
  if (given[0].empty()) return call.returns(make_bytes(""));
  if (given[0].is(Kind::bytes)) return call.returns(given[0]);
  if (const auto* string = given[0].try_as<String>(); string != nullptr)
    return given[1].empty() ? raise(call, "TypeError", "string argument without an encoding")
                            : call.returns(make_bytes(string->text));
  if (is_int(given[0])) {
    std::int64_t size = 0;
    if (!read_index(call, given[0], size)) return NativeResult::raised;
    if (size < 0) return raise(call, "ValueError", "negative count");
    return call.returns(make_bytes(std::string(static_cast<std::size_t>(size), '\0')));
  }
  std::vector<Value> items;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, construct_bytes, 1, items, next)) return next;
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
  if (!bind_arguments(call, "decode", kNames, 1, given) || read_bytes(call, given[0]) == nullptr)
    return NativeResult::raised;
  const std::string encoding =
      given[1].is(Kind::string) ? encoding_name(given[1].known<String>()->text) : "utf-8";
  if (encoding.empty())
    return raise(call, "LookupError", "Forkscope knows the encodings utf-8, ascii and latin-1 only");
  const std::string& data = given[0].known<Bytes>()->data;
  if (encoding == "latin-1") {
    std::string text;
    for (const char c : data) append_code_point(text, static_cast<unsigned char>(c));
    return call.returns(make_string(text));
  }
  std::size_t bad = 0;
  bool good = is_valid_utf8(data, bad);
  for (std::size_t at = 0; good && encoding == "ascii" && at < data.size(); ++at) {
    good = static_cast<unsigned char>(data[at]) < 0x80;
    bad = at;
  }
  if (good) return call.returns(make_string(data));
  return raise(call, "UnicodeDecodeError",
               fmt::format("'{}' codec can't decode byte 0x{:02x} in position {}: {}", encoding,
                           static_cast<unsigned char>(data[bad]), bad,
                           encoding == "ascii" ? "ordinal not in range(128)" : "invalid start byte"));
}

NativeResult bytes_join(NativeCall& call) {
  if (!check_count(call, "join", 2, 2)) return NativeResult::raised;
  std::vector<Value> items;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, bytes_join, 1, items, next)) return next;
  std::string data;
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (!items[at].is(Kind::bytes))
      return raise(
          call, "TypeError",
          fmt::format("sequence item {}: expected a bytes-like object, {} found", at, type_name(items[at])));
    if (at > 0) data += self_of(call);
    data += items[at].known<Bytes>()->data;
  }
  return call.returns(make_bytes(std::move(data)));
}

template <bool last>
NativeResult bytes_find(NativeCall& call) {
  if (!check_count(call, last ? "rfind" : "find", 2, 4)) return NativeResult::raised;
  const Bytes* wanted = read_bytes(call, call.positional[1]);
  std::int64_t start = 0, stop = 0;
  if (wanted == nullptr ||
      !read_bounds(call, 2, static_cast<std::int64_t>(self_of(call).size()), start, stop))
    return NativeResult::raised;
  if (start > stop) return call.returns(Value::small_int(-1));
  const std::string_view part =
      std::string_view(self_of(call))
          .substr(static_cast<std::size_t>(start), static_cast<std::size_t>(stop - start));
  const std::size_t found = last ? part.rfind(wanted->data) : part.find(wanted->data);
  return call.returns(
      Value::small_int(found == std::string_view::npos ? -1 : start + static_cast<std::int64_t>(found)));
}

NativeResult bytes_replace(NativeCall& call) {
  if (!check_count(call, "replace", 3, 3)) return NativeResult::raised;
  const Bytes* from = read_bytes(call, call.positional[1]);
  const Bytes* to = from == nullptr ? nullptr : read_bytes(call, call.positional[2]);
  if (to == nullptr) return NativeResult::raised;
  if (from->data.empty()) return raise(call, "ValueError", "replace() of nothing is not supported for bytes");
  std::string data = self_of(call);
  for (std::size_t at = 0; (at = data.find(from->data, at)) != std::string::npos; at += to->data.size())
    data.replace(at, from->data.size(), to->data);
  return call.returns(make_bytes(std::move(data)));
}

NativeResult bytes_split(NativeCall& call) {
  if (!check_count(call, "split", 1, 2)) return NativeResult::raised;
  const bool blanks = call.positional.size() == 1 || call.positional[1].is_none();
  std::vector<Value> parts;
  const std::string& data = self_of(call);
  if (blanks) {
    constexpr const char* kBlanks = " \t\n\r\f\v";
    for (std::size_t at = data.find_first_not_of(kBlanks); at != std::string::npos;) {
      const std::size_t end = std::min(data.find_first_of(kBlanks, at), data.size());
      parts.push_back(make_bytes(data.substr(at, end - at)));
      at = data.find_first_not_of(kBlanks, end);
    }
    return call.returns(make_list(std::move(parts)));
  }
  const Bytes* separator = read_bytes(call, call.positional[1]);
  if (separator == nullptr) return NativeResult::raised;
  if (separator->data.empty()) return raise(call, "ValueError", "empty separator");
  std::size_t at = 0;
  for (std::size_t found; (found = data.find(separator->data, at)) != std::string::npos;
       at = found + separator->data.size())
    parts.push_back(make_bytes(data.substr(at, found - at)));
  parts.push_back(make_bytes(data.substr(at)));
  return call.returns(make_list(std::move(parts)));
}

template <bool at_end>
NativeResult bytes_affix(NativeCall& call) {
  if (!check_count(call, at_end ? "endswith" : "startswith", 2, 2)) return NativeResult::raised;
  const Bytes* affix = read_bytes(call, call.positional[1]);
  if (affix == nullptr) return NativeResult::raised;
  return call.returns(
      Value::boolean(at_end ? self_of(call).ends_with(affix->data) : self_of(call).starts_with(affix->data)));
}

NativeResult bytes_strip(NativeCall& call) {
  if (!check_count(call, "strip", 1, 1)) return NativeResult::raised;
  constexpr const char* kBlanks = " \t\n\r\f\v";
  const std::string& data = self_of(call);
  const std::size_t begin = data.find_first_not_of(kBlanks);
  if (begin == std::string::npos) return call.returns(make_bytes(""));
  return call.returns(make_bytes(data.substr(begin, data.find_last_not_of(kBlanks) - begin + 1)));
}

NativeResult bytes_hex(NativeCall& call) {
  std::string text;
  for (const char c : self_of(call)) text += fmt::format("{:02x}", static_cast<unsigned char>(c));
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
    if (c == ' ' && high < 0) continue;
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

constexpr NativeDefinition kMethods[] = {{"decode", bytes_decode},
                                         {"join", bytes_join},
                                         {"find", bytes_find<false>},
                                         {"rfind", bytes_find<true>},
                                         {"replace", bytes_replace},
                                         {"split", bytes_split},
                                         {"startswith", bytes_affix<false>},
                                         {"endswith", bytes_affix<true>},
                                         {"strip", bytes_strip},
                                         {"hex", bytes_hex}};

}  // namespace

void install_bytes_type(Vm& vm) {
  Class* type = vm.class_of_kind(Kind::bytes);
  type->construct = construct_bytes;
  define_methods(*type, kMethods);
  type->attributes.set(
      "fromhex", Value::adopt(new StaticMethod(Value::adopt(new NativeFunction("fromhex", bytes_fromhex)))));
}

}  // namespace forkscope::vm
