#include "core/vm/native.h"

#include <fmt/format.h>

#include <map>

#include "core/vm/exceptions.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

std::map<std::string, ModuleBuilder, std::less<>>& native_modules() {
  static auto& builders = *new std::map<std::string, ModuleBuilder, std::less<>>();
  return builders;
}

bool too_many(NativeCall& call, std::string_view function, std::size_t most, std::size_t required) {
  const std::size_t given = call.positional.size();
  if (most == 0) {
    raise(call, "TypeError", fmt::format("{}() takes no arguments ({} given)", function, given));
  } else if (most == required) {
    raise(call, "TypeError",
          fmt::format("{}() takes exactly {} argument{} ({} given)", function,
                      most == 1 ? "one" : std::to_string(most), most == 1 ? "" : "s", given));
  } else {
    raise(call, "TypeError",
          fmt::format("{}() takes at most {} argument{} ({} given)", function, most, most == 1 ? "" : "s",
                      given));
  }
  return false;
}

bool bind_keyword(NativeCall& call, std::string_view function, std::span<const char* const> names,
                  std::size_t index, std::span<Value> out) {
  const std::string& keyword = call.keyword_names->items[index].known<String>()->text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (keyword != names[i]) continue;
    if (!out[i].empty()) {
      raise(
          call, "TypeError",
          fmt::format("argument for {}() given by name ('{}') and position ({})", function, keyword, i + 1));
      return false;
    }
    out[i] = call.keywords[index];
    return true;
  }
  raise(call, "TypeError", fmt::format("'{}' is an invalid keyword argument for {}()", keyword, function));
  return false;
}

}  // namespace

bool bind_arguments(NativeCall& call, std::string_view function, std::span<const char* const> names,
                    std::size_t required, std::span<Value> out) {
  if (call.positional.size() > names.size()) return too_many(call, function, names.size(), required);
  for (std::size_t i = 0; i < names.size(); ++i) {
    out[i] = i < call.positional.size() ? call.positional[i] : Value();
  }
  if (call.keyword_names != nullptr) {
    for (std::size_t i = 0; i < call.keywords.size(); ++i) {
      if (!bind_keyword(call, function, names, i, out)) return false;
    }
  }
  for (std::size_t i = 0; i < required; ++i) {
    if (!out[i].empty()) continue;
    raise(call, "TypeError",
          *names[i] == '\0'
              ? fmt::format("{} expected {}{} argument{}, got {}", function,
                            required == names.size() ? "" : "at least ", required, required == 1 ? "" : "s",
                            call.positional.size())
              : fmt::format("{}() missing required argument '{}' (pos {})", function, names[i], i + 1));
    return false;
  }
  return true;
}

NativeResult raise(NativeCall& call, std::string_view built_in_class, std::string message) {
  raise_in(call.thread, built_in_class, std::move(message));
  return NativeResult::raised;
}

void raise_in(PythonThread& thread, std::string_view built_in_class, std::string message) {
  if (message.empty())
    return raise_value(thread, make_exception(thread.vm.exception_class(built_in_class), {}));
  raise_value(thread, make_exception(thread.vm, built_in_class, std::move(message)));
}

void raise_in(PythonThread& thread, Value exception) {
  raise_value(thread, std::move(exception));
}

NativeResult raise_os_error(NativeCall& call, int error, std::string_view path) {
  raise_value(call.thread, make_os_error(call.vm, error, path));
  return NativeResult::raised;
}

void define_functions(Module& module, std::span<const NativeDefinition> functions) {
  for (const NativeDefinition& definition : functions) {
    auto* function = new NativeFunction(definition.name, definition.pointer);
    function->direct = definition.direct;
    function->module = module.name;
    module.globals().set(definition.name, Value::adopt(function));
  }
}

void define_methods(Class& type, std::span<const NativeDefinition> methods) {
  for (const NativeDefinition& definition : methods) {
    auto* function = new NativeFunction(definition.name, definition.pointer);
    function->direct = definition.direct;
    function->module = type.module;
    function->owner = type.name;
    function->binds = true;
    type.attributes.set(definition.name, Value::adopt(function));
  }
  class_changed(type);
}

void register_native_module(std::string_view name, ModuleBuilder builder) {
  native_modules().insert_or_assign(std::string(name), builder);
}

std::vector<std::string> native_module_names() {
  std::vector<std::string> names;
  for (const auto& [name, builder] : native_modules()) names.push_back(name);
  return names;
}

ModuleBuilder find_native_module(std::string_view name) {
  const auto found = native_modules().find(name);
  return found == native_modules().end() ? nullptr : found->second;
}

}  // namespace forkscope::vm
