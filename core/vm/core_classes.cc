#include "core/vm/core_classes.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/vm/builtins_parts.h"
#include "core/vm/cells.h"
#include "core/vm/class_building.h"
#include "core/vm/exceptions.h"
#include "core/vm/finalizers.h"
#include "core/vm/frame.h"
#include "core/vm/operations.h"
#include "core/vm/runner.h"
#include "core/vm/slots.h"
#include "core/vm/special_methods.h"

namespace forkscope::vm {

namespace {

NativeResult construct_object(NativeCall& call) {
  const auto& type = *call.positional[0].known<Class>();
  if (call.positional.size() > 1 || !call.keywords.empty()) {
    return raise(call, "TypeError", type.name + "() takes no arguments");
  }
  return call.returns(make_instance(call.positional[0]));
}

// As CPython, arguments are too many only where nobody else took them: __new__ or __init__ of a class.
NativeResult object_init(NativeCall& call) {
  if (call.positional.size() <= 1 && call.keywords.empty()) return call.returns_none();
  Class& type = *call.vm.class_of(call.positional.empty() ? Value() : call.positional[0]);
  if (type.cached_version != type.version) refresh_class(type);
  if (type.cached_init != nullptr && type.cached_init->is(Kind::function)) {
    return raise(call, "TypeError",
                 "object.__init__() takes exactly one argument (the instance to initialize)");
  }
  if (type.has_python_new || type.instance_kind != Kind::instance) return call.returns_none();
  return raise(call, "TypeError", type.name + "() takes no arguments");
}

// The built-in class that makes the objects of `type`; object itself counts as none.
const Class* native_maker(const Class& type) {
  for (const Class* place : type.resolution_order)
    if (place->is_native && place->attributes.find_name(intern("__new__")) != nullptr)
      return place->bases.empty() ? nullptr : place;
  return nullptr;
}

// Named is the first class whose __new__ is no Python code.
NativeResult not_safe(NativeCall& call, const Class& maker, const Class& type) {
  const auto safe = std::ranges::find_if(type.resolution_order, [](const Class* place) {
    const Value* found = find_in_class(*place, intern("__new__"));
    return found != nullptr && found->is(Kind::bound_method);
  });
  return raise(
      call, "TypeError",
      fmt::format("{}.__new__({}) is not safe, use {}.__new__()", maker.name, type.name, (*safe)->name));
}

// __new__ of a built-in class, which comes first: int.__new__(cls, ...).
NativeResult built_in_new(NativeCall& call) {
  const auto& maker = *call.positional[0].known<Class>();
  if (call.positional.size() < 2)
    return raise(call, "TypeError", fmt::format("{}.__new__(): not enough arguments", maker.name));
  auto* type = call.positional[1].try_as<Class>();
  if (type == nullptr)
    return raise(
        call, "TypeError",
        fmt::format("{}.__new__(X): X is not a type object ({})", maker.name, type_name(call.positional[1])));
  if (!is_subclass(*type, maker))
    return raise(call, "TypeError",
                 fmt::format("{}.__new__({}): {} is not a subtype of {}", maker.name, type->name, type->name,
                             maker.name));
  if (native_maker(*type) != &maker) return not_safe(call, maker, *type);
  call.positional = call.positional.subspan(1);
  // What these are filled with is for __init__.
  const auto is_of = [&](Kind kind) { return &maker == call.vm.class_of_kind(kind); };
  if (is_of(Kind::list) || is_of(Kind::dict) || is_of(Kind::set)) {
    call.positional = call.positional.first(1);
    call.keywords = {};
    call.keyword_names = nullptr;
  }
  return type->construct(call);
}

NativeResult object_new(NativeCall& call) {
  if (call.positional.empty()) return raise(call, "TypeError", "object.__new__(): not enough arguments");
  auto* type = call.positional[0].try_as<Class>();
  if (type == nullptr) {
    return raise(
        call, "TypeError",
        fmt::format("object.__new__(X): X is not a type object ({})", type_name(call.positional[0])));
  }
  if (native_maker(*type) != nullptr) return not_safe(call, *call.vm.classes().object, *type);
  if (type->construct != nullptr && type->construct != construct_object) return type->construct(call);
  if (type->is_native && type != call.vm.classes().object) {
    return raise(call, "TypeError", fmt::format("cannot create '{}' instances", type->name));
  }
  if (type->cached_version != type->version) refresh_class(*type);
  if (call.positional.size() > 1 || !call.keywords.empty()) {
    if (type->has_python_new) {
      return raise(call, "TypeError",
                   "object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (type->cached_init == nullptr || !type->cached_init->is(Kind::function)) {
      return raise(call, "TypeError", type->name + "() takes no arguments");
    }
  }
  return call.returns(make_instance(call.positional[0]));
}

bool takes_name(NativeCall& call, std::size_t arguments) {
  if (call.positional.size() != arguments + 1) {
    raise(call, "TypeError",
          fmt::format("expected {} argument{}, got {}", arguments, arguments == 1 ? "" : "s",
                      call.positional.empty() ? 0 : call.positional.size() - 1));
    return false;
  }
  if (call.positional[1].is(Kind::string)) return true;
  raise(call, "TypeError",
        fmt::format("attribute name must be string, not '{}'", type_name(call.positional[1])));
  return false;
}

NativeResult object_getattribute(NativeCall& call) {
  if (!takes_name(call, 1)) return NativeResult::raised;
  const Value name = intern(call.positional[1].known<String>()->text);
  switch (get_default_attribute(call.thread, call.positional[0], name, call.callee, call.callee_arguments)) {
    case Outcome::ok:
      return call.returns(std::move(call.callee));
    case Outcome::needs_python:
      return NativeResult::call;
    default:
      return NativeResult::raised;
  }
}

NativeResult from_change(NativeCall& call, Outcome outcome) {
  if (outcome == Outcome::ok) return call.returns_none();
  return outcome == Outcome::needs_python ? NativeResult::call : NativeResult::raised;
}

NativeResult object_setattr(NativeCall& call) {
  if (!takes_name(call, 2)) return NativeResult::raised;
  const Value name = intern(call.positional[1].known<String>()->text);
  return from_change(call, set_default_attribute(call.thread, call.positional[0], name, call.positional[2],
                                                 call.callee, call.callee_arguments));
}

NativeResult object_delattr(NativeCall& call) {
  if (!takes_name(call, 1)) return NativeResult::raised;
  const Value name = intern(call.positional[1].known<String>()->text);
  return from_change(call, delete_default_attribute(call.thread, call.positional[0], name, call.callee,
                                                    call.callee_arguments));
}

// function.__get__(instance[, owner])
NativeResult function_get(NativeCall& call) {
  if (call.positional.size() < 2 || call.positional.size() > 3) {
    return raise(call, "TypeError",
                 fmt::format("expected at least 1 argument, got {}", call.positional.size() - 1));
  }
  if (call.positional[1].is_none()) return call.returns(call.positional[0]);
  return call.returns(
      bind(call.vm, call.positional[0], call.positional[1], call.vm.class_of(call.positional[1])));
}

// classmethod.__get__(instance[, owner]), staticmethod's too
NativeResult wrapper_get(NativeCall& call) {
  if (!check_count(call, "__get__", 2, 3)) return NativeResult::raised;
  const bool has_owner = call.positional.size() == 3 && call.positional[2].is(Kind::class_object);
  Class* owner = has_owner ? call.positional[2].known<Class>() : call.vm.class_of(call.positional[1]);
  return call.returns(bind(call.vm, call.positional[0], call.positional[1], owner));
}

// property.__get__(instance[, owner])
NativeResult property_get(NativeCall& call) {
  if (!check_count(call, "__get__", 2, 3)) return NativeResult::raised;
  if (call.positional[1].is_none()) return call.returns(call.positional[0]);
  const Value& getter = call.positional[0].known<Property>()->getter;
  if (getter.empty() || getter.is_none()) return raise(call, "AttributeError", "property has no getter");
  call.callee = getter;
  call.callee_arguments.assign(1, call.positional[1]);
  return NativeResult::call;
}

NativeResult change_by(NativeCall& call, const Value& accessor, std::string_view what) {
  if (accessor.empty() || accessor.is_none())
    return raise(call, "AttributeError",
                 fmt::format("property of '{}' object has no {}", type_name(call.positional[1]), what));
  call.callee = accessor;
  call.callee_arguments.assign(call.positional.begin() + 1, call.positional.end());
  return NativeResult::call;
}

// property.__set__(instance, value)
NativeResult property_set(NativeCall& call) {
  if (!check_count(call, "__set__", 3, 3)) return NativeResult::raised;
  return change_by(call, call.positional[0].known<Property>()->setter, "setter");
}

// property.__delete__(instance)
NativeResult property_delete(NativeCall& call) {
  if (!check_count(call, "__delete__", 2, 2)) return NativeResult::raised;
  return change_by(call, call.positional[0].known<Property>()->deleter, "deleter");
}

NativeResult construct_property(NativeCall& call) {
  static constexpr const char* kNames[] = {"fget", "fset", "fdel", "doc"};
  Value values[4];
  call.positional = call.positional.subspan(1);
  if (!bind_arguments(call, "property", kNames, 0, values)) return NativeResult::raised;
  auto* property = new Property();
  property->getter = values[0];
  property->setter = values[1];
  property->deleter = values[2];
  property->doc = values[3];
  return call.returns(Value::adopt(property));
}

template <Value Property::*Part>
NativeResult with_part(NativeCall& call) {
  if (call.positional.size() != 2) return raise(call, "TypeError", "expected one function");
  const auto* old = call.positional[0].as<Property>();
  auto* made = new Property();
  made->getter = old->getter;
  made->setter = old->setter;
  made->deleter = old->deleter;
  made->doc = old->doc;
  made->*Part = call.positional[1];
  return call.returns(Value::adopt(made));
}

template <typename Method>
NativeResult construct_method(NativeCall& call) {
  if (call.positional.size() != 2) {
    return raise(call, "TypeError",
                 fmt::format("{} expected 1 argument, got {}", call.positional[0].known<Class>()->name,
                             call.positional.size() - 1));
  }
  return call.returns(Value::adopt(new Method(call.positional[1])));
}

NativeResult construct_bound_method(NativeCall& call) {
  if (call.positional.size() != 3) {
    return raise(call, "TypeError",
                 fmt::format("method expected 2 arguments, got {}", call.positional.size() - 1));
  }
  if (!is_callable(call.vm, call.positional[1]))
    return raise(call, "TypeError", "first argument must be callable");
  if (call.positional[2].is_none()) return raise(call, "TypeError", "instance must not be None");
  return call.returns(Value::adopt(new BoundMethod(call.positional[1], call.positional[2])));
}

// super() without arguments means the class the method was written in and the method's first argument.
bool find_super_of_caller(NativeCall& call, Value& start, Value& self) {
  const Frame& caller = *call.thread.frame;
  const Code& code = *caller.code;
  for (std::size_t i = 0; i < code.free_names.size(); ++i) {
    if (code.free_names[i].known<String>()->text != "__class__") continue;
    start = caller.cells[code.cell_names.size() + i].known<Cell>()->content;
  }
  if (code.positional > 0 || code.has_star_args) self = caller.locals[0];
  // The first parameter may have been given another value, or be captured.
  for (std::size_t i = 0; i < code.cell_parameters.size(); ++i) {
    if (code.cell_parameters[i] == 0) self = caller.cells[i].known<Cell>()->content;
  }
  if (start.empty()) return false;
  return !self.empty();
}

NativeResult construct_super(NativeCall& call) {
  Value start, self;
  if (call.positional.size() == 3) {
    start = call.positional[1];
    self = call.positional[2];
  } else if (call.positional.size() != 1) {
    return raise(call, "TypeError", "super() takes no arguments or a type and an object");
  } else if (call.thread.frame->code->positional == 0 && !call.thread.frame->code->has_star_args) {
    return raise(call, "RuntimeError", "super(): no arguments");
  } else if (!find_super_of_caller(call, start, self)) {
    return raise(call, "RuntimeError", "super(): __class__ cell not found");
  }
  if (!start.is(Kind::class_object)) return raise(call, "TypeError", "super() argument 1 must be a type");
  const Class& after = *start.known<Class>();
  const bool of_class = self.is(Kind::class_object) && is_subclass(*self.known<Class>(), after);
  if (!of_class && !is_subclass(*call.vm.class_of(self), after)) {
    return raise(call, "TypeError", "super(type, obj): obj must be an instance or subtype of type");
  }
  return call.returns(Value::adopt(new SuperObject(start, self)));
}

// A generator is resumed by the interpreter: handing it over as the callee says with what.
NativeResult resume(NativeCall& call, std::vector<Value> arguments) {
  if (call.positional.empty() || !call.positional[0].is(Kind::generator)) {
    return raise(call, "TypeError", "expected a generator");
  }
  call.callee = call.positional[0];
  call.callee_arguments = std::move(arguments);
  return NativeResult::call;
}

NativeResult generator_next(NativeCall& call) {
  return resume(call, {Value::none()});
}
NativeResult generator_iter(NativeCall& call) {
  return call.returns(call.positional[0]);
}

NativeResult generator_send(NativeCall& call) {
  if (call.positional.size() != 2)
    return raise(call, "TypeError", "generator.send() takes exactly one argument");
  return resume(call, {call.positional[1]});
}

NativeResult generator_throw(NativeCall& call) {
  if (call.positional.size() < 2)
    return raise(call, "TypeError", "throw expected at least 1 argument, got 0");
  Value exception = call.positional[1];
  if (is_exception_class(exception)) {
    const Value made_from = call.positional.size() > 2 ? call.positional[2] : Value::none();
    call.callee = call.vm.prelude("throw_into");
    call.callee_arguments = {call.positional[0], exception, made_from};
    return NativeResult::call;
  }
  if (!exception.is(Kind::exception)) {
    return raise(
        call, "TypeError",
        "exceptions must be classes or instances deriving from BaseException, not " + type_name(exception));
  }
  return resume(call, {std::move(exception), Value::boolean(true)});
}

NativeResult generator_close(NativeCall& call) {
  return resume(call, {make_exception(call.vm.exception_class("GeneratorExit"), {}), Value::boolean(true),
                       Value::boolean(true)});
}

constexpr NativeDefinition kObjectMethods[] = {{"__init__", object_init},
                                               {"__getattribute__", object_getattribute},
                                               {"__setattr__", object_setattr},
                                               {"__delattr__", object_delattr}};
constexpr NativeDefinition kFunctionMethods[] = {{"__get__", function_get}};
constexpr NativeDefinition kStaticMethodMethods[] = {method<"__get__", Kind::static_method, wrapper_get>()};
constexpr NativeDefinition kClassMethodMethods[] = {method<"__get__", Kind::class_method, wrapper_get>()};
constexpr NativeDefinition kPropertyMethods[] = {
    method<"__get__", Kind::property, property_get>(),
    method<"__set__", Kind::property, property_set>(),
    method<"__delete__", Kind::property, property_delete>(),
    method<"getter", Kind::property, with_part<&Property::getter>>(),
    method<"setter", Kind::property, with_part<&Property::setter>>(),
    method<"deleter", Kind::property, with_part<&Property::deleter>>()};
constexpr NativeDefinition kGeneratorMethods[] = {{"__next__", generator_next},
                                                  {"__iter__", generator_iter},
                                                  {"send", generator_send},
                                                  {"throw", generator_throw},
                                                  {"close", generator_close}};

// NoneType() and its like: the one there is.
NativeResult construct_only_one(NativeCall& call) {
  const Class* type = call.positional[0].known<Class>();
  if (call.positional.size() > 1 || !call.keywords.empty())
    return raise(
        call, "TypeError",
        type->name + (call.keywords.empty() ? " takes no arguments" : "() takes no keyword arguments"));
  for (const Value& only : {Value::none(), Value::ellipsis(), Value::not_implemented()})
    if (call.vm.class_of(only) == type) return call.returns(only);
  return raise(call, "TypeError", fmt::format("cannot create '{}' instances", type->name));
}

}  // namespace

void install_makers(Vm& vm) {
  for (const Value& value : vm.native_classes()) {
    auto& type = *value.known<Class>();
    if (type.construct == nullptr || type.construct == construct_object || type.bases.empty()) continue;
    if (type.construct == type.bases[0].known<Class>()->construct) continue;
    const Value maker = Value::adopt(new NativeFunction("__new__", built_in_new));
    type.attributes.set("__new__", Value::adopt(new BoundMethod(maker, value)));
    class_changed(type);
  }
}

void install_core_classes(Vm& vm) {
  Class* object = vm.classes().object;
  define_methods(*object, kObjectMethods);
  auto* maker = new NativeFunction("__new__", object_new);
  object->attributes.set("__new__", Value::adopt(new StaticMethod(Value::adopt(maker))));
  Class* property = vm.class_of_kind(Kind::property);
  property->construct = construct_property;
  define_methods(*property, kPropertyMethods);
  vm.class_of_kind(Kind::static_method)->construct = construct_method<StaticMethod>;
  vm.class_of_kind(Kind::class_method)->construct = construct_method<ClassMethod>;
  define_methods(*vm.class_of_kind(Kind::static_method), kStaticMethodMethods);
  define_methods(*vm.class_of_kind(Kind::class_method), kClassMethodMethods);
  vm.class_of_kind(Kind::bound_method)->construct = construct_bound_method;
  vm.class_of_kind(Kind::super_object)->construct = construct_super;
  define_methods(*vm.class_of_kind(Kind::generator), kGeneratorMethods);
  define_methods(*vm.class_of_kind(Kind::function), kFunctionMethods);
  for (const Value& only : {Value::none(), Value::ellipsis(), Value::not_implemented()})
    vm.class_of(only)->construct = construct_only_one;
  install_type_methods(vm);
  install_cells(vm);
  install_slots(vm);
  install_initializers(vm);
}

}  // namespace forkscope::vm
