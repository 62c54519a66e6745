// Binding a call's values to a Python function's parameters, with CPython's words where they do not fit.
#include <fmt/format.h>

#include "core/vm/runner.h"

namespace forkscope::vm {

namespace {

std::string join_names(const std::vector<std::string>& names) {
  if (names.size() == 1) return names[0];
  if (names.size() == 2) return names[0] + " and " + names[1];
  std::string text;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) text += names[i] + ", ";
  return text + "and " + names.back();
}

std::string quoted(const Value& name) {
  return "'" + name.known<String>()->text + "'";
}
const char* plural(std::size_t count) {
  return count == 1 ? "" : "s";
}
const std::string& name_of(const Function& function) {
  return function.qualified_name.known<String>()->text;
}

bool fail(PythonThread& thread, std::string message) {
  raise_in(thread, "TypeError", std::move(message));
  return false;
}

bool too_many_positional(PythonThread& thread, const Function& function, std::size_t given,
                         const Value* locals) {
  const auto& code = *function.code.known<Code>();
  const std::size_t defaults = function.defaults.empty() ? 0 : function.defaults.known<Tuple>()->items.size();
  std::size_t keyword_only_given = 0;
  for (std::size_t i = code.positional; i < code.positional + code.keyword_only; ++i) {
    keyword_only_given += locals[i].empty() ? 0u : 1u;
  }
  const std::string takes =
      defaults == 0
          ? fmt::format("{} positional argument{}", code.positional, plural(code.positional))
          : fmt::format("from {} to {} positional arguments", code.positional - defaults, code.positional);
  std::string also;
  if (keyword_only_given > 0) {
    also = fmt::format(" positional argument{} (and {} keyword-only argument{})", plural(given),
                       keyword_only_given, plural(keyword_only_given));
  }
  return fail(thread, fmt::format("{}() takes {} but {}{} {} given", name_of(function), takes, given, also,
                                  given == 1 && keyword_only_given == 0 ? "was" : "were"));
}

bool missing(PythonThread& thread, const Function& function, const std::vector<std::string>& names,
             const char* kind) {
  return fail(thread, fmt::format("{}() missing {} required {} argument{}: {}", name_of(function),
                                  names.size(), kind, plural(names.size()), join_names(names)));
}

bool positional_only_by_name(PythonThread& thread, const Function& function, const Tuple& names) {
  const auto& code = *function.code.known<Code>();
  std::string found;
  for (std::size_t i = 0; i < code.positional_only; ++i) {
    for (const Value& name : names.items) {
      if (!equal_keys(name, code.local_names[i])) continue;
      found += (found.empty() ? "" : ", ") + name.known<String>()->text;
    }
  }
  if (found.empty()) return false;
  fail(thread, fmt::format("{}() got some positional-only arguments passed as keyword arguments: '{}'",
                           name_of(function), found));
  return true;
}

bool bind_keyword(PythonThread& thread, const Function& function, const Value& name, Value value,
                  const Tuple& names, Value* locals, Dict* rest) {
  const auto& code = *function.code.known<Code>();
  for (std::size_t i = code.positional_only; i < code.positional + code.keyword_only; ++i) {
    if (!equal_keys(name, code.local_names[i])) continue;
    if (!locals[i].empty()) {
      return fail(thread,
                  fmt::format("{}() got multiple values for argument {}", name_of(function), quoted(name)));
    }
    locals[i] = std::move(value);
    return true;
  }
  if (rest != nullptr) {
    rest->table.set_name(name, std::move(value));
    return true;
  }
  if (positional_only_by_name(thread, function, names)) return false;
  return fail(thread,
              fmt::format("{}() got an unexpected keyword argument {}", name_of(function), quoted(name)));
}

bool fill_defaults(PythonThread& thread, const Function& function, Value* locals) {
  const auto& code = *function.code.known<Code>();
  const std::vector<Value> none;
  const auto& defaults = function.defaults.empty() ? none : function.defaults.known<Tuple>()->items;
  const std::size_t first_default = code.positional - defaults.size();
  std::vector<std::string> absent;
  for (std::size_t i = 0; i < code.positional; ++i) {
    if (!locals[i].empty()) continue;
    if (i >= first_default) {
      locals[i] = defaults[i - first_default];
    } else {
      absent.push_back(quoted(code.local_names[i]));
    }
  }
  if (!absent.empty()) return missing(thread, function, absent, "positional");
  for (std::size_t i = code.positional; i < code.positional + code.keyword_only; ++i) {
    if (!locals[i].empty()) continue;
    const Value* found = function.keyword_defaults.empty()
                             ? nullptr
                             : function.keyword_defaults.known<Dict>()->table.find_name(code.local_names[i]);
    if (found != nullptr) {
      locals[i] = *found;
    } else {
      absent.push_back(quoted(code.local_names[i]));
    }
  }
  return absent.empty() || missing(thread, function, absent, "keyword-only");
}

// The commonest case. False: not that case, and nothing has been taken.
bool fill_with_defaults(const Function& function, Value* arguments, std::size_t count, Value* locals) {
  const auto& code = *function.code.known<Code>();
  if (code.fast_parameters < 0 || function.defaults.empty()) return false;
  const auto& defaults = function.defaults.known<Tuple>()->items;
  if (count > code.positional || defaults.size() > code.positional ||
      count + defaults.size() < code.positional) {
    return false;
  }
  for (std::size_t i = 0; i < count; ++i) locals[i] = std::move(arguments[i]);
  const std::size_t first_default = code.positional - defaults.size();
  for (std::size_t i = count; i < code.positional; ++i) locals[i] = defaults[i - first_default];
  return true;
}

}  // namespace

bool bind_call(PythonThread& thread, const Function& function, Value* arguments, std::size_t count,
               const Tuple* names, Value* locals) {
  if (names == nullptr && fill_with_defaults(function, arguments, count, locals)) return true;
  const auto& code = *function.code.known<Code>();
  const std::size_t named = names == nullptr ? 0 : names->items.size();
  const std::size_t given = count - named;
  const std::size_t taken = std::min<std::size_t>(given, code.positional);
  for (std::size_t i = 0; i < taken; ++i) locals[i] = std::move(arguments[i]);
  std::size_t slot = code.positional + code.keyword_only;
  if (code.has_star_args) {
    std::vector<Value> rest;
    for (std::size_t i = taken; i < given; ++i) rest.push_back(std::move(arguments[i]));
    locals[slot++] = make_tuple(std::move(rest));
  }
  Dict* rest = nullptr;
  if (code.has_star_kwargs) {
    locals[slot] = make_dict();
    rest = locals[slot].known<Dict>();
  }
  for (std::size_t i = 0; i < named; ++i) {
    if (!bind_keyword(thread, function, names->items[i], std::move(arguments[given + i]), *names, locals,
                      rest)) {
      return false;
    }
  }
  if (given > code.positional && !code.has_star_args)
    return too_many_positional(thread, function, given, locals);
  return fill_defaults(thread, function, locals);
}

}  // namespace forkscope::vm
