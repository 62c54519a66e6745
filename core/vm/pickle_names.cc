#include "core/vm/exceptions.h"
#include "core/vm/pickle.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {
namespace {

Value* attribute_of(const Value& object, std::string_view name) {
  if (object.is(Kind::module)) return object.known<Module>()->globals.find(name);
  if (object.is(Kind::class_object)) return object.known<Class>()->attributes.find(name);
  return nullptr;
}

}  // namespace

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

bool class_defines(const Class& type, std::string_view name) {
  for (Class* base : type.resolution_order) {
    if (!base->is_native && base->attributes.find(name) != nullptr) return true;
  }
  return false;
}

}  // namespace forkscope::vm
