// The loop. Every instruction is a case; what needs more than a few lines is a step of Runner. The loop keeps
// the frame, the instruction pointer and the stack pointer in local variables, and stores them before every
// step (SAVE) and loads them after it (LOAD). That, and the size of one switch, is why this function is as
// long as it is.
#include "core/vm/interpreter.h"

#include <fmt/format.h>

#include <bit>
#include <cerrno>
#include <cstring>

#include "core/vm/finalizers.h"
#include "core/vm/extended.h"
#include "core/vm/memory_limit.h"
#include "core/vm/operations.h"
#include "core/vm/runner.h"
#include "core/vm/suggestions.h"

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

Value make_entry_function(Vm& vm) {
  auto* function = new Function();
  Value made = Value::adopt(function);
  function->code = make_entry_code();
  function->module = vm.builtins_value();
  prepare_code(*function->code.known<Code>());
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
  if (const Value* found = frame.module->globals.find_name(name)) return found;
  return vm.builtins().globals.find_name(name);
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

// A cached look-up of a global: in the module, or in the builtins while the module has no such name.
const Value* cached_global(Vm& vm, Frame& frame, InlineCache& cache, const Value& name) {
  Table& globals = frame.module->globals;
  auto& entries = globals.entries();
  if (cache.state == 1 && cache.position < entries.size() && entries[cache.position].key.same(name)) {
    return &entries[cache.position].value;
  }
  auto& builtins = vm.builtins().globals;
  if (cache.state == 2 && cache.version == globals.version() && cache.position < builtins.entries().size() &&
      builtins.entries()[cache.position].key.same(name)) {
    return &builtins.entries()[cache.position].value;
  }
  if (const std::int64_t at = globals.position(name); at >= 0) {
    cache.state = 1;
    cache.position = static_cast<std::uint32_t>(at);
    return &entries[cache.position].value;
  }
  if (const std::int64_t at = builtins.position(name); at >= 0) {
    cache.state = 2;
    cache.position = static_cast<std::uint32_t>(at);
    cache.version = globals.version();
    return &builtins.entries()[cache.position].value;
  }
  return nullptr;
}

// For instances: what the class has under the name, remembered as long as the class does not change. state 1
// = known.
inline const Object* class_attribute(InlineCache& cache, const Class& type, const Value& name) {
  if (cache.version == type.version && cache.state == 1) return cache.found;
  if (type.bypasses_caches) {
    cache.state = 0;
    return nullptr;
  }
  const Value* found = find_in_class(type, name);
  // What is no object (an int as class attribute) is not cached.
  if (found != nullptr && !found->is_object()) {
    cache.state = 0;
    return nullptr;
  }
  cache.found = found == nullptr ? nullptr : found->object();
  cache.version = type.version;
  cache.state = 1;
  return cache.found;
}

inline Value* own_attribute(InlineCache& cache, Table& attributes, const Value& name) {
  auto& entries = attributes.entries();
  if (cache.position < entries.size() && entries[cache.position].key.same(name))
    return &entries[cache.position].value;
  const std::int64_t at = attributes.position(name);
  if (at < 0) return nullptr;
  cache.position = static_cast<std::uint32_t>(at);
  return &entries[cache.position].value;
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

// Instructions that keep a value while they run end in a function of their own: the jump to the next instruction
// leaves its block without letting go of what the block holds.
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

// Small operands cannot overflow the word; a sum that is not small any more goes the long way.
inline bool small_sum(const Value& left, const Value& right, Value& result) {
  if (!left.is_small_int() || !right.is_small_int()) return false;
  const std::int64_t sum = left.small() + right.small();
  if (!Value::fits_small(sum)) return false;
  result = Value::small_int(sum);
  return true;
}

bool concatenate(const Value& left, const Value& right, Value& result) {
  const auto* first = left.try_as<String>();
  const auto* second = right.try_as<String>();
  if (first == nullptr || second == nullptr || has_overrides(left) || has_overrides(right)) return false;
  std::string text;
  text.reserve(first->text.size() + second->text.size());
  text += first->text;
  text += second->text;
  result = Value::adopt(new String(std::move(text), first->length + second->length));
  return true;
}

// A key of a plain dict whose hash needs no exception: strings and small ints.
inline Value* find_in_dict(PythonThread& thread, const Value& object, const Value& key) {
  auto* dict = object.try_as<Dict>();
  if (dict == nullptr || dict->subclass != nullptr || has_overrides(object)) return nullptr;
  if (const auto* text = key.try_as<String>()) return dict->table.find(key, hash_string(*text));
  std::uint64_t hash = 0;
  if (!key.is_small_int() || hash_value(thread, key, hash) != Outcome::ok) return nullptr;
  return dict->table.find(key, hash);
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
      if (left < 0 || right <= 0) return false;
      answer = left / right;
      break;
    case BinaryOperator::modulo:
      if (left < 0 || right <= 0) return false;
      answer = left % right;
      break;
    default:
      return false;
  }
  if (!Value::fits_small(answer)) return false;
  result = Value::small_int(answer);
  return true;
}

inline bool compare_small(CompareOperator op, std::int64_t left, std::int64_t right, bool& answer) {
  switch (op) {
    case CompareOperator::less:
      answer = left < right;
      return true;
    case CompareOperator::less_equal:
      answer = left <= right;
      return true;
    case CompareOperator::equal:
      answer = left == right;
      return true;
    case CompareOperator::not_equal:
      answer = left != right;
      return true;
    case CompareOperator::greater:
      answer = left > right;
      return true;
    case CompareOperator::greater_equal:
      answer = left >= right;
      return true;
    default:
      return false;
  }
}

}  // namespace

void begin(PythonThread& thread, Value callable, Value arguments) {
  if (thread.vm.entry_function().empty()) thread.vm.set_entry_function(make_entry_function(thread.vm));
  const Value entry = thread.vm.entry_function();
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
      NEXT();                                           \
    }                                                   \
    if (step_taken == Step::ask) return RunState::asks; \
    goto unwind;                                        \
  } while (false)
#define PUSH(value) (new (top) Value(value), ++top)
#define DROP() ((--top)->~Value())
#define CASE(name)   \
  case Opcode::name: \
    op_##name:
#if defined(__clang__)
// Clang refuses an indirect jump out of the life of a value, which would not be let go of.
#define NEXT() goto next_instruction
#else
#define NEXT()                              \
  do {                                      \
    instruction = *next++;                  \
    argument = instruction.argument();      \
    goto* kLabels[instruction.word & 0xff]; \
  } while (false)
#endif
// Before a call: what waits for it because an object died. The instruction is done again then.
#define RUN_FINALIZERS()                                                      \
  do {                                                                        \
    if (finalizers_wait) [[unlikely]] {                                       \
      finalizers_wait = false;                                                \
      STEP(runner.call_prelude("run_finalizers", {}, Continuation::again));   \
    }                                                                         \
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

RunState run_frames(PythonThread& thread) {
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
    thread.waits_for_answer = false;
    const Step step = runner.native_result(thread.answered);
    if (step == Step::ask) return RunState::asks;
    if (step == Step::raised) goto unwind;
    LOAD();
    // What the Request itself may have brought about: kill() of this process.
    if (const int signal = thread.is_main ? vm.kernel().take_signal() : 0; signal != 0)
      STEP(runner.serve_signal(signal, Continuation::discard));
  }

  NEXT();
#if defined(__clang__)
next_instruction:
  instruction = *next++;
#endif
redispatch:
  argument = instruction.argument();
  switch (instruction.op()) {
    CASE(line_start) {
      const LineStart& start = frame->code->lines[argument];
      trace::Recorder& recorder = thread.kernel_thread.recorder;
      recorder.set_line(start.line);
      if (vm.line_notes && recorder.enabled()) recorder.note(trace::EventKind::line);
      instruction = start.replaced;
      goto redispatch;
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
      if (local.empty()) [[unlikely]] {
        SAVE();
        raise_in(thread, "UnboundLocalError",
                 fmt::format("cannot access local variable '{}' where it is not associated with a value",
                             text_of(frame->code->local_names[argument])));
        goto unwind;
      }
      PUSH(local);
      NEXT();
    }
    CASE(store_local)
    frame->locals[argument] = std::move(*--top);
    NEXT();
    CASE(delete_local) {
      if (frame->locals[argument].empty()) {
        SAVE();
        raise_in(thread, "UnboundLocalError",
                 fmt::format("cannot access local variable '{}' where it is not associated with a value",
                             text_of(frame->code->local_names[argument])));
        goto unwind;
      }
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
    frame->module->globals.set_name(frame->code->names[argument], std::move(*--top));
    NEXT_AFTER_RELEASE();
    CASE(delete_global) {
      if (!frame->module->globals.erase_name(frame->code->names[argument])) {
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
      if (found == nullptr) {
        SAVE();
        raise_name_error(thread, name);
        goto unwind;
      }
      PUSH(*found);
      NEXT();
    }
    CASE(store_name) {
      Table& names = frame->names != nullptr ? *frame->names : frame->module->globals;
      names.set_name(frame->code->names[argument], std::move(*--top));
      NEXT_AFTER_RELEASE();
    }
    CASE(delete_name) {
      Table& names = frame->names != nullptr ? *frame->names : frame->module->globals;
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
    frame->cells[argument].known<Cell>()->content = std::move(*--top);
    NEXT();
    CASE(delete_cell)
    frame->cells[argument].known<Cell>()->content = Value();
    NEXT_AFTER_RELEASE();
    CASE(load_closure)
    PUSH(frame->cells[argument]);
    NEXT();
    CASE(load_class_cell) {
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
      frame->module->globals.set_name(frame->code->names[argument >> 8], std::move(*--top));
      NEXT();
    }

    CASE(load_attribute_cached) {
      InlineCache& cache = frame->code->caches[argument];
      const Value& name = frame->code->names[cache.name_index];
      if (auto* instance = top[-1].try_as<Instance>()) [[likely]] {
        const Object* on_class = class_attribute(cache, *instance->type(), name);
        if (on_class == nullptr ? cache.state == 1
                                : on_class->kind != Kind::property && on_class->kind != Kind::instance) {
          if (const Value* own = own_attribute(cache, instance->attributes, name)) {
            Value found = *own;
            top[-1] = std::move(found);
            NEXT();
          }
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
        // What is on the class hides nothing unless it is a property, but then the long way decides.
        if (!type.has_python_setattr && class_attribute(cache, type, name) == nullptr && cache.state == 1) {
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
      const bool has_own = object.is(Kind::instance);
      if (has_own || object.is(Kind::list) || object.is(Kind::string) || object.is(Kind::native_object)) {
        const Class& type = *vm.class_of(object);
        const Object* on_class = class_attribute(cache, type, name);
        const bool binds = on_class != nullptr && (on_class->kind == Kind::function ||
                                                   (on_class->kind == Kind::native_function &&
                                                    static_cast<const NativeFunction*>(on_class)->binds));
        if (binds &&
            (!has_own || own_attribute(cache, object.known<Instance>()->attributes, name) == nullptr)) {
          new (top) Value(std::move(top[-1]));
          new (top - 1) Value(Value::share(const_cast<Object*>(on_class)));
          ++top;
          NEXT();
        }
      }
      STEP(load_method_step(runner, name));
    }
    CASE(load_method)
    STEP(load_method_step(runner, frame->code->names[argument]));
    CASE(load_subscript) {
      if (top[-1].is_small_int() && top[-2].is(Kind::list) && !has_overrides(top[-2])) {
        const auto& items = top[-2].known<List>()->items;
        const std::int64_t at = top[-1].small();
        if (at >= 0 && static_cast<std::size_t>(at) < items.size()) {
          Value item = items[static_cast<std::size_t>(at)];
          --top;
          top[-1] = std::move(item);
          NEXT();
        }
      }
      if (const Value* found = find_in_dict(thread, top[-2], top[-1])) {
        Value item = *found;
        DROP();
        top[-1] = std::move(item);
        NEXT();
      }
      STEP(runner.load_subscript());
    }
    CASE(store_subscript) {
      if (top[-1].is_small_int() && top[-2].is(Kind::list) && !has_overrides(top[-2])) {
        auto& items = top[-2].known<List>()->items;
        const std::int64_t at = top[-1].small();
        if (at >= 0 && static_cast<std::size_t>(at) < items.size()) {
          items[static_cast<std::size_t>(at)] = std::move(top[-3]);
          DROP();
          DROP();
          --top;
          NEXT();
        }
      }
      if (Value* found = find_in_dict(thread, top[-2], top[-1])) {
        // Swapped in, so that the old value is let go of only when the dict is whole.
        std::swap(*found, top[-3]);
        DROP();
        DROP();
        DROP();
        NEXT();
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
      if (small_sum(top[-2], top[-1], sum) || concatenate(top[-2], top[-1], sum)) {
        DROP();
        top[-1] = std::move(sum);
        NEXT();
      }
      STEP(runner.binary(BinaryOperator::add, false));
    }
    CASE(in_place_add) {
      Value sum;
      if (small_sum(top[-2], top[-1], sum) || concatenate(top[-2], top[-1], sum)) {
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
      STEP(runner.binary(BinaryOperator::subtract, false));
    }
    CASE(binary)
    CASE(binary_in_place) {
      Value result;
      if (top[-2].is_small_int() && top[-1].is_small_int() &&
          small_operation(static_cast<BinaryOperator>(argument), top[-2].small(), top[-1].small(), result)) {
        --top;
        top[-1] = std::move(result);
        NEXT();
      }
      STEP(runner.binary(static_cast<BinaryOperator>(argument), instruction.op() == Opcode::binary_in_place));
    }
    CASE(compare) {
      bool answer = false;
      const auto op = static_cast<CompareOperator>(argument);
      if (top[-2].is_small_int() && top[-1].is_small_int() &&
          compare_small(op, top[-2].small(), top[-1].small(), answer)) {
        top -= 2;
        // Nearly always a jump follows: it is done here, without the bool on the stack.
        const Opcode following = next->op();
        if (following == Opcode::jump_if_false || following == Opcode::jump_if_true) {
          if (answer == (following == Opcode::jump_if_true)) {
            next = frame->code->instructions.data() + next->argument();
          } else {
            ++next;
          }
          NEXT();
        }
        PUSH(Value::boolean(answer));
        NEXT();
      }
      if (op == CompareOperator::in && find_in_dict(thread, top[-1], top[-2]) != nullptr) {
        DROP();
        top[-1] = Value::boolean(true);
        NEXT();
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
        if (memory_is_short()) {
          SAVE();
          raise_in(thread, make_exception(vm.exception_class("MemoryError"), {}));
          goto unwind;
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
    STEP(runner.get_iterator(false));
    CASE(for_iterate) {
      if (top[-1].is(Kind::iterator)) {
        auto* iterator = top[-1].known<Iterator>();
        if (iterator->over == Iterator::Over::range && iterator->position < iterator->stop) {
          const auto* range = iterator->source.known<Range>();
          if (range->start.is_small_int() && range->step.is_small_int() && range->stop.is_small_int()) {
            PUSH(Value::small_int(range->start.small() + iterator->position++ * range->step.small()));
            NEXT();
          }
        } else if (iterator->over == Iterator::Over::sequence && iterator->source.is(Kind::list)) {
          const auto& items = iterator->source.known<List>()->items;
          if (static_cast<std::size_t>(iterator->position) < items.size()) {
            PUSH(items[static_cast<std::size_t>(iterator->position++)]);
            NEXT();
          }
        }
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
        if (hash_value(thread, *item, hash) != Outcome::ok) {
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
        if (hash_value(thread, item[0], hash) != Outcome::ok) {
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
      std::string text;
      for (Value* item = top - argument; item != top; ++item) text += item->known<String>()->text;
      for (std::uint32_t i = 0; i < argument; ++i) DROP();
      PUSH(Value::adopt(new String(std::move(text))));
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
      if (hash_value(thread, top[-1], hash) != Outcome::ok) STEP(runner.store_key("set_add", 1, argument));
      {
        const Value item = std::move(*--top);
        top[-static_cast<std::ptrdiff_t>(argument)].known<Set>()->table.set(item, hash, Value());
      }
      NEXT();
    }
    CASE(dict_set) {
      SAVE();
      std::uint64_t hash = 0;
      if (hash_value(thread, top[-2], hash) != Outcome::ok) STEP(runner.store_key("dict_set_item", 2, argument));
      {
        Value item = std::move(*--top);
        const Value key = std::move(*--top);
        top[-static_cast<std::ptrdiff_t>(argument)].known<Dict>()->table.set(key, hash, std::move(item));
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
    CASE(unpack)
    STEP(runner.unpack(argument));
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
    Value* base = top - argument - 1;
    if (base->is(Kind::function)) {
      auto* function = base->known<Function>();
      auto* code = function->code.known<Code>();
      if (code->fast_parameters == static_cast<std::int32_t>(argument) &&
          code->is_program == frame->code->is_program &&
          thread.depth - thread.recursion_base < kRecursionLimit) {
        SAVE();
        void* place = thread.frames.allocate(sizeof(Frame) + code->frame_values * sizeof(Value));
        auto* made = new (place) Frame();
        made->previous = frame;
        made->code = code;
        made->module = function->module.known<Module>();
        made->next = code->instructions.data();
        made->locals = reinterpret_cast<Value*>(made + 1);
        made->cells = made->locals + code->local_names.size();
        made->stack = made->cells;
        made->top = made->stack;
        made->shows_lines = code->is_program;
        for (std::uint32_t i = 0; i < argument; ++i) new (made->locals + i) Value(std::move(base[i + 1]));
        for (Value* local = made->locals + argument; local != made->cells; ++local) new (local) Value();
        made->function = std::move(*base);
        frame->top = base;
        thread.frame = made;
        ++thread.depth;
        LOAD();
        if (thread.stop_soon) [[unlikely]]
          goto stop_after_call;
        NEXT();
      }
    }
    SAVE();
    const Step step = runner.call(base, argument, nullptr);
    if (step == Step::raised) goto unwind;
    if (step == Step::ask) return RunState::asks;
    LOAD();
    if (thread.stop_soon) [[unlikely]]
      goto stop_after_call;
    NEXT();
  }
    CASE(call_keywords) {
      RUN_FINALIZERS();
      thread.keyword_names = std::move(*--top);
      STEP(runner.call(top - argument - 1, argument, thread.keyword_names.known<Tuple>()));
    }
    CASE(call_spread) {
      RUN_FINALIZERS();
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
      if (frame->continuation == Continuation::push && frame->generator == nullptr && !frame->traced_call) {
        if (frame->shows_lines && frame->previous->code->is_program) {
          const Frame& back = *frame->previous;
          const auto at = static_cast<std::size_t>(back.next - 1 - back.code->instructions.data());
          thread.kernel_thread.recorder.set_line(static_cast<std::uint32_t>(back.code->positions[at].line));
        }
        thread.frame = frame->previous;
        --thread.depth;
        frame->top = top;
        frame->~Frame();
        thread.frames.release(frame);
        LOAD();
        PUSH(std::move(value));
        NEXT();
      }
      SAVE();
      const Step step = runner.return_from_frame(std::move(value));
      if (thread.frame == nullptr) return RunState::ended;
      if (step == Step::raised) goto unwind;
      if (step == Step::ask) return RunState::asks;
      LOAD();
      NEXT();
    }

    CASE(yield_value) {
      Value value = std::move(*--top);
      STEP(runner.yield(std::move(value)));
    }
    CASE(get_yield_from_iterator)
    STEP(runner.get_iterator(true));
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
    STEP(runner.match_exception());
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
      STEP(runner.call_with(std::move(exit), {Value::none(), Value::none(), Value::none()}));
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

stop_after_call:
  thread.stop_soon = false;
  SAVE();
  if (memory_is_short()) {
    raise_in(thread, make_exception(vm.exception_class("MemoryError"), {}));
    goto unwind;
  }
  if (const int signal = thread.is_main ? vm.kernel().take_signal() : 0; signal != 0)
    STEP(runner.serve_signal(signal, Continuation::discard));
  if (MUST_STOP()) return RunState::yields;
  NEXT();

unwind : {
  const bool add = add_trace;
  add_trace = true;
  if (!runner.unwind(add)) return RunState::ended;
  LOAD();
  NEXT();
}
}

#pragma GCC diagnostic pop

}  // namespace forkscope::vm
