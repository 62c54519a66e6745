// dict, set, frozenset and the dict views: methods and constructors.
#include <fmt/format.h>

#include <array>

#include "core/vm/attributes.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/operations_parts.h"
#include "core/vm/plain_hash.h"
#include "core/vm/set_order.h"

namespace forkscope::vm {

namespace {

// The table of the dict or set a method is called on; with_self() made sure that it is one.
Table& own_table(const NativeCall& call) {
  const Value& self = call.positional[0];
  return self.is(Kind::dict) ? self.known<Dict>()->table : set_table(self);
}

Set& own_set(const NativeCall& call) {
  return *call.positional[0].known<Set>();
}

// The hash of a key for `table`. False: return `next`: an exception, or the prelude function `instead` does
// the work of the native because a key's class has a __hash__ in Python; `arguments()` makes what it is
// called with.
template <class Arguments>
bool hash_key(NativeCall& call, const Table& table, const Value& key, std::uint64_t& hash, NativeResult& next,
              const char* instead, const Arguments& arguments) {
  if (!table.has_keys_of_classes() && plain_hash(key, hash)) [[likely]]
    return true;
  const Outcome outcome = hash_for(call.thread, table, key, hash);
  if (outcome == Outcome::ok) return true;
  next = outcome == Outcome::needs_python ? in_prelude(call, instead, arguments()) : NativeResult::raised;
  return false;
}

void copy_entries(const Table& from, Table& to) {
  for (const Table::Entry& entry : from.entries())
    if (!entry.key.empty()) to.set(entry.key, entry.hash, entry.value);
}

Value named_values(const NativeCall& call) {
  Value names = make_dict();
  for (std::size_t at = 0; at < call.keywords.size(); ++at)
    names.known<Dict>()->table.set_name(call.keyword_names->items[at], call.keywords[at]);
  return names;
}

// Pairs into the table of `dict`; false: return `next`.
bool put_pairs(NativeCall& call, const std::vector<Value>& pairs, const Value& dict, NativeResult& next) {
  Table& table = dict.known<Dict>()->table;
  next = NativeResult::raised;
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    std::vector<Value> pair;
    std::uint64_t hash = 0;
    const Outcome outcome = collect(call.thread, pairs[at], pair);
    const bool is_pair = outcome == Outcome::ok && pair.size() == 2;
    const Outcome hashed = is_pair ? hash_for(call.thread, table, pair[0], hash) : outcome;
    if (hashed == Outcome::needs_python) {
      next = in_prelude(
          call, "dict_put_pairs",
          {dict, make_list(std::vector<Value>(pairs.begin() + static_cast<std::ptrdiff_t>(at), pairs.end())),
           named_values(call)});
      return false;
    }
    if (outcome != Outcome::ok) {
      call.thread.raised = Value();
      raise(call, "TypeError",
            fmt::format("cannot convert dictionary update sequence element #{} to a sequence", at));
      return false;
    }
    if (pair.size() != 2) {
      raise(call, "ValueError",
            fmt::format("dictionary update sequence element #{} has length {}; 2 is required", at,
                        pair.size()));
      return false;
    }
    if (hashed != Outcome::ok) return false;
    table.set(pair[0], hash, pair[1]);
  }
  return true;
}

void put_keywords(const NativeCall& call, Table& table) {
  for (std::size_t at = 0; at < call.keywords.size(); ++at)
    table.set_name(call.keyword_names->items[at], call.keywords[at]);
}

// What dict(x) and d.update(x) take in, into `target`; false: return `next`.
bool put_source(NativeCall& call, NativeFunctionPointer again, const Value& target, NativeResult& next) {
  const Value& source = call.positional[1];
  if (const auto* dict = source.try_as<Dict>();
      dict != nullptr && !has_python_keys(call.vm, source) && !has_python_keys(call.vm, target)) {
    refresh_names(call.vm, source);
    copy_entries(dict->table, target.known<Dict>()->table);
    return true;
  }
  if (source.is(Kind::instance) || source.is(Kind::dict)) {
    next = in_prelude(call, "dict_take", {target, source, named_values(call)});
    return false;
  }
  std::vector<Value> pairs;
  return collect_argument(call, again, 1, pairs, next) && put_pairs(call, pairs, target, next);
}

NativeResult construct_dict(NativeCall& call) {
  if (call.positional.size() > 2)
    return raise(call, "TypeError",
                 fmt::format("dict expected at most 1 argument, got {}", call.positional.size() - 1));
  Value made = make_dict();
  NativeResult next = NativeResult::raised;
  if (call.positional.size() == 2 && !put_source(call, construct_dict, made, next)) return next;
  put_keywords(call, made.known<Dict>()->table);
  return call.returns(std::move(made));
}

NativeResult dict_update(NativeCall& call) {
  if (call.positional.size() > 2)
    return raise(call, "TypeError",
                 fmt::format("update expected at most 1 argument, got {}", call.positional.size() - 1));
  NativeResult next = NativeResult::raised;
  const Value self = call.positional[0];
  if (call.positional.size() == 2 && !put_source(call, dict_update, self, next)) {
    if (next != NativeResult::call) return next;
    // The prelude's functions give back the dict, an update gives nothing.
    Value work = std::move(call.callee);
    std::vector<Value> arguments = std::move(call.callee_arguments);
    arguments.insert(arguments.begin(), std::move(work));
    return in_prelude(call, "without_result", std::move(arguments));
  }
  put_keywords(call, own_table(call));
  return call.returns_none();
}

NativeResult dict_get(NativeCall& call) {
  if (!check_count(call, "dict.get", 2, 3)) return NativeResult::raised;
  const Value key = call.positional[1];
  Value fallback = call.positional.size() == 3 ? call.positional[2] : Value::none();
  std::uint64_t hash = 0;
  NativeResult next = NativeResult::raised;
  if (!hash_key(call, own_table(call), key, hash, next, "dict_get", [&] {
        return std::vector<Value>{call.positional[0], key, fallback};
      }))
    return next;
  const Value* found = own_table(call).find(key, hash);
  return call.returns(found != nullptr ? *found : std::move(fallback));
}

bool get_directly(PythonThread&, std::span<Value> arguments, Value& result) {
  if (!are_given<Kind::dict>(arguments, 2) && !are_given<Kind::dict>(arguments, 3)) return false;
  const Table& table = arguments[0].known<Dict>()->table;
  std::uint64_t hash = 0;
  if (table.has_keys_of_classes() || !plain_hash(arguments[1], hash)) return false;
  if (const Value* found = table.find(arguments[1], hash)) {
    result = *found;
  } else {
    result = arguments.size() == 3 ? std::move(arguments[2]) : Value::none();
  }
  return true;
}

NativeResult dict_setdefault(NativeCall& call) {
  if (!check_count(call, "dict.setdefault", 2, 3)) return NativeResult::raised;
  const Value key = call.positional[1];
  Value value = call.positional.size() == 3 ? call.positional[2] : Value::none();
  std::uint64_t hash = 0;
  NativeResult next = NativeResult::raised;
  if (!hash_key(call, own_table(call), key, hash, next, "dict_setdefault", [&] {
        return std::vector<Value>{call.positional[0], key, value};
      }))
    return next;
  Table& table = own_table(call);
  if (const Value* found = table.find(key, hash); found != nullptr) return call.returns(*found);
  table.set(key, hash, value);
  return call.returns(std::move(value));
}

// KeyError carries the key itself, whose repr is its text.
NativeResult raise_missing_key(NativeCall& call, const Value& key) {
  raise_in(call.thread, make_exception(call.vm.exception_class("KeyError"), {key}));
  return NativeResult::raised;
}

NativeResult dict_pop(NativeCall& call) {
  if (!check_count(call, "dict.pop", 2, 3)) return NativeResult::raised;
  const Value key = call.positional[1];
  const bool has_fallback = call.positional.size() == 3;
  const Value fallback = has_fallback ? call.positional[2] : Value::none();
  std::uint64_t hash = 0;
  NativeResult next = NativeResult::raised;
  if (!hash_key(call, own_table(call), key, hash, next, "dict_pop", [&] {
        return std::vector<Value>{call.positional[0], key, Value::boolean(has_fallback), fallback};
      }))
    return next;
  Value taken;
  if (own_table(call).erase(key, hash, &taken)) return call.returns(std::move(taken));
  return has_fallback ? call.returns(fallback) : raise_missing_key(call, key);
}

NativeResult dict_popitem(NativeCall& call) {
  if (!check_count(call, "dict.popitem", 1, 1)) return NativeResult::raised;
  Table& table = own_table(call);
  if (table.size() == 0) return raise_missing_key(call, make_string("popitem(): dictionary is empty"));
  Table::Entry taken = table.take_last();
  return call.returns(make_tuple({std::move(taken.key), std::move(taken.value)}));
}

template <MethodName name>
NativeResult table_clear(NativeCall& call) {
  if (!check_count(call, name.text, 1, 1)) return NativeResult::raised;
  if (is_set(call.positional[0])) {
    clear_items(own_set(call));
  } else {
    own_table(call).clear();
  }
  return call.returns_none();
}

Value copy_of(const Value& value) {
  if (const auto* dict = value.try_as<Dict>(); dict != nullptr) {
    auto* made = new Dict();
    made->subclass = dict->subclass;
    made->default_factory = dict->default_factory;
    copy_entries(dict->table, made->table);
    return Value::adopt(made);
  }
  auto* made = new Set(value.is(Kind::frozen_set));
  add_items(*made, *value.known<Set>());
  return Value::adopt(made);
}

template <MethodName name>
NativeResult table_copy(NativeCall& call) {
  if (!check_count(call, name.text, 1, 1)) return NativeResult::raised;
  const Value& self = call.positional[0];
  const bool is_its_own = self.is(Kind::frozen_set) && (self.object()->flags & kExtended) == 0;
  return call.returns(is_its_own ? self : copy_of(self));
}

template <MethodName name, Iterator::Over over>
NativeResult dict_view(NativeCall& call) {
  if (!check_count(call, name.text, 1, 1)) return NativeResult::raised;
  return call.returns(Value::adopt(new View(over, call.positional[0])));
}

// dict.fromkeys(keys [, value]); the class comes first. A class of its own is filled in Python, item by item.
NativeResult dict_fromkeys(NativeCall& call) {
  const std::size_t given = call.positional.size() - 1;
  if (given < 1 || given > 2)
    return raise(call, "TypeError",
                 fmt::format("fromkeys expected at {} argument{}, got {}", given < 1 ? "least 1" : "most 2",
                             given < 1 ? "" : "s", given));
  const Value value = given == 2 ? call.positional[2] : Value::none();
  if (call.positional[0].known<Class>() != call.vm.class_of_kind(Kind::dict))
    return in_prelude(call, "instance_fromkeys", {call.positional[0], call.positional[1], value});
  std::vector<Value> keys;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, dict_fromkeys, 1, keys, next)) return next;
  Value made = make_dict();
  for (const Value& key : keys) {
    std::uint64_t hash = 0;
    if (!hash_key(call, made.known<Dict>()->table, key, hash, next, "dict_fromkeys", [&] {
          return std::vector<Value>{make_list(keys), value};
        }))
      return next;
    made.known<Dict>()->table.set(key, hash, value);
  }
  return call.returns(std::move(made));
}

// A set of `items`, which may be the keys of a dict; empty: return `next`, which makes it in the prelude
// where a key needs that.
Value set_of(NativeCall& call, const std::vector<Value>& items, bool are_keys, bool frozen,
             NativeResult& next) {
  auto* made = new Set(frozen);
  Value result = Value::adopt(made);
  if (are_keys) expect_items(*made, items.size());
  for (const Value& item : items) {
    std::uint64_t hash = 0;
    if (!hash_key(call, made->table, item, hash, next, "make_set", [&] {
          return std::vector<Value>{make_list(items), Value::boolean(frozen)};
        }))
      return {};
    made->table.set(item, hash, Value());
  }
  return result;
}

template <bool frozen>
NativeResult construct_set(NativeCall& call) {
  if (!check_constructor(call, frozen ? "frozenset" : "set", 0, 1)) return NativeResult::raised;
  std::vector<Value> items;
  bool are_keys = false;
  NativeResult next = NativeResult::raised;
  if (call.positional.size() == 2) {
    are_keys = call.positional[1].is(Kind::dict);
    if (frozen && call.positional[1].is(Kind::frozen_set)) return call.returns(call.positional[1]);
    if (is_set(call.positional[1])) {
      auto* made = new Set(frozen);
      add_items(*made, *call.positional[1].known<Set>());
      return call.returns(Value::adopt(made));
    }
    if (!collect_argument(call, construct_set<frozen>, 1, items, next)) return next;
  }
  Value made = set_of(call, items, are_keys, frozen, next);
  return made.empty() ? next : call.returns(std::move(made));
}

NativeResult set_add(NativeCall& call) {
  if (!check_count(call, "set.add", 2, 2)) return NativeResult::raised;
  const Value item = call.positional[1];
  std::uint64_t hash = 0;
  NativeResult next = NativeResult::raised;
  if (!hash_key(call, own_table(call), item, hash, next, "set_add", [&] {
        return std::vector<Value>{call.positional[0], item};
      }))
    return next;
  own_table(call).set(item, hash, Value());
  return call.returns_none();
}

bool add_directly(PythonThread&, std::span<Value> arguments, Value& result) {
  if (!are_given<Kind::set>(arguments, 2)) return false;
  Table& table = arguments[0].known<Set>()->table;
  std::uint64_t hash = 0;
  if (table.has_keys_of_classes() || !plain_hash(arguments[1], hash)) return false;
  table.set(arguments[1], hash, Value());
  result = Value::none();
  return true;
}

template <bool must_be_there>
NativeResult set_take(NativeCall& call) {
  if (!check_count(call, must_be_there ? "set.remove" : "set.discard", 2, 2)) return NativeResult::raised;
  const Value given = call.positional[1];
  const bool is_copied = given.is(Kind::set) && is_plain_set(call.thread, given);
  const Value item = is_copied ? frozen_copy(given) : given;
  std::uint64_t hash = 0;
  NativeResult next = NativeResult::raised;
  if (!hash_key(call, own_table(call), item, hash, next, "set_take", [&] {
        return std::vector<Value>{call.positional[0], item, Value::boolean(must_be_there)};
      }))
    return next;
  if (!erase_item(own_set(call), item, hash) && must_be_there) return raise_missing_key(call, given);
  return call.returns_none();
}

template <bool must_be_there>
bool take_directly(PythonThread&, std::span<Value> arguments, Value& result) {
  if (!are_given<Kind::set>(arguments, 2)) return false;
  Set& set = *arguments[0].known<Set>();
  std::uint64_t hash = 0;
  if (set.table.has_keys_of_classes() || !plain_hash(arguments[1], hash)) return false;
  if (!erase_item(set, arguments[1], hash) && must_be_there) return false;
  result = Value::none();
  return true;
}

NativeResult set_pop(NativeCall& call) {
  if (!check_count(call, "set.pop", 1, 1)) return NativeResult::raised;
  Set& set = own_set(call);
  if (set.table.size() == 0) return raise_missing_key(call, make_string("pop from an empty set"));
  return call.returns(pop_item(set));
}

// An argument of a set's method, as a set. Only the order of what comes out depends on what it was.
struct Operand {
  enum class Source : std::uint8_t { set, dict, items };
  Value value;
  Source source = Source::set;
  Set& set() const { return *value.known<Set>(); }
};

// False: return `next`; `in_python`: the prelude has to do it.
bool collect_sets(NativeCall& call, NativeFunctionPointer again, std::vector<Operand>& sets, bool& in_python,
                  NativeResult& next) {
  in_python = has_python_keys(call.vm, call.positional[0]);
  for (std::size_t at = 1; at < call.positional.size(); ++at) {
    if (is_set(call.positional[at])) {
      in_python = in_python || has_python_keys(call.vm, call.positional[at]);
      sets.push_back({call.positional[at]});
      continue;
    }
    const bool are_keys = call.positional[at].is(Kind::dict);
    std::vector<Value> items;
    if (!collect_argument(call, again, at, items, next)) return false;
    // What is collected is kept: an iterator has nothing more to give.
    call.positional[at] = make_list(items);
    for (const Value& item : items) in_python = in_python || has_python_hash(call.vm, item);
    if (in_python) continue;
    Value made = set_of(call, items, are_keys, false, next);
    if (made.empty()) return false;
    sets.push_back({std::move(made), are_keys ? Operand::Source::dict : Operand::Source::items});
  }
  return true;
}

std::vector<Value> other_arguments(const NativeCall& call) {
  return {call.positional.begin() + 1, call.positional.end()};
}

enum class Algebra : std::uint8_t { join, intersection, difference, symmetric_difference };

const char* name_of(Algebra how) {
  return how == Algebra::join           ? "union"
         : how == Algebra::intersection ? "intersection"
         : how == Algebra::difference   ? "difference"
                                        : "symmetric_difference";
}

void fill_with_common(Set& made, Set& own, const Operand& other) {
  if (other.source == Operand::Source::set) return fill_with_intersection(made, own, other.set());
  for (const Table::Entry& entry : other.set().table.entries())
    if (!entry.key.empty() && own.table.find(entry.key, entry.hash) != nullptr)
      made.table.set(entry.key, entry.hash, Value());
}

void combine_in_place(Set& own, const Operand& other, Algebra how) {
  switch (how) {
    case Algebra::join:
      if (other.source == Operand::Source::set) return add_items(own, other.set());
      if (other.source == Operand::Source::dict) expect_items(own, other.set().table.size());
      return copy_entries(other.set().table, own.table);
    case Algebra::intersection: {
      Set made;
      fill_with_common(made, own, other);
      return replace_items(own, made);
    }
    case Algebra::difference:
      return subtract_items(own, other.set());
    case Algebra::symmetric_difference:
      return toggle_items(own, other.set());
  }
}

// Of the method's own set and the first argument, where that is not a copy changed in place.
bool fill_with_first(Set& made, Set& own, const Operand& other, Algebra how) {
  if (how == Algebra::intersection) {
    fill_with_common(made, own, other);
  } else if (how == Algebra::difference && other.source != Operand::Source::items) {
    fill_with_difference(made, own, other.set());
  } else if (how == Algebra::symmetric_difference) {
    combine_in_place(made, other, Algebra::join);
    toggle_items(made, own);
  } else {
    return false;
  }
  return true;
}

template <Algebra how, bool in_place>
NativeResult set_combine(NativeCall& call) {
  std::vector<Operand> others;
  bool in_python = false;
  NativeResult next = NativeResult::raised;
  if (how == Algebra::symmetric_difference &&
      !check_count(call, in_place ? "set.symmetric_difference_update" : "set.symmetric_difference", 2, 2))
    return NativeResult::raised;
  if (!collect_sets(call, set_combine<how, in_place>, others, in_python, next)) return next;
  if (in_python)
    return in_prelude(call, "set_combine",
                      {make_string(name_of(how)), call.positional[0], make_list(other_arguments(call)),
                       Value::boolean(in_place)});
  Value target = call.positional[0];
  auto next_other = others.begin();
  if (!in_place) {
    target = Value::adopt(new Set(call.positional[0].is(Kind::frozen_set)));
    if (!others.empty() && fill_with_first(*target.known<Set>(), own_set(call), others[0], how)) {
      ++next_other;
    } else {
      add_items(*target.known<Set>(), own_set(call));
    }
  }
  for (; next_other != others.end(); ++next_other) {
    const bool is_there = how == Algebra::join && &next_other->set() == &own_set(call);
    if (!is_there) combine_in_place(*target.known<Set>(), *next_other, how);
  }
  return in_place ? call.returns_none() : call.returns(std::move(target));
}

bool is_within(const Table& small, const Table& large) {
  for (const Table::Entry& entry : small.entries())
    if (!entry.key.empty() && large.find(entry.key, entry.hash) == nullptr) return false;
  return true;
}

enum class Relation : std::uint8_t { subset, superset, disjoint };

template <MethodName name, Relation relation>
NativeResult set_relation(NativeCall& call) {
  std::vector<Operand> others;
  bool in_python = false;
  NativeResult next = NativeResult::raised;
  if (!check_count(call, name.text, 2, 2)) return NativeResult::raised;
  if (!collect_sets(call, set_relation<name, relation>, others, in_python, next)) return next;
  if (in_python)
    return in_prelude(
        call, "set_relation",
        {make_string(std::string_view(name.text).substr(4)), call.positional[0], call.positional[1]});
  const Table& own = set_table(call.positional[0]);
  const Table& other = others[0].set().table;
  if (relation == Relation::subset) return call.returns(Value::boolean(is_within(own, other)));
  if (relation == Relation::superset) return call.returns(Value::boolean(is_within(other, own)));
  for (const Table::Entry& entry : own.entries())
    if (!entry.key.empty() && other.find(entry.key, entry.hash) != nullptr)
      return call.returns(Value::boolean(false));
  return call.returns(Value::boolean(true));
}

// keys().isdisjoint(other) and the same of items()
NativeResult view_isdisjoint(NativeCall& call) {
  if (!check_count(call, "dict_keys.isdisjoint", 2, 2)) return NativeResult::raised;
  return in_prelude(call, "view_isdisjoint", {call.positional[0], call.positional[1]});
}

constexpr NativeDefinition kViewMethods[] = {method<"isdisjoint", Kind::view, view_isdisjoint>()};
constexpr NativeDefinition kDictMethods[] = {
    method<"get", Kind::dict, dict_get, get_directly>(),
    method<"setdefault", Kind::dict, dict_setdefault>(),
    method<"pop", Kind::dict, dict_pop>(),
    method<"popitem", Kind::dict, dict_popitem>(),
    method<"update", Kind::dict, dict_update>(),
    method<"clear", Kind::dict, table_clear<"dict.clear">>(),
    method<"copy", Kind::dict, table_copy<"dict.copy">>(),
    method<"keys", Kind::dict, dict_view<"dict.keys", Iterator::Over::dict_keys>>(),
    method<"values", Kind::dict, dict_view<"dict.values", Iterator::Over::dict_values>>(),
    method<"items", Kind::dict, dict_view<"dict.items", Iterator::Over::dict_items>>()};
// What set and frozenset share.
template <Kind kind>
constexpr std::array<NativeDefinition, 8> kSetReading = {
    {method<"copy", kind, table_copy<"set.copy">>(),
     method<"union", kind, set_combine<Algebra::join, false>>(),
     method<"intersection", kind, set_combine<Algebra::intersection, false>>(),
     method<"difference", kind, set_combine<Algebra::difference, false>>(),
     method<"symmetric_difference", kind, set_combine<Algebra::symmetric_difference, false>>(),
     method<"issubset", kind, set_relation<"set.issubset", Relation::subset>>(),
     method<"issuperset", kind, set_relation<"set.issuperset", Relation::superset>>(),
     method<"isdisjoint", kind, set_relation<"set.isdisjoint", Relation::disjoint>>()}};
constexpr NativeDefinition kSetChanging[] = {
    method<"add", Kind::set, set_add, add_directly>(),
    method<"remove", Kind::set, set_take<true>, take_directly<true>>(),
    method<"discard", Kind::set, set_take<false>, take_directly<false>>(),
    method<"pop", Kind::set, set_pop>(),
    method<"clear", Kind::set, table_clear<"set.clear">>(),
    method<"update", Kind::set, set_combine<Algebra::join, true>>(),
    method<"intersection_update", Kind::set, set_combine<Algebra::intersection, true>>(),
    method<"difference_update", Kind::set, set_combine<Algebra::difference, true>>(),
    method<"symmetric_difference_update", Kind::set, set_combine<Algebra::symmetric_difference, true>>()};

}  // namespace

void install_table_types(Vm& vm) {
  Class* dict = vm.class_of_kind(Kind::dict);
  dict->construct = construct_dict;
  define_methods(*dict, kDictMethods);
  dict->attributes.set(
      "fromkeys", Value::adopt(new ClassMethod(Value::adopt(new NativeFunction("fromkeys", dict_fromkeys)))));
  using Over = Iterator::Over;
  for (const Over over : {Over::dict_keys, Over::dict_items}) {
    Class* view = vm.classes().views[static_cast<std::size_t>(over)];
    define_methods(*view, kViewMethods);
    view->attributes.set("__hash__", Value::none());
  }
  Class* set = vm.class_of_kind(Kind::set);
  set->construct = construct_set<false>;
  define_methods(*set, kSetReading<Kind::set>);
  define_methods(*set, kSetChanging);
  Class* frozen = vm.class_of_kind(Kind::frozen_set);
  frozen->construct = construct_set<true>;
  define_methods(*frozen, kSetReading<Kind::frozen_set>);
}

}  // namespace forkscope::vm
