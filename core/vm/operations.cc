// The operators' front: which operands belong to whom, truth, length, and the names of types.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/extended.h"
#include "core/vm/native.h"
#include "core/vm/native_names.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/set_order.h"
#include "core/vm/thread.h"

namespace forkscope::vm {
namespace {

const char* symbol(BinaryOperator op) {
  static constexpr const char* kSymbols[] = {"+",  "-",  "*", "/", "//", "%", "** or pow()",
                                             "<<", ">>", "&", "|", "^",  "@"};
  return kSymbols[static_cast<std::size_t>(op)];
}

const char* in_place_symbol(BinaryOperator op) {
  static constexpr const char* kSymbols[] = {
      "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@="};
  return kSymbols[static_cast<std::size_t>(op)];
}

}  // namespace

Outcome raise_unsupported(PythonThread& thread, BinaryOperator op, bool in_place, const Value& left,
                          const Value& right) {
  const std::string name = type_name(right);
  const std::string of_left = type_name(left);
  const char* kind = left.is(Kind::string)            ? "str"
                     : left.is(Kind::list)            ? "list"
                     : left.is(Kind::tuple)           ? "tuple"
                     : of_left == "collections.deque" ? "deque"
                                                      : nullptr;
  if (op == BinaryOperator::add && kind != nullptr) {
    return raise_type_error(
        thread, std::string("can only concatenate ") + kind + " (not \"" + name + "\") to " + kind);
  }
  if (op == BinaryOperator::add && left.is(Kind::bytes))
    return raise_type_error(thread, "can't concat " + name + " to bytes");
  if (const Buffer* buffer = as_buffer(left);
      buffer != nullptr && op == BinaryOperator::add && buffer->concatenates())
    return raise_type_error(thread, "can't concat " + name + " to bytearray");
  const auto repeats = [](const Value& value) {
    return value.is(Kind::string) || value.is(Kind::list) || value.is(Kind::tuple) || value.is(Kind::bytes);
  };
  if (op == BinaryOperator::multiply && (repeats(left) || repeats(right)))
    return raise_type_error(
        thread, "can't multiply sequence by non-int of type '" + (repeats(left) ? name : of_left) + "'");
  const char* written = in_place ? in_place_symbol(op) : symbol(op);
  // As Python 2 had it.
  const auto* function = left.try_as<NativeFunction>();
  const bool is_print = op == BinaryOperator::right_shift && !in_place && function != nullptr &&
                        function->name == "print" && function->module == "builtins";
  return raise_type_error(
      thread, std::string("unsupported operand type(s) for ") + written + ": '" + of_left + "' and '" + name +
                  "'" + (is_print ? ". Did you mean \"print(<message>, file=<output_stream>)\"?" : ""));
}

namespace {

Outcome operation(PythonThread& thread, BinaryOperator op, bool in_place, const Value& left,
                  const Value& right, Value& result) {
  if (is_number(left) && is_number(right)) {
    const Outcome outcome = number_operation(thread, op, left, right, result);
    return outcome == Outcome::needs_python ? raise_unsupported(thread, op, in_place, left, right) : outcome;
  }
  if (left.is(Kind::complex_number) || right.is(Kind::complex_number)) {
    const Outcome outcome = complex_operation(thread, op, left, right, result);
    if (outcome != Outcome::needs_python) return outcome;
  }
  if (merges_tables(thread.vm, op, left, right)) return Outcome::needs_python;
  const Outcome outcome = container_operation(thread, op, left, right, result);
  if (outcome != Outcome::needs_python) return outcome;
  // What is to be shown may be inside a plain tuple.
  if (op == BinaryOperator::modulo &&
      (left.is(Kind::string) || left.is(Kind::bytes) || as_buffer(left) != nullptr))
    return outcome;
  if (may_have_special_methods(left) || may_have_special_methods(right)) return Outcome::needs_python;
  return raise_unsupported(thread, op, in_place, left, right);
}

}  // namespace

bool merges_tables(const Vm& vm, BinaryOperator op, const Value& left, const Value& right) {
  const bool are_sets = is_set(left) && is_set(right);
  const bool are_dicts = left.is(Kind::dict) && right.is(Kind::dict);
  const bool merges = (op == BinaryOperator::bit_or && (are_sets || are_dicts)) ||
                      (are_sets && (op == BinaryOperator::bit_and || op == BinaryOperator::bit_xor ||
                                    op == BinaryOperator::subtract));
  return merges && (has_python_keys(vm, left) || has_python_keys(vm, right));
}

Outcome raise_type_error(PythonThread& thread, std::string message) {
  raise_in(thread, "TypeError", std::move(message));
  return Outcome::raised;
}

bool may_have_special_methods(const Value& value) {
  if (!value.is_object()) return false;
  if (has_overrides(value)) return true;
  switch (value.object()->kind) {
    case Kind::instance:
    case Kind::exception:
      return true;
    case Kind::native_object:
      return value.known<NativeObject>()->length() < 0;
    case Kind::dict:
      return value.known<Dict>()->subclass != nullptr;
    case Kind::class_object:
      return !value.known<Class>()->metaclass.empty();
    case Kind::tuple:
      return value.known<Tuple>()->named_class != nullptr;
    default:
      return false;
  }
}

const std::vector<Value>* sequence_items(const Value& value) {
  if (const auto* list = value.try_as<List>()) return &list->items;
  if (const auto* tuple = value.try_as<Tuple>()) return &tuple->items;
  return nullptr;
}

Outcome binary_operation(PythonThread& thread, BinaryOperator op, const Value& left, const Value& right,
                         Value& result) {
  return operation(thread, op, false, left, right, result);
}

Outcome in_place_operation(PythonThread& thread, BinaryOperator op, Value& left, const Value& right,
                           Value& result) {
  if (auto* list = left.try_as<List>()) {
    if (op == BinaryOperator::add) {
      std::vector<Value> more;
      const Outcome outcome = collect(thread, right, more);
      if (outcome != Outcome::ok) return outcome;
      list->items.insert(list->items.end(), std::make_move_iterator(more.begin()),
                         std::make_move_iterator(more.end()));
      result = left;
      return Outcome::ok;
    }
    if (op == BinaryOperator::multiply && is_int(right)) {
      Value product;
      const Outcome outcome = container_operation(thread, op, left, right, product);
      if (outcome != Outcome::ok) return outcome;
      list->items = std::move(product.known<List>()->items);
      result = left;
      return Outcome::ok;
    }
  }
  if (as_buffer(left) != nullptr) {
    const Outcome outcome = change_buffer(thread, op, left, right, result);
    if (outcome != Outcome::needs_python) return outcome;
  }
  if (is_native_sequence(left) && (op == BinaryOperator::add || op == BinaryOperator::multiply)) {
    const Outcome outcome = change_sequence(thread, op, left, right, result);
    if (outcome != Outcome::needs_python || op == BinaryOperator::add) return outcome;
  }
  const bool updates = op == BinaryOperator::bit_or || op == BinaryOperator::bit_and ||
                       op == BinaryOperator::subtract || op == BinaryOperator::bit_xor;
  if (updates && merges_tables(thread.vm, op, left, right)) return Outcome::needs_python;
  if (updates && left.is(Kind::set) && is_set(right)) {
    const auto update = op == BinaryOperator::bit_or     ? add_items
                        : op == BinaryOperator::bit_and  ? keep_items
                        : op == BinaryOperator::subtract ? subtract_items
                                                         : toggle_items;
    update(*left.known<Set>(), *right.known<Set>());
    result = left;
    return Outcome::ok;
  }
  if (op == BinaryOperator::bit_or && left.is(Kind::dict) && right.is(Kind::dict)) {
    Value changed;
    const Outcome outcome = container_operation(thread, op, left, right, changed);
    if (outcome != Outcome::ok) return outcome;
    left.known<Dict>()->table = std::move(changed.known<Dict>()->table);
    result = left;
    return Outcome::ok;
  }
  return operation(thread, op, true, left, right, result);
}

Outcome truth(PythonThread& thread, const Value& value, bool& result) {
  result = !(value.is_none() || value.is_false() || (value.is_small_int() && value.small() == 0));
  if (!value.is_object()) return Outcome::ok;
  if (is_overridden(thread.vm, value, "__bool__") || is_overridden(thread.vm, value, "__len__"))
    return Outcome::needs_python;
  switch (value.object()->kind) {
    case Kind::big_int:
      result = value.known<BigIntObject>()->value != 0;
      return Outcome::ok;
    case Kind::float_number:
      result = value.known<Float>()->value != 0;
      return Outcome::ok;
    case Kind::complex_number:
      result = value.known<Complex>()->real != 0 || value.known<Complex>()->imaginary != 0;
      return Outcome::ok;
    case Kind::exception:
    case Kind::instance:
      if (find_special(thread.vm, value, "__bool__") != nullptr ||
          find_special(thread.vm, value, "__len__") != nullptr)
        return Outcome::needs_python;
      return Outcome::ok;
    case Kind::native_object:
      if (const auto size = value.known<NativeObject>()->length(); size >= 0) result = size > 0;
      return Outcome::ok;
    case Kind::string:
      result = !value.known<String>()->text.empty();
      return Outcome::ok;
    case Kind::bytes:
      result = !value.known<Bytes>()->data.empty();
      return Outcome::ok;
    case Kind::list:
      result = !value.known<List>()->items.empty();
      return Outcome::ok;
    case Kind::tuple:
      result = !value.known<Tuple>()->items.empty();
      return Outcome::ok;
    case Kind::dict:
      result = value.known<Dict>()->table.size() != 0;
      return Outcome::ok;
    case Kind::set:
    case Kind::frozen_set:
      result = set_table(value).size() != 0;
      return Outcome::ok;
    case Kind::range:
      result = range_length(*value.known<Range>()) != 0;
      return Outcome::ok;
    case Kind::view:
      result = value.known<View>()->dict.known<Dict>()->table.size() != 0;
      return Outcome::ok;
    default:
      return Outcome::ok;
  }
}

Outcome length(PythonThread& thread, const Value& value, std::int64_t& result) {
  if (is_overridden(thread.vm, value, "__len__")) return Outcome::needs_python;
  if (value.is(Kind::class_object) && find_special(thread.vm, value, "__len__") != nullptr)
    return Outcome::needs_python;
  if (value.is_object()) {
    switch (value.object()->kind) {
      case Kind::string:
        result = value.known<String>()->length;
        return Outcome::ok;
      case Kind::bytes:
        result = static_cast<std::int64_t>(value.known<Bytes>()->data.size());
        return Outcome::ok;
      case Kind::list:
      case Kind::tuple:
        result = static_cast<std::int64_t>(sequence_items(value)->size());
        return Outcome::ok;
      case Kind::dict:
        result = static_cast<std::int64_t>(value.known<Dict>()->table.size());
        return Outcome::ok;
      case Kind::set:
      case Kind::frozen_set:
        result = static_cast<std::int64_t>(set_table(value).size());
        return Outcome::ok;
      case Kind::range:
        if (is_longer_than_any_index(*value.known<Range>())) {
          raise_in(thread, "OverflowError", "Python int too large to convert to C ssize_t");
          return Outcome::raised;
        }
        result = range_length(*value.known<Range>());
        return Outcome::ok;
      case Kind::view:
        result = static_cast<std::int64_t>(value.known<View>()->dict.known<Dict>()->table.size());
        return Outcome::ok;
      case Kind::native_object:
        result = value.known<NativeObject>()->length();
        if (result >= 0) return Outcome::ok;
        [[fallthrough]];
      case Kind::instance:
      case Kind::exception:
        if (find_special(thread.vm, value, "__len__") != nullptr) return Outcome::needs_python;
        break;
      default:
        break;
    }
  }
  return raise_type_error(thread, "object of type '" + type_name(value) + "' has no len()");
}

namespace {

// Classes that CPython has in C: its messages name them with their module.
std::string name_in_messages(const Class& type) {
  static const std::unordered_set<std::string> kDotted = {"_io.BufferedRandom",
                                                          "_io.BufferedReader",
                                                          "_io.BufferedWriter",
                                                          "_io.BytesIO",
                                                          "_io.FileIO",
                                                          "_io.StringIO",
                                                          "_io.TextIOWrapper",
                                                          "_thread.RLock",
                                                          "_thread._local",
                                                          "_thread.lock",
                                                          "array.array",
                                                          "collections.OrderedDict",
                                                          "collections.defaultdict",
                                                          "collections.deque",
                                                          "datetime.date",
                                                          "datetime.datetime",
                                                          "datetime.time",
                                                          "datetime.timedelta",
                                                          "datetime.timezone",
                                                          "decimal.Context",
                                                          "decimal.Decimal",
                                                          "functools.partial",
                                                          "re.Match",
                                                          "re.Pattern",
                                                          "time.struct_time",
                                                          "types.SimpleNamespace"};
  const std::string dotted = type.module + "." + type.name;
  return type.module == "itertools" || kDotted.contains(dotted) ? dotted : type.name;
}

}  // namespace

std::string_view iterator_name(Iterator::Over over) {
  static constexpr std::array<std::string_view, Iterator::kKinds> kNames = {"list_iterator",
                                                                            "range_iterator",
                                                                            "str_iterator",
                                                                            "dict_keyiterator",
                                                                            "dict_valueiterator",
                                                                            "dict_itemiterator",
                                                                            "set_iterator",
                                                                            "enumerate",
                                                                            "zip",
                                                                            "list_reverseiterator",
                                                                            "bytes_iterator",
                                                                            "tuple_iterator",
                                                                            "str_ascii_iterator",
                                                                            "dict_reversekeyiterator",
                                                                            "dict_reversevalueiterator",
                                                                            "dict_reverseitemiterator"};
  return kNames[static_cast<std::size_t>(over)];
}

std::string type_name(const Value& value) {
  const Class* type = nullptr;
  if (const Extension* extension = extension_of(value))
    type = extension->class_value.known<Class>();
  else if (const auto* instance = value.try_as<Instance>())
    type = instance->type();
  else if (value.is_object() && value.object()->kind == Kind::native_object)
    type = value.known<NativeObject>()->class_value.known<Class>();
  else if (const auto* dict = value.try_as<Dict>())
    type = dict->subclass;
  else if (const auto* tuple = value.try_as<Tuple>())
    type = tuple->named_class;
  return type != nullptr ? name_in_messages(*type) : class_name(value);
}

std::string view_name(const View& view) {
  const Extension* extension = extension_of(view.dict);
  const auto is_ordered = [](const Class* type) {
    return type->name == "OrderedDict" && type->module == "collections";
  };
  const bool ordered =
      extension != nullptr &&
      std::ranges::any_of(extension->class_value.known<Class>()->resolution_order, is_ordered);
  return std::string(ordered ? "o" : "") + (view.over == Iterator::Over::dict_keys     ? "dict_keys"
                                            : view.over == Iterator::Over::dict_values ? "dict_values"
                                                                                       : "dict_items");
}

std::string class_name(const Value& value) {
  if (const Extension* extension = extension_of(value)) return extension->class_value.known<Class>()->name;
  if (is_int(value)) return value.is_bool() ? "bool" : "int";
  if (value.is_none()) return "NoneType";
  if (value.is_not_implemented()) return "NotImplementedType";
  if (value.is_ellipsis()) return "ellipsis";
  if (value.empty()) return "NULL";
  switch (value.object()->kind) {
    case Kind::class_object:
      if (const Value& metaclass = value.known<Class>()->metaclass; !metaclass.empty())
        return metaclass.known<Class>()->name;
      return "type";
    case Kind::instance:
      return value.known<Instance>()->type()->name;
    case Kind::exception:
      return value.known<Exception>()->type()->name;
    case Kind::native_object:
      return value.known<NativeObject>()->class_value.known<Class>()->name;
    case Kind::dict:
      return value.known<Dict>()->subclass != nullptr ? value.known<Dict>()->subclass->name : "dict";
    case Kind::tuple:
      return value.known<Tuple>()->named_class != nullptr ? value.known<Tuple>()->named_class->name : "tuple";
    case Kind::big_int:
      return "int";
    case Kind::float_number:
      return "float";
    case Kind::complex_number:
      return "complex";
    case Kind::string:
      return "str";
    case Kind::bytes:
      return "bytes";
    case Kind::list:
      return "list";
    case Kind::set:
      return "set";
    case Kind::frozen_set:
      return "frozenset";
    case Kind::range:
      return "range";
    case Kind::slice:
      return "slice";
    case Kind::function:
      return "function";
    case Kind::native_function:
      return native_function_class(*value.known<NativeFunction>());
    case Kind::bound_method: {
      const auto* native = value.known<BoundMethod>()->function.try_as<NativeFunction>();
      if (native == nullptr) return "method";
      return is_slot_wrapper(*native) ? "method-wrapper" : "builtin_function_or_method";
    }
    case Kind::module:
      return "module";
    case Kind::code:
      return "code";
    case Kind::cell:
      return "cell";
    case Kind::generator:
      if (const Value& shown = value.known<Generator>()->shown_as; !shown.empty())
        return shown.known<Class>()->name;
      return "generator";
    case Kind::traceback:
      return "traceback";
    case Kind::property:
      return "property";
    case Kind::static_method:
      return "staticmethod";
    case Kind::class_method:
      return "classmethod";
    case Kind::super_object:
      return "super";
    case Kind::view:
      return view_name(*value.known<View>());
    case Kind::iterator:
      return std::string(iterator_name(value.known<Iterator>()->over));
  }
  return "object";
}

}  // namespace forkscope::vm
