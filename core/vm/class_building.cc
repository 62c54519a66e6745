#include "core/vm/class_building.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/frame.h"
#include "core/vm/operations.h"
#include "core/vm/runner.h"
#include "core/vm/slots.h"

namespace forkscope::vm {

namespace {

// What CPython says of a base that is no class: it calls the base's type with what a class would be made of.
std::string not_a_base(const Value& base) {
  if (base.is(Kind::function)) return "function() argument 'code' must be code, not str";
  if (base.is(Kind::string)) return "str() argument 2 must be str, not tuple";
  if (base.is(Kind::bound_method)) return "method expected 2 arguments, got 3";
  const std::string name = type_name(base);
  if (name == "int" || name == "module") return name + "() takes at most 2 arguments (3 given)";
  if (name == "list" || name == "tuple" || name == "float")
    return fmt::format("{} expected at most 1 argument, got 3", name);
  return fmt::format("{}() takes no arguments", name);
}

bool is_acceptable(const Vm& vm, const Class& base) {
  if (!base.is_native) return true;
  const Kind kind = base.instance_kind;
  if (&base == vm.classes().boolean) return false;
  return is_extensible(kind) || kind == Kind::instance || kind == Kind::exception ||
         kind == Kind::class_object || kind == Kind::property || kind == Kind::static_method ||
         kind == Kind::class_method || kind == Kind::native_object || kind == Kind::module;
}

bool check_bases(PythonThread& thread, const std::vector<Value>& bases) {
  Kind layout = Kind::instance;
  for (std::size_t i = 0; i < bases.size(); ++i) {
    const auto* base = bases[i].try_as<Class>();
    if (base == nullptr) {
      raise_in(thread, "TypeError", not_a_base(bases[i]));
      return false;
    }
    if (!is_acceptable(thread.vm, *base)) {
      raise_in(thread, "TypeError", fmt::format("type '{}' is not an acceptable base type", base->name));
      return false;
    }
    for (std::size_t before = 0; before < i; ++before) {
      if (!bases[before].same(bases[i])) continue;
      raise_in(thread, "TypeError", fmt::format("duplicate base class {}", base->name));
      return false;
    }
    if (layout != Kind::instance && base->instance_kind != Kind::instance && base->instance_kind != layout) {
      raise_in(thread, "TypeError", "multiple bases have instance lay-out conflict");
      return false;
    }
    if (base->instance_kind != Kind::instance) layout = base->instance_kind;
  }
  return true;
}

std::string no_order(const std::vector<Value>& bases) {
  std::string names;
  for (const Value& base : bases) names += (names.empty() ? "" : ", ") + base.known<Class>()->name;
  return "Cannot create a consistent method resolution\norder (MRO) for bases " + names;
}

// The value of an immutable kind is made from the arguments; a container is empty until its __init__ ran.
bool is_filled_by_init(Kind kind) {
  return kind == Kind::list || kind == Kind::dict || kind == Kind::set;
}

const Class* native_base(const Class& type) {
  for (const Class* place : type.resolution_order) {
    if (place->is_native && place->construct != nullptr) return place;
  }
  return nullptr;
}

// Calls a class that derives from a built-in kind: the built-in's value, then made into one of the class.
NativeResult construct_extended(NativeCall& call) {
  const Value type = call.positional[0];
  Class& made_class = *type.known<Class>();
  const Class* base = native_base(made_class);
  if (made_class.cached_version != made_class.version) refresh_class(made_class);
  const bool has_init = made_class.cached_init != nullptr && made_class.cached_init->is(Kind::function);
  const Kind kind = made_class.instance_kind;
  if (has_init && is_filled_by_init(kind)) call.positional = call.positional.first(1);
  // What an __init__ has in addition is nothing for the __new__ of these.
  const bool is_plain = (kind == Kind::tuple || kind == Kind::frozen_set || kind == Kind::float_number) &&
                        base == call.vm.class_of_kind(kind);
  if (has_init && (is_plain || is_filled_by_init(kind))) {
    call.keywords = {};
    call.keyword_names = nullptr;
  }
  const NativeResult result = base->construct(call);
  if (result == NativeResult::value) {
    call.result = extend(call.result, type);
  } else if (result == NativeResult::call) {
    std::vector<Value> arguments{std::move(call.callee), make_tuple(std::move(call.callee_arguments)), type};
    call.callee = call.vm.prelude("extend_made");
    call.callee_arguments = std::move(arguments);
  }
  return result;
}

void wrap_implicitly(Class& type) {
  for (const char* name : {"__init_subclass__", "__class_getitem__"}) {
    Value* found = type.attributes.find(name);
    if (found != nullptr && found->is(Kind::function)) *found = Value::adopt(new ClassMethod(*found));
  }
  Value* maker = type.attributes.find("__new__");
  if (maker != nullptr && maker->is(Kind::function)) *maker = Value::adopt(new StaticMethod(*maker));
}

}  // namespace

bool choose_metaclass(PythonThread& thread, const std::vector<Value>& bases, Value& metaclass) {
  if (!metaclass.empty() && !metaclass.is(Kind::class_object)) return true;
  for (const Value& base : bases) {
    if (!base.is(Kind::class_object)) continue;
    const Value of_base = Value::share(thread.vm.class_of(base));
    if (metaclass.empty() || is_subclass(*of_base.known<Class>(), *metaclass.known<Class>())) {
      metaclass = of_base;
    } else if (!is_subclass(*metaclass.known<Class>(), *of_base.known<Class>())) {
      raise_in(thread, "TypeError",
               "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
               "metaclasses of all its bases");
      return false;
    }
  }
  if (metaclass.empty()) metaclass = Value::share(thread.vm.classes().type);
  return true;
}

Value begin_class(PythonThread& thread, const std::string& name, std::vector<Value> bases,
                  const Value& metaclass) {
  if (bases.empty()) bases.push_back(Value::share(thread.vm.classes().object));
  if (!check_bases(thread, bases)) return {};
  auto* type = new Class(name);
  Value made = Value::adopt(type);
  type->bases = bases;
  if (!metaclass.same(Value::share(thread.vm.classes().type))) type->metaclass = metaclass;
  if (!finish_class(*type)) {
    raise_in(thread, "TypeError", no_order(bases));
    return {};
  }
  if (is_extensible(type->instance_kind) && type->construct != nullptr) type->construct = construct_extended;
  return made;
}

bool complete_class(PythonThread& thread, Class& type) {
  wrap_implicitly(type);
  if (type.attributes.find("__eq__") != nullptr && type.attributes.find("__hash__") == nullptr) {
    type.attributes.set("__hash__", Value::none());
  }
  if (!make_slots(thread, type)) return false;
  class_changed(type);
  return true;
}

std::vector<Value> announcement(const Vm& vm, const Value& type, const Value& keywords) {
  const auto& made = *type.known<Class>();
  std::vector<Value> named;
  for (const Table::Entry& entry : made.attributes.entries()) {
    if (!entry.key.empty() && entry.value.is(Kind::instance) &&
        find_user_special(vm, entry.value, "__set_name__") != nullptr) {
      named.push_back(make_tuple({entry.key, entry.value}));
    }
  }
  static const Value hook_name = intern("__init_subclass__");
  bool has_hook = !keywords.empty() && keywords.known<Dict>()->table.size() > 0;
  for (std::size_t i = 1; i < made.resolution_order.size() && !has_hook; ++i) {
    const Class* place = made.resolution_order[i];
    has_hook = !place->is_native && place->attributes.find_name(hook_name) != nullptr;
  }
  if (named.empty() && !has_hook) return {};
  return {type, make_list(std::move(named)), Value::boolean(has_hook),
          keywords.empty() ? make_dict() : keywords};
}

Step Runner::resolve_bases() {
  const auto is_plain = [this](const Value& base) {
    return base.is(Kind::class_object) || find_user_special(vm, base, "__mro_entries__") == nullptr;
  };
  if (std::ranges::all_of(top().known<Tuple>()->items, is_plain)) return Step::next;
  Value bases = pop();
  return call_prelude("resolve_bases", {std::move(bases)});
}

namespace {

// What the class statement says where resolve_bases() of the prelude made other bases of it; else empty.
Value take_original_bases(Value& bases) {
  Extension* extension = extension_of(bases);
  if (extension == nullptr) return {};
  const Value* original = extension->attributes.find_name(intern("_original"));
  Value found = original == nullptr ? Value() : *original;
  bases = make_tuple(bases.known<Tuple>()->items);
  return found;
}

// Whether a metaclass says what the body of its classes fills.
bool prepares(const Value& metaclass) {
  if (!metaclass.is(Kind::class_object)) return false;
  const Value* found = find_in_class(*metaclass.known<Class>(), intern("__prepare__"));
  const auto* method = found == nullptr ? nullptr : found->try_as<ClassMethod>();
  return found != nullptr && (method == nullptr || !method->function.is(Kind::native_function));
}

}  // namespace

Table* class_table(const Value& extra) {
  const auto* parts = extra.try_as<Tuple>();
  if (parts == nullptr) return &extra.known<Class>()->attributes;
  if (parts->items.size() == 2) return &parts->items[0].known<Class>()->attributes;
  auto* space = parts->items[3].try_as<Dict>();
  return space == nullptr ? nullptr : &space->table;
}

Table* class_namespace(const Vm& vm, const Value& extra) {
  Table* table = class_table(extra);
  const auto* parts = extra.try_as<Tuple>();
  if (parts == nullptr || parts->items.size() == 2 || table == nullptr) return table;
  const Value& space = parts->items[3];
  static constexpr const char* kHooks[] = {"__getitem__", "__setitem__", "__delitem__", "__missing__"};
  const bool is_hooked =
      std::ranges::any_of(kHooks, [&](const char* hook) { return is_overridden(vm, space, hook); });
  return is_hooked ? nullptr : table;
}

Step Runner::build_class(std::uint32_t argument) {
  if (!has_builtin(frame(), "__build_class__")) return raise("NameError", "__build_class__ not found");
  const bool has_keywords = argument != 0;
  const Value keywords = has_keywords ? pop() : Value();
  Value metaclass;
  if (has_keywords) keywords.known<Dict>()->table.erase_name(intern("metaclass"), &metaclass);
  Value base_tuple = pop();
  const Value original_bases = take_original_bases(base_tuple);
  const Value name = pop(), body = pop();
  const std::vector<Value>& bases = base_tuple.known<Tuple>()->items;
  if (!choose_metaclass(thread, bases, metaclass)) return Step::raised;
  const bool is_plain = metaclass.same(Value::share(vm.classes().type));
  const auto& code = *body.known<Function>()->code.known<Code>();
  const Value* found = frame().module->globals().find("__name__");
  const Value module = found != nullptr ? *found : make_string(frame().module->name);
  const auto set_names = [&](Table& names) {
    names.set("__module__", module);
    if (!original_bases.empty()) names.set("__orig_bases__", original_bases);
    if (!code.doc.empty()) names.set("__doc__", code.doc);
  };
  if (!is_plain) {
    Value given = has_keywords ? keywords : make_dict();
    const Value qualified_name = make_string(code.qualified_name);
    const Value doc = code.doc.empty() ? Value::none() : code.doc;
    Value parts = make_tuple({metaclass, name, base_tuple, given, body});
    if (prepares(metaclass))
      return call_prelude("prepare_class",
                          {metaclass, name, base_tuple, given, module, qualified_name, doc,
                           original_bases.empty() ? Value::none() : original_bases},
                          Continuation::class_space, std::move(parts));
    Value space = make_dict();
    space.known<Dict>()->table.set("__qualname__", qualified_name);
    set_names(space.known<Dict>()->table);
    return begin_class_body(parts, std::move(space));
  }
  Value extra = begin_class(thread, name.known<String>()->text, bases, metaclass);
  if (extra.empty()) return Step::raised;
  auto* type = extra.known<Class>();
  type->qualified_name = code.qualified_name;
  type->module = module.is(Kind::string) ? module.known<String>()->text : frame().module->name;
  Table* names = &type->attributes;
  if (has_keywords) extra = make_tuple({extra, keywords});
  set_names(*names);
  const Step step = push_function(body, nullptr, 0, nullptr, Continuation::class_body, std::move(extra));
  if (step == Step::next) frame().names = names;
  return step;
}

Step Runner::begin_class_body(const Value& parts, Value space) {
  const auto& given = parts.known<Tuple>()->items;
  Value extra = make_tuple({given[0], given[1], given[2], std::move(space), given[3]});
  Table* names = class_namespace(vm, extra);
  const Step step = push_function(given[4], nullptr, 0, nullptr, Continuation::class_body, std::move(extra));
  if (step == Step::next) frame().names = names;
  return step;
}

Step Runner::load_from_space(const Value& name, const Value* outside) {
  const Value space = frame().extra.known<Tuple>()->items[3];
  return call_prelude("name_in_space", {space, name, outside == nullptr ? Value::none() : *outside,
                                        Value::boolean(outside != nullptr)});
}

Step Runner::store_in_space(const Value& name) {
  const Value space = frame().extra.known<Tuple>()->items[3];
  Value value = pop();
  return call_prelude("store_in_space", {space, name, std::move(value)}, Continuation::discard);
}

Step Runner::delete_from_space(const Value& name) {
  const Value space = frame().extra.known<Tuple>()->items[3];
  return call_prelude("delete_from_space", {space, name}, Continuation::discard);
}

namespace {

// What the body says of the class's module and qualified name.
void take_names(Class& type) {
  if (const Value* module = type.attributes.find("__module__"); module != nullptr && module->is(Kind::string))
    type.module = module->known<String>()->text;
  Value name;
  if (type.attributes.erase_name(intern("__qualname__"), &name) && name.is(Kind::string))
    type.qualified_name = name.known<String>()->text;
}

}  // namespace

Step Runner::finish_class_body(Value extra, Value cell) {
  Value keywords;
  if (const auto* parts = extra.try_as<Tuple>(); parts != nullptr && parts->items.size() > 2) {
    Value space = parts->items[3];
    if (class_namespace(vm, extra) == nullptr)
      return call_prelude("finish_prepared", {parts->items[0], parts->items[1], parts->items[2], space,
                                              parts->items[4], cell.is(Kind::cell) ? cell : Value::none()});
    if (cell.is(Kind::cell)) space.known<Dict>()->table.set("__classcell__", cell);
    const Value arguments = make_tuple({parts->items[1], parts->items[2], space});
    return call_spread(parts->items[0], *arguments.known<Tuple>(), parts->items[4].known<Dict>());
  } else if (parts != nullptr) {
    keywords = parts->items[1];
    extra = Value(parts->items[0]);
  }
  take_names(*extra.known<Class>());
  if (!complete_class(thread, *extra.known<Class>())) return Step::raised;
  if (cell.is(Kind::cell)) cell.known<Cell>()->content = extra;
  std::vector<Value> told = announcement(vm, extra, keywords);
  if (!told.empty()) return call_prelude("announce_class", std::move(told));
  push(std::move(extra));
  return Step::next;
}

namespace {

Value keywords_of(const NativeCall& call) {
  Value made = make_dict();
  for (std::size_t i = 0; i < call.keywords.size(); ++i) {
    made.known<Dict>()->table.set_name(call.keyword_names->items[i], call.keywords[i]);
  }
  return made;
}

void fill_class(NativeCall& call, Class& type, const Dict& space) {
  type.qualified_name = type.name;
  const Value* caller = call.thread.frame->module->globals().find("__name__");
  type.module = caller != nullptr && caller->is(Kind::string) ? caller->known<String>()->text : "builtins";
  type.attributes.set("__module__", make_string(type.module));
  for (const Table::Entry& entry : space.table.entries()) {
    if (entry.key.empty() || !entry.key.is(Kind::string)) continue;
    const std::string& name = entry.key.known<String>()->text;
    if (name == "__classcell__") continue;
    if (name == "__qualname__" && entry.value.is(Kind::string)) {
      type.qualified_name = entry.value.known<String>()->text;
      continue;
    }
    if (name == "__module__" && entry.value.is(Kind::string)) type.module = entry.value.known<String>()->text;
    type.attributes.set(name, entry.value);
  }
}

NativeResult make_class(NativeCall& call) {
  const Value name = call.positional[1], bases = call.positional[2], space = call.positional[3];
  if (!name.is(Kind::string) || !bases.is(Kind::tuple) || !space.is(Kind::dict)) {
    const int wrong = !name.is(Kind::string) ? 1 : !bases.is(Kind::tuple) ? 2 : 3;
    return raise(call, "TypeError",
                 fmt::format("type.__new__() argument {} must be {}, not {}", wrong,
                             wrong == 1   ? "str"
                             : wrong == 2 ? "tuple"
                                          : "dict",
                             type_name(call.positional[static_cast<std::size_t>(wrong)])));
  }
  for (const Value& base : bases.known<Tuple>()->items) {
    if (base.is(Kind::class_object)) continue;
    const bool has_entries = find_user_special(call.vm, base, "__mro_entries__") != nullptr;
    return raise(call, "TypeError",
                 has_entries ? "type() doesn't support MRO entry resolution; use types.new_class()"
                             : "bases must be types");
  }
  Value metaclass = call.positional[0];
  if (!choose_metaclass(call.thread, bases.known<Tuple>()->items, metaclass)) return NativeResult::raised;
  Value made = begin_class(call.thread, name.known<String>()->text, bases.known<Tuple>()->items, metaclass);
  if (made.empty()) return NativeResult::raised;
  fill_class(call, *made.known<Class>(), *space.known<Dict>());
  const Value* cell = space.known<Dict>()->table.find("__classcell__");
  if (!complete_class(call.thread, *made.known<Class>())) return NativeResult::raised;
  if (cell != nullptr && cell->is(Kind::cell)) cell->known<Cell>()->content = made;
  call.callee_arguments = announcement(call.vm, made, keywords_of(call));
  if (call.callee_arguments.empty()) return call.returns(std::move(made));
  call.callee = call.vm.prelude("announce_class");
  return NativeResult::call;
}

NativeResult type_init(NativeCall& call) {
  return call.returns_none();
}

// What calling a class does unless its metaclass says otherwise.
NativeResult type_call(NativeCall& call) {
  if (call.positional.empty() || !call.positional[0].is(Kind::class_object)) {
    return raise(call, "TypeError", "descriptor '__call__' of 'type' object needs an argument");
  }
  call.callee = call.vm.prelude("instantiate");
  call.callee_arguments = {call.positional[0],
                           make_tuple({call.positional.begin() + 1, call.positional.end()}),
                           keywords_of(call)};
  return NativeResult::call;
}

NativeResult type_mro(NativeCall& call) {
  std::vector<Value> order;
  for (Class* place : call.positional[0].as<Class>()->resolution_order) order.push_back(Value::share(place));
  return call.returns(make_list(std::move(order)));
}

NativeResult type_subclasses(NativeCall& call) {
  std::vector<Value> found;
  for (Class* type : call.positional[0].as<Class>()->subclasses) found.push_back(Value::share(type));
  return call.returns(make_list(std::move(found)));
}

NativeResult init_subclass(NativeCall& call) {
  if (call.keywords.empty()) return call.returns_none();
  return raise(
      call, "TypeError",
      fmt::format("{}.__init_subclass__() takes no keyword arguments", call.positional[0].as<Class>()->name));
}

NativeResult type_prepare(NativeCall& call) {
  return call.returns(make_dict());
}

constexpr std::array kMethods = {NativeDefinition{"__init__", type_init},
                                 NativeDefinition{"__call__", type_call},
                                 method<"mro", Kind::class_object, type_mro>(),
                                 method<"__subclasses__", Kind::class_object, type_subclasses>()};

}  // namespace

Class* shown_class_of(const Vm& vm, const Value& value) {
  Class* type = vm.class_of(value);
  if (!value.is(Kind::dict) || extension_of(value) == nullptr) return type;
  const Value of_names = vm.prelude("InstanceDict");
  const bool is_names = std::ranges::any_of(
      type->resolution_order, [&of_names](const Class* place) { return place == of_names.as<Class>(); });
  return is_names ? vm.class_of_kind(Kind::dict) : type;
}

NativeResult construct_type(NativeCall& call) {
  const bool is_type = call.positional[0].known<Class>() == call.vm.classes().type;
  if (is_type && call.positional.size() == 2 && call.keywords.empty())
    return call.returns(Value::share(shown_class_of(call.vm, call.positional[1])));
  if (call.positional.size() == 4) return make_class(call);
  if (is_type) return raise(call, "TypeError", "type() takes 1 or 3 arguments");
  return raise(
      call, "TypeError",
      fmt::format("type.__new__() takes exactly 3 arguments ({} given)", call.positional.size() - 1));
}

void install_type_methods(Vm& vm) {
  Class* type = vm.classes().type;
  type->construct = construct_type;
  define_methods(*type, kMethods);
  auto* prepare = new NativeFunction("__prepare__", type_prepare);
  type->attributes.set("__prepare__", Value::adopt(new ClassMethod(Value::adopt(prepare))));
  auto* hook = new NativeFunction("__init_subclass__", init_subclass);
  vm.classes().object->attributes.set("__init_subclass__", Value::adopt(new ClassMethod(Value::adopt(hook))));
}

}  // namespace forkscope::vm
