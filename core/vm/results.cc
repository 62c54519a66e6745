// What happens with the value a call gives back, the end of frames, and exceptions on their way up.
#include <fmt/format.h>

#include "core/vm/import.h"
#include "core/vm/runner.h"
#include "core/vm/traceback.h"

namespace forkscope::vm {

Instruction Runner::instruction() const {
  const Frame& at = *thread.frame;
  return at.code->plain_instruction(static_cast<std::size_t>(at.next - 1 - at.code->instructions.data()));
}

Step Runner::complete(Continuation continuation, Value extra, Value value) {
  switch (continuation) {
    case Continuation::push:
    case Continuation::executed:
    case Continuation::next_item:
    case Continuation::delegate:
    case Continuation::resume:
      push(std::move(value));
      return Step::next;
    case Continuation::iterator:
      if (!is_iterator(vm, value)) return raise("TypeError", not_an_iterator(value));
      push(std::move(value));
      return Step::next;
    case Continuation::discard:
      return Step::next;
    case Continuation::again:
      --frame().next;
      return Step::next;
    case Continuation::construct:
      if (!value.is_none()) {
        return raise("TypeError", fmt::format("__init__() should return None, not '{}'", type_name(value)));
      }
      push(std::move(extra));
      return Step::next;
    case Continuation::redo_truth:
      if (!value.is_bool()) {
        return raise("TypeError", fmt::format("__bool__ should return bool, returned {}", type_name(value)));
      }
      [[fallthrough]];
    case Continuation::redo:
      top() = std::move(value);
      --frame().next;
      return Step::next;
    case Continuation::choose: {
      bool is_true = false;
      if (truth(thread, value, is_true) == Outcome::raised) return Step::raised;
      const Instruction jump = instruction();
      if (is_true == (jump.op() == Opcode::jump_if_true_or_pop)) {
        frame().next = frame().code->instructions.data() + jump.argument();
      } else {
        pop();
      }
      return Step::next;
    }
    case Continuation::truth:
    case Continuation::not_truth: {
      bool is_true = false;
      const Outcome outcome = truth(thread, value, is_true);
      if (outcome == Outcome::raised) return Step::raised;
      push(Value::boolean(is_true == (continuation == Continuation::truth)));
      return Step::next;
    }
    case Continuation::reflect:
      return reflect(std::move(extra), std::move(value));
    case Continuation::format:
      return finish_format(value, extra);
    case Continuation::close:
      return raise("RuntimeError", "generator ignored GeneratorExit");
    case Continuation::module:
      if (finish_import(vm, extra))
        return call_prelude("end_wait_for_module", {make_string(extra.known<Module>()->name)},
                            Continuation::again);
      --frame().next;
      return Step::next;
    case Continuation::awaited:
      return end_wait(extra);
    case Continuation::class_space:
      return begin_class_body(extra, std::move(value));
    case Continuation::class_body:
      return finish_class_body(std::move(extra), std::move(value));
    case Continuation::end:
      thread.result = std::move(value);
      return Step::next;
  }
  return Step::next;
}

void Runner::finish_generator(Generator& generator) {
  generator.running = false;
  generator.frame.reset();
}

// What CPython has in C does not end with an exception: it can be asked for the next item. So can ours, all
// of whose state is in their parameters.
void Runner::rewind_generator(Generator& generator) {
  Frame& begun = *generator.frame;
  begun.drop_to(begun.stack);
  for (Value* local = begun.locals + begun.code->positional; local != begun.cells; ++local) *local = Value();
  begun.next = begun.code->instructions.data();
  begun.previous = nullptr;
  begun.handled_before = Value();
  generator.running = generator.started = false;
}

// Leaves the innermost frame, whoever owns it.
void Runner::pop_frame(AtItsEnd end) {
  Frame* const ended = thread.frame;
  thread.frame = ended->previous;
  --thread.depth;
  if (ended->shows_lines && thread.frame != nullptr && thread.frame->code->is_program)
    thread.kernel_thread.recorder.set_line(static_cast<std::uint32_t>(position_of(*thread.frame).line));
  if (ended->generator != nullptr) {
    if (!ended->handled_before.empty())
      thread.handled = ended->handled_before.is_none() ? Value() : ended->handled_before;
    const Value kept = std::move(ended->extra);
    if (end == AtItsEnd::rewind) {
      rewind_generator(*ended->generator);
    } else {
      finish_generator(*ended->generator);
    }
    return;
  }
  ended->~Frame();
  thread.frames.release(ended);
}

Step Runner::return_from_frame(Value value) {
  Frame& ended = frame();
  if (ended.traced_call) [[unlikely]]
    note_call_ends(thread, ended, &value);
  const Continuation continuation = ended.continuation;
  const bool is_generator = ended.generator != nullptr;
  Value extra = is_generator ? Value() : std::move(ended.extra);
  pop_frame();
  if (thread.frame == nullptr) {
    thread.result = std::move(value);
    return Step::next;
  }
  if (!is_generator) return complete(continuation, std::move(extra), std::move(value));
  switch (continuation) {
    case Continuation::next_item:
      return end_loop();
    case Continuation::delegate:
      return end_delegation(std::move(value));
    case Continuation::close:
      push(Value::none());
      return Step::next;
    default: {
      std::vector<Value> arguments;
      if (!value.is_none()) arguments.push_back(std::move(value));
      raise_value(thread, make_exception(vm.exception_class("StopIteration"), std::move(arguments)));
      return Step::raised;
    }
  }
}

namespace {

const HandlerRange* find_handler(const Code& code, std::uint32_t at) {
  for (const HandlerRange& range : code.handlers) {
    if (at >= range.begin && at < range.end) return &range;
  }
  return nullptr;
}

// A StopIteration that leaves a generator would end its consumer's loop by mistake.
void replace_stop_iteration(PythonThread& thread) {
  const Value stop = std::move(thread.raised);
  Value replaced = make_exception(thread.vm, "RuntimeError", "generator raised StopIteration");
  auto* error = replaced.known<Exception>();
  error->cause = stop;
  error->context = stop;
  error->suppress_context = true;
  thread.raised = std::move(replaced);
}

}  // namespace

bool Runner::unwind(bool add_trace) {
  for (;;) {
    Frame& at = frame();
    const auto instruction_at = static_cast<std::uint32_t>(
        at.next == at.code->instructions.data() ? 0 : at.next - 1 - at.code->instructions.data());
    if (add_trace && !is_internal(*at.code)) {
      Value code = Value::share(at.code);
      thread.raised.known<Exception>()->trace.push_back({std::move(code), instruction_at});
    }
    add_trace = true;
    if (const HandlerRange* handler = find_handler(*at.code, instruction_at)) {
      at.drop_to(at.stack + handler->depth);
      push(std::move(thread.raised));
      at.next = at.code->instructions.data() + handler->handler;
      return true;
    }
    if (at.traced_call) note_call_ends(thread, at, nullptr);
    const Continuation continuation = at.continuation;
    const bool is_generator = at.generator != nullptr;
    const bool is_written_as_one = is_generator && at.generator->shown_as.empty();
    if (is_written_as_one && raised_is(thread, "StopIteration")) replace_stop_iteration(thread);
    const Value extra = is_generator ? Value() : at.extra;
    const bool can_go_on = is_generator && !is_written_as_one && continuation != Continuation::close;
    pop_frame(can_go_on ? AtItsEnd::rewind : AtItsEnd::finish);
    if (thread.frame == nullptr) return false;
    if (continuation == Continuation::module) {
      abandon_import(vm, extra);
    } else if (continuation == Continuation::close &&
               (raised_is(thread, "GeneratorExit") || raised_is(thread, "StopIteration"))) {
      thread.raised = Value();
      push(Value::none());
      return true;
    } else if (!is_written_as_one &&
               (continuation == Continuation::next_item || continuation == Continuation::delegate) &&
               raised_is(thread, "StopIteration")) {
      if (continuation == Continuation::next_item) {
        thread.raised = Value();
        end_loop();
      } else {
        const Value stop = std::move(thread.raised);
        const auto& arguments = stop.known<Exception>()->arguments.known<Tuple>()->items;
        end_delegation(arguments.empty() ? Value::none() : arguments[0]);
      }
      return true;
    }
  }
}

}  // namespace forkscope::vm
