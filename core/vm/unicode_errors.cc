#include "core/vm/unicode_errors.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/numbers.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

// encoding, object, start, end, reason; of a translation all but the first.
NativeResult construct_unicode_error(NativeCall& call) {
  Class* type = call.positional[0].known<Class>();
  std::vector<Value> arguments(call.positional.begin() + 1, call.positional.end());
  // A class with an __init__ of its own passes on what it will.
  if (type->cached_init != nullptr && type->cached_init->is(Kind::function))
    return call.returns(make_exception(type, std::move(arguments)));
  if (!takes_no_keywords(call)) return NativeResult::raised;
  const bool has_encoding = !is_subclass(*type, *call.vm.exception_class("UnicodeTranslateError"));
  const bool decodes = is_subclass(*type, *call.vm.exception_class("UnicodeDecodeError"));
  const std::size_t count = has_encoding ? 5 : 4;
  if (arguments.size() != count)
    return raise(call, "TypeError",
                 fmt::format("function takes exactly {} arguments ({} given)", count, arguments.size()));
  const auto is_text = [&](std::size_t at) {
    if (arguments[at].is(Kind::string)) return true;
    raise(call, "TypeError",
          fmt::format("argument {} must be str, not {}", at + 1, type_name(arguments[at])));
    return false;
  };
  if (has_encoding && !is_text(0)) return NativeResult::raised;
  std::string_view bytes;
  if (decodes && !view_bytes(arguments[1], bytes))
    return raise(call, "TypeError", "a bytes-like object is required, not '" + type_name(arguments[1]) + "'");
  if (!decodes && !is_text(count - 4)) return NativeResult::raised;
  for (std::size_t at = count - 3; at < count - 1; ++at) {
    if (!is_int(arguments[at]))
      return raise(call, "TypeError",
                   "'" + type_name(arguments[at]) + "' object cannot be interpreted as an integer");
  }
  if (!is_text(count - 1)) return NativeResult::raised;
  return call.returns(make_exception(type, std::move(arguments)));
}

Value unicode_error_field(const Exception& exception, std::string_view name) {
  static constexpr std::array<std::string_view, 5> kFields = {"encoding", "object", "start", "end", "reason"};
  const auto found = std::ranges::find(kFields, name);
  if (found == kFields.end()) return {};
  const bool has_encoding = !is_of_built_in(exception, "UnicodeTranslateError");
  if (has_encoding && !is_of_built_in(exception, "UnicodeDecodeError") &&
      !is_of_built_in(exception, "UnicodeEncodeError"))
    return {};
  const auto& arguments = exception.arguments.known<Tuple>()->items;
  const std::size_t skipped = has_encoding ? 0 : 1, at = static_cast<std::size_t>(found - kFields.begin());
  if (arguments.size() + skipped != kFields.size()) return {};
  if (at < skipped) return Value::none();
  const Value& given = arguments[at - skipped];
  std::string_view bytes;
  return !given.is(Kind::bytes) && view_bytes(given, bytes) ? make_bytes(std::string(bytes)) : given;
}

namespace {

// The code point number `at` of a text as an escape: \xe9, \u1234.
std::string escaped_at(std::string_view text, std::int64_t at) {
  std::size_t byte = 0;
  const auto next = [&] {
    do {
      ++byte;
    } while (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xc0) == 0x80);
  };
  for (; at > 0 && byte < text.size(); --at) next();
  const std::size_t begin = byte;
  if (begin < text.size()) next();
  std::uint32_t code = 0;
  for (std::size_t i = begin; i < byte; ++i) {
    const auto unit = static_cast<unsigned char>(text[i]);
    const int lead = unit < 0x80 ? 0x7f : unit < 0xe0 ? 0x1f : unit < 0xf0 ? 0x0f : 0x07;
    code = i == begin ? unit & static_cast<unsigned>(lead) : code << 6 | (unit & 0x3f);
  }
  return code < 0x100     ? fmt::format("\\x{:02x}", code)
         : code < 0x10000 ? fmt::format("\\u{:04x}", code)
                          : fmt::format("\\U{:08x}", code);
}

// Which character, or what range of them, as all three kinds of UnicodeError tell it.
std::string unicode_error_place(const Value& object, std::int64_t start, std::int64_t end, bool decodes) {
  if (end != start + 1)
    return fmt::format("{} in position {}-{}", decodes ? "bytes" : "characters", start, end - 1);
  std::string what = decodes ? "byte" : "character";
  const auto* bytes = object.try_as<Bytes>();
  const auto* string = object.try_as<String>();
  if (decodes && bytes != nullptr && start >= 0 && static_cast<std::size_t>(start) < bytes->data.size())
    what +=
        fmt::format(" 0x{:02x}", static_cast<unsigned char>(bytes->data[static_cast<std::size_t>(start)]));
  if (!decodes && string != nullptr) what += " '" + escaped_at(string->text, start) + "'";
  return fmt::format("{} in position {}", what, start);
}

}  // namespace

bool unicode_error_text(const Exception& exception, std::string& text) {
  const bool decodes = is_of_built_in(exception, "UnicodeDecodeError");
  const auto field = [&exception](const char* name) {
    const Value* own = exception.attributes.find_name(intern(name));
    return own != nullptr ? *own : unicode_error_field(exception, name);
  };
  const Value encoding = field("encoding"), object = field("object"), start = field("start"),
              end = field("end");
  const Value reason = field("reason");
  if (!start.is_small_int() || !end.is_small_int() || reason.empty()) return false;
  const std::string place = unicode_error_place(object, start.small(), end.small(), decodes);
  const std::string_view why = reason.is(Kind::string) ? std::string_view(reason.known<String>()->text) : "";
  if (encoding.is_none()) {
    text = fmt::format("can't translate {}: {}", place, why);
  } else if (encoding.is(Kind::string)) {
    text = fmt::format("'{}' codec can't {} {}: {}", encoding.known<String>()->text,
                       decodes ? "decode" : "encode", place, why);
  }
  return true;
}

}  // namespace forkscope::vm
