#include "core/vm/object_fields.h"

#include <algorithm>

#include "core/vm/exceptions.h"
#include "core/vm/native_names.h"
#include "core/vm/operations.h"
#include "core/vm/runner.h"
#include "core/vm/traceback.h"
#include "core/vm/unicode_errors.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

Value dict_of(const Table& table) {
  Value made = make_dict();
  for (const Table::Entry& entry : table.entries()) {
    if (!entry.key.empty()) made.known<Dict>()->table.set(entry.key, entry.hash, entry.value);
  }
  return made;
}

namespace {

Value or_none(const Value& value) {
  return value.empty() ? Value::none() : value;
}

Value tuple_of_classes(const std::vector<Class*>& classes) {
  std::vector<Value> items;
  for (Class* type : classes) items.push_back(Value::share(type));
  return make_tuple(std::move(items));
}

// The base that decides what instances are made of.
Value best_base(const Class& type) {
  for (const Value& base : type.bases) {
    if (base.known<Class>()->instance_kind == type.instance_kind) return base;
  }
  return type.bases[0];
}

}  // namespace

Value class_field(const Class& type, std::string_view name) {
  if (name == "__name__") return make_string(type.name);
  if (name == "__qualname__")
    return make_string(type.qualified_name.empty() ? type.name : type.qualified_name);
  if (name == "__module__" && type.is_native) return make_string(type.module);
  if (name == "__bases__") return make_tuple(type.bases);
  if (name == "__base__") return type.bases.empty() ? Value::none() : best_base(type);
  if (name == "__mro__") return tuple_of_classes(type.resolution_order);
  if (name == "__dict__") {
    Value names = dict_of(type.attributes);
    names.known<Dict>()->table.erase_name(intern(kSharesNames));
    return names;
  }
  return {};
}

namespace {

Value function_field(const Function& function, std::string_view name) {
  if (name == "__name__") return function.name;
  if (name == "__qualname__") return function.qualified_name;
  if (name == "__doc__") return or_none(function.doc);
  if (name == "__module__") {
    const Value* module = function.module.known<Module>()->globals().find("__name__");
    return module == nullptr ? Value::none() : *module;
  }
  if (name == "__defaults__") return or_none(function.defaults);
  if (name == "__kwdefaults__") return or_none(function.keyword_defaults);
  if (name == "__closure__") return or_none(function.closure);
  if (name == "__globals__") return function.module.known<Module>()->shown_names();
  if (name == "__code__") return function.code;
  if (name == "__annotations__" && (!function.attributes || function.attributes->find(name) == nullptr))
    return make_dict();
  return {};
}

Value native_field(const NativeFunction& function, std::string_view name) {
  if (name == "__name__") return make_string(function.name);
  if (name == "__qualname__") return make_string(native_qualified_name(function));
  if (name == "__module__") return function.owner.empty() ? make_string(function.module) : Value::none();
  if (name == "__doc__") return Value::none();
  return {};
}

Value method_field(const BoundMethod& method, std::string_view name) {
  if (name == "__self__") return method.self;
  if (name == "__func__") return method.function;
  if (const auto* function = method.function.try_as<Function>()) {
    Value field = function_field(*function, name);
    if (field.empty() && function->attributes) {
      if (const Value* found = function->attributes->find(name)) return *found;
    }
    return field;
  }
  const auto* native = method.function.try_as<NativeFunction>();
  return native == nullptr ? Value() : native_field(*native, name);
}

// Whether abc's abstractmethod() was given it, or what it is made of.
bool is_abstract(const Value& value) {
  if (const auto* method = value.try_as<StaticMethod>()) return is_abstract(method->function);
  if (const auto* method = value.try_as<ClassMethod>()) return is_abstract(method->function);
  if (const auto* property = value.try_as<Property>())
    return is_abstract(property->getter) || is_abstract(property->setter) || is_abstract(property->deleter);
  const auto* function = value.try_as<Function>();
  const Value* said = function == nullptr || !function->attributes
                          ? nullptr
                          : function->attributes->find("__isabstractmethod__");
  return said != nullptr && said->is_bool() && said->is_true();
}

// Of a classmethod or staticmethod: what it wraps, and what it has taken over from that.
Value wrapper_field(const Value& wrapped, std::string_view name) {
  if (name == "__func__" || name == "__wrapped__") return wrapped;
  if (name == "__isabstractmethod__") return Value::boolean(is_abstract(wrapped));
  const auto* function = wrapped.try_as<Function>();
  if (function == nullptr) return {};
  if (name == "__annotations__" && function->attributes) {
    if (const Value* found = function->attributes->find(name)) return *found;
  }
  const bool is_taken_over = name == "__name__" || name == "__qualname__" || name == "__module__" ||
                             name == "__doc__" || name == "__annotations__";
  return is_taken_over ? function_field(*function, name) : Value();
}

// What CPython's C code sets where nobody gave it.
Value import_error_field(const Exception& exception, std::string_view name) {
  const auto& arguments = exception.arguments.known<Tuple>()->items;
  return name == "msg" && arguments.size() == 1 ? arguments[0] : Value::none();
}

Value exception_field(const Exception& exception, std::string_view name) {
  if (name == "args") return exception.arguments;
  if (name == "__cause__") return or_none(exception.cause);
  if (name == "__context__") return or_none(exception.context);
  if (name == "__suppress_context__") return Value::boolean(exception.suppress_context);
  if (name == "value" || name == "code") {
    const auto& arguments = exception.arguments.known<Tuple>()->items;
    if (!is_of_built_in(exception, name == "value" ? "StopIteration" : "SystemExit")) return {};
    return arguments.empty() ? Value::none() : arguments.size() == 1 ? arguments[0] : exception.arguments;
  }
  if ((name == "msg" || name == "name" || name == "path") && is_of_built_in(exception, "ImportError"))
    return import_error_field(exception, name);
  if (name == "filename2" && is_of_built_in(exception, "OSError")) return Value::none();
  return unicode_error_field(exception, name);
}

Value bounds_field(const Value& start, const Value& stop, const Value& step, std::string_view name) {
  if (name == "start") return start;
  if (name == "stop") return stop;
  return name == "step" ? step : Value();
}

// As inspect's CO_... constants.
std::int64_t code_flags(const Code& code) {
  const bool is_function = !code.is_class_body && code.name != "<module>";
  return (is_function ? 3 : 0) | (code.has_star_args ? 4 : 0) | (code.has_star_kwargs ? 8 : 0) |
         (code.free_names.empty() ? 0 : 0x10) | (code.is_generator ? 0x20 : 0);
}

Value code_field(const Code& code, std::string_view name) {
  if (name == "co_name") return make_string(code.name);
  if (name == "co_qualname") return make_string(code.qualified_name);
  if (name == "co_filename") return make_string(code.file);
  if (name == "co_firstlineno") return make_int(code.first_line);
  if (name == "co_argcount") return make_int(code.positional);
  if (name == "co_posonlyargcount") return make_int(code.positional_only);
  if (name == "co_kwonlyargcount") return make_int(code.keyword_only);
  if (name == "co_varnames") return make_tuple(code.local_names);
  if (name == "co_nlocals") return make_int(static_cast<std::int64_t>(code.local_names.size()));
  if (name == "co_cellvars") return make_tuple(code.cell_names);
  if (name == "co_freevars") return make_tuple(code.free_names);
  return name == "co_flags" ? make_int(code_flags(code)) : Value();
}

}  // namespace

Value field_of(const Value& object, std::string_view name) {
  // To call what calls a function is to call the function.
  if (name == "__call__" &&
      (object.is(Kind::function) || object.is(Kind::native_function) || object.is(Kind::bound_method)))
    return object;
  switch (object.object()->kind) {
    case Kind::class_object:
      return class_field(*object.known<Class>(), name);
    case Kind::function:
      return function_field(*object.known<Function>(), name);
    case Kind::native_function:
      return native_field(*object.known<NativeFunction>(), name);
    case Kind::bound_method:
      return method_field(*object.known<BoundMethod>(), name);
    case Kind::exception:
      return exception_field(*object.known<Exception>(), name);
    case Kind::module:
      return name == "__dict__" ? object.known<Module>()->shown_names() : Value();
    case Kind::range: {
      const auto* range = object.known<Range>();
      return bounds_field(range->start, range->stop, range->step, name);
    }
    case Kind::slice: {
      const auto* slice = object.known<Slice>();
      return bounds_field(slice->start, slice->stop, slice->step, name);
    }
    case Kind::code:
      return code_field(*object.known<Code>(), name);
    case Kind::generator: {
      const auto* generator = object.known<Generator>();
      if (name == "__name__") return generator->name;
      if (name == "__qualname__") return generator->qualified_name;
      if (name == "gi_running") return Value::boolean(generator->running);
      if (name == "gi_suspended")
        return Value::boolean(generator->started && !generator->running && generator->frame != nullptr);
      if (name == "gi_yieldfrom") return delegate_of(*generator);
      if (name == "gi_code" && generator->frame != nullptr) return Value::share(generator->frame->code);
      return Value();
    }
    case Kind::property: {
      const auto* property = object.known<Property>();
      if (name == "__isabstractmethod__") return Value::boolean(is_abstract(object));
      if (name == "fget") return or_none(property->getter);
      if (name == "fset") return or_none(property->setter);
      if (name == "__doc__" && !property->doc.empty()) return property->doc;
      if (name == "__doc__" && property->getter.is(Kind::function))
        return or_none(property->getter.known<Function>()->doc);
      return name == "fdel" ? or_none(property->deleter) : Value();
    }
    case Kind::static_method:
      return wrapper_field(object.known<StaticMethod>()->function, name);
    case Kind::class_method:
      return wrapper_field(object.known<ClassMethod>()->function, name);
    case Kind::dict:
      if (name == "default_factory" && object.known<Dict>()->subclass != nullptr) {
        return or_none(object.known<Dict>()->default_factory);
      }
      return {};
    default:
      return {};
  }
}

bool set_exception_field(const Vm& vm, Exception& exception, std::string_view name, const Value& value) {
  if (name == "__cause__") {
    exception.cause = value.is_none() ? Value() : value;
    exception.suppress_context = true;
  } else if (name == "__context__") {
    exception.context = value.is_none() ? Value() : value;
  } else if (name == "__suppress_context__") {
    exception.suppress_context = value.is_true();
  } else if (name == "__traceback__") {
    return set_traceback(vm, exception, value);
  } else if (name == "args" && value.is(Kind::tuple)) {
    exception.arguments = value;
  } else {
    return false;
  }
  return true;
}

std::string_view kind_of_function_field(std::string_view name, const Value& value) {
  if (name == "__name__" || name == "__qualname__") return value.is(Kind::string) ? "" : "string";
  if (name == "__defaults__") return value.is_none() || value.is(Kind::tuple) ? "" : "tuple";
  if (name == "__kwdefaults__") return value.is_none() || value.is(Kind::dict) ? "" : "dict";
  return "";
}

bool set_function_field(Function& function, std::string_view name, const Value& value) {
  if (name == "__name__") {
    function.name = value;
  } else if (name == "__qualname__") {
    function.qualified_name = value;
  } else if (name == "__doc__") {
    function.doc = value;
  } else if (name == "__defaults__") {
    function.defaults = value.is_none() ? Value() : value;
  } else if (name == "__kwdefaults__") {
    function.keyword_defaults = value.is_none() ? Value() : value;
  } else {
    return false;
  }
  return true;
}

}  // namespace forkscope::vm
