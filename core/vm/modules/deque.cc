#include "core/vm/modules/deque.h"

#include <algorithm>
#include <array>

#include "core/vm/builtins_parts.h"
#include "core/vm/extended.h"
#include "core/vm/modules/asking.h"
#include "core/vm/native.h"
#include "core/vm/numbers.h"
#include "core/vm/operations.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {

NativeObject* Deque::copy() const {
  auto* copied = new Deque(class_value);
  follow_class(*copied);
  copied->items = items;
  copied->maxlen = maxlen;
  return copied;
}

void Deque::push_back(Value value) {
  if (maxlen == 0) return;
  if (maxlen == length()) items.pop_front();
  items.push_back(std::move(value));
}

void Deque::push_front(Value value) {
  if (maxlen == 0) return;
  if (maxlen == length()) items.pop_back();
  items.push_front(std::move(value));
}

namespace {

Deque* as_deque(NativeCall& call) {
  return call.positional.empty() ? nullptr : as_native<Deque>(call.positional[0]);
}

// The deque a method was called on, if it was called with `count` arguments; null: an exception is set.
Deque* self_of(NativeCall& call, const char* method, std::size_t count) {
  Deque* deque = as_deque(call);
  if (deque == nullptr) {
    wrong_self(call, method, "collections.deque");
  } else if (call.positional.size() != count + 1 || !call.keywords.empty()) {
    raise(call, "TypeError",
          std::string("deque.") + method + "() takes " +
              (count == 0   ? "no arguments"
               : count == 1 ? "exactly one argument"
                            : std::to_string(count) + " arguments") +
              " (" + std::to_string(call.positional.size() - 1) + " given)");
    return nullptr;
  }
  return deque;
}

// Gives `deque` the items and the length that the arguments behind the first say; `again` is who was called.
NativeResult fill(NativeCall& call, NativeFunctionPointer again, Deque& deque) {
  std::array<Value, 3> given;
  static constexpr const char* kNames[] = {"", "iterable", "maxlen"};
  if (!bind_arguments(call, "deque", kNames, 1, given)) return NativeResult::raised;
  deque.maxlen = -1;
  if (!given[2].empty() && !given[2].is_none()) {
    const auto most = to_int64(given[2]);
    if (!most) return raise(call, "TypeError", "an integer is required");
    if (*most < 0) return raise(call, "ValueError", "maxlen must be non-negative");
    deque.maxlen = *most;
  }
  deque.items.clear();
  if (given[1].empty()) return NativeResult::value;
  std::vector<Value> items;
  NativeResult result = NativeResult::raised;
  if (call.positional.size() < 2) {
    const Outcome outcome = collect(call.thread, given[1], items);
    if (outcome == Outcome::raised) return result;
    if (outcome != Outcome::ok) return raise(call, "TypeError", "deque(iterable=...) wants a sequence");
  } else if (!collect_argument(call, again, 1, items, result)) {
    return result;
  }
  for (Value& item : items) deque.push_back(std::move(item));
  return NativeResult::value;
}

NativeResult construct(NativeCall& call) {
  const Value type = call.positional[0];
  auto* deque = new Deque(type);
  Value made = Value::adopt(deque);
  follow_class(*deque);
  if (!is_filled_by_own_init(*type.known<Class>())) {
    const NativeResult result = fill(call, construct, *deque);
    if (result != NativeResult::value) return result;
  }
  return call.returns(std::move(made));
}

NativeResult initialize(NativeCall& call) {
  Deque* self = as_deque(call);
  if (call.positional.empty())
    return raise(call, "TypeError", "descriptor '__init__' of 'collections.deque' object needs an argument");
  if (self == nullptr)
    return raise(call, "TypeError",
                 "descriptor '__init__' requires a 'collections.deque' object but received a '" +
                     type_name(call.positional[0]) + "'");
  const NativeResult result = fill(call, initialize, *self);
  return result == NativeResult::value ? call.returns_none() : result;
}

NativeResult append(NativeCall& call) {
  Deque* self = self_of(call, "append", 1);
  if (self == nullptr) return NativeResult::raised;
  self->push_back(call.positional[1]);
  return call.returns_none();
}

bool append_directly(PythonThread&, std::span<Value> arguments, Value& result) {
  Deque* self = arguments.size() == 2 ? as_native<Deque>(arguments[0]) : nullptr;
  if (self == nullptr) return false;
  self->push_back(std::move(arguments[1]));
  result = Value::none();
  return true;
}

NativeResult appendleft(NativeCall& call) {
  Deque* self = self_of(call, "appendleft", 1);
  if (self == nullptr) return NativeResult::raised;
  self->push_front(call.positional[1]);
  return call.returns_none();
}

NativeResult pop(NativeCall& call) {
  Deque* self = self_of(call, "pop", 0);
  if (self == nullptr) return NativeResult::raised;
  if (self->items.empty()) return raise(call, "IndexError", "pop from an empty deque");
  Value last = std::move(self->items.back());
  self->items.pop_back();
  return call.returns(std::move(last));
}

NativeResult popleft(NativeCall& call) {
  Deque* self = self_of(call, "popleft", 0);
  if (self == nullptr) return NativeResult::raised;
  if (self->items.empty()) return raise(call, "IndexError", "pop from an empty deque");
  Value first = std::move(self->items.front());
  self->items.pop_front();
  return call.returns(std::move(first));
}

bool popleft_directly(PythonThread&, std::span<Value> arguments, Value& result) {
  Deque* self = arguments.size() == 1 ? as_native<Deque>(arguments[0]) : nullptr;
  if (self == nullptr || self->items.empty()) return false;
  result = std::move(self->items.front());
  self->items.pop_front();
  return true;
}

NativeResult extend(NativeCall& call) {
  Deque* self = self_of(call, "extend", 1);
  std::vector<Value> items;
  NativeResult result = NativeResult::raised;
  if (self == nullptr || !collect_argument(call, extend, 1, items, result)) return result;
  for (Value& item : items) self->push_back(std::move(item));
  return call.returns_none();
}

NativeResult extendleft(NativeCall& call) {
  Deque* self = self_of(call, "extendleft", 1);
  std::vector<Value> items;
  NativeResult result = NativeResult::raised;
  if (self == nullptr || !collect_argument(call, extendleft, 1, items, result)) return result;
  for (Value& item : items) self->push_front(std::move(item));
  return call.returns_none();
}

NativeResult clear(NativeCall& call) {
  Deque* self = self_of(call, "clear", 0);
  if (self == nullptr) return NativeResult::raised;
  const std::deque<Value> released = std::exchange(self->items, {});
  return call.returns_none();
}

NativeResult copy(NativeCall& call) {
  Deque* self = self_of(call, "copy", 0);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(Value::adopt(self->copy()));
}

NativeResult reduce(NativeCall& call) {
  Deque* self = self_of(call, "__reduce_ex__", call.positional.size() == 2 ? 1 : 0);
  if (self == nullptr) return NativeResult::raised;
  std::vector<Value> arguments;
  if (self->maxlen >= 0) arguments = {make_tuple({}), make_int(self->maxlen)};
  return in_prelude(call, "reduced_value",
                    {call.positional[0], make_tuple(std::move(arguments)),
                     make_list({self->items.begin(), self->items.end()})});
}

NativeResult rotate(NativeCall& call) {
  if (call.positional.size() == 2 && !is_int(call.positional[1]))
    return raise(call, "TypeError",
                 "'" + type_name(call.positional[1]) + "' object cannot be interpreted as an integer");
  const std::int64_t by = call.positional.size() == 2 ? clamp_int64(call.positional[1]) : 1;
  Deque* self = self_of(call, "rotate", call.positional.size() == 2 ? 1 : 0);
  if (self == nullptr) return NativeResult::raised;
  if (self->items.empty()) return call.returns_none();
  const std::int64_t size = self->length();
  const std::int64_t steps = ((-by % size) + size) % size;
  std::rotate(self->items.begin(), self->items.begin() + steps, self->items.end());
  return call.returns_none();
}

NativeResult reverse(NativeCall& call) {
  Deque* self = self_of(call, "reverse", 0);
  if (self == nullptr) return NativeResult::raised;
  std::reverse(self->items.begin(), self->items.end());
  return call.returns_none();
}

NativeResult insert(NativeCall& call) {
  Deque* self = self_of(call, "insert", 2);
  if (self == nullptr) return NativeResult::raised;
  if (self->maxlen >= 0 && self->length() >= self->maxlen)
    return raise(call, "IndexError", "deque already at its maximum size");
  if (!is_int(call.positional[1]))
    return raise(call, "TypeError",
                 "'" + type_name(call.positional[1]) + "' object cannot be interpreted as an integer");
  std::int64_t at = clamp_int64(call.positional[1]);
  if (at < 0) at = std::max<std::int64_t>(0, at + self->length());
  self->items.insert(self->items.begin() + std::min(at, self->length()), call.positional[2]);
  return call.returns_none();
}

// What the search for argument 1 among those from `start` to before `stop` gave. ok: `index`, -1 where it is
// absent.
Outcome search(NativeCall& call, const Deque& self, std::int64_t start, std::int64_t stop,
               std::int64_t& index) {
  for (std::int64_t i = start; i < stop; ++i) {
    bool same = false;
    const Outcome outcome = equal(call.thread, self.item(i), call.positional[1], same);
    if (outcome != Outcome::ok) return outcome;
    if (same) {
      index = i;
      return Outcome::ok;
    }
  }
  index = -1;
  return Outcome::ok;
}

NativeResult with_python(NativeCall& call, const char* name) {
  call.callee = call.vm.prelude(name);
  call.callee_arguments = {call.positional[0], call.positional[1]};
  return NativeResult::call;
}

NativeResult not_found(NativeCall& call) {
  std::string text;
  if (repr(call.thread, call.positional[1], text) == Outcome::raised) return NativeResult::raised;
  return raise(call, "ValueError", text + " is not in deque");
}

NativeResult remove(NativeCall& call) {
  Deque* self = self_of(call, "remove", 1);
  std::int64_t index = -1;
  if (self == nullptr) return NativeResult::raised;
  const Outcome outcome = search(call, *self, 0, self->length(), index);
  if (outcome == Outcome::needs_python) return with_python(call, "deque_remove");
  if (outcome != Outcome::ok) return NativeResult::raised;
  if (index < 0) return not_found(call);
  self->erase_item(index);
  return call.returns_none();
}

// index(item [, start [, stop]])
NativeResult index(NativeCall& call) {
  Deque* self = as_deque(call);
  const std::size_t given = call.positional.empty() ? 0 : call.positional.size() - 1;
  if (self == nullptr || !call.keywords.empty()) return self_of(call, "index", 1), NativeResult::raised;
  if (given < 1 || given > 3)
    return raise(call, "TypeError",
                 std::string("index() takes at ") + (given < 1 ? "least 1 argument" : "most 3 arguments") +
                     " (" + std::to_string(given) + " given)");
  std::int64_t bounds[] = {0, self->length()}, found = -1;
  for (std::size_t at = 2; at <= given; ++at) {
    const Value& bound = call.positional[at];
    if (!is_int(bound))
      return raise(call, "TypeError", "slice indices must be integers or have an __index__ method");
    const std::int64_t number = clamp_int64(bound);
    bounds[at - 2] =
        std::clamp<std::int64_t>(number < 0 ? number + self->length() : number, 0, self->length());
  }
  const Outcome outcome = search(call, *self, bounds[0], bounds[1], found);
  if (outcome == Outcome::needs_python) {
    with_python(call, "deque_index");
    call.callee_arguments.push_back(make_int(bounds[0]));
    call.callee_arguments.push_back(make_int(bounds[1]));
    return NativeResult::call;
  }
  if (outcome != Outcome::ok) return NativeResult::raised;
  return found >= 0 ? call.returns(make_int(found)) : not_found(call);
}

NativeResult count(NativeCall& call) {
  Deque* self = self_of(call, "count", 1);
  if (self == nullptr) return NativeResult::raised;
  std::int64_t total = 0;
  for (const Value& item : self->items) {
    bool same = false;
    const Outcome outcome = equal(call.thread, item, call.positional[1], same);
    if (outcome == Outcome::needs_python) return with_python(call, "count_value");
    if (outcome != Outcome::ok) return NativeResult::raised;
    total += same ? 1 : 0;
  }
  return call.returns(make_int(total));
}

NativeResult get_maxlen(NativeCall& call) {
  Deque* self = self_of(call, "maxlen", 0);
  if (self == nullptr) return NativeResult::raised;
  return call.returns(self->maxlen < 0 ? Value::none() : make_int(self->maxlen));
}

constexpr std::array kMethods = {NativeDefinition{"__init__", initialize},
                                 NativeDefinition{"append", append, append_directly},
                                 NativeDefinition{"appendleft", appendleft},
                                 NativeDefinition{"pop", pop},
                                 NativeDefinition{"popleft", popleft, popleft_directly},
                                 NativeDefinition{"extend", extend},
                                 NativeDefinition{"extendleft", extendleft},
                                 NativeDefinition{"clear", clear},
                                 NativeDefinition{"copy", copy},
                                 NativeDefinition{"__copy__", copy},
                                 NativeDefinition{"__reduce__", reduce},
                                 NativeDefinition{"__reduce_ex__", reduce},
                                 NativeDefinition{"rotate", rotate},
                                 NativeDefinition{"reverse", reverse},
                                 NativeDefinition{"insert", insert},
                                 NativeDefinition{"remove", remove},
                                 NativeDefinition{"index", index},
                                 NativeDefinition{"count", count}};

}  // namespace

void install_deque(Vm& vm, Module& module) {
  Class* type = vm.define_class(&module, "deque");
  type->module = "collections";
  type->construct = construct;
  type->instance_kind = Kind::native_object;
  define_methods(*type, kMethods);
  type->attributes.set("__hash__", Value::none());
  auto* maxlen = new Property();
  maxlen->getter = Value::adopt(new NativeFunction("maxlen", get_maxlen));
  type->attributes.set("maxlen", Value::adopt(maxlen));
  class_changed(*type);
}

}  // namespace forkscope::vm::modules
