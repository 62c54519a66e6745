#include "core/vm/slots.h"

#include <fmt/format.h>

#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/native.h"
#include "core/vm/operations.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

constexpr std::string_view kClassName = "member_descriptor";

// Names that begin with two underscores are the class's own, as in its methods.
std::string private_name(const Class& type, const std::string& name) {
  const std::size_t letters = type.name.find_first_not_of('_');
  if (!name.starts_with("__") || name.ends_with("__") || letters == std::string::npos) return name;
  return fmt::format("_{}{}", type.name.substr(letters), name);
}

bool read_names(PythonThread& thread, const Value& given, std::vector<Value>& names) {
  if (given.is(Kind::string)) {
    names.push_back(given);
  } else if (collect(thread, given, names) != Outcome::ok) {
    return false;
  }
  for (Value& name : names) {
    if (!name.is(Kind::string)) {
      raise_in(thread, "TypeError",
               fmt::format("__slots__ items must be strings, not '{}'", type_name(name)));
      return false;
    }
    name = intern(name.known<String>()->text);
  }
  return true;
}

}  // namespace

void install_slots(Vm& vm) {
  vm.define_class(&vm.builtins(), kClassName);
}

const SlotDescriptor* as_slot(const Value& value) {
  const auto* native = value.try_as<NativeObject>();
  return native == nullptr ? nullptr : dynamic_cast<const SlotDescriptor*>(native);
}

bool make_slots(PythonThread& thread, Class& type) {
  const Value* given = type.attributes.find("__slots__");
  if (given == nullptr) return true;
  std::vector<Value> names;
  if (!read_names(thread, *given, names)) return false;
  for (Value& name : names) name = intern(private_name(type, name.known<String>()->text));
  const Value descriptor_class = *thread.vm.builtins().globals().find(kClassName);
  for (const Value& name : names) {
    const std::string& text = name.known<String>()->text;
    if (text == "__dict__" || text == "__weakref__") continue;
    if (type.attributes.find_name(name) != nullptr) {
      raise_in(thread, "ValueError", fmt::format("'{}' in __slots__ conflicts with class variable", text));
      return false;
    }
    if (is_extensible(type.instance_kind) && type.instance_kind != Kind::list &&
        type.instance_kind != Kind::dict && type.instance_kind != Kind::set) {
      raise_in(thread, "TypeError",
               fmt::format("nonempty __slots__ not supported for subtype of '{}'",
                           type.bases[0].known<Class>()->name));
      return false;
    }
    auto* descriptor = new SlotDescriptor(descriptor_class);
    descriptor->name = name;
    descriptor->owner = make_string(type.name);
    type.attributes.set_name(name, Value::adopt(descriptor));
  }
  type.slots = make_tuple(std::move(names));
  return true;
}

bool has_slot(const Class& type, const Value& name) {
  for (const Class* place : type.resolution_order) {
    if (place->slots.empty()) continue;
    for (const Value& slot : place->slots.known<Tuple>()->items) {
      if (equal_keys(slot, name)) return true;
    }
  }
  return false;
}

}  // namespace forkscope::vm
