#include "core/vm/core_classes.h"

#include <fmt/format.h>

#include "core/vm/exceptions.h"
#include "core/vm/frame.h"
#include "core/vm/native.h"
#include "core/vm/operations.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

NativeResult construct_object(NativeCall& call) {
  const auto& type = *call.positional[0].known<Class>();
  if (call.positional.size() > 1 || !call.keywords.empty()) {
    return raise(call, "TypeError", type.name + "() takes no arguments");
  }
  return call.returns(Value::adopt(new Instance(call.positional[0])));
}

// object.__init__ takes what it is given: a class calls it through super() with what was left of its
// arguments.
NativeResult object_init(NativeCall& call) {
  if (call.positional.size() > 1 || !call.keywords.empty()) {
    return raise(call, "TypeError",
                 "object.__init__() takes exactly one argument (the instance to initialize)");
  }
  return call.returns_none();
}

NativeResult object_new(NativeCall& call) {
  if (call.positional.empty() || !call.positional[0].is(Kind::class_object)) {
    return raise(call, "TypeError", "object.__new__(X): X is not a type object");
  }
  auto* type = call.positional[0].known<Class>();
  if (type->construct == nullptr || type->construct == construct_object) {
    return call.returns(Value::adopt(new Instance(call.positional[0])));
  }
  return type->construct(call);
}

NativeResult object_setattr(NativeCall& call) {
  if (call.positional.size() != 3) return raise(call, "TypeError", "expected 2 arguments");
  auto* instance = call.positional[0].try_as<Instance>();
  if (instance == nullptr || !call.positional[1].is(Kind::string)) {
    return raise(call, "TypeError", "can't apply this __setattr__ to this object");
  }
  instance->attributes.set(call.positional[1].known<String>()->text, call.positional[2]);
  return call.returns_none();
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
  } else if (!find_super_of_caller(call, start, self)) {
    return raise(call, "RuntimeError", "super(): __class__ cell not found");
  }
  if (!start.is(Kind::class_object)) return raise(call, "TypeError", "super() argument 1 must be a type");
  const Class* type = self.is(Kind::class_object) ? self.known<Class>() : call.vm.class_of(self);
  if (!is_subclass(*type, *start.known<Class>())) {
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
  if (is_exception_class(exception)) exception = make_exception(exception.known<Class>(), {});
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

constexpr NativeDefinition kObjectMethods[] = {{"__init__", object_init}, {"__setattr__", object_setattr}};
constexpr NativeDefinition kPropertyMethods[] = {{"getter", with_part<&Property::getter>},
                                                 {"setter", with_part<&Property::setter>},
                                                 {"deleter", with_part<&Property::deleter>}};
constexpr NativeDefinition kGeneratorMethods[] = {{"__next__", generator_next},
                                                  {"__iter__", generator_iter},
                                                  {"send", generator_send},
                                                  {"throw", generator_throw},
                                                  {"close", generator_close}};

}  // namespace

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
  vm.class_of_kind(Kind::super_object)->construct = construct_super;
  define_methods(*vm.class_of_kind(Kind::generator), kGeneratorMethods);
}

}  // namespace forkscope::vm
