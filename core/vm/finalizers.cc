#include "core/vm/finalizers.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/vm/code.h"
#include "core/vm/extended.h"
#include "core/vm/frame.h"
#include "core/vm/memory_limit.h"
#include "core/vm/process_globals.h"

namespace forkscope::vm {

namespace {

std::vector<Finalizer>& waiting() {
  static auto& all = *new std::vector<Finalizer>();
  return all;
}

// Few objects have one.
WithFinalizer& noted() {
  static auto& all = *new WithFinalizer();
  return all;
}

// Few objects are observed: a side table spares all others the room.
std::unordered_map<const Object*, std::vector<WeakReference*>>& observers() {
  static auto& all = *new std::unordered_map<const Object*, std::vector<WeakReference*>>();
  return all;
}

void forget_target(const Object* target) {
  const auto found = observers().find(target);
  if (found == observers().end()) return;
  const std::vector<WeakReference*> references = std::move(found->second);
  observers().erase(found);
  for (WeakReference* reference : references) {
    reference->target = nullptr;
    // One that is about to be freed itself, with what held both, says nothing any more.
    if (reference->references != 0 && !reference->callback.empty() && !is_discarding())
      call_soon(std::exchange(reference->callback, Value()), Value::share(reference));
  }
}

}  // namespace

void call_soon(Value callable, Value argument) {
  waiting().push_back({std::move(callable), std::move(argument)});
  finalizers_wait = true;
}

std::vector<Finalizer> take_finalizers() {
  finalizers_wait = false;
  return std::exchange(waiting(), {});
}

const std::vector<Finalizer>& waiting_finalizers() {
  return waiting();
}

void set_waiting_finalizers(std::vector<Finalizer> finalizers) {
  waiting() = std::move(finalizers);
  finalizers_wait = !waiting().empty();
}

ProcessGlobals exchange_globals(ProcessGlobals mine) {
  ProcessGlobals before{std::exchange(waiting(), std::move(mine.waiting)),
                        std::exchange(finalizers_exist, mine.finalizers_exist),
                        exchange_next_identity(mine.next_identity),
                        std::exchange(noted(), std::move(mine.with_finalizer)),
                        exchange_names_with_identity(std::move(mine.names_with_identity))};
  finalizers_wait = !waiting().empty();
  if (finalizers_are_many()) set_memory_care_at(0);
  return before;
}

void note_finalizer(Object& object) {
  object.flags |= kHasFinalizer;
  noted().numbers.insert_or_assign(&object, noted().next++);
  if (finalizers_are_many()) set_memory_care_at(0);
}

bool finalizers_are_many() {
  return noted().numbers.size() >= noted().many;
}

void finalizers_were_looked_through() {
  noted().many = std::max<std::uint64_t>(WithFinalizer::kMany, 2 * noted().numbers.size());
}

std::uint64_t many_finalizers() {
  return noted().many;
}

void set_many_finalizers(std::uint64_t many) {
  noted().many = many;
}

void forget_finalizers() {
  for (const auto& [object, number] : noted().numbers)
    object->flags &= static_cast<std::uint8_t>(~kHasFinalizer);
  noted().numbers.clear();
  noted().next = 0;
}

std::vector<Object*> with_finalizer() {
  std::vector<std::pair<std::uint64_t, Object*>> all;
  for (const auto& [object, number] : noted().numbers) all.emplace_back(number, object);
  std::ranges::sort(all);
  std::vector<Object*> objects;
  for (const auto& each : all) objects.push_back(each.second);
  return objects;
}

bool has_ends() {
  const auto has_callback = [](const auto& observed) {
    return std::ranges::any_of(observed.second,
                               [](const WeakReference* reference) { return !reference->callback.empty(); });
  };
  return !noted().numbers.empty() || std::ranges::any_of(observers(), has_callback);
}

Value make_instance(const Value& its_class) {
  auto* made = new Instance(its_class);
  if (made->type()->has_finalizer) note_finalizer(*made);
  return Value::adopt(made);
}

namespace {

// Whether it waits inside a try or with statement, which is to be told that it goes no further.
bool must_be_closed(const Generator& generator) {
  if (generator.frame == nullptr || !generator.started) return false;
  const Code& code = *generator.frame->code;
  const auto at = static_cast<std::uint32_t>(generator.frame->next - 1 - code.instructions.data());
  return std::ranges::any_of(code.handlers,
                             [at](const HandlerRange& range) { return at >= range.begin && at < range.end; });
}

// What it ends with, once: the callable, None for a generator that is to be closed, empty for nothing.
Value take_end(Object& object) {
  if ((object.flags & kHasFinalizer) == 0) return {};
  object.flags &= static_cast<std::uint8_t>(~kHasFinalizer);
  if (object.kind == Kind::generator)
    return must_be_closed(static_cast<Generator&>(object)) ? Value::none() : Value();
  noted().numbers.erase(&object);
  static const Value name = intern("__del__");
  const Value* const found = is_discarding() ? nullptr : find_in_class(*python_class_of(&object), name);
  return found == nullptr ? Value() : *found;
}

}  // namespace

bool may_end(Object* object) {
  if (Value end = take_end(*object); !end.empty() && !is_discarding()) {
    object->references = 1;
    call_soon(std::move(end), Value::adopt(object));
    return false;
  }
  if ((object->flags & kIsObserved) != 0) forget_target(object);
  return true;
}

namespace {

void stop_observing(WeakReference& reference) {
  const Object* const target = std::exchange(reference.target, nullptr);
  if (target == nullptr) return;
  const auto found = observers().find(target);
  if (found == observers().end()) return;
  std::erase(found->second, &reference);
  if (found->second.empty()) observers().erase(found);
}

}  // namespace

WeakReference::~WeakReference() {
  stop_observing(*this);
}

void observe(WeakReference& reference, Object* target) {
  reference.target = target;
  count_rare_change();
  target->flags |= kIsObserved;
  observers()[target].push_back(&reference);
}

std::vector<WeakReference*> observers_of(const Object& target) {
  if ((target.flags & kIsObserved) == 0) return {};
  const auto found = observers().find(&target);
  return found == observers().end() ? std::vector<WeakReference*>() : found->second;
}

std::vector<Finalizer> end_garbage(const std::vector<Value>& garbage) {
  std::unordered_set<const Object*> going;
  for (const Value& value : garbage) going.insert(value.object());
  std::vector<Finalizer> calls;
  for (const Value& value : garbage) {
    for (WeakReference* reference : observers_of(*value.object())) {
      stop_observing(*reference);
      if (!reference->callback.empty() && !going.contains(reference))
        calls.push_back({std::exchange(reference->callback, Value()), Value::share(reference)});
    }
  }
  const auto add = [&calls](Object& object) {
    if (Value end = take_end(object); !end.empty()) calls.push_back({std::move(end), Value::share(&object)});
  };
  for (Object* object : with_finalizer()) {
    if (going.contains(object)) add(*object);
  }
  for (const Value& value : garbage) add(*value.object());
  return calls;
}

// A target that is alive is held by somebody else, in the state as in the process.
void WeakReference::visit(StateVisitor& state) {
  if (state.counts()) return state.value(callback);
  Value held = target == nullptr ? Value() : Value::share(target);
  state.value(held);
  state.value(callback);
  if (!state.fills()) return;
  stop_observing(*this);
  if (!held.is_object()) return;
  // Once all have their fields: somebody else holds it then.
  state.afterwards([this, held] { observe(*this, held.object()); });
}

}  // namespace forkscope::vm
