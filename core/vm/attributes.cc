#include "core/vm/attributes.h"

#include <algorithm>
#include <set>

#include "core/vm/class_building.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/native.h"
#include "core/vm/object_fields.h"
#include "core/vm/operations_parts.h"
#include "core/vm/runner.h"
#include "core/vm/slots.h"
#include "core/vm/special_methods.h"
#include "core/vm/traceback.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// Of an instance or a value of a class that derives from a built-in one.
Table& kept_attributes(const Value& object) {
  Extension* extension = extension_of(object);
  return extension != nullptr ? extension->attributes : object.known<Instance>()->attributes;
}

// The attributes themselves, or the dict that the program has put in their place.
Table* names_in(Table& attributes) {
  static const Value name = intern("__dict__");
  Value* instead = attributes.find_name(name);
  return instead != nullptr && instead->is(Kind::dict) ? &instead->known<Dict>()->table : &attributes;
}

}  // namespace

const Value* owner_of_names(const Vm& vm, const Value& names) {
  const Extension* extension = names.is(Kind::dict) ? extension_of(names) : nullptr;
  if (extension == nullptr || !extension->class_value.same(vm.prelude("InstanceDict"))) return nullptr;
  return extension->attributes.find_name(intern("_owner"));
}

void refresh_names(const Vm& vm, const Value& names) {
  if (const Value* owner = owner_of_names(vm, names); owner != nullptr)
    show_names(vm, *owner, names.known<Dict>()->table);
}

void show_names(const Vm& vm, const Value& object, Table& names) {
  static const Value annotations = intern("__annotations__");
  const Class& type = *vm.class_of(object);
  std::vector<const Table::Entry*> shown;
  for (const Table::Entry& entry : own_attributes(object)->entries()) {
    const bool is_field = object.is(Kind::function) && entry.key.same(annotations);
    if (!entry.key.empty() && !is_field && !has_slot(type, entry.key)) shown.push_back(&entry);
  }
  // Who goes over them is not told of a change where there is none.
  std::size_t same = 0;
  for (const Table::Entry& entry : names.entries()) {
    if (entry.key.empty()) continue;
    if (same == shown.size() || !entry.key.same(shown[same]->key)) break;
    ++same;
  }
  if (same != shown.size() || same != names.size()) names.clear();
  for (const Table::Entry* entry : shown) names.set(entry->key, entry->hash, entry->value);
}

NamesInstead::NamesInstead(const Value& object, const Value& names) : object_(object) {
  kept_attributes(object_).set("__dict__", names);
}

NamesInstead::~NamesInstead() {
  kept_attributes(object_).set("__dict__", Value::none());
}

Table* own_attributes(const Value& object) {
  if (!object.is_object()) return nullptr;
  if (Extension* extension = extension_of(object)) return names_in(extension->attributes);
  switch (object.object()->kind) {
    case Kind::instance: {
      auto& instance = *object.known<Instance>();
      return instance.type()->bypasses_caches ? names_in(instance.attributes) : &instance.attributes;
    }
    case Kind::exception:
      return &object.known<Exception>()->attributes;
    case Kind::native_object:
      return object.known<NativeObject>()->attributes.get();
    case Kind::module:
      return &object.known<Module>()->globals();
    case Kind::function:
      return object.known<Function>()->attributes.get();
    default:
      return nullptr;
  }
}

namespace {

const std::string& text_of(const Value& name) {
  return name.known<String>()->text;
}

Outcome no_attribute(PythonThread& thread, const Value& object, const Value& name) {
  std::string whose = "'" + type_name(object) + "' object";
  if (object.is(Kind::class_object)) whose = "type object '" + object.known<Class>()->name + "'";
  if (object.is(Kind::module)) {
    const auto* module = object.known<Module>();
    const Value* submodule = thread.vm.modules().table.find(module->name + "." + text_of(name));
    if (submodule != nullptr && submodule->is(Kind::module) &&
        (submodule->object()->flags & kModuleInitializing) != 0) {
      raise_in(thread, "AttributeError",
               "cannot access submodule '" + text_of(name) + "' of module '" + module->name +
                   "' (most likely due to a circular import)");
      return Outcome::raised;
    }
    const bool begun = (module->flags & kModuleInitializing) != 0;
    whose = (begun ? "partially initialized module '" : "module '") + module->name + "'";
    raise_in(thread, "AttributeError",
             whose + " has no attribute '" + text_of(name) + "'" +
                 (begun ? " (most likely due to a circular import)" : ""));
  } else {
    raise_in(thread, "AttributeError", whose + " has no attribute '" + text_of(name) + "'");
  }
  if (thread.raised.is(Kind::exception)) {
    auto* raised = thread.raised.known<Exception>();
    raised->attributes.set("name", name);
    raised->attributes.set("obj", object);
  }
  return Outcome::raised;
}

void make_attributes(Function& function) {
  if (!function.attributes) function.attributes = std::make_unique<Table>();
}

// Whether __dict__ gives what writes through to the object.
bool has_live_dict(const Value& object) {
  if (const Extension* extension = extension_of(object))
    return !extension->class_value.known<Class>()->is_closed;
  if (object.is(Kind::exception)) return true;
  if (object.is(Kind::native_object)) return own_attributes(object) != nullptr;
  if (object.is(Kind::function)) return true;
  return object.is(Kind::instance) && !object.known<Instance>()->type()->is_closed;
}

// The table for one name: what has a slot stays the object's own where a dict is in the place of its
// attributes.
Table* table_for(const Value& object, const Class& type, const Value& name) {
  Table* own = own_attributes(object);
  if (own == nullptr || (!object.is(Kind::instance) && extension_of(object) == nullptr)) return own;
  Table& kept = kept_attributes(object);
  return own != &kept && has_slot(type, name) ? &kept : own;
}

Outcome found_on_class(const Vm& vm, const Value& found, const Value& object, Class* type, Value& result,
                       std::vector<Value>& arguments) {
  if (const auto* property = found.try_as<Property>()) {
    if (property->getter.empty() || property->getter.is_none()) return Outcome::exhausted;
    result = property->getter;
    arguments.assign(1, object);
    return Outcome::needs_python;
  }
  if (found.is(Kind::instance)) {
    if (const Value* getter = find_user_special(vm, found, "__get__")) {
      result = bind(vm, *getter, found, vm.class_of(found));
      arguments = {object, Value::share(type)};
      return Outcome::needs_python;
    }
  }
  result = bind(vm, found, object, type);
  return Outcome::ok;
}

// Of a class's attribute: whether it comes before what the instance has under the name.
bool is_data_descriptor(const Vm& vm, const Value& found) {
  if (found.is(Kind::property)) return true;
  return found.is(Kind::instance) && (find_user_special(vm, found, "__set__") != nullptr ||
                                      find_user_special(vm, found, "__delete__") != nullptr);
}

// A descriptor that says nothing about reading leaves that to what the instance has.
bool has_getter(const Vm& vm, const Value& found) {
  return !found.is(Kind::instance) || find_user_special(vm, found, "__get__") != nullptr;
}

Outcome get_class_attribute(PythonThread& thread, const Value& object, const Value& name, Value& result,
                            std::vector<Value>& arguments) {
  const Vm& vm = thread.vm;
  auto* type = object.known<Class>();
  Class* metaclass = vm.class_of(object);
  const Value* on_metaclass = find_in_class(*metaclass, name);
  if (on_metaclass != nullptr && is_data_descriptor(vm, *on_metaclass))
    return found_on_class(vm, *on_metaclass, object, metaclass, result, arguments);
  if (text_of(name) == "__annotations__" && type->attributes.find_name(name) == nullptr && !type->is_native) {
    result = make_dict();  // of the class itself, never of a base
    return Outcome::ok;
  }
  if (const Value* found = find_in_class(*type, name)) {
    if (const auto* method = found->try_as<StaticMethod>()) {
      result = method->function;
    } else if (found->is(Kind::class_method)) {
      result = bind(vm, *found, object, type);
    } else if (const Value* getter =
                   found->is(Kind::instance) ? find_user_special(vm, *found, "__get__") : nullptr) {
      result = bind(vm, *getter, *found, vm.class_of(*found));
      arguments = {Value::none(), object};
      return Outcome::needs_python;
    } else {
      result = *found;
    }
    return Outcome::ok;
  }
  result = class_field(*type, text_of(name));
  if (!result.empty()) return Outcome::ok;
  if (text_of(name) == "__doc__") {
    result = Value::none();
    return Outcome::ok;
  }
  if (on_metaclass != nullptr) return found_on_class(vm, *on_metaclass, object, metaclass, result, arguments);
  result = find_built_in_special(vm, *type, text_of(name));
  if (result.empty() && text_of(name) == "__call__") result = object;
  if (!result.empty()) return Outcome::ok;
  if (const Value* fallback =
          type->metaclass.empty() ? nullptr : find_user_special(vm, object, "__getattr__")) {
    result = bind(vm, *fallback, object, metaclass);
    arguments.assign(1, name);
    return Outcome::needs_python;
  }
  return no_attribute(thread, object, name);
}

Outcome get_super_attribute(PythonThread& thread, const Value& object, const Value& name, Value& result,
                            std::vector<Value>& arguments) {
  const auto* super = object.known<SuperObject>();
  const bool of_class = super->self.is(Kind::class_object) &&
                        is_subclass(*super->self.known<Class>(), *super->start.known<Class>());
  Class* type = of_class ? super->self.known<Class>() : thread.vm.class_of(super->self);
  const auto& order = type->resolution_order;
  auto place = std::find(order.begin(), order.end(), super->start.known<Class>());
  for (place = place == order.end() ? place : place + 1; place != order.end(); ++place) {
    const Value* found = (*place)->attributes.find_name(name);
    const Value built_in = found == nullptr ? built_in_special(thread.vm, **place, text_of(name)) : Value();
    if (!built_in.empty()) found = &built_in;
    if (found == nullptr) continue;
    if (of_class && !found->is(Kind::class_method)) {
      const auto* method = found->try_as<StaticMethod>();
      result = method != nullptr ? method->function : *found;
      return Outcome::ok;
    }
    return found_on_class(thread.vm, *found, super->self, type, result, arguments);
  }
  for (const char* field : {"__self__", "__thisclass__", "__self_class__"}) {
    if (text_of(name) != field) continue;
    result = field == std::string_view("__self__")        ? super->self
             : field == std::string_view("__thisclass__") ? super->start
                                                          : Value::share(type);
    return Outcome::ok;
  }
  return no_attribute(thread, object, name);
}

Outcome set_class_attribute(PythonThread& thread, Class& type, const Value& name, Value value) {
  if (type.is_native) {
    raise_in(thread, "TypeError",
             "cannot set '" + text_of(name) + "' attribute of immutable type '" + type.name + "'");
    return Outcome::raised;
  }
  if (text_of(name) == "__name__" && value.is(Kind::string)) {
    type.name = text_of(value);
  } else if (text_of(name) == "__qualname__" && value.is(Kind::string)) {
    type.qualified_name = text_of(value);
  } else {
    if (text_of(name) == "__abstractmethods__") {
      const auto* names = value.is(Kind::set) || value.is(Kind::frozen_set) ? value.known<Set>() : nullptr;
      type.is_abstract = names != nullptr && names->table.size() > 0;
    }
    if (text_of(name) == "__module__" && value.is(Kind::string)) type.module = text_of(value);
    type.attributes.set_name(name, std::move(value));
  }
  class_changed(type);
  return Outcome::ok;
}

const Property* property_of(const Vm& vm, const Value& object, const Value& name) {
  const Value* found = find_in_class(*vm.class_of(object), name);
  return found == nullptr ? nullptr : found->try_as<Property>();
}

Outcome no_accessor(PythonThread& thread, const Value& object, const Value& name, std::string_view what) {
  raise_in(
      thread, "AttributeError",
      "property '" + text_of(name) + "' of '" + type_name(object) + "' object has no " + std::string(what));
  return Outcome::raised;
}

// Where a descriptor written in Python is in the way of setting or deleting: its method.
bool find_descriptor_method(const Vm& vm, const Value& object, const Value& name, std::string_view method,
                            Value& callee) {
  const Value* found = find_in_class(*vm.class_of(object), name);
  if (found == nullptr || !found->is(Kind::instance)) return false;
  const Value* special = find_user_special(vm, *found, method);
  if (special == nullptr) return false;
  callee = bind(vm, *special, *found, vm.class_of(*found));
  return true;
}

Outcome not_settable(PythonThread& thread, const Value& object, const Value& name) {
  if (find_in_class(*thread.vm.class_of(object), name) == nullptr) return no_attribute(thread, object, name);
  raise_in(thread, "AttributeError",
           "'" + type_name(object) + "' object attribute '" + text_of(name) + "' is read-only");
  return Outcome::raised;
}

}  // namespace

Value bind(const Vm&, const Value& found, const Value& object, Class* type) {
  if (!found.is_object()) return found;
  switch (found.object()->kind) {
    case Kind::function:
      return is_built_in_function(*found.known<Function>()->code.known<Code>())
                 ? found
                 : Value::adopt(new BoundMethod(found, object));
    case Kind::native_function:
      return found.known<NativeFunction>()->binds ? Value::adopt(new BoundMethod(found, object)) : found;
    case Kind::static_method:
      return found.known<StaticMethod>()->function;
    case Kind::class_method:
      return Value::adopt(new BoundMethod(found.known<ClassMethod>()->function, Value::share(type)));
    default:
      return found;
  }
}

const Value* find_special(const Vm& vm, const Value& object, std::string_view name) {
  const Class* type = vm.class_of(object);
  const Value key = intern(name);
  for (const Class* place : type->resolution_order) {
    if (place->is_native && !place->attributes.find_name(key)) continue;
    const Value* found = place->attributes.find_name(key);
    if (found != nullptr) return place->is_native && place == vm.classes().object ? nullptr : found;
  }
  return nullptr;
}

Outcome get_default_attribute(PythonThread& thread, const Value& object, const Value& name, Value& result,
                              std::vector<Value>& arguments) {
  if (object.is(Kind::super_object)) return get_super_attribute(thread, object, name, result, arguments);
  Class* type = thread.vm.class_of(object);
  if (text_of(name) == "__class__") {
    result = Value::share(shown_class_of(thread.vm, object));
    return Outcome::ok;
  }
  if (object.is(Kind::class_object)) return get_class_attribute(thread, object, name, result, arguments);
  const Value* on_class = find_in_class(*type, name);
  if (on_class != nullptr && is_data_descriptor(thread.vm, *on_class) && has_getter(thread.vm, *on_class)) {
    const Outcome outcome = found_on_class(thread.vm, *on_class, object, type, result, arguments);
    return outcome == Outcome::exhausted ? no_accessor(thread, object, name, "getter") : outcome;
  }
  if (Table* own = table_for(object, *type, name)) {
    if (const Value* found = own->find_name(name)) {
      result = *found;
      return Outcome::ok;
    }
  }
  if (text_of(name) == "__dict__" && has_live_dict(object)) {
    const bool has_names = object.is(Kind::instance) || extension_of(object) != nullptr;
    const Value* instead = has_names ? kept_attributes(object).find_name(name) : nullptr;
    if (instead != nullptr) {
      result = *instead;
      return Outcome::ok;
    }
    if (auto* function = object.try_as<Function>()) make_attributes(*function);
    result = extend(make_dict(), thread.vm.prelude("InstanceDict"));
    show_names(thread.vm, object, result.known<Dict>()->table);
    extension_of(result)->attributes.set("_owner", object);
    return Outcome::ok;
  }
  if (object.is_object()) {
    result = field_of(object, text_of(name));
    if (result.empty() && object.is(Kind::exception) && text_of(name) == "__traceback__")
      result = traceback_of(thread.vm, *object.known<Exception>());
    if (const auto* generator = object.try_as<Generator>();
        generator != nullptr && text_of(name) == "gi_frame")
      result = frame_value(thread.vm, generator->frame.get());
    if (!result.empty()) return Outcome::ok;
  }
  if (on_class != nullptr && as_slot(*on_class) != nullptr) return no_attribute(thread, object, name);
  if (on_class != nullptr) return found_on_class(thread.vm, *on_class, object, type, result, arguments);
  if (text_of(name) == "__doc__") {
    result = Value::none();
    return Outcome::ok;
  }
  if (object.is(Kind::bound_method) && object.known<BoundMethod>()->function.is(Kind::function)) {
    return get_attribute(thread, object.known<BoundMethod>()->function, name, result, arguments);
  }
  if (const Value special = find_built_in_special(thread.vm, *type, text_of(name)); !special.empty()) {
    result = bind(thread.vm, special, object, type);
    return Outcome::ok;
  }
  return no_attribute(thread, object, name);
}

namespace {

Value bound_hook(const Vm& vm, const Value& object, std::string_view name) {
  const Value* found = find_user_special(vm, object, name);
  return found == nullptr ? Value() : bind(vm, *found, object, vm.class_of(object));
}

}  // namespace

Outcome get_attribute(PythonThread& thread, const Value& object, const Value& name, Value& result,
                      std::vector<Value>& arguments) {
  const Vm& vm = thread.vm;
  Outcome outcome = Outcome::needs_python;
  const bool intercepts = !object.is(Kind::super_object) && vm.class_of(object)->bypasses_caches;
  const Value interceptor = intercepts ? bound_hook(vm, object, "__getattribute__") : Value();
  if (interceptor.empty()) {
    outcome = get_default_attribute(thread, object, name, result, arguments);
    if (outcome == Outcome::ok) return outcome;
  } else {
    result = interceptor;
    arguments.assign(1, name);
  }
  if (object.is(Kind::class_object) || object.is(Kind::super_object)) return outcome;
  Value fallback;
  if (const auto* module = object.try_as<Module>()) {
    if (const Value* own = module->globals().find_name(intern("__getattr__"))) fallback = *own;
  } else {
    fallback = bound_hook(vm, object, "__getattr__");
  }
  if (fallback.empty()) return outcome;
  if (outcome == Outcome::needs_python) {
    // The getter may raise AttributeError itself.
    std::vector<Value> all{result, make_tuple(std::move(arguments)), fallback, name};
    arguments = std::move(all);
    result = vm.prelude("attribute_or");
    return outcome;
  }
  if (!raised_is(thread, "AttributeError")) return outcome;
  thread.raised = Value();
  result = fallback;
  arguments.assign(1, name);
  return Outcome::needs_python;
}

Outcome set_attribute(PythonThread& thread, const Value& object, const Value& name, Value value,
                      Value& callee, std::vector<Value>& arguments) {
  if (const Value* special = find_user_special(thread.vm, object, "__setattr__")) {
    callee = bind(thread.vm, *special, object, thread.vm.class_of(object));
    arguments.assign({name, std::move(value)});
    return Outcome::needs_python;
  }
  return set_default_attribute(thread, object, name, std::move(value), callee, arguments);
}

namespace {

void put_names(const Vm& vm, const Value& object, const Value& names) {
  Class& type = *vm.class_of(object);
  // The class says that its instances have to be looked at: inline caches know nothing of the dict.
  if (type.attributes.find(kSharesNames) == nullptr) {
    type.attributes.set(kSharesNames, Value::boolean(true));
    class_changed(type);
  }
  Table& kept = kept_attributes(object);
  std::vector<Value> gone;
  for (const Table::Entry& entry : kept.entries())
    if (!entry.key.empty() && !has_slot(type, entry.key)) gone.push_back(entry.key);
  for (const Value& key : gone) kept.erase_name(key);
  kept.set("__dict__", names);
}

Outcome dict_needed(PythonThread& thread, const Value& given) {
  raise_in(thread, "TypeError", "__dict__ must be set to a dictionary, not a '" + type_name(given) + "'");
  return Outcome::raised;
}

Outcome replace_function_names(PythonThread& thread, Function& function, const Value& value) {
  if (!value.is(Kind::dict)) return dict_needed(thread, value);
  auto names = std::make_unique<Table>(value.known<Dict>()->table);
  static const Value annotations = intern("__annotations__");
  if (function.attributes)
    if (const Value* kept = function.attributes->find_name(annotations)) names->set_name(annotations, *kept);
  function.attributes = std::move(names);
  return Outcome::ok;
}

// `object.__dict__ = value`: from now on the names are the dict's, which others may have too.
Outcome replace_names(PythonThread& thread, const Value& object, const Value& value) {
  if (!value.is(Kind::dict)) return dict_needed(thread, value);
  const Value* names_of = owner_of_names(thread.vm, value);
  if (names_of == nullptr) {
    put_names(thread.vm, object, value);
    return Outcome::ok;
  }
  // What another object's __dict__ gave: both have the same names then.
  const Value owner = *names_of;
  const Value names = dict_of(*own_attributes(owner));
  if (owner.is(Kind::instance)) put_names(thread.vm, owner, names);
  put_names(thread.vm, object, names);
  return Outcome::ok;
}

}  // namespace

Outcome set_default_attribute(PythonThread& thread, const Value& object, const Value& name, Value value,
                              Value& callee, std::vector<Value>& arguments) {
  if (const Property* property = property_of(thread.vm, object, name)) {
    if (property->setter.empty() || property->setter.is_none())
      return no_accessor(thread, object, name, "setter");
    callee = property->setter;
    arguments.assign({object, std::move(value)});
    return Outcome::needs_python;
  }
  if (find_descriptor_method(thread.vm, object, name, "__set__", callee)) {
    arguments.assign({object, std::move(value)});
    return Outcome::needs_python;
  }
  if (object.is(Kind::class_object)) {
    return set_class_attribute(thread, *object.known<Class>(), name, std::move(value));
  }
  if (is_traceback(thread.vm, object)) return set_traceback_field(thread, object, name, std::move(value));
  if (auto* exception = object.try_as<Exception>()) {
    if (set_exception_field(thread.vm, *exception, text_of(name), value)) return Outcome::ok;
    if (text_of(name) == "__traceback__") {
      raise_in(thread, "TypeError", "__traceback__ must be a traceback or None");
      return Outcome::raised;
    }
  }
  if (auto* function = object.try_as<Function>()) {
    count_rare_change();
    if (const std::string_view wanted = kind_of_function_field(text_of(name), value); !wanted.empty())
      return raise_type_error(thread, text_of(name) + " must be set to a " + std::string(wanted) + " object");
    if (set_function_field(*function, text_of(name), value)) return Outcome::ok;
    if (text_of(name) == "__dict__") return replace_function_names(thread, *function, value);
    make_attributes(*function);
  }
  if (auto* generator = object.try_as<Generator>(); generator != nullptr && generator->shown_as.empty()) {
    Value* field = text_of(name) == "__name__"       ? &generator->name
                   : text_of(name) == "__qualname__" ? &generator->qualified_name
                                                     : nullptr;
    if (field != nullptr && !value.is(Kind::string))
      return raise_type_error(thread, text_of(name) + " must be set to a string object");
    if (field != nullptr) {
      *field = std::move(value);
      return Outcome::ok;
    }
  }
  if (text_of(name) == "__class__" && object.is(Kind::instance) && value.is(Kind::class_object)) {
    object.known<Instance>()->class_value = std::move(value);
    return Outcome::ok;
  }
  if (object.is(Kind::dict) && text_of(name) == "default_factory" &&
      object.known<Dict>()->subclass != nullptr) {
    object.known<Dict>()->default_factory = value.is_none() ? Value() : value;
    return Outcome::ok;
  }
  const bool has_names = object.is(Kind::instance) || extension_of(object) != nullptr;
  if (text_of(name) == "__dict__" && has_names && has_live_dict(object))
    return replace_names(thread, object, value);
  const Class& its_class = *thread.vm.class_of(object);
  Table* own = table_for(object, its_class, name);
  if (own == nullptr || (its_class.is_closed && !has_slot(its_class, name))) {
    return not_settable(thread, object, name);
  }
  own->set_name(name, std::move(value));
  return Outcome::ok;
}

Outcome delete_attribute(PythonThread& thread, const Value& object, const Value& name, Value& callee,
                         std::vector<Value>& arguments) {
  if (const Value* special = find_user_special(thread.vm, object, "__delattr__")) {
    callee = bind(thread.vm, *special, object, thread.vm.class_of(object));
    arguments.assign(1, name);
    return Outcome::needs_python;
  }
  return delete_default_attribute(thread, object, name, callee, arguments);
}

namespace {

bool is_field_of_exception(const Value& object, const Value& name) {
  static const std::set<std::string_view> kNames = {"args", "__cause__", "__context__", "__traceback__"};
  return object.is(Kind::exception) && kNames.contains(text_of(name));
}

}  // namespace

Outcome delete_default_attribute(PythonThread& thread, const Value& object, const Value& name, Value& callee,
                                 std::vector<Value>& arguments) {
  if (find_descriptor_method(thread.vm, object, name, "__delete__", callee)) {
    arguments.assign(1, object);
    return Outcome::needs_python;
  }
  if (const Property* property = property_of(thread.vm, object, name)) {
    if (property->deleter.empty() || property->deleter.is_none())
      return no_accessor(thread, object, name, "deleter");
    callee = property->deleter;
    arguments.assign(1, object);
    return Outcome::needs_python;
  }
  if (auto* type = object.try_as<Class>(); type != nullptr && !type->is_native) {
    if (!type->attributes.erase_name(name)) return no_attribute(thread, object, name);
    class_changed(*type);
    return Outcome::ok;
  }
  if (const bool is_entry = is_traceback(thread.vm, object); is_entry || is_field_of_exception(object, name))
    return raise_type_error(thread, is_entry ? "can't delete " + text_of(name) + " attribute"
                                             : text_of(name) + " may not be deleted");
  if (auto* function = object.try_as<Function>();
      function != nullptr && (text_of(name) == "__defaults__" || text_of(name) == "__kwdefaults__")) {
    count_rare_change();
    set_function_field(*function, text_of(name), Value::none());
    return Outcome::ok;
  }
  Table* own = table_for(object, *thread.vm.class_of(object), name);
  return own != nullptr && own->erase_name(name) ? Outcome::ok : no_attribute(thread, object, name);
}

}  // namespace forkscope::vm
