// dict, set, frozenset and the dict views: methods and constructors.
#include <fmt/format.h>

#include <array>

#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm {

namespace {

// The dict or set a method is called on; null: TypeError.
Table* table_of(NativeCall& call) {
  const Value& self = call.positional.empty() ? call.vm.builtins_value() : call.positional[0];
  if (self.is(Kind::dict)) return &self.known<Dict>()->table;
  if (is_set(self)) return &set_table(self);
  raise(call, "TypeError", "this method needs a dict or a set");
  return nullptr;
}

bool hash_of(NativeCall& call, const Value& key, std::uint64_t& hash) {
  return hash_value(call.thread, key, hash) == Outcome::ok;
}

bool put(NativeCall& call, Table& table, const Value& key, Value value) {
  std::uint64_t hash = 0;
  if (!hash_of(call, key, hash)) return false;
  table.set(key, hash, std::move(value));
  return true;
}

void copy_entries(const Table& from, Table& to) {
  for (const Table::Entry& entry : from.entries())
    if (!entry.key.empty()) to.set(entry.key, entry.hash, entry.value);
}

// Pairs of an iterable into `table`; false: return `next`.
bool put_pairs(NativeCall& call, NativeFunctionPointer again, std::size_t index, Table& table,
               NativeResult& next) {
  std::vector<Value> pairs;
  if (!collect_argument(call, again, index, pairs, next)) return false;
  next = NativeResult::raised;
  for (std::size_t at = 0; at < pairs.size(); ++at) {
    std::vector<Value> pair;
    const Outcome outcome = collect(call.thread, pairs[at], pair);
    if (outcome != Outcome::ok) {
      if (outcome == Outcome::needs_python)
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
    if (!put(call, table, pair[0], pair[1])) return false;
  }
  return true;
}

void put_keywords(const NativeCall& call, Table& table) {
  for (std::size_t at = 0; at < call.keywords.size(); ++at)
    table.set_name(call.keyword_names->items[at], call.keywords[at]);
}

// What dict(x) and d.update(x) take in; false: return `next`.
bool put_source(NativeCall& call, NativeFunctionPointer again, std::size_t index, Table& table,
                NativeResult& next) {
  const Value& source = call.positional[index];
  if (const auto* dict = source.try_as<Dict>(); dict != nullptr) {
    copy_entries(dict->table, table);
    return true;
  }
  if (source.is(Kind::instance)) {
    next = in_prelude(call, "dict_from",
                      {call.positional[0].is(Kind::dict) ? call.positional[0] : make_dict(), source});
    return false;
  }
  return put_pairs(call, again, index, table, next);
}

NativeResult construct_dict(NativeCall& call) {
  if (call.positional.size() > 2)
    return raise(call, "TypeError",
                 fmt::format("dict expected at most 1 argument, got {}", call.positional.size() - 1));
  Value made = make_dict();
  Table& table = made.known<Dict>()->table;
  NativeResult next = NativeResult::raised;
  if (call.positional.size() == 2 && !put_source(call, construct_dict, 1, table, next)) return next;
  put_keywords(call, table);
  return call.returns(std::move(made));
}

NativeResult dict_update(NativeCall& call) {
  Table* table = table_of(call);
  if (table == nullptr) return NativeResult::raised;
  NativeResult next = NativeResult::raised;
  if (call.positional.size() == 2 && !put_source(call, dict_update, 1, *table, next)) return next;
  put_keywords(call, *table);
  return call.returns_none();
}

NativeResult dict_get(NativeCall& call) {
  Table* table = table_of(call);
  std::uint64_t hash = 0;
  if (table == nullptr || !check_count(call, "get", 2, 3) || !hash_of(call, call.positional[1], hash))
    return NativeResult::raised;
  if (const Value* found = table->find(call.positional[1], hash); found != nullptr)
    return call.returns(*found);
  return call.returns(call.positional.size() == 3 ? call.positional[2] : Value::none());
}

NativeResult dict_setdefault(NativeCall& call) {
  Table* table = table_of(call);
  std::uint64_t hash = 0;
  if (table == nullptr || !check_count(call, "setdefault", 2, 3) || !hash_of(call, call.positional[1], hash))
    return NativeResult::raised;
  if (const Value* found = table->find(call.positional[1], hash); found != nullptr)
    return call.returns(*found);
  Value value = call.positional.size() == 3 ? call.positional[2] : Value::none();
  table->set(call.positional[1], hash, value);
  return call.returns(std::move(value));
}

// KeyError carries the key itself, whose repr is its text.
NativeResult raise_missing_key(NativeCall& call, const Value& key) {
  raise_in(call.thread, make_exception(call.vm.exception_class("KeyError"), {key}));
  return NativeResult::raised;
}

NativeResult dict_pop(NativeCall& call) {
  Table* table = table_of(call);
  std::uint64_t hash = 0;
  if (table == nullptr || !check_count(call, "pop", 2, 3) || !hash_of(call, call.positional[1], hash))
    return NativeResult::raised;
  Value taken;
  if (table->erase(call.positional[1], hash, &taken)) return call.returns(std::move(taken));
  return call.positional.size() == 3 ? call.returns(call.positional[2])
                                     : raise_missing_key(call, call.positional[1]);
}

NativeResult dict_popitem(NativeCall& call) {
  Table* table = table_of(call);
  if (table == nullptr) return NativeResult::raised;
  const auto& entries = table->entries();
  for (std::size_t at = entries.size(); at-- > 0;) {
    if (entries[at].key.empty()) continue;
    const Value key = entries[at].key;
    Value pair = make_tuple({key, entries[at].value});
    table->erase(key, entries[at].hash);
    return call.returns(std::move(pair));
  }
  return raise_missing_key(call, make_string("popitem(): dictionary is empty"));
}

NativeResult table_clear(NativeCall& call) {
  Table* table = table_of(call);
  if (table == nullptr) return NativeResult::raised;
  table->clear();
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
  copy_entries(set_table(value), made->table);
  return Value::adopt(made);
}

NativeResult table_copy(NativeCall& call) {
  return table_of(call) == nullptr ? NativeResult::raised : call.returns(copy_of(call.positional[0]));
}

template <Iterator::Over over>
NativeResult dict_view(NativeCall& call) {
  return table_of(call) == nullptr ? NativeResult::raised
                                   : call.returns(Value::adopt(new View(over, call.positional[0])));
}

// dict.fromkeys(keys [, value])
NativeResult dict_fromkeys(NativeCall& call) {
  if (!check_count(call, "fromkeys", 1, 2)) return NativeResult::raised;
  std::vector<Value> keys;
  NativeResult next = NativeResult::raised;
  if (!collect_argument(call, dict_fromkeys, 0, keys, next)) return next;
  Value made = make_dict();
  for (const Value& key : keys)
    if (!put(call, made.known<Dict>()->table, key,
             call.positional.size() == 2 ? call.positional[1] : Value::none()))
      return NativeResult::raised;
  return call.returns(std::move(made));
}

template <bool frozen>
NativeResult construct_set(NativeCall& call) {
  if (!check_count(call, frozen ? "frozenset" : "set", 1, 2)) return NativeResult::raised;
  std::vector<Value> items;
  NativeResult next = NativeResult::raised;
  if (call.positional.size() == 2 && !collect_argument(call, construct_set<frozen>, 1, items, next))
    return next;
  auto* made = new Set(frozen);
  Value result = Value::adopt(made);
  for (const Value& item : items)
    if (!put(call, made->table, item, Value())) return NativeResult::raised;
  return call.returns(std::move(result));
}

NativeResult set_add(NativeCall& call) {
  Table* table = table_of(call);
  if (table == nullptr || !check_count(call, "add", 2, 2) || !put(call, *table, call.positional[1], Value()))
    return NativeResult::raised;
  return call.returns_none();
}

template <bool must_be_there>
NativeResult set_take(NativeCall& call) {
  Table* table = table_of(call);
  std::uint64_t hash = 0;
  if (table == nullptr || !check_count(call, must_be_there ? "remove" : "discard", 2, 2) ||
      !hash_of(call, call.positional[1], hash))
    return NativeResult::raised;
  if (!table->erase(call.positional[1], hash) && must_be_there)
    return raise_missing_key(call, call.positional[1]);
  return call.returns_none();
}

NativeResult set_pop(NativeCall& call) {
  Table* table = table_of(call);
  if (table == nullptr) return NativeResult::raised;
  for (const Table::Entry& entry : table->entries()) {
    if (entry.key.empty()) continue;
    Value taken = entry.key;
    table->erase(taken, entry.hash);
    return call.returns(std::move(taken));
  }
  return raise_missing_key(call, make_string("pop from an empty set"));
}

// The items of every argument as sets of their own; false: return `next`.
bool collect_sets(NativeCall& call, NativeFunctionPointer again, std::vector<Value>& sets,
                  NativeResult& next) {
  for (std::size_t at = 1; at < call.positional.size(); ++at) {
    std::vector<Value> items;
    if (!collect_argument(call, again, at, items, next)) return false;
    auto* made = new Set();
    sets.push_back(Value::adopt(made));
    next = NativeResult::raised;
    for (const Value& item : items)
      if (!put(call, made->table, item, Value())) return false;
  }
  return true;
}

enum class Algebra : std::uint8_t { join, intersection, difference, symmetric_difference };

void combine(Table& own, const Table& other, Algebra how) {
  if (how == Algebra::join) {
    copy_entries(other, own);
    return;
  }
  const std::vector<Table::Entry> before = own.entries();
  for (const Table::Entry& entry : before) {
    if (entry.key.empty()) continue;
    const bool in_both = other.find(entry.key, entry.hash) != nullptr;
    if (in_both != (how == Algebra::intersection)) own.erase(entry.key, entry.hash);
  }
  if (how != Algebra::symmetric_difference) return;
  // What was in both is gone by now; what only the other has is added.
  Table old;
  for (const Table::Entry& entry : before)
    if (!entry.key.empty()) old.set(entry.key, entry.hash, Value());
  for (const Table::Entry& entry : before)
    if (!entry.key.empty() && other.find(entry.key, entry.hash) == nullptr)
      own.set(entry.key, entry.hash, Value());
  for (const Table::Entry& entry : other.entries())
    if (!entry.key.empty() && old.find(entry.key, entry.hash) == nullptr)
      own.set(entry.key, entry.hash, Value());
}

template <Algebra how, bool in_place>
NativeResult set_combine(NativeCall& call) {
  std::vector<Value> others;
  NativeResult next = NativeResult::raised;
  if (table_of(call) == nullptr || !collect_sets(call, set_combine<how, in_place>, others, next)) return next;
  Value target = in_place ? call.positional[0] : copy_of(call.positional[0]);
  for (const Value& other : others) combine(set_table(target), set_table(other), how);
  return in_place ? call.returns_none() : call.returns(std::move(target));
}

bool is_within(const Table& small, const Table& large) {
  for (const Table::Entry& entry : small.entries())
    if (!entry.key.empty() && large.find(entry.key, entry.hash) == nullptr) return false;
  return true;
}

enum class Relation : std::uint8_t { subset, superset, disjoint };

template <Relation relation>
NativeResult set_relation(NativeCall& call) {
  std::vector<Value> others;
  NativeResult next = NativeResult::raised;
  if (table_of(call) == nullptr || !check_count(call, "this method of set", 2, 2))
    return NativeResult::raised;
  if (!collect_sets(call, set_relation<relation>, others, next)) return next;
  const Table& own = set_table(call.positional[0]);
  const Table& other = set_table(others[0]);
  if (relation == Relation::subset) return call.returns(Value::boolean(is_within(own, other)));
  if (relation == Relation::superset) return call.returns(Value::boolean(is_within(other, own)));
  for (const Table::Entry& entry : own.entries())
    if (!entry.key.empty() && other.find(entry.key, entry.hash) != nullptr)
      return call.returns(Value::boolean(false));
  return call.returns(Value::boolean(true));
}

constexpr NativeDefinition kDictMethods[] = {{"get", dict_get},
                                             {"setdefault", dict_setdefault},
                                             {"pop", dict_pop},
                                             {"popitem", dict_popitem},
                                             {"update", dict_update},
                                             {"clear", table_clear},
                                             {"copy", table_copy},
                                             {"keys", dict_view<Iterator::Over::dict_keys>},
                                             {"values", dict_view<Iterator::Over::dict_values>},
                                             {"items", dict_view<Iterator::Over::dict_items>}};
constexpr NativeDefinition kSetReading[] = {
    {"copy", table_copy},
    {"union", set_combine<Algebra::join, false>},
    {"intersection", set_combine<Algebra::intersection, false>},
    {"difference", set_combine<Algebra::difference, false>},
    {"symmetric_difference", set_combine<Algebra::symmetric_difference, false>},
    {"issubset", set_relation<Relation::subset>},
    {"issuperset", set_relation<Relation::superset>},
    {"isdisjoint", set_relation<Relation::disjoint>}};
constexpr NativeDefinition kSetChanging[] = {
    {"add", set_add},
    {"remove", set_take<true>},
    {"discard", set_take<false>},
    {"pop", set_pop},
    {"clear", table_clear},
    {"update", set_combine<Algebra::join, true>},
    {"intersection_update", set_combine<Algebra::intersection, true>},
    {"difference_update", set_combine<Algebra::difference, true>},
    {"symmetric_difference_update", set_combine<Algebra::symmetric_difference, true>}};

}  // namespace

void install_table_types(Vm& vm) {
  Class* dict = vm.class_of_kind(Kind::dict);
  dict->construct = construct_dict;
  define_methods(*dict, kDictMethods);
  dict->attributes.set(
      "fromkeys",
      Value::adopt(new StaticMethod(Value::adopt(new NativeFunction("fromkeys", dict_fromkeys)))));
  Class* set = vm.class_of_kind(Kind::set);
  set->construct = construct_set<false>;
  define_methods(*set, kSetReading);
  define_methods(*set, kSetChanging);
  Class* frozen = vm.class_of_kind(Kind::frozen_set);
  frozen->construct = construct_set<true>;
  define_methods(*frozen, kSetReading);
}

}  // namespace forkscope::vm
