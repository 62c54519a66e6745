#include "core/vm/modules/re_module.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <fmt/format.h>
#include <pcre2.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>

#include "core/vm/builtins_parts.h"
#include "core/vm/modules/asking.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/text.h"

namespace forkscope::vm::modules {
namespace {

constexpr std::uint32_t kMostSteps = 20'000'000;  // of one search: a second or so
constexpr std::uint32_t kMostHeap = 64 * 1024;    // KiB

struct FreeCode {
  void operator()(pcre2_code* code) const { pcre2_code_free(code); }
};
struct FreeData {
  void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
};

struct Pattern final : Native<Pattern> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.value(pattern);
    state.value(names);
    state.text(translated);
    state.number(flags);
    state.number(options);
    state.number(groups);
    state.numbers(closing);
  }
  bool is_text() const { return pattern.is(Kind::string); }
  // Null: PCRE2 does not take the translated text, and `error` says why.
  const pcre2_code* compile(std::string& error);

  Value pattern;           // str or bytes
  Value names;             // dict: name -> number
  std::string translated;  // in PCRE2's syntax
  std::int64_t flags = 0, options = 0, groups = 0;
  std::vector<std::int64_t> closing;  // the numbers of the groups in the order of their closing brackets
  std::unique_ptr<pcre2_code, FreeCode> code;
  std::unique_ptr<pcre2_match_data, FreeData> data;
};

const pcre2_code* Pattern::compile(std::string& error) {
  if (code != nullptr) return code.get();
  static pcre2_compile_context* const context = [] {
    pcre2_compile_context* made = pcre2_compile_context_create(nullptr);
    pcre2_set_newline(made, PCRE2_NEWLINE_LF);
    return made;
  }();
  std::uint32_t all = static_cast<std::uint32_t>(options) | PCRE2_ALT_CIRCUMFLEX;
  if (is_text()) all |= PCRE2_UTF | PCRE2_NO_UTF_CHECK;
  int number = 0;
  PCRE2_SIZE offset = 0;
  code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.data()), translated.size(), all, &number,
                           &offset, context));
  if (code == nullptr) {
    std::array<PCRE2_UCHAR, 256> text{};
    pcre2_get_error_message(number, text.data(), text.size());
    error = reinterpret_cast<const char*>(text.data());
    return nullptr;
  }
  data.reset(pcre2_match_data_create_from_pattern(code.get(), nullptr));
  return code.get();
}

struct Match final : Native<Match> {
  using Native::Native;
  void visit(StateVisitor& state) override {
    state.value(pattern);
    state.value(subject);
    state.number(begin);
    state.number(end);
    state.numbers(spans);
    state.number(last);
  }
  const Pattern& of() const { return *static_cast<const Pattern*>(pattern.known<NativeObject>()); }

  Value pattern, subject;
  std::int64_t begin = 0, end = 0;  // pos and endpos
  std::vector<std::int64_t> spans;  // two a group, in bytes; -1: it took no part
  std::int64_t last = 0;            // lastindex, 0 = none
};

Pattern* as_pattern(const Value& value) {
  return value.is(Kind::native_object) ? dynamic_cast<Pattern*>(value.known<NativeObject>()) : nullptr;
}
Match* as_match(const Value& value) {
  return value.is(Kind::native_object) ? dynamic_cast<Match*>(value.known<NativeObject>()) : nullptr;
}

Value function_of_re(Vm& vm, std::string_view name) {
  return *loaded_module(vm, "re").globals().find(name);
}

// What is searched, in bytes.
struct Subject {
  std::string_view bytes;
  const String* text = nullptr;  // null: bytes

  std::size_t offset(std::int64_t points) const {
    return text == nullptr || text->is_ascii ? static_cast<std::size_t>(points) : offset_of(*text, points);
  }
  std::int64_t points(std::int64_t at) const {
    if (at < 0 || text == nullptr || text->is_ascii) return at;
    return std::count_if(bytes.begin(), bytes.begin() + at,
                         [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; });
  }
  std::int64_t length() const {
    return text == nullptr ? static_cast<std::int64_t>(bytes.size()) : text->length;
  }
};

bool read_subject(NativeCall& call, const Pattern& pattern, const Value& value, Subject& subject) {
  subject.text = value.try_as<String>();
  if (subject.text != nullptr) {
    subject.bytes = subject.text->text;
    if (pattern.is_text()) return true;
    raise(call, "TypeError", "cannot use a bytes pattern on a string-like object");
    return false;
  }
  if (!view_bytes(value, subject.bytes)) {
    raise(call, "TypeError", fmt::format("expected string or bytes-like object, got '{}'", type_name(value)));
    return false;
  }
  if (!pattern.is_text()) return true;
  raise(call, "TypeError", "cannot use a string pattern on a bytes-like object");
  return false;
}

Value part(const Value& subject, std::int64_t from, std::int64_t to) {
  std::string_view bytes;
  if (const auto* text = subject.try_as<String>()) {
    return make_string(std::string_view(text->text)
                           .substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
  }
  view_bytes(subject, bytes);
  return make_bytes(
      std::string(bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from))));
}

// One search after the other over a subject.
class Search {
 public:
  Search(NativeCall& call, Pattern& pattern, Value subject)
      : call_(call), pattern_(pattern), value_(std::move(subject)) {}

  // False: an exception is set.
  bool begin(std::int64_t pos, std::int64_t endpos) {
    if (!read_subject(call_, pattern_, value_, subject_)) return false;
    std::string error;
    if (pattern_.compile(error) == nullptr) {
      raise(call_, "ValueError", "the pattern cannot be run: " + error);
      return false;
    }
    const std::int64_t size = subject_.length();
    pos_ = std::clamp<std::int64_t>(pos, 0, size);
    endpos_ = std::clamp<std::int64_t>(endpos, 0, size);
    at_ = subject_.offset(pos_);
    if (endpos_ < size) subject_.bytes = subject_.bytes.substr(0, subject_.offset(endpos_));
    return true;
  }

  // Looks from where the last one ended. False: there is none, or an exception is set (failed()).
  bool next(std::uint32_t options) {
    if (pos_ > endpos_) return false;
    static pcre2_match_context* const context = [] {
      pcre2_match_context* made = pcre2_match_context_create(nullptr);
      pcre2_set_match_limit(made, kMostSteps);
      pcre2_set_heap_limit(made, kMostHeap);
      return made;
    }();
    if (must_advance_) options |= PCRE2_NOTEMPTY_ATSTART;
    if (pattern_.is_text()) options |= PCRE2_NO_UTF_CHECK;
    const int count = pcre2_match(pattern_.code.get(), reinterpret_cast<PCRE2_SPTR>(subject_.bytes.data()),
                                  subject_.bytes.size(), at_, options, pattern_.data.get(), context);
    if (count == PCRE2_ERROR_NOMATCH) return false;
    if (count < 0) {
      failed_ = true;
      raise(call_, "RuntimeError", "the regular expression takes too many steps on this text");
      return false;
    }
    const PCRE2_SIZE* found = pcre2_get_ovector_pointer(pattern_.data.get());
    spans_.assign(static_cast<std::size_t>(pattern_.groups + 1) * 2, -1);
    for (std::size_t i = 0; i < std::min(spans_.size(), static_cast<std::size_t>(count) * 2); ++i)
      spans_[i] = found[i] == PCRE2_UNSET ? -1 : static_cast<std::int64_t>(found[i]);
    at_ = found[1];
    must_advance_ = found[0] == found[1];
    return true;
  }

  bool failed() const { return failed_; }
  const std::vector<std::int64_t>& spans() const { return spans_; }
  const Value& value() const { return value_; }
  std::int64_t size() const { return static_cast<std::int64_t>(subject_.bytes.size()); }

  Value match() const {
    auto* made = new Match(class_in(loaded_module(call_.vm, "_re"), "Match"));
    made->pattern = Value::share(&pattern_);
    made->subject = value_;
    made->begin = pos_;
    made->end = endpos_;
    made->spans = spans_;
    made->last = last_closed();
    return Value::adopt(made);
  }

  Value group(std::int64_t number, const Value& otherwise) const {
    const auto at = static_cast<std::size_t>(number) * 2;
    return spans_[at] < 0 ? otherwise : part(value_, spans_[at], spans_[at + 1]);
  }

 private:
  // The group that ends last; of those that end at the same place the one whose bracket closes last.
  std::int64_t last_closed() const {
    std::int64_t last = 0, end = -1;
    for (const std::int64_t number : pattern_.closing) {
      const std::int64_t its_end = spans_[static_cast<std::size_t>(number) * 2 + 1];
      if (its_end < 0 || its_end < end) continue;
      end = its_end;
      last = number;
    }
    return last;
  }

  NativeCall& call_;
  Pattern& pattern_;
  Value value_;
  Subject subject_;
  std::int64_t pos_ = 0, endpos_ = 0;
  std::size_t at_ = 0;
  bool must_advance_ = false, failed_ = false;
  std::vector<std::int64_t> spans_;
};

Pattern* self_pattern(NativeCall& call) {
  Pattern* self = call.positional.empty() ? nullptr : as_pattern(call.positional[0]);
  if (self == nullptr) raise(call, "TypeError", "descriptor for 're.Pattern' objects needs one");
  return self;
}

// string[, pos[, endpos]]; false: an exception is set.
bool begin_search(NativeCall& call, const char* name, std::optional<Search>& search) {
  static constexpr const char* kNames[] = {"", "string", "pos", "endpos"};
  std::array<Value, 4> given;
  Pattern* self = self_pattern(call);
  std::int64_t pos = 0, endpos = std::numeric_limits<std::int64_t>::max();
  if (self == nullptr || !bind_arguments(call, name, kNames, 2, given) ||
      (!given[2].empty() && !read_index(call, given[2], pos)) ||
      (!given[3].empty() && !read_index(call, given[3], endpos)))
    return false;
  search.emplace(call, *self, given[1]);
  return search->begin(pos, endpos);
}

template <MethodName name, std::uint32_t options>
NativeResult match_once(NativeCall& call) {
  std::optional<Search> search;
  if (!begin_search(call, name.text, search)) return NativeResult::raised;
  if (search->next(options)) return call.returns(search->match());
  return search->failed() ? NativeResult::raised : call.returns_none();
}

Value empty_like(const Value& subject) {
  return subject.is(Kind::string) ? make_string("") : make_bytes("");
}

NativeResult find_all(NativeCall& call) {
  std::optional<Search> search;
  if (!begin_search(call, "findall", search)) return NativeResult::raised;
  const std::int64_t groups = as_pattern(call.positional[0])->groups;
  const Value nothing = empty_like(search->value());
  std::vector<Value> found;
  while (search->next(0)) {
    std::vector<Value> parts;
    for (std::int64_t i = groups == 0 ? 0 : 1; i <= groups; ++i) parts.push_back(search->group(i, nothing));
    found.push_back(parts.size() == 1 ? parts[0] : make_tuple(std::move(parts)));
  }
  return search->failed() ? NativeResult::raised : call.returns(make_list(std::move(found)));
}

NativeResult find_iter(NativeCall& call) {
  std::optional<Search> search;
  if (!begin_search(call, "finditer", search)) return NativeResult::raised;
  std::vector<Value> found;
  while (search->next(0)) found.push_back(search->match());
  if (search->failed()) return NativeResult::raised;
  Value iterator;
  const Outcome outcome = iterate(call.thread, make_list(std::move(found)), iterator);
  return from_outcome(call, outcome, std::move(iterator));
}

NativeResult split(NativeCall& call) {
  static constexpr const char* kNames[] = {"", "string", "maxsplit"};
  std::array<Value, 3> given;
  Pattern* self = self_pattern(call);
  std::int64_t most = 0;
  if (self == nullptr || !bind_arguments(call, "split", kNames, 2, given) ||
      (!given[2].empty() && !read_index(call, given[2], most)))
    return NativeResult::raised;
  Search search(call, *self, given[1]);
  if (!search.begin(0, std::numeric_limits<std::int64_t>::max())) return NativeResult::raised;
  std::vector<Value> parts;
  std::int64_t from = 0, done = 0;
  while ((most == 0 || done < most) && search.next(0)) {
    parts.push_back(part(search.value(), from, search.spans()[0]));
    for (std::int64_t i = 1; i <= self->groups; ++i) parts.push_back(search.group(i, Value::none()));
    from = search.spans()[1];
    ++done;
  }
  if (search.failed()) return NativeResult::raised;
  parts.push_back(part(search.value(), from, search.size()));
  return call.returns(make_list(std::move(parts)));
}

// substitute(pattern, parts, string, count) -> (new string, how many): parts are texts and numbers of groups.
NativeResult substitute(NativeCall& call) {
  Pattern* self = self_pattern(call);
  if (self == nullptr || !check_count(call, "substitute", 4, 4)) return NativeResult::raised;
  const std::vector<Value> parts = call.positional[1].as<List>()->items;
  const std::int64_t most = clamp_int64(call.positional[3]);
  Search search(call, *self, call.positional[2]);
  if (!search.begin(0, std::numeric_limits<std::int64_t>::max())) return NativeResult::raised;
  std::string out;
  std::int64_t from = 0, done = 0;
  const auto add = [&](const Value& piece) {
    std::string_view bytes;
    if (const auto* text = piece.try_as<String>())
      bytes = text->text;
    else
      view_bytes(piece, bytes);
    out += bytes;
  };
  while ((most <= 0 || done < most) && search.next(0)) {
    add(part(search.value(), from, search.spans()[0]));
    for (const Value& piece : parts) {
      if (!is_int(piece))
        add(piece);
      else if (const Value group = search.group(*to_int64(piece), Value::none()); !group.is_none())
        add(group);
    }
    from = search.spans()[1];
    ++done;
  }
  if (search.failed()) return NativeResult::raised;
  add(part(search.value(), from, search.size()));
  Value changed = done == 0         ? call.positional[2]
                  : self->is_text() ? make_string(out)
                                    : make_bytes(std::move(out));
  return call.returns(make_tuple({std::move(changed), make_int(done)}));
}

// What a function of re.py does with the arguments, the object first; they may be named.
NativeResult call_re(NativeCall& call, const char* function, std::span<const char* const> names,
                     std::size_t required) {
  std::vector<Value> given(names.size());
  if (!bind_arguments(call, std::string_view(function).substr(1), names, required, given))
    return NativeResult::raised;
  while (given.back().empty()) given.pop_back();
  call.callee = function_of_re(call.vm, function);
  call.callee_arguments = std::move(given);
  return NativeResult::call;
}

constexpr const char* kReplacing[] = {"", "repl", "string", "count"};
constexpr const char* kTemplate[] = {"", "template"};

NativeResult replace(NativeCall& call) {
  return call_re(call, "_sub", kReplacing, 3);
}
NativeResult replace_counted(NativeCall& call) {
  return call_re(call, "_subn", kReplacing, 3);
}
NativeResult expand(NativeCall& call) {
  return call_re(call, "_expand", kTemplate, 2);
}
NativeResult pattern_repr(NativeCall& call) {
  return call_re(call, "_pattern_repr", std::span(kTemplate).first(1), 1);
}

NativeResult itself(NativeCall& call) {
  if (call.positional.empty()) return raise(call, "TypeError", "this needs an object of a built-in type");
  return call.returns(call.positional[0]);
}

NativeResult reduce_pattern(NativeCall& call) {
  const Pattern* self = self_pattern(call);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(
      make_tuple({function_of_re(call.vm, "_compile"), make_tuple({self->pattern, make_int(self->flags)})}));
}

template <auto field>
NativeResult pattern_part(NativeCall& call) {
  const Pattern* self = self_pattern(call);
  if (self == nullptr) return NativeResult::raised;
  if constexpr (std::is_same_v<decltype(field), Value Pattern::*>)
    return call.returns(self->*field);
  else
    return call.returns(make_int(self->*field));
}

Match* self_match(NativeCall& call) {
  Match* self = call.positional.empty() ? nullptr : as_match(call.positional[0]);
  if (self == nullptr) raise(call, "TypeError", "descriptor for 're.Match' objects needs one");
  return self;
}

// The number of a group given by number or name; false: IndexError.
bool read_group(NativeCall& call, const Match& match, const Value& which, std::int64_t& number) {
  number = -1;
  if (is_int(which)) {
    number = clamp_int64(which);
  } else if (const auto* name = which.try_as<String>()) {
    const Value* found = match.of().names.known<Dict>()->table.find(name->text);
    if (found != nullptr) number = found->small();
  }
  if (number >= 0 && number <= match.of().groups) return true;
  raise(call, "IndexError", "no such group");
  return false;
}

Value group_text(const Match& match, std::int64_t number, const Value& otherwise) {
  const auto at = static_cast<std::size_t>(number) * 2;
  return match.spans[at] < 0 ? otherwise : part(match.subject, match.spans[at], match.spans[at + 1]);
}

NativeResult group(NativeCall& call) {
  const Match* self = self_match(call);
  if (self == nullptr) return NativeResult::raised;
  if (call.positional.size() == 1) return call.returns(group_text(*self, 0, Value::none()));
  std::vector<Value> groups;
  for (const Value& which : call.positional.subspan(1)) {
    std::int64_t number = 0;
    if (!read_group(call, *self, which, number)) return NativeResult::raised;
    groups.push_back(group_text(*self, number, Value::none()));
  }
  return call.returns(groups.size() == 1 ? groups[0] : make_tuple(std::move(groups)));
}

// groups([default]), groupdict([default])
bool read_default(NativeCall& call, const char* name, Value& otherwise) {
  static constexpr const char* kNames[] = {"", "default"};
  std::array<Value, 2> given;
  if (self_match(call) == nullptr || !bind_arguments(call, name, kNames, 1, given)) return false;
  otherwise = given[1].empty() ? Value::none() : given[1];
  return true;
}

NativeResult groups(NativeCall& call) {
  Value otherwise;
  if (!read_default(call, "groups", otherwise)) return NativeResult::raised;
  const Match& self = *as_match(call.positional[0]);
  std::vector<Value> all;
  for (std::int64_t i = 1; i <= self.of().groups; ++i) all.push_back(group_text(self, i, otherwise));
  return call.returns(make_tuple(std::move(all)));
}

NativeResult group_dict(NativeCall& call) {
  Value otherwise;
  if (!read_default(call, "groupdict", otherwise)) return NativeResult::raised;
  const Match& self = *as_match(call.positional[0]);
  Value all = make_dict();
  for (const Table::Entry& entry : self.of().names.known<Dict>()->table.entries()) {
    if (!entry.key.empty())
      all.known<Dict>()->table.set(entry.key, entry.hash, group_text(self, entry.value.small(), otherwise));
  }
  return call.returns(std::move(all));
}

bool read_span(NativeCall& call, const char* name, std::int64_t& from, std::int64_t& to) {
  const Match* self = self_match(call);
  std::int64_t number = 0;
  if (self == nullptr || !check_count(call, name, 1, 2) ||
      (call.positional.size() == 2 && !read_group(call, *self, call.positional[1], number)))
    return false;
  Subject subject;
  if (!read_subject(call, self->of(), self->subject, subject)) return false;
  from = subject.points(self->spans[static_cast<std::size_t>(number) * 2]);
  to = subject.points(self->spans[static_cast<std::size_t>(number) * 2 + 1]);
  return true;
}

NativeResult start(NativeCall& call) {
  std::int64_t from = 0, to = 0;
  return read_span(call, "start", from, to) ? call.returns(make_int(from)) : NativeResult::raised;
}
NativeResult end(NativeCall& call) {
  std::int64_t from = 0, to = 0;
  return read_span(call, "end", from, to) ? call.returns(make_int(to)) : NativeResult::raised;
}
NativeResult span(NativeCall& call) {
  std::int64_t from = 0, to = 0;
  if (!read_span(call, "span", from, to)) return NativeResult::raised;
  return call.returns(make_tuple({make_int(from), make_int(to)}));
}

NativeResult match_repr(NativeCall& call) {
  std::int64_t from = 0, to = 0;
  std::string shown;
  call.positional = call.positional.first(std::min<std::size_t>(1, call.positional.size()));
  if (!read_span(call, "__repr__", from, to) ||
      repr(call.thread, group_text(*as_match(call.positional[0]), 0, Value::none()), shown) != Outcome::ok)
    return NativeResult::raised;
  return call.returns(
      make_string(fmt::format("<re.Match object; span=({}, {}), match={}>", from, to, shown)));
}

template <auto field>
NativeResult match_part(NativeCall& call) {
  const Match* self = self_match(call);
  if (self == nullptr) return NativeResult::raised;
  if constexpr (std::is_same_v<decltype(field), Value Match::*>)
    return call.returns(self->*field);
  else
    return call.returns(make_int(self->*field));
}

NativeResult last_index(NativeCall& call) {
  const Match* self = self_match(call);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(self->last == 0 ? Value::none() : make_int(self->last));
}

NativeResult last_group(NativeCall& call) {
  const Match* self = self_match(call);
  if (self == nullptr) return NativeResult::raised;
  for (const Table::Entry& entry : self->of().names.known<Dict>()->table.entries()) {
    if (!entry.key.empty() && self->last != 0 && entry.value.small() == self->last)
      return call.returns(entry.key);
  }
  return call.returns_none();
}

NativeResult registers(NativeCall& call) {
  const Match* self = self_match(call);
  Subject subject;
  if (self == nullptr || !read_subject(call, self->of(), self->subject, subject)) return NativeResult::raised;
  std::vector<Value> all;
  for (std::size_t i = 0; i < self->spans.size(); i += 2)
    all.push_back(
        make_tuple({make_int(subject.points(self->spans[i])), make_int(subject.points(self->spans[i + 1]))}));
  return call.returns(make_tuple(std::move(all)));
}

// compile(pattern, flags, translated, options "ims", groups, names, closing) -> Pattern; a str that says why
// not
NativeResult compile(NativeCall& call) {
  if (!check_count(call, "compile", 7, 7)) return NativeResult::raised;
  auto* made = new Pattern(class_in(loaded_module(call.vm, "_re"), "Pattern"));
  Value result = Value::adopt(made);
  made->pattern = call.positional[0];
  made->flags = clamp_int64(call.positional[1]);
  std::string_view translated;
  if (const auto* text = call.positional[2].try_as<String>())
    translated = text->text;
  else
    view_bytes(call.positional[2], translated);
  made->translated = translated;
  for (const char letter : call.positional[3].as<String>()->text) {
    made->options |= letter == 'i'   ? PCRE2_CASELESS
                     : letter == 'm' ? PCRE2_MULTILINE
                     : letter == 's' ? PCRE2_DOTALL
                                     : PCRE2_UCP;
  }
  made->groups = clamp_int64(call.positional[4]);
  made->names = call.positional[5];
  for (const Value& number : call.positional[6].as<List>()->items) made->closing.push_back(number.small());
  std::string error;
  if (made->compile(error) == nullptr) return call.returns(make_string(error));
  return call.returns(std::move(result));
}

constexpr NativeDefinition kPatternMethods[] = {
    {"match", match_once<"match", PCRE2_ANCHORED>},
    {"search", match_once<"search", 0>},
    {"fullmatch", match_once<"fullmatch", PCRE2_ANCHORED | PCRE2_ENDANCHORED>},
    {"findall", find_all},
    {"finditer", find_iter},
    {"split", split},
    {"sub", replace},
    {"subn", replace_counted},
    {"__repr__", pattern_repr},
    {"__copy__", itself},
    {"__deepcopy__", itself},
    {"__reduce_ex__", reduce_pattern}};
constexpr NativeDefinition kPatternParts[] = {{"pattern", pattern_part<&Pattern::pattern>},
                                              {"flags", pattern_part<&Pattern::flags>},
                                              {"groups", pattern_part<&Pattern::groups>},
                                              {"groupindex", pattern_part<&Pattern::names>}};
constexpr NativeDefinition kMatchMethods[] = {
    {"group", group},   {"__getitem__", group}, {"groups", groups},      {"groupdict", group_dict},
    {"start", start},   {"end", end},           {"span", span},          {"__repr__", match_repr},
    {"expand", expand}, {"__copy__", itself},   {"__deepcopy__", itself}};
constexpr NativeDefinition kMatchParts[] = {{"re", match_part<&Match::pattern>},
                                            {"string", match_part<&Match::subject>},
                                            {"pos", match_part<&Match::begin>},
                                            {"endpos", match_part<&Match::end>},
                                            {"lastindex", last_index},
                                            {"lastgroup", last_group},
                                            {"regs", registers}};

void define_parts(Class& type, std::span<const NativeDefinition> parts) {
  for (const NativeDefinition& definition : parts) {
    auto* property = new Property();
    property->getter = Value::adopt(new NativeFunction(definition.name, definition.pointer));
    type.attributes.set(definition.name, Value::adopt(property));
  }
}

void build(Vm& vm, Module& module) {
  static constexpr NativeDefinition kFunctions[] = {{"compile", compile}, {"substitute", substitute}};
  for (const char* name : {"Pattern", "Match"}) {
    const bool is_pattern = std::string_view(name) == "Pattern";
    Class* type = vm.define_class(&module, name);
    type->module = "re";
    type->instance_kind = Kind::native_object;
    if (is_pattern)
      define_methods(*type, kPatternMethods);
    else
      define_methods(*type, kMatchMethods);
    if (is_pattern)
      define_parts(*type, kPatternParts);
    else
      define_parts(*type, kMatchParts);
    class_changed(*type);
  }
  define_functions(module, kFunctions);
}

}  // namespace

void register_re_module() {
  register_native_module("_re", build);
}

}  // namespace forkscope::vm::modules
