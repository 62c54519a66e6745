#include <algorithm>

#include "core/vm/exceptions.h"
#include "core/vm/pickle.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {
namespace {

Value* attribute_of(const Value& object, std::string_view name) {
  if (object.is(Kind::module)) return object.known<Module>()->globals().find(name);
  if (!object.is(Kind::class_object)) return nullptr;
  Value* found = object.known<Class>()->attributes.find(name);
  if (found == nullptr || !found->is(Kind::static_method)) return found;
  return &found->known<StaticMethod>()->function;
}

// Names as Python 2 had them, which protocols below 3 use.
struct OldName {
  std::string_view module, name, old_module, old_name;  // no name: the whole module
};
constexpr OldName kOldNames[] = {
    {"builtins", "range", "__builtin__", "xrange"},
    {"builtins", "str", "__builtin__", "unicode"},
    {"builtins", "int", "__builtin__", "long"},
    {"builtins", "chr", "__builtin__", "unichr"},
    {"builtins", "zip", "itertools", "izip"},
    {"builtins", "map", "itertools", "imap"},
    {"builtins", "filter", "itertools", "ifilter"},
    {"functools", "reduce", "__builtin__", "reduce"},
    {"sys", "intern", "__builtin__", "intern"},
    {"pickle", "_encode", "_codecs", "encode"},  // what makes bytes of a Latin 1 text
    {"multiprocessing.context", "Process", "multiprocessing.process", "Process"},
    {"multiprocessing.connection", "Connection", "_multiprocessing", "Connection"},
    {"builtins", "", "__builtin__", ""},
    {"copyreg", "", "copy_reg", ""},
    {"queue", "", "Queue", ""},
    {"_thread", "", "thread", ""},
};
constexpr std::string_view kNotInPython2[] = {"BlockingIOError", "RecursionError",  "StopAsyncIteration",
                                              "ResourceWarning", "EncodingWarning", "BaseExceptionGroup",
                                              "ExceptionGroup"};

std::string_view old_exception_name(const Vm& vm, const Value& type, std::string_view name) {
  for (const Class* base : type.known<Class>()->resolution_order) {
    if (base == vm.exception_class("OSError")) return "OSError";
  }
  return name == "ModuleNotFoundError" ? "ImportError" : name;
}

}  // namespace

std::pair<std::string_view, std::string_view> old_global_name(Vm& vm, std::string_view module,
                                                              std::string_view name) {
  const Value found = module == "builtins" ? find_named(vm, module, name) : Value();
  if (found.is(Kind::class_object) && found.known<Class>()->instance_kind == Kind::exception &&
      std::ranges::find(kNotInPython2, name) == std::end(kNotInPython2)) {
    return {"exceptions", old_exception_name(vm, found, name)};
  }
  for (const OldName& old : kOldNames) {
    if (old.module != module || (old.name != name && !old.name.empty())) continue;
    return {old.old_module, old.old_name.empty() ? name : old.old_name};
  }
  return {module, name};
}

std::pair<std::string_view, std::string_view> new_global_name(std::string_view module,
                                                              std::string_view name) {
  if (module == "exceptions") return {"builtins", name};
  for (const OldName& old : kOldNames) {
    if (old.old_module != module || (old.old_name != name && !old.old_name.empty())) continue;
    return {old.module, old.old_name.empty() ? name : old.name};
  }
  return {module, name};
}

Value find_named(Vm& vm, std::string_view module, std::string_view name) {
  const Value* found = vm.modules().table.find(module);
  if (found == nullptr && module == vm.builtins().name) found = &vm.builtins_value();
  while (found != nullptr) {
    const std::size_t dot = name.find('.');
    found = attribute_of(*found, name.substr(0, dot));
    if (dot == std::string_view::npos) break;
    name.remove_prefix(dot + 1);
  }
  return found == nullptr ? Value() : *found;
}

void raise_pickle_error(PythonThread& thread, std::string_view name, std::string message) {
  const Value type = find_named(thread.vm, "_pickle", name);
  FORKSCOPE_CHECK(type.is(Kind::class_object), "_pickle without its exceptions");
  raise_value(thread, make_exception(type.known<Class>(), {make_string(message)}));
}

Value dict_of_attributes(const Table& attributes) {
  Value dict = make_dict();
  for (const Table::Entry& entry : attributes.entries()) {
    if (!entry.key.empty()) dict.known<Dict>()->table.set(entry.key, entry.hash, entry.value);
  }
  return dict;
}

namespace {

// Attributes that CPython keeps as fields of the exception and not in its __dict__: they come back with the
// arguments, or not.
struct ExceptionField {
  std::string_view type, name;
};
constexpr ExceptionField kExceptionFields[] = {
    {"OSError", "errno"},          {"OSError", "strerror"},       {"OSError", "filename"},
    {"OSError", "filename2"},      {"NameError", "name"},         {"AttributeError", "name"},
    {"AttributeError", "obj"},     {"SyntaxError", "msg"},        {"SyntaxError", "filename"},
    {"SyntaxError", "lineno"},     {"SyntaxError", "offset"},     {"SyntaxError", "text"},
    {"SyntaxError", "end_lineno"}, {"SyntaxError", "end_offset"}, {"SyntaxError", "_source_text"},
};

bool is_exception_field(const Class& type, std::string_view name) {
  return std::ranges::any_of(kExceptionFields, [&](const ExceptionField& field) {
    return field.name == name && std::ranges::any_of(type.resolution_order, [&](const Class* base) {
             return base->is_native && base->name == field.type;
           });
  });
}

}  // namespace

Value exception_state(const Exception& exception) {
  const Class& type = *exception.class_value.known<Class>();
  Value dict = make_dict();
  for (const Table::Entry& entry : exception.attributes.entries()) {
    if (entry.key.empty() || is_exception_field(type, entry.key.known<String>()->text)) continue;
    dict.known<Dict>()->table.set(entry.key, entry.hash, entry.value);
  }
  return dict.known<Dict>()->table.size() == 0 ? Value::none() : dict;
}

Value exception_arguments(const Exception& exception) {
  const auto& arguments = exception.arguments.known<Tuple>()->items;
  const Value* file = exception.attributes.find_name(intern("filename"));
  const bool is_named_os_error = file != nullptr && !file->is_none() && arguments.size() == 2 &&
                                 is_exception_field(*exception.class_value.known<Class>(), "errno");
  if (!is_named_os_error) return exception.arguments;
  const Value* other_file = exception.attributes.find_name(intern("filename2"));
  return other_file == nullptr ? make_tuple({arguments[0], arguments[1], *file})
                               : make_tuple({arguments[0], arguments[1], *file, Value::none(), *other_file});
}

bool class_defines(const Class& type, std::string_view name) {
  const bool natives_too = name == "__reduce_ex__";
  for (Class* base : type.resolution_order) {
    if ((!base->is_native || natives_too) && base->attributes.find(name) != nullptr) return true;
  }
  return false;
}

}  // namespace forkscope::vm
