#include "core/vm/modules/weakref_module.h"

#include <fmt/format.h>

#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"
#include "core/vm/finalizers.h"
#include "core/vm/modules/asking.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm::modules {
namespace {

bool is_observable(const Value& value) {
  if (!value.is_object()) return false;
  switch (value.object()->kind) {
    case Kind::instance:
    case Kind::function:
    case Kind::class_object:
    case Kind::exception:
    case Kind::set:
    case Kind::frozen_set:
    case Kind::generator:
    case Kind::native_object:
    case Kind::module:
    case Kind::native_function:
    case Kind::bound_method:
      return true;
    default:
      return (value.object()->flags & kExtended) != 0;
  }
}

// ref(object[, callback])
NativeResult construct(NativeCall& call) {
  if (!check_constructor(call, "ref", 1, 2)) return NativeResult::raised;
  const Value& target = call.positional[1];
  if (!is_observable(target))
    return raise(call, "TypeError",
                 fmt::format("cannot create weak reference to '{}' object", type_name(target)));
  auto* made = new WeakReference(call.positional[0]);
  Value result = Value::adopt(made);
  if (call.positional.size() > 2 && !call.positional[2].is_none()) {
    made->callback = call.positional[2];
    finalizers_exist = true;
  }
  observe(*made, target.object());
  follow_class(*made);
  return call.returns(std::move(result));
}

NativeResult references(NativeCall& call) {
  if (!check_count(call, "getweakrefs", 1, 1)) return NativeResult::raised;
  std::vector<Value> found;
  if (const Value& target = call.positional[0]; is_observable(target))
    for (WeakReference* reference : observers_of(*target.object())) found.push_back(Value::share(reference));
  return call.returns(make_list(std::move(found)));
}

NativeResult count_references(NativeCall& call) {
  if (!check_count(call, "getweakrefcount", 1, 1)) return NativeResult::raised;
  const Value& target = call.positional[0];
  return call.returns(
      make_int(is_observable(target) ? static_cast<std::int64_t>(observers_of(*target.object()).size()) : 0));
}

WeakReference* self_of(NativeCall& call) {
  return read_native<WeakReference>(call, call.positional.front(), "a weak reference");
}

Value target_of(const WeakReference& reference) {
  return reference.target == nullptr ? Value::none() : Value::share(reference.target);
}

NativeResult target(NativeCall& call) {
  const WeakReference* self = self_of(call);
  return self == nullptr ? NativeResult::raised : call.returns(target_of(*self));
}

NativeResult callback(NativeCall& call) {
  const WeakReference* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(self->callback.empty() ? Value::none() : self->callback);
}

NativeResult shown(NativeCall& call) {
  const WeakReference* self = self_of(call);
  if (self == nullptr) return NativeResult::raised;
  const Value held = target_of(*self);
  const std::string at = address_text(call.positional.front());
  return call.returns(make_string(held.is_none() ? fmt::format("<weakref at {}; dead>", at)
                                                 : fmt::format("<weakref at {}; to '{}' at {}>", at,
                                                               type_name(held), address_text(held))));
}

// take() -> [(callable, argument)]: what waits, taken out
NativeResult take(NativeCall& call) {
  std::vector<Value> pairs;
  for (Finalizer& finalizer : take_finalizers())
    pairs.push_back(make_tuple({finalizer.callable, finalizer.argument}));
  return call.returns(make_list(std::move(pairs)));
}

NativeResult exist(NativeCall& call) {
  return call.returns(Value::boolean(finalizers_exist));
}

void build(Vm& vm, Module& module) {
  static constexpr NativeDefinition kMethods[] = {{"__call__", target}, {"__repr__", shown}};
  static constexpr NativeDefinition kFunctions[] = {
      {"take", take}, {"exist", exist}, {"getweakrefs", references}, {"getweakrefcount", count_references}};
  Class* type = vm.define_class(&module, "ref");
  type->module = "weakref";
  type->instance_kind = Kind::native_object;
  type->construct = construct;
  define_methods(*type, kMethods);
  auto* property = new Property();
  property->getter = Value::adopt(new NativeFunction("__callback__", callback));
  type->attributes.set("__callback__", Value::adopt(property));
  class_changed(*type);
  define_functions(module, kFunctions);
}

}  // namespace

void register_weakref_module() {
  register_native_module("_weakref", build);
}

}  // namespace forkscope::vm::modules
