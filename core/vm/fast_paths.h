// What the interpreter's loop does itself: the commonest cases of operators, subscripts and look-ups, without
// a call. Each says whether it was its case; if not, nothing has changed and the operation goes the long way.
// Only the loop includes this. Needs the GIL.
#pragma once

#include <cstdint>
#include <string>

#include "core/vm/extended.h"
#include "core/vm/frame.h"
#include "core/vm/numbers.h"
#include "core/vm/objects.h"
#include "core/vm/operations_parts.h"
#include "core/vm/operators.h"
#include "core/vm/plain_hash.h"
#include "core/vm/runner.h"
#include "core/vm/traceback.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

// A look-up of a global: in the module (state 1), or in the builtins while the module has no such name (state
// 2).
inline const Value* cached_global(Vm& vm, Frame& frame, InlineCache& cache, const Value& name) {
  Table& globals = frame.module->globals();
  auto& entries = globals.entries();
  if (cache.state == 1 && cache.position < entries.size() &&
      entries[cache.position].key.bits() == cache.name) {
    return &entries[cache.position].value;
  }
  auto& builtins = vm.builtins().globals();
  if (cache.state == 2 && cache.version == globals.version() && cache.position < builtins.entries().size() &&
      builtins.entries()[cache.position].key.bits() == cache.name) {
    return &builtins.entries()[cache.position].value;
  }
  if (const std::int64_t at = globals.position(name); at >= 0) {
    cache.state = 1;
    cache.position = static_cast<std::uint32_t>(at);
    return &entries[cache.position].value;
  }
  if (const Value& own = frame.module->builtins; !own.empty())
    return own.known<Dict>()->table.find_name(name);
  if (const std::int64_t at = builtins.position(name); at >= 0) {
    cache.state = 2;
    cache.position = static_cast<std::uint32_t>(at);
    cache.version = globals.version();
    return &builtins.entries()[cache.position].value;
  }
  return nullptr;
}

// What classes have under names, for the instructions that meet several classes in turns. Versions are never
// given out twice and names live for ever, so what is found here is true as long as a class asks for it.
struct FoundInClass {
  std::uint32_t version = 0;
  std::uintptr_t name = 0;
  const Object* found = nullptr;
  std::uintptr_t plain = 0;
};
inline constexpr std::size_t kFoundInClasses = 1024;
inline constinit FoundInClass found_in_classes[kFoundInClasses] = {};

// What an InlineCache's state says of a class: nothing; an object, or null for nothing under this name; a
// number, None, True ..., in `plain`; a method behind a super().
inline constexpr std::uint8_t kUnknown = 0, kObject = 1, kPlain = 2, kBehindSuper = 3;

// class_attribute() where the instruction met another class before.
[[gnu::noinline]] inline const Object* class_attribute_anew(InlineCache& cache, const Class& type,
                                                            const Value& name) {
  cache.state = kUnknown;
  if (type.bypasses_caches) return nullptr;
  FoundInClass& known =
      found_in_classes[(std::uint64_t{type.version} * 31 + (name.bits() >> 4)) % kFoundInClasses];
  if (known.version != type.version || known.name != name.bits()) {
    const Value* found = find_in_class(type, name);
    const bool is_plain = found != nullptr && !found->is_object();
    known = {type.version, name.bits(), found == nullptr || is_plain ? nullptr : found->object(),
             is_plain ? found->bits() : 0};
  }
  cache.found = known.found;
  cache.plain = known.plain;
  cache.version = type.version;
  cache.state = known.plain == 0 ? kObject : kPlain;
  return cache.found;
}

// What the class has under the name, remembered as long as the class does not change. Null: nothing, or
// nothing that is an object, as the state says.
inline const Object* class_attribute(InlineCache& cache, const Class& type, const Value& name) {
  if (cache.version == type.version && (cache.state == kObject || cache.state == kPlain)) [[likely]]
    return cache.found;
  return class_attribute_anew(cache, type, name);
}

inline Value* own_attribute(InlineCache& cache, Table& attributes, const Value& name) {
  auto& entries = attributes.entries();
  if (cache.position < entries.size() && entries[cache.position].key.bits() == cache.name)
    return &entries[cache.position].value;
  const std::int64_t at = attributes.position(name);
  if (at < 0) return nullptr;
  cache.position = static_cast<std::uint32_t>(at);
  return &entries[cache.position].value;
}

// The built-in kinds whose methods are their class's alone: their values have no attributes of their own.
inline bool has_only_methods(const Value& object) {
  if (!object.is_object()) return false;
  switch (object.object()->kind) {
    case Kind::list:
    case Kind::string:
    case Kind::bytes:
    case Kind::tuple:
    case Kind::dict:
    case Kind::set:
    case Kind::frozen_set:
    case Kind::native_object:
      return true;
    default:
      return false;
  }
}

// The instance's own attribute that `name` gives; null: the class or the long way has to say.
inline const Value* instance_attribute(InlineCache& cache, Instance& instance, const Value& name) {
  const Object* on_class = class_attribute(cache, *instance.type(), name);
  const bool hides_own = on_class == nullptr
                             ? cache.state == kUnknown
                             : on_class->kind == Kind::property || on_class->kind == Kind::instance;
  return hides_own ? nullptr : own_attribute(cache, instance.attributes, name);
}

inline bool binds_as_method(const Object* on_class) {
  if (on_class == nullptr) return false;
  if (on_class->kind == Kind::function)
    return !is_built_in_function(*static_cast<const Function*>(on_class)->code.known<Code>());
  return on_class->kind == Kind::native_function && static_cast<const NativeFunction*>(on_class)->binds;
}

// The class of an object that has_only_methods(), or of an instance.
inline const Class& class_with_methods(const Vm& vm, const Object& object, const Value& value) {
  switch (object.kind) {
    case Kind::instance:
      return *static_cast<const Instance&>(object).type();
    case Kind::list:
    case Kind::string:
    case Kind::set:
      if ((object.flags & kExtended) == 0) return *vm.class_of_kind(object.kind);
      break;
    default:
      break;
  }
  return *vm.class_of(value);
}

// The function of the class that `object.name()` calls with the object as its first argument; null: the long
// way.
inline const Object* class_method(Vm& vm, InlineCache& cache, const Value& object, const Value& name) {
  const bool has_own = object.is(Kind::instance);
  if (!has_own && !has_only_methods(object)) return nullptr;
  const Object* on_class = class_attribute(cache, class_with_methods(vm, *object.object(), object), name);
  if (!binds_as_method(on_class)) return nullptr;
  return has_own && own_attribute(cache, object.known<Instance>()->attributes, name) != nullptr ? nullptr
                                                                                                : on_class;
}

// What a class has that its instances give as it is, and hide by one of their own: no descriptor.
inline bool is_constant(const Object& on_class) {
  if ((on_class.flags & kExtended) != 0) return false;
  switch (on_class.kind) {
    case Kind::big_int:
    case Kind::float_number:
    case Kind::string:
    case Kind::bytes:
    case Kind::list:
    case Kind::tuple:
    case Kind::dict:
    case Kind::set:
    case Kind::frozen_set:
      return true;
    default:
      return false;
  }
}

// What makes an object of the class where its call needs no more than that; null: the long way.
inline NativeFunctionPointer plain_construct(Class& type) {
  if (type.cached_version != type.version) refresh_class(type);
  const bool has_init = type.cached_init != nullptr && type.cached_init->is(Kind::function);
  return has_init || type.has_python_new || type.is_abstract || !type.metaclass.empty() ? nullptr
                                                                                        : type.construct;
}

// Whether a property is read by a call of its getter alone: an AttributeError of the getter may lead to
// __getattr__.
inline bool has_plain_getter(Class& type, const Object& property) {
  if (type.cached_version != type.version) refresh_class(type);
  return !type.has_python_getattr && static_cast<const Property&>(property).getter.is(Kind::function);
}

// The method behind super() of an instance, remembered for the two classes; null: it is no plain
// function.
inline const Object* super_method(InlineCache& cache, const SuperObject& super, const Value& name) {
  const auto* instance = super.self.try_as<Instance>();
  if (instance == nullptr) return nullptr;
  const Class& type = *instance->type();
  const auto* start = super.start.known<Class>();
  if (cache.state == kBehindSuper && cache.version == type.version && cache.position == start->version)
    return cache.found;
  cache.state = kUnknown;
  const Value* found = nullptr;
  bool is_behind = false;
  for (const Class* place : type.resolution_order) {
    if (place->is_native || (is_behind && (found = place->attributes.find_name(name)) != nullptr)) break;
    is_behind = is_behind || place == start;
  }
  if (found == nullptr || !found->is(Kind::function) || !binds_as_method(found->object())) return nullptr;
  cache.state = kBehindSuper;
  cache.version = type.version;
  cache.position = start->version;
  cache.found = found->object();
  return cache.found;
}

// Small operands cannot overflow the word; a sum that is not small any more goes the long way.
inline bool small_sum(const Value& left, const Value& right, Value& result) {
  if (!left.is_small_int() || !right.is_small_int()) return false;
  const std::int64_t sum = left.small() + right.small();
  if (!Value::fits_small(sum)) return false;
  result = Value::small_int(sum);
  return true;
}

inline bool is_plain_float(const Value& value) {
  return value.is(Kind::float_number) && (value.object()->flags & kExtended) == 0;
}

// A float with a float or a small int that it holds exactly.
inline bool read_floats(const Value& left, const Value& right, double& x, double& y) {
  constexpr std::int64_t kExact = std::int64_t{1} << 53;
  const auto read = [](const Value& value, double& number) {
    if (is_plain_float(value)) {
      number = value.known<Float>()->value;
      return true;
    }
    if (!value.is_small_int() || value.small() > kExact || value.small() < -kExact) return false;
    number = static_cast<double>(value.small());
    return true;
  };
  return (left.is(Kind::float_number) || right.is(Kind::float_number)) && read(left, x) && read(right, y);
}

inline bool float_operation(BinaryOperator op, const Value& left, const Value& right, Value& result) {
  double x = 0, y = 0;
  if (!read_floats(left, right, x, y)) return false;
  switch (op) {
    case BinaryOperator::add:
      x += y;
      break;
    case BinaryOperator::subtract:
      x -= y;
      break;
    case BinaryOperator::multiply:
      x *= y;
      break;
    case BinaryOperator::true_divide:
      if (y == 0) return false;
      x /= y;
      break;
    default:
      return false;
  }
  result = make_float(x);
  return true;
}

// The sum of two texts, in the left one where nobody else has it. Of two values that are no plain texts:
// false.
inline bool concatenate(Value& left, const Value& right, Value& result) {
  auto* first = left.try_as<String>();
  const auto* second = right.try_as<String>();
  if (first == nullptr || second == nullptr || has_overrides(left) || has_overrides(right)) return false;
  if (first->references == 1 && first->flags == 0 && first != second) {
    first->text += second->text;
    first->length += second->length;
    first->is_ascii = first->is_ascii && second->is_ascii;
    first->hash = 0;
    first->trace_id = 0;
    result = std::move(left);
    return true;
  }
  std::string text;
  text.reserve(first->text.size() + second->text.size());
  text += first->text;
  text += second->text;
  result = Value::adopt(new String(std::move(text), first->length + second->length));
  return true;
}

// `name += text`: the variable lets go of the text that it is about to get back, so that it can grow where it
// is.
inline void let_go_before_store(Frame& frame, const Value& left, const Value& right, Instruction following) {
  if (!left.is(Kind::string) || !right.is(Kind::string) || left.object()->references != 2 ||
      left.object()->flags != 0 || has_overrides(right) || !stores_local(following.op()))
    return;
  Value& local = frame.locals[following.argument()];
  if (local.same(left)) local = Value();
}

// The operations on small ints that are worth no call; false: not one of them, or the result is not small.
inline bool small_operation(BinaryOperator op, std::int64_t left, std::int64_t right, Value& result) {
  std::int64_t answer = 0;
  switch (op) {
    case BinaryOperator::add:
      answer = left + right;
      break;
    case BinaryOperator::subtract:
      answer = left - right;
      break;
    case BinaryOperator::multiply:
      if (__builtin_mul_overflow(left, right, &answer)) return false;
      break;
    case BinaryOperator::bit_and:
      answer = left & right;
      break;
    case BinaryOperator::bit_or:
      answer = left | right;
      break;
    case BinaryOperator::bit_xor:
      answer = left ^ right;
      break;
    case BinaryOperator::floor_divide:
      if (right <= 0) return false;
      answer = left / right - (left % right < 0 ? 1 : 0);
      break;
    case BinaryOperator::modulo:
      if (right <= 0) return false;
      answer = left % right;
      if (answer < 0) answer += right;
      break;
    case BinaryOperator::power:
      if (right != 2 || __builtin_mul_overflow(left, left, &answer)) return false;
      break;
    case BinaryOperator::right_shift:
      if (right < 0 || right > 63) return false;
      answer = left >> right;
      break;
    default:
      return false;
  }
  if (!Value::fits_small(answer)) return false;
  result = Value::small_int(answer);
  return true;
}

// Less, equal, greater and without order as bits: what each of the six comparisons is true for.
inline constexpr std::uint8_t kTrueFor[] = {1, 3, 2, 13, 4, 6};
static_assert(static_cast<int>(CompareOperator::less) == 0 &&
              static_cast<int>(CompareOperator::greater_equal) == 5);

template <typename Number>
inline bool compare_numbers(CompareOperator op, Number left, Number right) {
  const unsigned order = left < right ? 1u : left == right ? 2u : left > right ? 4u : 8u;
  return (kTrueFor[static_cast<std::size_t>(op)] & order) != 0;
}

// Floats, and the equality of texts.
inline bool compare_plainly(CompareOperator op, const Value& left, const Value& right, bool& answer) {
  double x = 0, y = 0;
  if (read_floats(left, right, x, y)) {
    answer = compare_numbers(op, x, y);
    return true;
  }
  const auto* first = left.try_as<String>();
  const auto* second = right.try_as<String>();
  if (first == nullptr || second == nullptr || has_overrides(left) || has_overrides(right)) return false;
  if (op == CompareOperator::equal || op == CompareOperator::not_equal) {
    answer = (first == second || first->text == second->text) == (op == CompareOperator::equal);
    return true;
  }
  answer = compare_numbers(op, first->text.compare(second->text), 0);
  return true;
}

// The texts between `first` and `last` as one.
inline Value joined_texts(const Value* first, const Value* last) {
  std::size_t size = 0;
  std::uint32_t length = 0;
  for (const Value* part = first; part != last; ++part) {
    size += part->known<String>()->text.size();
    length += part->known<String>()->length;
  }
  std::string text;
  text.reserve(size);
  for (const Value* part = first; part != last; ++part) text += part->known<String>()->text;
  return Value::adopt(new String(std::move(text), length));
}

// The table of a dict of the built-in type; null for other values.
inline Table* plain_table(const Value& object) {
  auto* dict = object.try_as<Dict>();
  return dict == nullptr || dict->subclass != nullptr || has_overrides(object) ? nullptr : &dict->table;
}

inline Value* find_in_dict(const Value& object, const Value& key) {
  Table* const table = plain_table(object);
  std::uint64_t hash = 0;
  return table == nullptr || !plain_hash(key, hash) ? nullptr : table->find(key, hash);
}

// Whether a dict or set has the key; false: not known yet.
inline bool find_key(const Value& container, const Value& key, bool& is_there) {
  std::uint64_t hash = 0;
  const bool is_set = container.is(Kind::set) || container.is(Kind::frozen_set);
  if ((!is_set && !container.is(Kind::dict)) || has_overrides(container) || !plain_hash(key, hash))
    return false;
  if (!is_set && container.known<Dict>()->subclass != nullptr) return false;
  const Table& table = is_set ? container.known<Set>()->table : container.known<Dict>()->table;
  is_there = table.find(key, hash) != nullptr;
  return is_there || !table.has_keys_of_classes();
}

// The item of a list or tuple of the built-in type; null: the long way says what is wrong.
inline const Value* find_item(const Value& sequence, std::int64_t index) {
  if (!sequence.is_object() || has_overrides(sequence)) return nullptr;
  const Kind kind = sequence.object()->kind;
  if (kind != Kind::list && kind != Kind::tuple) return nullptr;
  const auto& items = kind == Kind::list ? sequence.known<List>()->items : sequence.known<Tuple>()->items;
  const auto size = static_cast<std::int64_t>(items.size());
  if (index < 0) index += size;
  return index < 0 || index >= size ? nullptr : &items[static_cast<std::size_t>(index)];
}

// The next item of the iterators that are met most; false: another one, or it has ended.
inline bool next_plainly(Iterator& iterator, Value* place) {
  if (iterator.over == Iterator::Over::range) {
    if (iterator.position >= iterator.stop) return false;
    const auto* range = iterator.source.known<Range>();
    if (!range->start.is_small_int() || !range->step.is_small_int() || !range->stop.is_small_int())
      return false;
    new (place) Value(Value::small_int(range->start.small() + iterator.position++ * range->step.small()));
    return true;
  }
  if (iterator.over != Iterator::Over::sequence) return false;
  const bool is_list = iterator.source.is(Kind::list);
  if (!is_list && !iterator.source.is(Kind::tuple)) return false;
  const auto& items = is_list ? iterator.source.known<List>()->items : iterator.source.known<Tuple>()->items;
  if (static_cast<std::size_t>(iterator.position) >= items.size()) return false;
  new (place) Value(items[static_cast<std::size_t>(iterator.position++)]);
  return true;
}

// Whether next_plainly() said no because this was the end.
inline bool has_ended(const Iterator& iterator) {
  if (iterator.over == Iterator::Over::range) return iterator.position >= iterator.stop;
  if (iterator.over != Iterator::Over::sequence) return false;
  const bool is_list = iterator.source.is(Kind::list);
  if (!is_list && !iterator.source.is(Kind::tuple)) return false;
  const auto& items = is_list ? iterator.source.known<List>()->items : iterator.source.known<Tuple>()->items;
  return static_cast<std::size_t>(iterator.position) >= items.size();
}

// The next pair of a dict's items, or of an enumerate over a list, for a loop that takes it apart at once: no
// tuple is made. The second one comes first on the stack.
inline bool next_pair(Iterator& iterator, Value* place) {
  if (iterator.over == Iterator::Over::dict_items && iterator.source.is(Kind::dict)) {
    const Table& table = iterator.source.known<Dict>()->table;
    if (iterator.version != table.version()) return false;
    const auto& entries = table.entries();
    auto at = static_cast<std::size_t>(iterator.position);
    while (at < entries.size() && entries[at].key.empty()) ++at;
    if (at >= entries.size()) return false;
    iterator.position = static_cast<std::int64_t>(at) + 1;
    --iterator.left;
    new (place) Value(entries[at].value);
    new (place + 1) Value(entries[at].key);
    return true;
  }
  if (iterator.over != Iterator::Over::enumerate || iterator.source.empty()) return false;
  const Value& inner = iterator.inner[0];
  if (!inner.is(Kind::iterator) || inner.known<Iterator>()->source.empty()) return false;
  if (!Value::fits_small(iterator.position) || !next_plainly(*inner.known<Iterator>(), place)) return false;
  new (place + 1) Value(Value::small_int(iterator.position++));
  return true;
}

}  // namespace forkscope::vm
