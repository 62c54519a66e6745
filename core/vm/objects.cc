#include "core/vm/objects.h"

#include <algorithm>
#include <atomic>
#include <unordered_map>
#include <utility>

#include "core/vm/finalizers.h"
#include "core/vm/frame.h"
#include "core/vm/native_stack.h"
#include "core/vm/operations_parts.h"
#include "core/vm/process_globals.h"
#include "core/vm/remembered.h"

namespace forkscope::vm {

namespace {

// As CPython does: what comes to its end with a list or a tuple does so from the last item on.
void let_go_of_items(std::vector<Value>& items) {
  for (auto item = items.rbegin(); item != items.rend(); ++item) *item = Value();
}

void free_object(Object* object) {
  if (object->kind == Kind::list) let_go_of_items(static_cast<List*>(object)->items);
  if (object->kind == Kind::tuple) let_go_of_items(static_cast<Tuple*>(object)->items);
  if ((object->flags & kExtended) != 0) return free_extended(object);
  switch (object->kind) {
    case Kind::big_int:
      delete static_cast<BigIntObject*>(object);
      return;
    case Kind::float_number:
      delete static_cast<Float*>(object);
      return;
    case Kind::complex_number:
      delete static_cast<Complex*>(object);
      return;
    case Kind::string:
      delete static_cast<String*>(object);
      return;
    case Kind::bytes:
      delete static_cast<Bytes*>(object);
      return;
    case Kind::list:
      delete static_cast<List*>(object);
      return;
    case Kind::tuple:
      delete static_cast<Tuple*>(object);
      return;
    case Kind::dict:
      delete static_cast<Dict*>(object);
      return;
    case Kind::set:
    case Kind::frozen_set:
      delete static_cast<Set*>(object);
      return;
    case Kind::range:
      delete static_cast<Range*>(object);
      return;
    case Kind::slice:
      delete static_cast<Slice*>(object);
      return;
    case Kind::function:
      delete static_cast<Function*>(object);
      return;
    case Kind::native_function:
      delete static_cast<NativeFunction*>(object);
      return;
    case Kind::bound_method:
      delete static_cast<BoundMethod*>(object);
      return;
    case Kind::class_object:
      delete static_cast<Class*>(object);
      return;
    case Kind::instance:
      delete static_cast<Instance*>(object);
      return;
    case Kind::module:
      delete static_cast<Module*>(object);
      return;
    case Kind::code:
      delete static_cast<Code*>(object);
      return;
    case Kind::cell:
      delete static_cast<Cell*>(object);
      return;
    case Kind::iterator:
      delete static_cast<Iterator*>(object);
      return;
    case Kind::generator:
      delete static_cast<Generator*>(object);
      return;
    case Kind::exception:
      delete static_cast<Exception*>(object);
      return;
    case Kind::traceback:
      break;
    case Kind::property:
      delete static_cast<Property*>(object);
      return;
    case Kind::static_method:
      delete static_cast<StaticMethod*>(object);
      return;
    case Kind::class_method:
      delete static_cast<ClassMethod*>(object);
      return;
    case Kind::super_object:
      delete static_cast<SuperObject*>(object);
      return;
    case Kind::view:
      delete static_cast<View*>(object);
      return;
    case Kind::native_object:
      delete static_cast<NativeObject*>(object);
      return;
  }
  FORKSCOPE_CHECK(false, "an object of no kind");
}

// Objects whose count reached 0 while another was being freed. Not a member of anything: values die also
// where no Vm is at hand. One an operating system's thread, because each has its own native stack.
struct Dying {
  std::vector<Object*>* waiting = nullptr;  // kept once it is there
  bool busy = false;
};
constinit thread_local Dying dying;

}  // namespace

namespace {
thread_local bool discarding = false;
}
bool is_discarding() {
  return discarding;
}
void set_discarding(bool is_now) {
  discarding = is_now;
}

namespace {

// A side table: few objects are ever asked, and an object's head has no room.
struct Identities {
  std::unordered_map<const Object*, std::uint64_t> given;
  std::uint64_t next = 0x7f0000000010;
  std::vector<Object*> names;  // interned strings among them: they are shared by all processes, and stay
};
Identities& identities() {
  static auto& all = *new Identities();
  return all;
}

std::uint64_t changes = 0, ends = 0;

// One that had none; the flag may be there already, from a state that was read.
void note_identity(Object& object) {
  if (object.kind == Kind::string && (object.flags & kInterned) != 0) identities().names.push_back(&object);
  object.flags |= kHasIdentity;
}

}  // namespace

std::uint64_t identity_of(const Value& value) {
  if (!value.is_object()) return value.bits();
  Identities& all = identities();
  const auto [at, is_new] = all.given.try_emplace(value.object(), all.next);
  if (is_new) {
    count_rare_change();
    all.next += 0x10;
    note_identity(*value.object());
  }
  return at->second;
}

// The same sum for the same names with the same identities, in whatever order they were asked for.
std::uint64_t identified_names() {
  std::uint64_t sum = 0;
  for (const Object* name : identities().names)
    sum += (reinterpret_cast<std::uintptr_t>(name) + identities().given.at(name)) * 0x9e3779b97f4a7c15u;
  return sum;
}

NamesWithIdentity exchange_names_with_identity(NamesWithIdentity mine) {
  Identities& all = identities();
  NamesWithIdentity before;
  for (Object* name : std::exchange(all.names, {})) {
    before.emplace_back(name, all.given.at(name));
    all.given.erase(name);
    name->flags &= static_cast<std::uint8_t>(~kHasIdentity);
  }
  for (const auto& [name, identity] : mine) {
    all.given.emplace(name, identity);
    note_identity(*name);
  }
  return before;
}

Value Module::shown_names() {
  if (!shows_names && !is_program) count_rare_change();
  shows_names = true;
  names.object()->flags |= kIsNames;
  return names;
}

std::uint64_t rare_changes() {
  return changes;
}

void count_rare_change() {
  ++changes;
}

std::uint64_t remembered_ends() {
  return ends;
}

std::uint64_t exchange_next_identity(std::uint64_t next) {
  return std::exchange(identities().next, next);
}

void set_identity(Object* object, std::uint64_t identity) {
  Identities& all = identities();
  count_rare_change();
  all.next = std::max(all.next, identity + 0x10);
  if (all.given.insert_or_assign(object, identity).second) note_identity(*object);
}

void destroy(Object* object) {
  if ((object->flags & (kHasIdentity | kHasFinalizer | kIsObserved | kIsRemembered)) != 0) [[unlikely]] {
    if (!may_end(object)) return;
    if ((object->flags & kIsRemembered) != 0) ++ends;
    if ((object->flags & kHasIdentity) != 0) identities().given.erase(object);
  }
  switch ((object->flags & kExtended) != 0 ? Kind::instance : object->kind) {
    case Kind::float_number:
      delete static_cast<Float*>(object);
      return;
    case Kind::string:
      delete static_cast<String*>(object);
      return;
    case Kind::bytes:
      delete static_cast<Bytes*>(object);
      return;
    default:
      break;
  }
  Dying& state = dying;
  if (state.busy) {
    if (state.waiting == nullptr) state.waiting = new std::vector<Object*>();
    state.waiting->push_back(object);
    return;
  }
  state.busy = true;
  free_object(object);
  while (state.waiting != nullptr && !state.waiting->empty()) {
    Object* next = state.waiting->back();
    state.waiting->pop_back();
    free_object(next);
  }
  state.busy = false;
}

String::String(std::string utf8) : Object(kKind), text(std::move(utf8)) {
  const char* const begin = text.data();
  const std::size_t size = text.size();
  std::size_t begun = 0;
  for (std::size_t i = 0; i < size; ++i) begun += static_cast<signed char>(begin[i]) >= -0x40 ? 1u : 0u;
  length = static_cast<std::uint32_t>(begun);
  is_ascii = begun == size;
}

Generator::Generator() : Object(kKind) {}
Generator::~Generator() = default;

Value make_int(std::int64_t value) {
  if (Value::fits_small(value)) return Value::small_int(value);
  return Value::adopt(new BigIntObject(BigInt(value)));
}

Value make_int(BigInt value) {
  static const BigInt largest(Value::kSmallMax), smallest(Value::kSmallMin);
  if (value >= smallest && value <= largest) return Value::small_int(value.convert_to<std::int64_t>());
  return Value::adopt(new BigIntObject(std::move(value)));
}

Value make_float(double value) {
  return Value::adopt(new Float(value));
}
Value make_complex(double real, double imaginary) {
  return Value::adopt(new Complex(real, imaginary));
}
Value make_string(std::string_view text) {
  return Value::adopt(new String(std::string(text)));
}
Value make_bytes(std::string data) {
  return Value::adopt(new Bytes(std::move(data)));
}
Value make_list(std::vector<Value> items) {
  return Value::adopt(new List(std::move(items)));
}
Value make_tuple(std::vector<Value> items) {
  return Value::adopt(new Tuple(std::move(items)));
}
Value make_dict() {
  return Value::adopt(new Dict());
}

namespace {

// Immortal by design: names are few, and code, caches and tables point at them.
struct Names {
  std::unordered_map<std::string_view, Value> by_text;
  std::vector<Value> by_number;
};
Names& names() {
  static auto& all = *new Names();
  return all;
}

}  // namespace

Value intern(std::string_view text) {
  Names& all = names();
  if (const auto found = all.by_text.find(text); found != all.by_text.end()) return found->second;
  Value name = make_string(text);
  auto& made = *name.known<String>();
  made.flags |= kInterned;
  made.name_number = static_cast<std::uint32_t>(all.by_number.size());
  hash_string(made);
  all.by_text.emplace(made.text, name);
  all.by_number.push_back(name);
  return name;
}

Value name_at(std::uint64_t number) {
  const std::vector<Value>& all = names().by_number;
  return number < all.size() ? all[number] : Value();
}

namespace {

bool is_number(const Value& value) {
  return value.is_small_int() || value.is_bool() || value.is(Kind::float_number) || value.is(Kind::big_int);
}

bool is_extended_int(const Value& value) {
  return value.is(Kind::big_int) && (value.object()->flags & kExtended) != 0;
}

bool equal_numbers(const Value& left, const Value& right) {
  const auto small = [](const Value& value) {
    return value.is_bool() ? std::int64_t{value.is_true()} : value.small();
  };
  // Ints of Python classes are never in the word itself.
  if (is_extended_int(left) || is_extended_int(right)) {
    const auto is_whole = [](const Value& value) {
      return value.is_small_int() || value.is_bool() || value.is(Kind::big_int);
    };
    const auto big = [&small](const Value& value) {
      return value.is(Kind::big_int) ? value.known<BigIntObject>()->value : BigInt(small(value));
    };
    if (is_whole(left) && is_whole(right)) return big(left) == big(right);
  }
  const bool left_small = left.is_small_int() || left.is_bool(),
             right_small = right.is_small_int() || right.is_bool();
  if (left_small && right_small) return small(left) == small(right);
  if (left.is(Kind::float_number) && right.is(Kind::float_number)) {
    return left.known<Float>()->value == right.known<Float>()->value;
  }
  if (left.is(Kind::big_int) && right.is(Kind::big_int)) {
    return left.known<BigIntObject>()->value == right.known<BigIntObject>()->value;
  }
  const Value& real = left.is(Kind::float_number) ? left : right;
  const Value& whole = left.is(Kind::float_number) ? right : left;
  if (!real.is(Kind::float_number)) return false;  // a small int never equals a big one
  const double number = real.known<Float>()->value;
  if (whole.is(Kind::big_int)) return whole.known<BigIntObject>()->value.convert_to<double>() == number;
  const auto exact = static_cast<double>(small(whole));
  return exact == number && static_cast<std::int64_t>(exact) == small(whole);
}

bool equal_complex(const Value& left, const Value& right) {
  const auto *x = left.try_as<Complex>(), *y = right.try_as<Complex>();
  if (x != nullptr && y != nullptr) return x->real == y->real && x->imaginary == y->imaginary;
  const Complex& number = x != nullptr ? *x : *y;
  const Value& other = x != nullptr ? right : left;
  return number.imaginary == 0 && is_number(other) && equal_numbers(make_float(number.real), other);
}

bool equal_tuples(const Tuple& left, const Tuple& right) {
  return std::equal(left.items.begin(), left.items.end(), right.items.begin(), right.items.end(), equal_keys);
}

bool equal_sets(const Set& left, const Set& right) {
  if (left.table.size() != right.table.size()) return false;
  return std::ranges::all_of(left.table.entries(), [&right](const Table::Entry& entry) {
    return entry.key.empty() || right.table.find(entry.key, entry.hash) != nullptr;
  });
}

}  // namespace

bool equal_keys(const Value& left, const Value& right) {
  if (left.same(right)) return true;
  if (left.is(Kind::complex_number) || right.is(Kind::complex_number)) return equal_complex(left, right);
  if (is_number(left)) return is_number(right) && equal_numbers(left, right);
  if (!left.is_object() || !right.is_object() || left.object()->kind != right.object()->kind) return false;
  switch (left.object()->kind) {
    case Kind::string:
      return left.known<String>()->text == right.known<String>()->text;
    case Kind::bytes:
      return left.known<Bytes>()->data == right.known<Bytes>()->data;
    // What is nested too deep counts as different: there is nobody to be told.
    case Kind::tuple:
      return !native_stack_is_short() && equal_tuples(*left.known<Tuple>(), *right.known<Tuple>());
    case Kind::frozen_set:
      return !native_stack_is_short() && equal_sets(*left.known<Set>(), *right.known<Set>());
    case Kind::range:
      return equal_ranges(*left.known<Range>(), *right.known<Range>());
    case Kind::bound_method:
      return left.known<BoundMethod>()->function.same(right.known<BoundMethod>()->function) &&
             left.known<BoundMethod>()->self.same(right.known<BoundMethod>()->self);
    default:
      return false;
  }
}

}  // namespace forkscope::vm
