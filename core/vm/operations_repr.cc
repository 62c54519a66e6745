// repr() and str() of every kind.
#include <cstdio>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/native.h"
#include "core/vm/native_names.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/set_order.h"
#include "core/vm/slots.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"
#include "core/vm/traceback.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

namespace {

// A number that is kept among the names of sys.
std::int64_t kept_in_sys(const Vm& vm, std::string_view name, std::int64_t otherwise) {
  const Value* sys = vm.modules().table.find("sys");
  const Value* kept = sys == nullptr ? nullptr : sys->known<Module>()->globals().find(name);
  return kept == nullptr ? otherwise : kept->small();
}

}  // namespace

std::size_t max_int_digits(const Vm& vm) {
  return static_cast<std::size_t>(kept_in_sys(vm, kMaxIntDigitsName, kMaxIntDigits));
}

int more_recursion(const Vm& vm) {
  return static_cast<int>(kept_in_sys(vm, kMoreRecursionName, 0));
}

bool decimal_text(PythonThread& thread, const Value& number, std::string& text) {
  const std::size_t most = number.is(Kind::big_int) ? max_int_digits(thread.vm) : 0;
  // Writing out a huge number takes long, so its size is looked at first; 10 bits are a little more than 3
  // digits.
  bool exceeds = most != 0 && bit_length(number.known<BigIntObject>()->value) / 10 * 3 > most;
  if (!exceeds) {
    text = int_text(number);
    exceeds = most != 0 && text.size() > most + (text[0] == '-' ? 1 : 0);
  }
  if (!exceeds) return true;
  raise_in(
      thread, "ValueError",
      "Exceeds the limit (" + std::to_string(most) +
          " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit");
  return false;
}

std::string address_text(const Value& value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "0x%012llx", static_cast<unsigned long long>(identity_of(value)));
  return buffer;
}

namespace {

constexpr std::size_t kDeepest = 300;

std::string full_name(const Class& type) {
  const std::string& name = type.qualified_name.empty() ? type.name : type.qualified_name;
  return type.module.empty() || type.module == "builtins" ? name : type.module + "." + name;
}

std::string description_of(const NativeObject& object) {
  const std::string own = object.description();
  return own.empty() ? full_name(*object.class_value.known<Class>()) + " object" : own;
}

// One repr() in progress: `open` holds the containers being printed, to stop at cycles.
class Printer {
 public:
  explicit Printer(PythonThread& thread) : thread_(thread) {}
  Outcome print(const Value& value, std::string& text);

 private:
  Outcome items(const std::vector<Value>& values, std::string& text);
  Outcome pairs(const Table& table, bool as_tuples, std::string& text);
  Outcome container(const Value& value, std::string& text);
  Outcome tuple(const Tuple& tuple, std::string& text);
  Outcome dict(const Value& value, std::string& text);
  Outcome set(const Value& value, std::string& text);
  Outcome view(const View& view, std::string& text);
  Outcome exception(const Exception& exception, std::string& text);
  Outcome range(const Range& range, std::string& text);
  void plain(const Value& value, std::string& text);
  bool has_own(const Value& value, const char* name) {
    return find_special(thread_.vm, value, name) != nullptr;
  }

  PythonThread& thread_;
  std::vector<Object*> open_;
};

Outcome Printer::items(const std::vector<Value>& values, std::string& text) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text += ", ";
    const Outcome outcome = print(values[i], text);
    if (outcome != Outcome::ok) return outcome;
  }
  return Outcome::ok;
}

Outcome Printer::pairs(const Table& table, bool as_tuples, std::string& text) {
  bool first = true;
  for (const auto& entry : table.entries()) {
    if (entry.key.empty()) continue;
    text += first ? (as_tuples ? "(" : "") : (as_tuples ? ", (" : ", ");
    first = false;
    if (const Outcome outcome = print(entry.key, text); outcome != Outcome::ok) return outcome;
    text += as_tuples ? ", " : ": ";
    if (const Outcome outcome = print(entry.value, text); outcome != Outcome::ok) return outcome;
    if (as_tuples) text += ")";
  }
  return Outcome::ok;
}

Outcome Printer::tuple(const Tuple& value, std::string& text) {
  text += "(";
  const Outcome outcome = items(value.items, text);
  text += value.items.size() == 1 ? ",)" : ")";
  return outcome;
}

Outcome Printer::dict(const Value& value, std::string& text) {
  text += "{";
  const Outcome outcome = pairs(value.known<Dict>()->table, false, text);
  text += "}";
  return outcome;
}

Outcome Printer::set(const Value& value, std::string& text) {
  const bool is_named = value.is(Kind::frozen_set) || extension_of(value) != nullptr;
  if (set_table(value).size() == 0) {
    text += class_name(value) + "()";
    return Outcome::ok;
  }
  text += is_named ? class_name(value) + "({" : "{";
  const Outcome outcome = items(set_items(*value.known<Set>()), text);
  text += is_named ? "})" : "}";
  return outcome;
}

Outcome Printer::view(const View& view, std::string& text) {
  const Table& table = view.dict.known<Dict>()->table;
  if (view.over == Iterator::Over::dict_items) {
    text += view_name(view) + "([";
    const Outcome outcome = pairs(table, true, text);
    text += "])";
    return outcome;
  }
  const bool keys = view.over == Iterator::Over::dict_keys;
  std::vector<Value> values;
  for (const auto& entry : table.entries()) {
    if (!entry.key.empty()) values.push_back(keys ? entry.key : entry.value);
  }
  text += view_name(view) + "([";
  const Outcome outcome = items(values, text);
  text += "])";
  return outcome;
}

Outcome Printer::exception(const Exception& exception, std::string& text) {
  text += exception.type()->name;
  const auto* arguments = exception.arguments.try_as<Tuple>();
  text += "(";
  const Outcome outcome = arguments == nullptr ? Outcome::ok : items(arguments->items, text);
  text += ")";
  return outcome;
}

Outcome Printer::range(const Range& range, std::string& text) {
  text += "range(" + int_text(range.start) + ", " + int_text(range.stop);
  if (!range.step.is_small_int() || range.step.small() != 1) text += ", " + int_text(range.step);
  text += ")";
  return Outcome::ok;
}

Outcome Printer::container(const Value& value, std::string& text) {
  Object* object = value.object();
  for (const Object* other : open_) {
    if (other != object) continue;
    text += value.is(Kind::dict)                                    ? "{...}"
            : value.is(Kind::list) || value.is(Kind::native_object) ? "[...]"
                                                                    : "(...)";
    return Outcome::ok;
  }
  if (open_.size() >= kDeepest) {
    raise_in(thread_, "RecursionError",
             "maximum recursion depth exceeded while getting the repr of an object");
    return Outcome::raised;
  }
  open_.push_back(object);
  Outcome outcome = Outcome::ok;
  switch (object->kind) {
    case Kind::list:
      text += "[";
      outcome = items(value.known<List>()->items, text);
      text += "]";
      break;
    case Kind::tuple:
      outcome = tuple(*value.known<Tuple>(), text);
      break;
    case Kind::dict:
      outcome = dict(value, text);
      break;
    case Kind::set:
    case Kind::frozen_set:
      outcome = set(value, text);
      break;
    case Kind::view:
      outcome = view(*value.known<View>(), text);
      break;
    case Kind::exception:
      outcome = exception(*value.known<Exception>(), text);
      break;
    default: {
      std::vector<Value> values;
      const auto& native = *value.known<NativeObject>();
      for (std::int64_t i = 0; i < native.length(); ++i) values.push_back(native.item(i));
      text += class_name(value) + "([";
      outcome = items(values, text);
      text += "]" + native.description() + ")";
      break;
    }
  }
  open_.pop_back();
  return outcome;
}

void Printer::plain(const Value& value, std::string& text) {
  switch (value.object()->kind) {
    case Kind::function: {
      const auto& function = *value.known<Function>();
      const std::string& name = function.qualified_name.as<String>()->text;
      const bool is_built_in = is_built_in_function(*function.code.known<Code>()) &&
                               (!function.attributes || function.attributes->find("__wrapped__") == nullptr);
      text += is_built_in ? "<built-in function " + name + ">"
                          : "<function " + name + " at " + address_text(value) + ">";
      break;
    }
    case Kind::native_function:
      text += native_function_text(*value.known<NativeFunction>());
      break;
    case Kind::class_object:
      text += "<class '" + full_name(*value.known<Class>()) + "'>";
      break;
    case Kind::module: {
      const auto& module = *value.known<Module>();
      text += "<module '" + module.name + "'";
      // What imports make has no __spec__ here.
      if (!module.file.empty()) {
        text += " from '" + module.file + "'";
      } else if (module.globals().find("__spec__") == nullptr) {
        text += " (built-in)";
      }
      text += '>';
      break;
    }
    case Kind::generator: {
      if (!value.known<Generator>()->shown_as.empty()) {
        text += "<" + full_name(*value.known<Generator>()->shown_as.known<Class>()) + " object at " +
                address_text(value) + ">";
        break;
      }
      const auto& name = value.known<Generator>()->qualified_name;
      text += "<generator object " + (name.is(Kind::string) ? name.known<String>()->text : "") + " at " +
              address_text(value) + ">";
      break;
    }
    case Kind::code:
      text += "<code object " + value.known<Code>()->name + " at " + address_text(value) + ">";
      break;
    case Kind::instance:
      text += "<" + full_name(*value.known<Instance>()->type()) + " object at " + address_text(value) + ">";
      break;
    case Kind::native_object:
      if (const SlotDescriptor* slot = as_slot(value)) {
        text += "<member '" + slot->name.known<String>()->text + "' of '" +
                slot->owner.known<String>()->text + "' objects>";
        break;
      }
      text += "<" + description_of(*value.known<NativeObject>()) + " at " + address_text(value) + ">";
      break;
    default:
      text += "<" + type_name(value) + " object at " + address_text(value) + ">";
      break;
  }
}

Outcome Printer::print(const Value& value, std::string& text) {
  if (!value.is_object()) {
    text += value.is_none()        ? "None"
            : value.is_true()      ? "True"
            : value.is_false()     ? "False"
            : value.is_small_int() ? int_text(value)
            : value.is_ellipsis()  ? "Ellipsis"
                                   : "NotImplemented";
    return Outcome::ok;
  }
  if (may_have_special_methods(value) && has_own(value, "__repr__")) return Outcome::needs_python;
  switch (value.object()->kind) {
    case Kind::big_int: {
      std::string digits;
      if (!decimal_text(thread_, value, digits)) return Outcome::raised;
      text += digits;
      return Outcome::ok;
    }
    case Kind::float_number:
      text += float_repr(value.known<Float>()->value);
      return Outcome::ok;
    case Kind::complex_number:
      text += complex_repr(*value.known<Complex>());
      return Outcome::ok;
    case Kind::string:
      text += quote(value.known<String>()->text, false);
      return Outcome::ok;
    case Kind::bytes:
      text += quote_bytes(value.known<Bytes>()->data);
      return Outcome::ok;
    case Kind::range:
      return range(*value.known<Range>(), text);
    case Kind::slice: {
      const auto& slice = *value.known<Slice>();
      text += "slice(";
      const Outcome outcome = items({slice.start, slice.stop, slice.step}, text);
      text += ")";
      return outcome;
    }
    case Kind::list:
    case Kind::tuple:
    case Kind::set:
    case Kind::frozen_set:
    case Kind::view:
    case Kind::exception:
      return container(value, text);
    case Kind::dict: {
      const Class* subclass = value.known<Dict>()->subclass;
      if (subclass == nullptr) return container(value, text);
      text += subclass->name + "(";
      const Outcome outcome = container(value, text);
      text += ")";
      return outcome;
    }
    case Kind::bound_method: {
      const auto& method = *value.known<BoundMethod>();
      if (const auto* function = method.function.try_as<Function>()) {
        text += "<bound method " + function->qualified_name.as<String>()->text + " of ";
        const Outcome outcome = print(method.self, text);
        text += ">";
        return outcome;
      }
      if (const auto* native = method.function.try_as<NativeFunction>()) {
        text += (is_slot_wrapper(*native) ? "<method-wrapper '" + native->name + "' of "
                                          : "<built-in method " + native->name + " of ") +
                type_name(method.self) + " object at " + address_text(method.self) + ">";
        return Outcome::ok;
      }
      // Any callable can be bound, under no name.
      text += "<bound method ? of ";
      const Outcome outcome = print(method.self, text);
      text += ">";
      return outcome;
    }
    case Kind::native_object:
      if (const Buffer* buffer = as_buffer(value)) return buffer->print(thread_, text);
      if (value.known<NativeObject>()->length() >= 0) return container(value, text);
      [[fallthrough]];
    default:
      plain(value, text);
      return Outcome::ok;
  }
}

}  // namespace

Outcome repr(PythonThread& thread, const Value& value, std::string& text) {
  text.clear();
  return Printer(thread).print(value, text);
}

Outcome str(PythonThread& thread, const Value& value, std::string& text) {
  if (is_overridden(thread.vm, value, "__str__")) return Outcome::needs_python;
  if (value.is(Kind::string) && is_overridden(thread.vm, value, "__repr__")) {
    text = value.known<String>()->text;
    return Outcome::ok;
  }
  if (const auto* string = value.try_as<String>()) {
    text = string->text;
    return Outcome::ok;
  }
  if (may_have_special_methods(value) && find_special(thread.vm, value, "__str__") != nullptr)
    return Outcome::needs_python;
  if (const auto* exception = value.try_as<Exception>()) {
    text.clear();
    return exception_text(thread, *exception, text);
  }
  return repr(thread, value, text);
}

}  // namespace forkscope::vm
