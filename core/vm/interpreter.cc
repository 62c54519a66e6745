// The loop. Every instruction is a case; what needs more than a few lines is a step of Runner. The loop keeps
// the frame, the instruction pointer and the stack pointer in local variables, and stores them before every
// step (SAVE) and loads them after it (LOAD). That, and the size of one switch, is why this function is as
// long as it is.
#include "core/vm/interpreter.h"

#include <fmt/format.h>

#include <bit>
#include <cerrno>
#include <cstring>

#include "core/vm/collector.h"
#include "core/vm/extended.h"
#include "core/vm/fast_paths.h"
#include "core/vm/finalizers.h"
#include "core/vm/memory_limit.h"
#include "core/vm/operations.h"
#include "core/vm/runner.h"
#include "core/vm/suggestions.h"
#include "core/vm/traceback.h"

namespace forkscope::vm {

namespace {

// Interrupts are asked for once in so many backward jumps and calls: the question is a virtual call.
constexpr std::uint32_t kInterruptEvery = 256;

// The code of every thread's first frame: calls what begin() put on its stack.
Value make_entry_code() {
  auto* code = new Code();
  Value made = Value::adopt(code);
  code->name = "<entry>";
  code->stack_size = 4;
  code->instructions = {Instruction::make(Opcode::call_spread, 0),
                        Instruction::make(Opcode::return_value, 0)};
  code->positions.resize(2);
  return made;
}

Value knob_value(const trace::Knob& knob) {
  const std::int64_t bits = knob.bits.load(std::memory_order_relaxed);
  return knob.is_float.load(std::memory_order_relaxed) != 0 ? make_float(std::bit_cast<double>(bits))
                                                            : make_int(bits);
}

trace::Knob* knob_of(PythonThread& thread, std::uint32_t number) {
  const trace::Arena* arena = thread.vm.kernel().arena();
  return arena == nullptr || number >= trace::kMaxKnobs ? nullptr : &arena->header().knobs[number];
}

// The session's value counts once the window has set it; the program's own first assignment says what it
// begins with.
void announce_knob(trace::Knob& knob, const Value& value) {
  if (knob.state.load(std::memory_order_acquire) != 0) return;
  if (value.is_small_int()) {
    knob.is_float.store(0, std::memory_order_relaxed);
    knob.bits.store(value.small(), std::memory_order_relaxed);
  } else if (const auto* number = value.try_as<Float>()) {
    knob.is_float.store(1, std::memory_order_relaxed);
    knob.bits.store(std::bit_cast<std::int64_t>(number->value), std::memory_order_relaxed);
  } else {
    return;
  }
  std::uint32_t unset = 0;
  knob.state.compare_exchange_strong(unset, 1, std::memory_order_release);
}

const std::string& text_of(const Value& name) {
  return name.known<String>()->text;
}

void raise_name_error(PythonThread& thread, const Value& name) {
  raise_in(thread, "NameError", fmt::format("name '{}' is not defined", text_of(name)));
  Table& fields = thread.raised.known<Exception>()->attributes;
  fields.set("name", name);
  // Only now is it known what else there is: the frame is gone when the traceback is printed.
  const std::string suggestion = suggest_variable(thread.vm, *thread.frame, text_of(name));
  if (!suggestion.empty()) fields.set("_suggestion", make_string(suggestion));
}

const Value* find_global(Vm& vm, Frame& frame, const Value& name) {
  if (const Value* found = frame.module->globals().find_name(name)) return found;
  const Value& own = frame.module->builtins;
  return (own.empty() ? vm.builtins().globals() : own.known<Dict>()->table).find_name(name);
}

Value name_of_cell(const Code& code, std::uint32_t cell) {
  const std::size_t own = code.cell_names.size();
  return cell < own ? code.cell_names[cell] : code.free_names[cell - own];
}

void raise_unbound(PythonThread& thread, const Code& code, std::uint32_t cell) {
  const std::string name = text_of(name_of_cell(code, cell));
  if (cell < code.cell_names.size()) {
    raise_in(thread, "UnboundLocalError",
             fmt::format("cannot access local variable '{}' where it is not associated with a value", name));
  } else {
    raise_in(
        thread, "NameError",
        fmt::format(
            "cannot access free variable '{}' where it is not associated with a value in enclosing scope",
            name));
  }
}

Step load_attribute_step(Runner& runner, const Value& name) {
  Value object = runner.pop();
  Value result;
  std::vector<Value> arguments;
  switch (get_attribute(runner.thread, object, name, result, arguments)) {
    case Outcome::ok:
      runner.push(std::move(result));
      return Step::next;
    case Outcome::needs_python:
      return runner.call_with(std::move(result), std::move(arguments));
    default:
      return Step::raised;
  }
}

Step store_attribute_step(Runner& runner, const Value& name) {
  const Value object = runner.pop();
  Value value = runner.pop(), callee;
  std::vector<Value> arguments;
  switch (set_attribute(runner.thread, object, name, std::move(value), callee, arguments)) {
    case Outcome::ok:
      return Step::next;
    case Outcome::needs_python:
      return runner.call_with(std::move(callee), std::move(arguments), Continuation::discard);
    default:
      return Step::raised;
  }
}

Step delete_attribute_step(Runner& runner, const Value& name) {
  const Value object = runner.pop();
  Value callee;
  std::vector<Value> arguments;
  switch (delete_attribute(runner.thread, object, name, callee, arguments)) {
    case Outcome::ok:
      return Step::next;
    case Outcome::needs_python:
      return runner.call_with(std::move(callee), std::move(arguments), Continuation::discard);
    default:
      return Step::raised;
  }
}

// Instructions that keep a value while they run end in a function of their own: the jump to the next
// instruction leaves its block without letting go of what the block holds.
Step not_step(Runner& runner) {
  const Value operand = runner.pop();
  return runner.truth_of(operand, Continuation::not_truth);
}

Step call_spread_step(Runner& runner, bool has_keywords) {
  const Value keywords = has_keywords ? runner.pop() : Value();
  const Value positional = runner.pop();
  Value callee = runner.pop();
  return runner.call_spread(std::move(callee), *positional.known<Tuple>(),
                            keywords.empty() ? nullptr : keywords.known<Dict>());
}

// object -> function self, or empty and the callable.
Step load_method_step(Runner& runner, const Value& name) {
  Value object = runner.pop();
  Value result;
  std::vector<Value> arguments;
  const Outcome outcome = get_attribute(runner.thread, object, name, result, arguments);
  if (outcome == Outcome::raised) return Step::raised;
  if (outcome == Outcome::ok) {
    if (auto* method = result.try_as<BoundMethod>(); method != nullptr && method->references == 1) {
      runner.push(method->function);
      runner.push(method->self);
      return Step::next;
    }
    runner.push(Value());
    runner.push(std::move(result));
    return Step::next;
  }
  runner.push(Value());
  return runner.call_with(std::move(result), std::move(arguments));
}

// Whether what ended before `next` was called, by more than an operator or a loop; or `frame` has just begun.
bool has_called(const Frame& frame, const Instruction* next) {
  if (next == frame.code->instructions.data()) return true;
  switch (next[-1].op()) {
    case Opcode::call:
    case Opcode::call_method:
    case Opcode::call_keywords:
    case Opcode::call_spread:
      return true;
    default:
      return false;
  }
}

// Whether CPython, too, begins a function of Python where this is called.
bool begins_in_python(const Value& callee) {
  const auto* function = callee.try_as<Function>();
  return function != nullptr && !is_internal(*function->code.known<Code>());
}

// An instruction that does the one behind it too, without that.
Instruction alone(Instruction instruction) {
  switch (instruction.op()) {
    case Opcode::load_local_local:
    case Opcode::load_local_constant:
    case Opcode::load_local_attribute:
    case Opcode::load_local_method:
    case Opcode::load_local_item:
    case Opcode::load_local_append:
      return Instruction::make(Opcode::load_local, instruction.argument());
    case Opcode::store_local_load:
      return Instruction::make(Opcode::store_local, instruction.argument());
    default:
      return instruction;
  }
}

}  // namespace

Value make_entry_function(Vm& vm) {
  auto* function = new Function();
  Value made = Value::adopt(function);
  function->code = make_entry_code();
  function->module = vm.builtins_value();
  prepare_code(*function->code.known<Code>());
  return made;
}

void begin(PythonThread& thread, Value callable, Value arguments) {
  const Value& entry = thread.vm.entry_function();
  Runner runner(thread);
  Frame* first =
      runner.push_frame(entry, *entry.known<Function>()->code.known<Code>(), Continuation::end, Value());
  first->module = &thread.vm.builtins();
  thread.frame = first;
  ++thread.depth;
  runner.push(std::move(callable));
  runner.push(std::move(arguments));
}

void deliver(PythonThread& thread, kernel::Answer& answer) {
  if (answer.error == EINTR) {
    // Asked again, it waits for the rest of its time only.
    kernel::Request& request = thread.call.request;
    if (request.timeout_ns > 0) request.timeout_ns = answer.second;
    if (request.kind == trace::EventKind::sleep) request.a = answer.second;
  }
  const NativeResult result = thread.call.finish(thread.call, answer);
  thread.answered = result;
}

#define SAVE() (frame->next = next, frame->top = top)
#define LOAD() (frame = thread.frame, next = frame->next, top = frame->top)
#define STEP(expression)                                \
  do {                                                  \
    SAVE();                                             \
    const Step step_taken = (expression);               \
    if (step_taken == Step::next) [[likely]] {          \
      LOAD();                                           \
      if (thread.stop_soon) [[unlikely]]                \
        goto stop_after_call;                           \
      NEXT();                                           \
    }                                                   \
    if (step_taken == Step::ask) return RunState::asks; \
    goto unwind;                                        \
  } while (false)
#define STEP_OF_CALL(expression)                        \
  do {                                                  \
    const Step step_taken = (expression);               \
    if (step_taken == Step::raised) goto unwind;        \
    if (step_taken == Step::ask) return RunState::asks; \
    LOAD();                                             \
    if (thread.stop_soon) [[unlikely]]                  \
      goto stop_after_call;                             \
    NEXT();                                             \
  } while (false)
// What lies on the stack from `base` on is the call, its arguments from `first` on.
#define CALL_DIRECTLY(direct, first)                                                              \
  do {                                                                                            \
    bool is_done = false;                                                                         \
    if (Value result; (direct) != nullptr && (direct)(thread, std::span((first), top), result)) { \
      while (top != base) DROP();                                                                 \
      PUSH(std::move(result));                                                                    \
      is_done = true;                                                                             \
    }                                                                                             \
    if (is_done) {                                                                                \
      if (thread.stop_soon) [[unlikely]]                                                          \
        goto stop_after_call;                                                                     \
      NEXT();                                                                                     \
    }                                                                                             \
  } while (false)
// A step that leaves the frame.
#define STEP_OUT(expression)                             \
  do {                                                   \
    SAVE();                                              \
    const Step step_taken = (expression);                \
    if (thread.frame == nullptr) return RunState::ended; \
    if (step_taken == Step::raised) goto unwind;         \
    if (step_taken == Step::ask) return RunState::asks;  \
    LOAD();                                              \
    if (thread.stop_soon) [[unlikely]]                   \
      goto back_from_c;                                  \
    NEXT();                                              \
  } while (false)
#define PUSH(value) (new (top) Value(value), ++top)
#define DROP() ((--top)->~Value())
// Nearly always a jump follows: it is done here, without the bool on the stack.
#define ANSWER(answer)                                                             \
  do {                                                                             \
    const Opcode following = next->op();                                           \
    if (following == Opcode::jump_if_false || following == Opcode::jump_if_true) { \
      if ((answer) == (following == Opcode::jump_if_true)) {                       \
        next = frame->code->instructions.data() + next->argument();                \
      } else {                                                                     \
        ++next;                                                                    \
      }                                                                            \
    } else {                                                                       \
      PUSH(Value::boolean(answer));                                                \
    }                                                                              \
    NEXT();                                                                        \
  } while (false)
#define CASE(name)   \
  case Opcode::name: \
    op_##name:
#if defined(__clang__)
// Clang refuses an indirect jump out of the life of a value, which would not be let go of.
#define NEXT() goto next_instruction
#define REDISPATCH() goto redispatch
#else
#define NEXT()                                \
  do {                                        \
    if constexpr (kObserved) {                \
      goto next_instruction;                  \
    } else {                                  \
      instruction = *next++;                  \
      argument = instruction.argument();      \
      goto* kLabels[instruction.word & 0xff]; \
    }                                         \
  } while (false)
// What stands behind the mark of a line is predicted on its own too.
#define REDISPATCH()                          \
  do {                                        \
    if constexpr (kObserved) {                \
      goto redispatch;                        \
    } else {                                  \
      argument = instruction.argument();      \
      goto* kLabels[instruction.word & 0xff]; \
    }                                         \
  } while (false)
#endif
// Before a call: what waits for it because an object died. The instruction is done again then.
#define RUN_FINALIZERS()                                                    \
  do {                                                                      \
    if (finalizers_wait) [[unlikely]] {                                     \
      finalizers_wait = false;                                              \
      STEP(runner.call_prelude("run_finalizers", {}, Continuation::again)); \
    }                                                                       \
  } while (false)
// Behind what lets go of a value.
#define NEXT_AFTER_RELEASE()                                                  \
  do {                                                                        \
    if (finalizers_wait) [[unlikely]] {                                       \
      finalizers_wait = false;                                                \
      STEP(runner.call_prelude("run_finalizers", {}, Continuation::discard)); \
    }                                                                         \
    NEXT();                                                                   \
  } while (false)
#define MUST_STOP() (gil.drop_requested() || gate.load(std::memory_order_relaxed) != 0)

// Labels as values are an extension that both compilers of ours have.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wpedantic"

template <bool kObserved>
RunState run_loop(PythonThread& thread) {
  Runner runner(thread);
  Vm& vm = thread.vm;
  Frame* frame = thread.frame;
  const Instruction* next = frame->next;
  Value* top = frame->top;
  Instruction instruction;
  std::uint32_t argument = 0;
  bool add_trace = true;
  std::uint32_t until_interrupt = 1;

  // One indirect jump behind every instruction, instead of one for all, lets the processor predict each on
  // its own.
#if !defined(__clang__)
  static const void* const kLabels[] = {
#define FORKSCOPE_OPCODE(name, effect) &&op_##name,
#include "core/vm/opcodes.inc"
#undef FORKSCOPE_OPCODE
  };
#endif
  const trace::Arena* const arena = vm.kernel().arena();
  static const std::atomic<std::uint32_t> kNoGate{0};
  const std::atomic<std::uint32_t>& gate = arena == nullptr ? kNoGate : arena->header().gate_closed;
  const Gil& gil = vm.gil();

  if (thread.waits_for_answer) {
    thread.waits_for_answer = thread.stop_soon = false;
    const Step step = runner.native_result(thread.answered);
    if (step == Step::ask) return RunState::asks;
    if (step == Step::raised) goto unwind;
    LOAD();
    // What the Request itself may have brought about: kill() of this process.
    if (const int signal = thread.is_main ? vm.kernel().take_signal() : 0; signal != 0)
      STEP(runner.serve_signal(signal, Continuation::discard));
    // A call has ended: as every other, a place to stop at.
    if (gate.load(std::memory_order_relaxed) != 0) {
      if (!frame->code->is_in_c) return RunState::yields;
      thread.stop_soon = true;
    }
  }

  NEXT();
  [[maybe_unused]] next_instruction : instruction = *next++;
  if constexpr (kObserved) {
    frame->top = top;  // whoever looks at all frames finds this one as it is
    if (vm.observer->before(thread, *frame, instruction, top)) {
      --next;
      SAVE();
      return RunState::stopped;
    }
  }
redispatch:
  if constexpr (kObserved) instruction = alone(instruction);
  argument = instruction.argument();
  switch (instruction.op()) {
    CASE(line_start) {
      const LineStart& start = frame->code->lines[argument];
      trace::Recorder& recorder = thread.kernel_thread.recorder;
      recorder.set_line(start.line);
      if (vm.line_notes && recorder.enabled()) recorder.note(trace::EventKind::line);
      instruction = start.replaced;
      REDISPATCH();
    }
    CASE(nop)
    NEXT();
    CASE(load_constant)
    PUSH(frame->code->constants[argument]);
    NEXT();
    CASE(load_none)
    PUSH(Value::none());
    NEXT();
    CASE(pop)
    DROP();
    NEXT_AFTER_RELEASE();
    CASE(duplicate) {
      PUSH(top[-1]);
      NEXT();
    }
    CASE(duplicate_two) {
      new (top) Value(top[-2]);
      new (top + 1) Value(top[-1]);
      top += 2;
      NEXT();
    }
    CASE(copy) {
      new (top) Value(top[-static_cast<std::ptrdiff_t>(argument)]);
      ++top;
      NEXT();
    }
    CASE(swap)
    std::swap(top[-1], top[-static_cast<std::ptrdiff_t>(argument)]);
    NEXT();
    CASE(rotate_three) {
      Value last = std::move(top[-1]);
      top[-1] = std::move(top[-2]);
      top[-2] = std::move(top[-3]);
      top[-3] = std::move(last);
      NEXT();
    }

    CASE(load_local) {
      const Value& local = frame->locals[argument];
      if (local.empty()) [[unlikely]]
        goto unbound_local;
      PUSH(local);
      NEXT();
    }
    CASE(load_local_local) {
      if (frame->locals[argument].empty()) [[unlikely]]
        goto unbound_local;
      PUSH(frame->locals[argument]);
      argument = next++->argument();
      if (frame->locals[argument].empty()) [[unlikely]]
        goto unbound_local;
      PUSH(frame->locals[argument]);
      NEXT();
    }
    CASE(load_local_constant) {
      if (frame->locals[argument].empty()) [[unlikely]]
        goto unbound_local;
      PUSH(frame->locals[argument]);
      PUSH(frame->code->constants[next++->argument()]);
      NEXT();
    }
    CASE(load_local_attribute) {
      const Value& local = frame->locals[argument];
      if (auto* instance = local.try_as<Instance>()) [[likely]] {
        InlineCache& cache = frame->code->caches[next->argument()];
        if (const Value* own = instance_attribute(cache, *instance, frame->code->names[cache.name_index])) {
          PUSH(*own);
          ++next;
          NEXT();
        }
      }
      if (local.empty()) [[unlikely]]
        goto unbound_local;
      PUSH(local);
      NEXT();
    }
    CASE(load_local_method) {
      const Value& local = frame->locals[argument];
      if (local.empty()) [[unlikely]]
        goto unbound_local;
      InlineCache& cache = frame->code->caches[next->argument()];
      if (const Object* method = class_method(vm, cache, local, frame->code->names[cache.name_index])) {
        PUSH(Value::share(const_cast<Object*>(method)));
        ++next;
      }
      PUSH(local);
      NEXT();
    }
    CASE(load_local_item) {
      const Value& sequence = frame->locals[argument];
      const Value& index = frame->locals[next->argument()];
      if (index.is_small_int()) {
        if (const Value* item = find_item(sequence, index.small())) {
          PUSH(*item);
          next += 2;
          NEXT();
        }
      }
      if (sequence.empty()) [[unlikely]]
        goto unbound_local;
      PUSH(sequence);
      NEXT();
    }
    CASE(load_local_append) {
      const Value& local = frame->locals[argument];
      if (local.empty()) [[unlikely]]
        goto unbound_local;
      const auto depth = static_cast<std::ptrdiff_t>(next++->argument());
      top[-depth].known<List>()->items.push_back(local);
      NEXT();
    }
    CASE(store_local)
    frame->locals[argument] = std::move(*--top);
    NEXT();
    CASE(store_local_load) {
      frame->locals[argument] = std::move(*--top);
      argument = next++->argument();
      if (frame->locals[argument].empty()) [[unlikely]]
        goto unbound_local;
      PUSH(frame->locals[argument]);
      NEXT();
    }
    CASE(delete_local) {
      if (frame->locals[argument].empty()) goto unbound_local;
      frame->locals[argument] = Value();
      NEXT_AFTER_RELEASE();
    }
    CASE(load_global_cached) {
      InlineCache& cache = frame->code->caches[argument];
      const Value& name = frame->code->names[cache.name_index];
      const Value* found = cached_global(vm, *frame, cache, name);
      if (found == nullptr) [[unlikely]] {
        SAVE();
        raise_name_error(thread, name);
        goto unwind;
      }
      PUSH(*found);
      NEXT();
    }
    CASE(load_global) {
      const Value& name = frame->code->names[argument];
      const Value* found = find_global(vm, *frame, name);
      if (found == nullptr) {
        SAVE();
        raise_name_error(thread, name);
        goto unwind;
      }
      PUSH(*found);
      NEXT();
    }
    CASE(store_global)
    frame->module->globals().set_name(frame->code->names[argument], std::move(*--top));
    NEXT_AFTER_RELEASE();
    CASE(delete_global) {
      if (!frame->module->globals().erase_name(frame->code->names[argument])) {
        SAVE();
        raise_name_error(thread, frame->code->names[argument]);
        goto unwind;
      }
      NEXT_AFTER_RELEASE();
    }
    CASE(load_name) {
      const Value& name = frame->code->names[argument];
      const Value* found = frame->names != nullptr ? frame->names->find_name(name) : nullptr;
      if (found == nullptr) found = find_global(vm, *frame, name);
      if (runner.fills_space()) STEP(runner.load_from_space(name, found));
      if (found == nullptr) {
        SAVE();
        raise_name_error(thread, name);
        goto unwind;
      }
      PUSH(*found);
      NEXT();
    }
    CASE(store_name) {
      if (runner.fills_space()) STEP(runner.store_in_space(frame->code->names[argument]));
      Table& names = frame->names != nullptr ? *frame->names : frame->module->globals();
      names.set_name(frame->code->names[argument], std::move(*--top));
      NEXT_AFTER_RELEASE();
    }
    CASE(delete_name) {
      if (runner.fills_space()) STEP(runner.delete_from_space(frame->code->names[argument]));
      Table& names = frame->names != nullptr ? *frame->names : frame->module->globals();
      if (!names.erase_name(frame->code->names[argument])) {
        SAVE();
        raise_name_error(thread, frame->code->names[argument]);
        goto unwind;
      }
      NEXT_AFTER_RELEASE();
    }
    CASE(load_cell) {
      const Value& content = frame->cells[argument].known<Cell>()->content;
      if (content.empty()) [[unlikely]] {
        SAVE();
        raise_unbound(thread, *frame->code, argument);
        goto unwind;
      }
      PUSH(content);
      NEXT();
    }
    CASE(store_cell)
    frame->cells[argument].known<Cell>()->set(std::move(*--top));
    NEXT();
    CASE(delete_cell)
    frame->cells[argument].known<Cell>()->content = Value();
    NEXT_AFTER_RELEASE();
    CASE(load_closure)
    PUSH(frame->cells[argument]);
    NEXT();
    CASE(load_class_cell) {
      if (runner.fills_space()) {
        const Value& outside = frame->cells[argument].known<Cell>()->content;
        const Value name = name_of_cell(*frame->code, argument);
        STEP(runner.load_from_space(name, outside.empty() ? nullptr : &outside));
      }
      const Value* found = frame->names->find_name(name_of_cell(*frame->code, argument));
      const Value& content = found != nullptr ? *found : frame->cells[argument].known<Cell>()->content;
      if (content.empty()) {
        SAVE();
        raise_unbound(thread, *frame->code, argument);
        goto unwind;
      }
      PUSH(content);
      NEXT();
    }
    CASE(load_knob) {
      const trace::Knob* knob = knob_of(thread, argument & 0xff);
      if (knob != nullptr && knob->state.load(std::memory_order_acquire) != 0) {
        PUSH(knob_value(*knob));
        NEXT();
      }
      instruction = Instruction::make(Opcode::load_global, argument >> 8);
      goto redispatch;
    }
    CASE(store_knob) {
      if (trace::Knob* knob = knob_of(thread, argument & 0xff)) announce_knob(*knob, top[-1]);
      frame->module->globals().set_name(frame->code->names[argument >> 8], std::move(*--top));
      NEXT();
    }

    CASE(load_attribute_cached) {
      InlineCache& cache = frame->code->caches[argument];
      const Value& name = frame->code->names[cache.name_index];
      if (auto* instance = top[-1].try_as<Instance>()) [[likely]] {
        if (const Value* own = instance_attribute(cache, *instance, name)) {
          Value found = *own;
          top[-1] = std::move(found);
          NEXT();
        }
        if (cache.state == kPlain) {
          top[-1] = Value::plain(cache.plain);
          NEXT();
        }
        const Object* on_class = cache.state == kObject ? cache.found : nullptr;
        if (on_class != nullptr && is_constant(*on_class)) {
          top[-1] = Value::share(const_cast<Object*>(on_class));
          NEXT();
        }
        if (on_class != nullptr && on_class->kind == Kind::property &&
            has_plain_getter(*instance->type(), *on_class)) {
          new (top) Value(std::move(top[-1]));
          new (top - 1) Value(static_cast<const Property*>(on_class)->getter);
          ++top;
          argument = 1;
          if (MUST_STOP() && begins_in_python(top[-2])) [[unlikely]]
            thread.stop_soon = true;
          goto call_without_stop;
        }
      } else if (auto* module = top[-1].try_as<Module>()) {
        cache.state = kUnknown;
        if (const Value* own = own_attribute(cache, module->globals(), name)) {
          Value found = *own;
          top[-1] = std::move(found);
          NEXT();
        }
      }
      STEP(load_attribute_step(runner, name));
    }
    CASE(load_attribute)
    STEP(load_attribute_step(runner, frame->code->names[argument]));
    CASE(store_attribute_cached) {
      InlineCache& cache = frame->code->caches[argument];
      const Value& name = frame->code->names[cache.name_index];
      if (auto* instance = top[-1].try_as<Instance>()) [[likely]] {
        Class& type = *instance->type();
        if (type.cached_version != type.version) refresh_class(type);
        // What is on the class hides nothing unless it is a descriptor, but then the long way decides.
        const Object* on_class = class_attribute(cache, type, name);
        const bool is_hidden = on_class == nullptr ? cache.state != kUnknown : is_constant(*on_class);
        if (!type.has_python_setattr && is_hidden) {
          if (Value* own = own_attribute(cache, instance->attributes, name)) {
            *own = std::move(top[-2]);
          } else {
            instance->attributes.set_name(name, std::move(top[-2]));
          }
          DROP();
          --top;
          NEXT();
        }
      }
      STEP(store_attribute_step(runner, name));
    }
    CASE(store_attribute)
    STEP(store_attribute_step(runner, frame->code->names[argument]));
    CASE(delete_attribute)
    STEP(delete_attribute_step(runner, frame->code->names[argument]));
    CASE(load_method_cached) {
      InlineCache& cache = frame->code->caches[argument];
      const Value& name = frame->code->names[cache.name_index];
      const Value& object = top[-1];
      if (const Object* method = class_method(vm, cache, object, name)) {
        new (top) Value(std::move(top[-1]));
        new (top - 1) Value(Value::share(const_cast<Object*>(method)));
        ++top;
        NEXT();
      }
      if (auto* module = object.try_as<Module>()) {
        cache.state = kUnknown;
        if (const Value* own = own_attribute(cache, module->globals(), name)) {
          Value found = *own;
          top[-1] = Value();
          PUSH(std::move(found));
          NEXT();
        }
      } else if (const auto* super = object.try_as<SuperObject>()) {
        if (const Object* method = super_method(cache, *super, name)) {
          Value self = super->self;
          PUSH(std::move(self));
          top[-2] = Value::share(const_cast<Object*>(method));
          NEXT();
        }
      }
      STEP(load_method_step(runner, name));
    }
    CASE(load_method)
    STEP(load_method_step(runner, frame->code->names[argument]));
    CASE(load_subscript) {
      const Value* found = top[-1].is_small_int() ? find_item(top[-2], top[-1].small()) : nullptr;
      if (found == nullptr) found = find_in_dict(top[-2], top[-1]);
      if (found != nullptr) {
        Value item = *found;
        DROP();
        top[-1] = std::move(item);
        NEXT();
      }
      STEP(runner.load_subscript());
    }
    CASE(store_subscript) {
      if (top[-1].is_small_int() && top[-2].is(Kind::list)) {
        if (const Value* found = find_item(top[-2], top[-1].small())) {
          // Swapped in, so that the old value is let go of only when the list is whole.
          std::swap(const_cast<Value&>(*found), top[-3]);
          --top;
          DROP();
          DROP();
          NEXT();
        }
      } else if (Table* const table = plain_table(top[-2])) {
        std::uint64_t hash = 0;
        if (!table->has_keys_of_classes() && plain_hash(top[-1], hash)) {
          table->set(top[-1], hash, std::move(top[-3]));
          DROP();
          DROP();
          --top;
          NEXT();
        }
      }
      STEP(runner.store_subscript());
    }
    CASE(delete_subscript)
    STEP(runner.delete_subscript());
    CASE(build_slice) {
      Value step = argument == 3 ? std::move(*--top) : Value::none();
      Value stop = std::move(*--top);
      Value start = std::move(*--top);
      PUSH(Value::adopt(new Slice(std::move(start), std::move(stop), std::move(step))));
      NEXT();
    }

    CASE(binary_add) {
      Value sum;
      if (small_sum(top[-2], top[-1], sum)) {
        --top;
        top[-1] = std::move(sum);
        NEXT();
      }
      let_go_before_store(*frame, top[-2], top[-1], *next);
      if (concatenate(top[-2], top[-1], sum) || float_operation(BinaryOperator::add, top[-2], top[-1], sum)) {
        DROP();
        top[-1] = std::move(sum);
        NEXT();
      }
      STEP(runner.binary(BinaryOperator::add, false));
    }
    CASE(in_place_add) {
      Value sum;
      if (small_sum(top[-2], top[-1], sum)) {
        --top;
        top[-1] = std::move(sum);
        NEXT();
      }
      let_go_before_store(*frame, top[-2], top[-1], *next);
      if (concatenate(top[-2], top[-1], sum) || float_operation(BinaryOperator::add, top[-2], top[-1], sum)) {
        DROP();
        top[-1] = std::move(sum);
        NEXT();
      }
      STEP(runner.binary(BinaryOperator::add, true));
    }
    CASE(binary_subtract) {
      if (top[-2].is_small_int() && top[-1].is_small_int()) {
        const std::int64_t difference = top[-2].small() - top[-1].small();
        if (Value::fits_small(difference)) {
          --top;
          top[-1] = Value::small_int(difference);
          NEXT();
        }
      }
      Value difference;
      if (float_operation(BinaryOperator::subtract, top[-2], top[-1], difference)) {
        DROP();
        top[-1] = std::move(difference);
        NEXT();
      }
      STEP(runner.binary(BinaryOperator::subtract, false));
    }
    CASE(binary_multiply) {
      std::int64_t answer = 0;
      if (top[-2].is_small_int() && top[-1].is_small_int() &&
          !__builtin_mul_overflow(top[-2].small(), top[-1].small(), &answer) && Value::fits_small(answer)) {
        --top;
        top[-1] = Value::small_int(answer);
        NEXT();
      }
      Value product;
      if (float_operation(BinaryOperator::multiply, top[-2], top[-1], product)) {
        DROP();
        top[-1] = std::move(product);
        NEXT();
      }
      STEP(runner.binary(BinaryOperator::multiply, false));
    }
    CASE(binary)
    CASE(binary_in_place) {
      Value result;
      const auto op = static_cast<BinaryOperator>(argument);
      if (top[-2].is_small_int() && top[-1].is_small_int()
              ? small_operation(op, top[-2].small(), top[-1].small(), result)
              : float_operation(op, top[-2], top[-1], result)) {
        DROP();
        top[-1] = std::move(result);
        NEXT();
      }
      STEP(runner.binary(op, instruction.op() == Opcode::binary_in_place));
    }
    CASE(compare) {
      bool answer = false;
      const auto op = static_cast<CompareOperator>(argument);
      if (top[-2].is_small_int() && top[-1].is_small_int()) {
        answer = compare_numbers(op, top[-2].small(), top[-1].small());
        top -= 2;
        ANSWER(answer);
      }
      if (compare_plainly(op, top[-2], top[-1], answer)) {
        DROP();
        DROP();
        ANSWER(answer);
      }
      STEP(runner.compare(op));
    }
    CASE(compare_identity) {
      const bool answer =
          top[-2].same(top[-1]) == (static_cast<CompareOperator>(argument) == CompareOperator::is);
      DROP();
      DROP();
      ANSWER(answer);
    }
    CASE(compare_member) {
      bool is_there = false;
      const auto op = static_cast<CompareOperator>(argument);
      if (find_key(top[-1], top[-2], is_there)) {
        DROP();
        DROP();
        ANSWER(is_there == (op == CompareOperator::in));
      }
      STEP(runner.compare(op));
    }
    CASE(unary_negative)
    STEP(runner.unary('-'));
    CASE(unary_positive)
    STEP(runner.unary('+'));
    CASE(unary_invert)
    STEP(runner.unary('~'));
    CASE(unary_not) {
      if (top[-1].is_bool()) {
        top[-1] = Value::boolean(top[-1].is_false());
        NEXT();
      }
      STEP(not_step(runner));
    }

    CASE(jump)
    next = frame->code->instructions.data() + argument;
    NEXT();
    CASE(jump_back) {
      if (MUST_STOP() || --until_interrupt == 0) [[unlikely]] {
        until_interrupt = kInterruptEvery;
        const MemoryCare care = care_for_memory(vm);
        if (care == MemoryCare::collect)
          STEP(runner.call_prelude("collect_garbage", {}, Continuation::again));
        if (care == MemoryCare::is_short) goto memory_error;
        if (frame->code->is_in_c) {
          thread.stop_soon = true;
          next = frame->code->instructions.data() + argument;
          NEXT();
        }
        // The jump is done again afterwards: a handler that raises must do so inside the loop.
        if (const int signal = thread.is_main ? vm.kernel().take_signal() : 0; signal != 0)
          STEP(runner.serve_signal(signal, Continuation::again));
        next = frame->code->instructions.data() + argument;
        if (MUST_STOP()) {
          SAVE();
          return RunState::yields;
        }
        NEXT();
      }
      next = frame->code->instructions.data() + argument;
      NEXT();
    }
    CASE(jump_if_false)
    CASE(jump_if_true) {
      const Value& tested = top[-1];
      bool is_true = tested.is_true();
      if (!tested.is_bool()) {
        SAVE();
        const Outcome outcome = truth(thread, tested, is_true);
        if (outcome == Outcome::raised) goto unwind;
        if (outcome == Outcome::needs_python) STEP(runner.truth_of(Value(tested), Continuation::redo_truth));
      }
      DROP();
      if (is_true == (instruction.op() == Opcode::jump_if_true))
        next = frame->code->instructions.data() + argument;
      NEXT();
    }
    CASE(jump_if_false_or_pop)
    CASE(jump_if_true_or_pop) {
      const Value& tested = top[-1];
      bool is_true = tested.is_true();
      if (!tested.is_bool()) {
        SAVE();
        const Outcome outcome = truth(thread, tested, is_true);
        if (outcome == Outcome::raised) goto unwind;
        if (outcome == Outcome::needs_python) STEP(runner.truth_of(Value(tested), Continuation::choose));
      }
      if (is_true == (instruction.op() == Opcode::jump_if_true_or_pop)) {
        next = frame->code->instructions.data() + argument;
      } else {
        DROP();
      }
      NEXT();
    }
    CASE(jump_if_none) {
      const bool is_none = top[-1].is_none();
      DROP();
      if (is_none) next = frame->code->instructions.data() + argument;
      NEXT();
    }

    CASE(get_iterator)
    STEP(runner.get_iterator());
    CASE(for_iterate) {
      if (top[-1].is(Kind::iterator)) {
        auto& iterator = *top[-1].known<Iterator>();
        if (next_plainly(iterator, top)) {
          // Into the loop's variable at once.
          if (next->op() == Opcode::store_local) {
            frame->locals[next++->argument()] = std::move(*top);
          } else {
            ++top;
          }
          NEXT();
        }
        if (next->op() == Opcode::unpack && next->argument() == 2 && next_pair(iterator, top)) {
          top += 2;
          ++next;
          NEXT();
        }
        // Where others see the iterator it has to know that it has ended.
        if (iterator.references == 1 && has_ended(iterator)) {
          DROP();
          next = frame->code->instructions.data() + argument;
          NEXT();
        }
      } else if (top[-1].is(Kind::generator) && runner.can_resume(*top[-1].known<Generator>())) {
        SAVE();
        runner.resume_in_loop(top[-1]);
        LOAD();
        NEXT();
      }
      STEP(runner.next_item());
    }

    CASE(build_tuple)
    CASE(build_list) {
      std::vector<Value> items;
      items.reserve(argument);
      for (Value* item = top - argument; item != top; ++item) items.push_back(std::move(*item));
      top -= argument;
      PUSH(instruction.op() == Opcode::build_tuple ? make_tuple(std::move(items))
                                                   : make_list(std::move(items)));
      NEXT();
    }
    CASE(build_set) {
      SAVE();
      auto* set = new Set();
      Value made = Value::adopt(set);
      for (Value* item = top - argument; item != top; ++item) {
        std::uint64_t hash = 0;
        if (hash_for(thread, set->table, *item, hash) != Outcome::ok) {
          made = Value();
          STEP(runner.build_table("make_set", argument));
        }
        set->table.set(*item, hash, Value());
      }
      for (std::uint32_t i = 0; i < argument; ++i) DROP();
      PUSH(std::move(made));
      NEXT();
    }
    CASE(build_dict) {
      SAVE();
      Value made = make_dict();
      for (Value* item = top - std::ptrdiff_t{2} * argument; item != top; item += 2) {
        std::uint64_t hash = 0;
        if (hash_for(thread, made.known<Dict>()->table, item[0], hash) != Outcome::ok) {
          made = Value();
          STEP(runner.build_table("make_dict", 2 * argument));
        }
        made.known<Dict>()->table.set(item[0], hash, item[1]);
      }
      for (std::uint32_t i = 0; i < 2 * argument; ++i) DROP();
      PUSH(std::move(made));
      NEXT();
    }
    CASE(build_string) {
      Value made = joined_texts(top - argument, top);
      for (std::uint32_t i = 0; i < argument; ++i) DROP();
      PUSH(std::move(made));
      NEXT();
    }
    CASE(list_append) {
      Value item = std::move(*--top);
      top[-static_cast<std::ptrdiff_t>(argument)].known<List>()->items.push_back(std::move(item));
      NEXT();
    }
    CASE(set_add) {
      SAVE();
      std::uint64_t hash = 0;
      Table& table = top[-1 - static_cast<std::ptrdiff_t>(argument)].known<Set>()->table;
      if (hash_for(thread, table, top[-1], hash) != Outcome::ok)
        STEP(runner.store_key("set_add", 1, argument));
      {
        const Value item = std::move(*--top);
        table.set(item, hash, Value());
      }
      NEXT();
    }
    CASE(dict_set) {
      SAVE();
      std::uint64_t hash = 0;
      Table& table = top[-2 - static_cast<std::ptrdiff_t>(argument)].known<Dict>()->table;
      if (hash_for(thread, table, top[-2], hash) != Outcome::ok)
        STEP(runner.store_key("dict_set_item", 2, argument));
      {
        Value item = std::move(*--top);
        const Value key = std::move(*--top);
        table.set(key, hash, std::move(item));
      }
      NEXT();
    }
    CASE(list_extend)
    STEP(runner.extend(argument, true));
    CASE(set_update)
    STEP(runner.extend(argument, false));
    CASE(list_to_tuple) {
      {
        const Value list = std::move(*--top);
        auto& items = list.known<List>()->items;
        PUSH(make_tuple(list.object()->references == 1 ? std::move(items) : items));
      }
      NEXT();
    }
    CASE(dict_update)
    STEP(runner.merge_dict(argument, false));
    CASE(dict_merge)
    STEP(runner.merge_dict(argument, true));
    CASE(unpack) {
      if (const auto* tuple = top[-1].try_as<Tuple>();
          tuple != nullptr && tuple->items.size() == argument && !has_overrides(top[-1])) {
        {
          const Value sequence = std::move(*--top);
          for (std::uint32_t i = argument; i > 0; --i) PUSH(tuple->items[i - 1]);
        }
        NEXT();
      }
      STEP(runner.unpack(argument));
    }
    CASE(unpack_star)
    STEP(runner.unpack_star(argument & 0xff, argument >> 8));
    CASE(format_value)
    STEP(runner.format_value(argument));

    CASE(call_method) {
      RUN_FINALIZERS();
      Value* base = top - argument - 2;
      if (!base->empty()) {
        // function self arguments...: the instance is the first argument.
        ++argument;
      } else {
        for (Value* value = base; value + 1 != top; ++value) *value = std::move(value[1]);
        --top;
      }
      goto call;
    }
    CASE(call)
    RUN_FINALIZERS();
  call : {
    if (MUST_STOP() || --until_interrupt == 0) [[unlikely]] {
      until_interrupt = kInterruptEvery;
      thread.stop_soon = true;
    }
    goto call_without_stop;
  }
  call_without_stop : {
    Value* base = top - argument - 1;
    if (base->is(Kind::function)) {
      auto* function = base->known<Function>();
      auto* code = function->code.known<Code>();
      if (code->fast_parameters == static_cast<std::int32_t>(argument) &&
          code->is_program == frame->code->is_program &&
          thread.depth - thread.recursion_base < kRecursionLimit) {
        SAVE();
        Frame* const made = runner.enter(*function, base + 1, argument);
        made->function = std::move(*base);
        frame->top = base;
        if (made->stack != made->cells) make_cells(*made);
        LOAD();
        if (thread.stop_soon) [[unlikely]]
          goto stop_after_call;
        NEXT();
      }
    } else if (base->is(Kind::native_function)) {
      const auto* native = base->known<NativeFunction>();
      SAVE();
      CALL_DIRECTLY(native->direct, base + 1);
      STEP_OF_CALL(runner.call_plain_native(native->pointer, base + 1, argument, base));
    } else if (base->is(Kind::bound_method) &&
               base->known<BoundMethod>()->function.is(Kind::native_function)) {
      const auto* method = base->known<BoundMethod>();
      const auto* native = method->function.known<NativeFunction>();
      const NativeFunctionPointer pointer = native->pointer;
      const DirectFunctionPointer direct = native->direct;
      *base = Value(method->self);
      SAVE();
      CALL_DIRECTLY(direct, base);
      STEP_OF_CALL(runner.call_plain_native(pointer, base, argument + 1, base));
    } else if (base->is(Kind::class_object)) {
      auto& type = *base->known<Class>();
      if (const NativeFunctionPointer construct = plain_construct(type)) {
        SAVE();
        STEP_OF_CALL(runner.call_plain_native(construct, base, argument + 1, base));
      }
      if (const Function* init = runner.plain_init(type, argument)) {
        SAVE();
        Value instance = make_instance(*base);
        *base = instance;
        Frame* const made = runner.enter(*init, base, argument + 1);
        made->function = Value::share(const_cast<Function*>(init));
        made->continuation = Continuation::construct;
        made->extra = std::move(instance);
        frame->top = base;
        if (made->stack != made->cells) make_cells(*made);
        LOAD();
        if (thread.stop_soon) [[unlikely]]
          goto stop_after_call;
        NEXT();
      }
    }
    SAVE();
    STEP_OF_CALL(runner.call(base, argument, nullptr));
  }
    CASE(call_keywords) {
      RUN_FINALIZERS();
      if (MUST_STOP()) [[unlikely]]
        thread.stop_soon = true;
      thread.keyword_names = std::move(*--top);
      STEP(runner.call(top - argument - 1, argument, thread.keyword_names.known<Tuple>()));
    }
    CASE(call_spread) {
      RUN_FINALIZERS();
      if (MUST_STOP()) [[unlikely]]
        thread.stop_soon = true;
      STEP(call_spread_step(runner, (argument & 1) != 0));
    }
    CASE(make_function)
    STEP(runner.make_function(argument));
    CASE(resolve_bases)
    STEP(runner.resolve_bases());
    CASE(build_class)
    STEP(runner.build_class(argument));
    CASE(return_value) {
      Value value = std::move(*--top);
      const bool constructs = frame->continuation == Continuation::construct && value.is_none();
      if ((frame->continuation == Continuation::push || constructs) && frame->generator == nullptr &&
          !frame->traced_call) {
        if (frame->shows_lines && frame->previous->code->is_program) {
          const Frame& back = *frame->previous;
          const auto at = static_cast<std::size_t>(back.next - 1 - back.code->instructions.data());
          thread.kernel_thread.recorder.set_line(static_cast<std::uint32_t>(back.code->positions[at].line));
        }
        if (constructs) value = std::move(frame->extra);
        thread.frame = frame->previous;
        --thread.depth;
        frame->top = top;
        frame->~Frame();
        thread.frames.release(frame);
        LOAD();
        PUSH(std::move(value));
        if (thread.stop_soon) [[unlikely]]
          goto back_from_c;
        NEXT();
      }
      STEP_OUT(runner.return_from_frame(std::move(value)));
    }

    CASE(yield_value) {
      Value value = std::move(*--top);
      if (frame->continuation == Continuation::next_item && !frame->traced_call) {
        SAVE();
        runner.yield_to_loop();
        LOAD();
        PUSH(std::move(value));
        if (thread.stop_soon) [[unlikely]]
          goto back_from_c;
        NEXT();
      }
      STEP_OUT(runner.yield(std::move(value)));
    }
    CASE(get_yield_from_iterator)
    STEP(runner.get_iterator());
    CASE(yield_from)
    STEP(runner.delegate());

    CASE(raise) {
      SAVE();
      bool again = false;
      const Step step = runner.raise_statement(argument, again);
      if (step == Step::next) {
        LOAD();
        NEXT();
      }
      if (step == Step::ask) return RunState::asks;
      add_trace = !again;
      goto unwind;
    }
    CASE(push_exception) {
      Value exception = std::move(top[-1]);
      top[-1] = thread.handled.empty() ? Value::none() : std::move(thread.handled);
      thread.handled = exception;
      PUSH(std::move(exception));
      NEXT();
    }
    CASE(pop_exception) {
      Value previous = std::move(*--top);
      thread.handled = previous.is_none() ? Value() : std::move(previous);
      NEXT();
    }
    CASE(match_exception)
    STEP(runner.match_exception(argument));
    CASE(reraise) {
      thread.raised = std::move(*--top);
      if (argument == 1) {
        Value previous = std::move(*--top);
        thread.handled = previous.is_none() ? Value() : std::move(previous);
      }
      SAVE();
      add_trace = false;
      goto unwind;
    }
    CASE(assert_error)
    PUSH(Value::share(vm.exception_class("AssertionError")));
    NEXT();
    CASE(with_enter)
    STEP(runner.with_enter());
    CASE(with_exit_normal) {
      Value exit = std::move(*--top);
      STEP(runner.call_without_exception(std::move(exit)));
    }
    CASE(with_exit_exception)
    STEP(runner.with_exit(argument));
    CASE(match_pattern)
    STEP(runner.match_pattern());
    CASE(import_name)
    STEP(runner.import_name(frame->code->names[argument]));
    CASE(import_from)
    STEP(runner.import_from(frame->code->names[argument]));
    CASE(import_star)
    STEP(runner.import_star());
    case Opcode::count:
      break;
  }
  FORKSCOPE_CHECK(false, "an instruction that does not exist");

unbound_local:
  SAVE();
  raise_in(thread, "UnboundLocalError",
           fmt::format("cannot access local variable '{}' where it is not associated with a value",
                       text_of(frame->code->local_names[argument])));
  goto unwind;

// What CPython has in C ends as one, also where ours is written in Python: a thread stops behind the call of
// it.
back_from_c:
  if (frame->code->is_in_c || has_called(*frame, next)) goto stop_after_call;
  thread.stop_soon = false;
  until_interrupt = 1;
  NEXT();

stop_after_call:
  thread.stop_soon = false;
  SAVE();
  {
    const MemoryCare care = care_for_memory(vm);
    if (care == MemoryCare::collect) STEP(runner.call_prelude("collect_garbage", {}, Continuation::discard));
    if (care == MemoryCare::is_short) goto memory_error;
  }
  if (frame->code->is_in_c) {
    thread.stop_soon = true;
    NEXT();
  }
  if (const int signal = thread.is_main ? vm.kernel().take_signal() : 0; signal != 0)
    STEP(runner.serve_signal(signal, Continuation::discard));
  if (MUST_STOP()) return RunState::yields;
  NEXT();

memory_error:
  SAVE();
  raise_in(thread, make_exception(vm.exception_class("MemoryError"), {}));
  goto unwind;

unwind : {
  const bool add = add_trace;
  add_trace = true;
  if (!runner.unwind(add)) return RunState::ended;
  LOAD();
  thread.stop_soon = thread.stop_soon && frame->code->is_in_c;
  NEXT();
}
}

#pragma GCC diagnostic pop

RunState run_frames(PythonThread& thread) {
  return thread.vm.observer == nullptr ? run_loop<false>(thread) : run_loop<true>(thread);
}

}  // namespace forkscope::vm
