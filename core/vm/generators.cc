// Iteration that runs Python code: generators, __iter__ and __next__, yield from.
#include <fmt/format.h>

#include "core/vm/runner.h"

namespace forkscope::vm {

namespace {

// Where a generator waits in `yield from`: its yield_from instruction; null if it waits elsewhere.
const Instruction* delegation_of(const Frame& frame) {
  const Code& code = *frame.code;
  const auto at = static_cast<std::size_t>(frame.next - code.instructions.data());
  const Instruction next = code.plain_instruction(at);
  if (next.op() != Opcode::jump_back) return nullptr;
  const std::size_t again = next.argument();
  return code.plain_instruction(again).op() == Opcode::yield_from ? code.instructions.data() + again
                                                                  : nullptr;
}

}  // namespace

Value delegate_of(const Generator& generator) {
  const bool waits = generator.started && !generator.running && generator.frame != nullptr;
  return waits && delegation_of(*generator.frame) != nullptr ? generator.frame->top[-1] : Value::none();
}

// The generator in thread.frame waits for another iterator, which gets the exception first.
Step Runner::throw_into_delegate(const Instruction* delegation, Value exception) {
  frame().next = delegation + 1;
  const Value iterator = top();
  if (is_subclass(*exception.known<Exception>()->type(), *vm.exception_class("GeneratorExit"))) {
    return call_prelude("close_and_raise", {iterator, std::move(exception)}, Continuation::discard);
  }
  if (iterator.is(Kind::generator)) {
    return resume(iterator, std::move(exception), ResumeMode::raise, Continuation::delegate);
  }
  if (const Value* special = find_special(vm, iterator, "throw")) {
    return call_with(bind(vm, *special, iterator, vm.class_of(iterator)), {std::move(exception)},
                     Continuation::delegate);
  }
  raise_value(thread, std::move(exception));
  return Step::raised;
}

Step Runner::resume(const Value& value, Value sent, ResumeMode mode, Continuation continuation) {
  auto& generator = *value.known<Generator>();
  if (generator.running) return raise("ValueError", "generator already executing");
  if (generator.frame == nullptr || (mode == ResumeMode::raise && !generator.started)) {
    generator.frame.reset();
    if (continuation == Continuation::close) {
      push(Value::none());
      return Step::next;
    }
    if (mode == ResumeMode::raise) {
      raise_value(thread, std::move(sent));
      return Step::raised;
    }
    if (continuation == Continuation::next_item) return end_loop();
    if (continuation == Continuation::delegate) return end_delegation(Value::none());
    raise_value(thread, make_exception(vm.exception_class("StopIteration"), {}));
    return Step::raised;
  }
  if (!generator.started && !sent.is_none()) {
    return raise("TypeError", "can't send non-None value to a just-started generator");
  }
  if (thread.depth - thread.recursion_base >= kRecursionLimit) {
    return raise("RecursionError", "maximum recursion depth exceeded");
  }
  Frame& woken = *generator.frame;
  woken.previous = thread.frame;
  woken.continuation = continuation;
  woken.extra = value;
  // None stands for "nothing was being handled", empty for "not saved".
  Value own = std::move(woken.handled_before);
  woken.handled_before = thread.handled.empty() ? Value::none() : thread.handled;
  if (own.is(Kind::exception)) thread.handled = std::move(own);
  generator.running = true;
  thread.frame = &woken;
  ++thread.depth;
  if (mode == ResumeMode::raise) {
    if (const Instruction* delegation = delegation_of(woken))
      return throw_into_delegate(delegation, std::move(sent));
    raise_value(thread, std::move(sent));
    return Step::raised;
  }
  if (generator.started) push(std::move(sent));
  generator.started = true;
  return Step::next;
}

void Runner::resume_in_loop(const Value& value) {
  auto& generator = *value.known<Generator>();
  Frame& woken = *generator.frame;
  woken.previous = thread.frame;
  woken.continuation = Continuation::next_item;
  woken.extra = value;
  Value own = std::move(woken.handled_before);
  woken.handled_before = thread.handled.empty() ? Value::none() : thread.handled;
  if (own.is(Kind::exception)) thread.handled = std::move(own);
  generator.running = true;
  thread.frame = &woken;
  ++thread.depth;
  if (generator.started) push(Value::none());
  generator.started = true;
}

void Runner::yield_to_loop() {
  Frame& pausing = frame();
  Value resumers = std::move(pausing.handled_before);
  if (resumers.is_none()) resumers = Value();
  if (!thread.handled.same(resumers)) {
    pausing.handled_before = std::move(thread.handled);
    thread.handled = std::move(resumers);
  }
  pausing.generator->running = false;
  thread.frame = std::exchange(pausing.previous, nullptr);
  --thread.depth;
  // The loop holds the generator on its stack.
  pausing.extra = Value();
}

Step Runner::yield(Value value) {
  Frame& pausing = frame();
  const Value kept = std::move(pausing.extra);
  const Continuation continuation = pausing.continuation;
  // What the generator is handling stays with it; the resumer gets its own back.
  const Value resumers = pausing.handled_before.is_none() ? Value() : pausing.handled_before;
  pausing.handled_before = thread.handled.same(resumers) ? Value() : thread.handled;
  thread.handled = resumers;
  pausing.generator->running = false;
  thread.frame = std::exchange(pausing.previous, nullptr);
  --thread.depth;
  return complete(continuation, Value(), std::move(value));
}

Step Runner::get_iterator() {
  const Value iterable = top();
  if (iterable.is(Kind::generator)) return Step::next;
  Value iterator;
  switch (iterate(thread, iterable, iterator)) {
    case Outcome::ok:
      top() = std::move(iterator);
      return Step::next;
    case Outcome::needs_python:
      break;
    default:
      return Step::raised;
  }
  Class* type = vm.class_of(iterable);
  if (const Value* special = find_special(vm, iterable, "__iter__")) {
    Value callee = bind(vm, *special, iterable, type);
    pop();
    return call_with(std::move(callee), {}, Continuation::iterator);
  }
  if (find_special(vm, iterable, "__getitem__") == nullptr) {
    return raise("TypeError", fmt::format("'{}' object is not iterable", type_name(iterable)));
  }
  pop();
  return call_prelude("indexed_items", {iterable});
}

Step Runner::next_item() {
  const Value iterator = top();
  if (iterator.is(Kind::generator))
    return resume(iterator, Value::none(), ResumeMode::send, Continuation::next_item);
  Value item;
  switch (next_of(thread, iterator, item)) {
    case Outcome::ok:
      push(std::move(item));
      return Step::next;
    case Outcome::exhausted:
      return end_loop();
    case Outcome::needs_python:
      break;
    case Outcome::raised:
      return Step::raised;
  }
  const Value* special = find_special(vm, iterator, "__next__");
  if (special == nullptr) {
    return raise("TypeError", fmt::format("'{}' object is not an iterator", type_name(iterator)));
  }
  return call_with(bind(vm, *special, iterator, vm.class_of(iterator)), {}, Continuation::next_item);
}

Step Runner::end_loop() {
  pop();
  frame().next = frame().code->instructions.data() + instruction().argument();
  return Step::next;
}

Step Runner::delegate() {
  Value sent = pop();
  const Value iterator = top();
  if (iterator.is(Kind::generator)) {
    return resume(iterator, std::move(sent), ResumeMode::send, Continuation::delegate);
  }
  if (!sent.is_none()) {
    const Value* send = find_special(vm, iterator, "send");
    if (send == nullptr) {
      return raise("AttributeError", fmt::format("'{}' object has no attribute 'send'", type_name(iterator)));
    }
    return call_with(bind(vm, *send, iterator, vm.class_of(iterator)), {std::move(sent)},
                     Continuation::delegate);
  }
  Value item;
  switch (next_of(thread, iterator, item)) {
    case Outcome::ok:
      push(std::move(item));
      return Step::next;
    case Outcome::exhausted:
      return end_delegation(Value::none());
    case Outcome::raised:
      return Step::raised;
    case Outcome::needs_python:
      break;
  }
  const Value* special = find_special(vm, iterator, "__next__");
  if (special == nullptr) {
    return raise("TypeError", fmt::format("'{}' object is not an iterator", type_name(iterator)));
  }
  return call_with(bind(vm, *special, iterator, vm.class_of(iterator)), {}, Continuation::delegate);
}

Step Runner::end_delegation(Value value) {
  top() = std::move(value);
  frame().next = frame().code->instructions.data() + instruction().argument();
  return Step::next;
}

}  // namespace forkscope::vm
