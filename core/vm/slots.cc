#include "core/vm/slots.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/vm/attributes.h"
#include "core/vm/builtins_parts.h"
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

// Whether the descriptor is the one of the object's class or a base. False: an exception is set.
bool applies(NativeCall& call, const SlotDescriptor& slot, const Value& object) {
  const Class& type = *call.vm.class_of(object);
  const bool is_own = std::ranges::any_of(type.resolution_order, [&slot](const Class* place) {
    const Value* found = place->attributes.find_name(slot.name);
    return found != nullptr && as_slot(*found) == &slot;
  });
  if (!is_own)
    raise(call, "TypeError",
          fmt::format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                      slot.name.known<String>()->text, slot.owner.known<String>()->text, type_name(object)));
  return is_own;
}

NativeResult no_slot(NativeCall& call) {
  return raise(call, "TypeError",
               fmt::format("descriptor requires a '{}' object but received a '{}'", kClassName,
                           type_name(call.positional[0])));
}

// What a class that derives has under the name does not matter to these three.
NativeResult get(NativeCall& call) {
  if (!check_count(call, "__get__", 2, 3)) return NativeResult::raised;
  const SlotDescriptor* slot = as_slot(call.positional[0]);
  const Value& object = call.positional[1];
  if (slot == nullptr) return no_slot(call);
  if (object.is_none()) return call.returns(call.positional[0]);
  if (!applies(call, *slot, object)) return NativeResult::raised;
  if (const Value* found = own_attributes(object)->find_name(slot->name)) return call.returns(*found);
  return raise(
      call, "AttributeError",
      fmt::format("'{}' object has no attribute '{}'", type_name(object), slot->name.known<String>()->text));
}

NativeResult set(NativeCall& call) {
  if (!check_count(call, "__set__", 3, 3)) return NativeResult::raised;
  const SlotDescriptor* slot = as_slot(call.positional[0]);
  if (slot == nullptr) return no_slot(call);
  if (!applies(call, *slot, call.positional[1])) return NativeResult::raised;
  own_attributes(call.positional[1])->set_name(slot->name, call.positional[2]);
  return call.returns_none();
}

NativeResult erase(NativeCall& call) {
  if (!check_count(call, "__delete__", 2, 2)) return NativeResult::raised;
  const SlotDescriptor* slot = as_slot(call.positional[0]);
  if (slot == nullptr) return no_slot(call);
  if (!applies(call, *slot, call.positional[1])) return NativeResult::raised;
  if (own_attributes(call.positional[1])->erase_name(slot->name)) return call.returns_none();
  return raise(call, "AttributeError", slot->name.known<String>()->text);
}

NativeResult name_of(NativeCall& call) {
  const SlotDescriptor* slot = as_slot(call.positional[0]);
  return slot == nullptr ? no_slot(call) : call.returns(slot->name);
}

constexpr std::array kMethods = {NativeDefinition{"__get__", get}, NativeDefinition{"__set__", set},
                                 NativeDefinition{"__delete__", erase}};

}  // namespace

void install_slots(Vm& vm) {
  Class* type = vm.define_class(&vm.builtins(), kClassName);
  define_methods(*type, kMethods);
  auto* name = new Property();
  name->getter = Value::adopt(new NativeFunction("__name__", name_of));
  type->attributes.set("__name__", Value::adopt(name));
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
    if (type.instance_kind == Kind::big_int || type.instance_kind == Kind::tuple ||
        type.instance_kind == Kind::bytes) {
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
