// Module `_builtins_support`: what library/_prelude needs to do in Python what the operations do natively.
#include <array>

#include "core/vm/attributes.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/numbers.h"
#include "core/vm/operations_parts.h"
#include "core/vm/runner.h"
#include "core/vm/set_order.h"
#include "core/vm/text.h"

namespace forkscope::vm {

namespace {

// special(value, name): the function that a class of Python code defines; None if the built-in behaviour
// counts.
NativeResult special(NativeCall& call) {
  if (!check_count(call, "special", 2, 2) || read_string(call, call.positional[1], "name") == nullptr)
    return NativeResult::raised;
  const std::string& name = call.positional[1].known<String>()->text;
  const Value* found = find_user_special(call.vm, call.positional[0], name);
  if (found == nullptr && call.positional[0].is(Kind::native_object))
    found = find_special(call.vm, call.positional[0], name);
  return call.returns(found == nullptr ? Value::none() : *found);
}

// type_name(value): as messages have it
NativeResult name_of_type(NativeCall& call) {
  return call.returns(make_string(type_name(call.positional[0])));
}

// kind(value): how the prelude tells containers apart
NativeResult kind(NativeCall& call) {
  if (!check_count(call, "kind", 1, 1)) return NativeResult::raised;
  const Value& value = call.positional[0];
  if (!value.is_object()) return call.returns(make_string(type_name(value)));
  switch (value.object()->kind) {
    case Kind::list:
      return call.returns(make_string("list"));
    case Kind::tuple:
      return call.returns(make_string("tuple"));
    case Kind::dict:
      return call.returns(make_string("dict"));
    case Kind::set:
      return call.returns(make_string("set"));
    case Kind::frozen_set:
      return call.returns(make_string("frozenset"));
    case Kind::exception:
      return call.returns(make_string("exception"));
    case Kind::bound_method:
      return call.returns(make_string("method"));
    case Kind::view:
      return call.returns(make_string("view"));
    case Kind::native_object:
      return call.returns(make_string("native_object"));
    default:
      return call.returns(make_string("other"));
  }
}

NativeResult items(NativeCall& call) {
  if (!check_count(call, "items", 1, 1)) return NativeResult::raised;
  const auto* sequence = sequence_items(call.positional[0]);
  return call.returns(make_list(sequence == nullptr ? std::vector<Value>() : *sequence));
}

NativeResult is_named(NativeCall& call) {
  const auto* tuple = call.positional[0].try_as<Tuple>();
  return call.returns(Value::boolean(tuple != nullptr && tuple->named_class != nullptr));
}

// around(value, inner): a container's repr with the name of its class around it where CPython writes one
NativeResult around(NativeCall& call) {
  if (!check_count(call, "around", 2, 2)) return NativeResult::raised;
  const Value& value = call.positional[0];
  std::string inner = call.positional[1].as<String>()->text;
  std::string name;
  if (const auto* dict = value.try_as<Dict>(); dict != nullptr && dict->subclass != nullptr)
    name = dict->subclass->name;
  if (const auto* view = value.try_as<View>(); view != nullptr) name = view_name(*view);
  if (const auto* native = value.try_as<NativeObject>(); native != nullptr) {
    name = class_name(value);
    inner += native->description();
  }
  return call.returns(make_string(name.empty() ? inner : name + "(" + inner + ")"));
}

NativeResult tuple_repr(NativeCall& call) {
  std::vector<Value> parts;
  if (!check_count(call, "tuple_repr", 2, 2) ||
      collect(call.thread, call.positional[1], parts) != Outcome::ok)
    return NativeResult::raised;
  std::string text = "(";
  for (std::size_t at = 0; at < parts.size(); ++at) {
    if (at > 0) text += ", ";
    text += parts[at].as<String>()->text;
  }
  return call.returns(make_string(text + (parts.size() == 1 ? ",)" : ")")));
}

NativeResult repr_recursive(NativeCall& call) {
  const Value& value = call.positional[0];
  return call.returns(make_string(value.is(Kind::list)    ? "[...]"
                                  : value.is(Kind::tuple) ? "(...)"
                                  : value.is(Kind::dict)  ? "{...}"
                                                          : "..."));
}

NativeResult default_repr(NativeCall& call) {
  const Value& value = call.positional[0];
  const Class& type = *call.vm.class_of(value);
  const std::string module = type.module.empty() || type.module == "builtins" ? "" : type.module + ".";
  return call.returns(
      make_string("<" + module + type.qualified_name + " object at " + address_text(value) + ">"));
}

NativeResult ascii_text(NativeCall& call) {
  const String* text =
      check_count(call, "ascii_text", 1, 1) ? read_string(call, call.positional[0], "text") : nullptr;
  return text == nullptr ? NativeResult::raised : call.returns(make_string(to_ascii(text->text)));
}

// sort_order(keys, reverse) -> the indices in order; None where Python code has to compare
NativeResult sort_order_of(NativeCall& call) {
  std::vector<Value> keys;
  if (!check_count(call, "sort_order", 2, 2) || collect(call.thread, call.positional[0], keys) != Outcome::ok)
    return NativeResult::raised;
  std::vector<std::size_t> order;
  const Outcome outcome = sort_order(call.thread, keys, call.positional[1].is_true(), order);
  if (outcome == Outcome::needs_python) return call.returns_none();
  if (outcome != Outcome::ok) return NativeResult::raised;
  std::vector<Value> indices;
  indices.reserve(order.size());
  for (const std::size_t at : order) indices.push_back(Value::small_int(static_cast<std::int64_t>(at)));
  return call.returns(make_list(std::move(indices)));
}

// arranged(values, order) -> the values at these indices
NativeResult arranged(NativeCall& call) {
  if (!check_count(call, "arranged", 2, 2)) return NativeResult::raised;
  const auto& values = call.positional[0].as<List>()->items;
  std::vector<Value> result;
  result.reserve(values.size());
  for (const Value& index : call.positional[1].as<List>()->items)
    result.push_back(values.at(static_cast<std::size_t>(index.small())));
  return call.returns(make_list(std::move(result)));
}

// refresh_own(names) -> names: a __dict__ as the object's attributes are now
NativeResult refresh_own(NativeCall& call) {
  refresh_names(call.vm, call.positional[0]);
  return call.returns(call.positional[0]);
}

// The attributes of the object a __dict__ belongs to change with it.
NativeResult set_own(NativeCall& call) {
  const Value self = call.positional[0], key = call.positional[1];
  if (!key.is(Kind::string)) return raise(call, "TypeError", "attribute name must be string");
  const Value name = intern(key.known<String>()->text);
  Value* owner = extension_of(self)->attributes.find("_owner");
  own_attributes(*owner)->set_name(name, call.positional[2]);
  self.known<Dict>()->table.set_name(name, call.positional[2]);
  return call.returns_none();
}

NativeResult delete_own(NativeCall& call) {
  const Value self = call.positional[0], key = call.positional[1];
  Value* owner = extension_of(self)->attributes.find("_owner");
  if (!key.is(Kind::string) || !self.known<Dict>()->table.erase_name(intern(key.known<String>()->text))) {
    raise_in(call.thread, make_exception(call.vm.exception_class("KeyError"), {key}));
    return NativeResult::raised;
  }
  own_attributes(*owner)->erase_name(intern(key.known<String>()->text));
  return call.returns_none();
}

// extend(value, type): a value of a Python class that derives from a built-in one
NativeResult extend_value(NativeCall& call) {
  return call.returns(extend(call.positional[0], call.positional[1]));
}

// What the tables do natively, with the hash given: for keys whose __hash__ or __eq__ is Python code. The key
// found is the one that is the same object.
Table& writable(const Value& value) {
  return is_set(value) ? set_table(value) : value.as<Dict>()->table;
}

std::uint64_t hash_in(const NativeCall& call, std::size_t at) {
  return static_cast<std::uint64_t>(*to_int64(call.positional[at]));
}

// hash_in_table(key): by which tables find it
NativeResult hash_in_table(NativeCall& call) {
  if (!check_count(call, "hash_in_table", 1, 1)) return NativeResult::raised;
  std::uint64_t hash = 0;
  const Outcome outcome = hash_value(call.thread, call.positional[0], hash);
  if (outcome == Outcome::needs_python) return in_prelude(call, "hash_value", {call.positional[0]});
  return outcome == Outcome::ok ? call.returns(make_int(static_cast<std::int64_t>(hash)))
                                : NativeResult::raised;
}

// same_hash(table, hash): the keys with this hash
NativeResult same_hash(NativeCall& call) {
  if (!check_count(call, "same_hash", 2, 2)) return NativeResult::raised;
  return call.returns(make_list(table_of(call.positional[0])->keys_with(hash_in(call, 1))));
}

// stored(table, key, hash)
NativeResult stored(NativeCall& call) {
  if (!check_count(call, "stored", 3, 3)) return NativeResult::raised;
  const Value* found = table_of(call.positional[0])->find(call.positional[1], hash_in(call, 2));
  return call.returns(found == nullptr || found->empty() ? Value::none() : *found);
}

// store(table, key, hash [, value])
NativeResult store(NativeCall& call) {
  if (!check_count(call, "store", 3, 4)) return NativeResult::raised;
  writable(call.positional[0]).set(call.positional[1], hash_in(call, 2), argument(call, 3));
  return call.returns_none();
}

// erase(table, key, hash)
NativeResult erase(NativeCall& call) {
  if (!check_count(call, "erase", 3, 3)) return NativeResult::raised;
  if (is_set(call.positional[0])) {
    erase_item(*call.positional[0].known<Set>(), call.positional[1], hash_in(call, 2));
  } else {
    call.positional[0].as<Dict>()->table.erase(call.positional[1], hash_in(call, 2));
  }
  return call.returns_none();
}

// hash_items(hashes): the hash of a tuple
NativeResult hash_items(NativeCall& call) {
  std::vector<Value> hashes;
  if (!check_count(call, "hash_items", 1, 1) ||
      collect(call.thread, call.positional[0], hashes) != Outcome::ok)
    return NativeResult::raised;
  std::vector<std::uint64_t> lanes;
  for (const Value& hash : hashes) lanes.push_back(static_cast<std::uint64_t>(*to_int64(hash)));
  return call.returns(make_int(static_cast<std::int64_t>(hash_of_items(lanes))));
}

// check_iterator(value): what __iter__ gave can be asked for items.
NativeResult check_iterator(NativeCall& call) {
  if (!is_iterator(call.vm, call.positional[0]))
    return raise(call, "TypeError", not_an_iterator(call.positional[0]));
  return call.returns_none();
}

// thread(): a number for the thread that asks
NativeResult thread(NativeCall& call) {
  return call.returns(make_int(static_cast<std::int64_t>(call.thread.kernel_thread.id)));
}

// show_as(generator, class or its name): programs see an object of that class, which iterates like the
// generator.
NativeResult show_as(NativeCall& call) {
  if (call.positional[1].is(Kind::class_object)) {
    call.positional[0].as<Generator>()->shown_as = call.positional[1];
    return call.returns(call.positional[0]);
  }
  const SpecialClasses& classes = call.vm.classes();
  const std::string& name = call.positional[1].as<String>()->text;
  const auto named = [&name](const Class* type) { return type != nullptr && type->name == name; };
  Class* found = nullptr;
  for (Class* type : classes.iterators)
    if (named(type)) found = type;
  for (Class* type : {classes.map, classes.filter, classes.reversed, classes.callable_iterator})
    if (named(type)) found = type;
  FORKSCOPE_CHECK(found != nullptr, "a class of iterators");
  call.positional[0].as<Generator>()->shown_as = Value::share(found);
  return call.returns(call.positional[0]);
}

// run_in(function, names): the code of a function, with names as Continuation::executed has them
NativeResult run_in(NativeCall& call) {
  call.thread.continuation = Continuation::executed;
  call.thread.extra = call.positional[1];
  call.callee = call.positional[0];
  call.callee_arguments.clear();
  return NativeResult::call;
}

constexpr std::array kFunctions = {NativeDefinition{"run_in", run_in},
                                   NativeDefinition{"show_as", show_as},
                                   NativeDefinition{"check_iterator", check_iterator},
                                   NativeDefinition{"extend", extend_value},
                                   NativeDefinition{"refresh_own", refresh_own},
                                   NativeDefinition{"set_own", set_own},
                                   NativeDefinition{"delete_own", delete_own},
                                   NativeDefinition{"special", special},
                                   NativeDefinition{"kind", kind},
                                   NativeDefinition{"type_name", name_of_type},
                                   NativeDefinition{"items", items},
                                   NativeDefinition{"is_named", is_named},
                                   NativeDefinition{"around", around},
                                   NativeDefinition{"tuple_repr", tuple_repr},
                                   NativeDefinition{"repr_recursive", repr_recursive},
                                   NativeDefinition{"default_repr", default_repr},
                                   NativeDefinition{"ascii_text", ascii_text},
                                   NativeDefinition{"sort_order", sort_order_of},
                                   NativeDefinition{"arranged", arranged},
                                   NativeDefinition{"thread", thread},
                                   NativeDefinition{"hash_in_table", hash_in_table},
                                   NativeDefinition{"same_hash", same_hash},
                                   NativeDefinition{"stored", stored},
                                   NativeDefinition{"store", store},
                                   NativeDefinition{"erase", erase},
                                   NativeDefinition{"hash_items", hash_items},
                                   NativeDefinition{"names", names_of_value}};

}  // namespace

void register_builtins_support() {
  register_native_module("_builtins_support",
                         [](Vm&, Module& module) { define_functions(module, kFunctions); });
}

}  // namespace forkscope::vm
