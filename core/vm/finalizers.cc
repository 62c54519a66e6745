#include "core/vm/finalizers.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "core/vm/code.h"
#include "core/vm/extended.h"
#include "core/vm/frame.h"
#include "core/vm/process_globals.h"

namespace forkscope::vm {

namespace {

std::vector<Finalizer>& waiting() {
  static auto& all = *new std::vector<Finalizer>();
  return all;
}

// Few objects are observed: a side table spares all others the room.
std::unordered_map<const Object*, std::vector<WeakReference*>>& observers() {
  static auto& all = *new std::unordered_map<const Object*, std::vector<WeakReference*>>();
  return all;
}

void wait(Value callable, Value argument) {
  waiting().push_back({std::move(callable), std::move(argument)});
  finalizers_wait = true;
}

void forget_target(const Object* target) {
  const auto found = observers().find(target);
  if (found == observers().end()) return;
  const std::vector<WeakReference*> references = std::move(found->second);
  observers().erase(found);
  for (WeakReference* reference : references) {
    reference->target = nullptr;
    if (!reference->callback.empty() && !is_discarding())
      wait(std::exchange(reference->callback, Value()), Value::share(reference));
  }
}

}  // namespace

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
                        exchange_next_identity(mine.next_identity)};
  finalizers_wait = !waiting().empty();
  return before;
}

Value make_instance(const Value& its_class) {
  auto* made = new Instance(its_class);
  if (made->type()->has_finalizer) made->flags |= kHasFinalizer;
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

}  // namespace

bool may_end(Object* object) {
  if ((object->flags & kHasFinalizer) != 0 && object->kind == Kind::generator && !is_discarding()) {
    object->flags &= static_cast<std::uint8_t>(~kHasFinalizer);
    if (must_be_closed(*static_cast<Generator*>(object))) {
      object->references = 1;
      // No callable: it is closed.
      wait(Value::none(), Value::adopt(object));
      return false;
    }
  } else if ((object->flags & kHasFinalizer) != 0 && !is_discarding()) {
    static const Value name = intern("__del__");
    object->flags &= static_cast<std::uint8_t>(~kHasFinalizer);
    const Value* found = find_in_class(*python_class_of(object), name);
    if (found != nullptr) {
      object->references = 1;
      wait(*found, Value::adopt(object));
      return false;
    }
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

// A target that is alive is held by somebody else, in the state as in the process.
void WeakReference::visit(StateVisitor& state) {
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
