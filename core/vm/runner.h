// Runner: the parts of the interpreter that are not its loop: calls, what happens with their results,
// operators of user classes, generators, unwinding. It works on thread.frame, whose `next` and `top` the loop
// has stored; after every step the loop loads them again. Made anew for each run; needs the GIL.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "core/vm/attributes.h"
#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/native.h"
#include "core/vm/operators.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

// Looks up anew what a Class remembers of itself (cached_version).
void refresh_class(Class& type);

// What the loop does after a step.
enum class Step : std::uint8_t { next, raised, ask };

// How a generator is to go on.
enum class ResumeMode : std::uint8_t { send, raise };

class Runner {
 public:
  explicit Runner(PythonThread& its_thread) : thread(its_thread), vm(its_thread.vm) {}

  // calls.cc
  // Calls base[0] with the `count` values behind it, the last of them named by `names`. On the frame's stack
  // the values are its topmost ones, and are taken off.
  Step call(Value* base, std::size_t count, const Tuple* names,
            Continuation continuation = Continuation::push, Value extra = {});
  Step call_with(Value callee, std::vector<Value> arguments, Continuation continuation = Continuation::push,
                 Value extra = {});
  // Calls storage[0] with the `count` values behind it, and lets go of them: what nobody else has ends then.
  Step call_stored(std::size_t count, const Tuple* names, Continuation continuation = Continuation::push,
                   Value extra = {});
  Step call_spread(Value callee, const Tuple& positional, const Dict* keywords);
  Step call_prelude(std::string_view name, std::vector<Value> arguments,
                    Continuation continuation = Continuation::push, Value extra = {});
  // Calls a native function whose values end the frame's stack: the callable at `base`, the arguments from
  // `first` on.
  Step call_plain_native(NativeFunctionPointer function, Value* first, std::size_t count, Value* base);
  // What the native function in progress said.
  Step native_result(NativeResult result);
  Frame* push_frame(const Value& function, Code& code, Continuation continuation, Value extra);
  Step push_function(Value function, Value* arguments, std::size_t count, const Tuple* names,
                     Continuation continuation, Value extra);

  // The frame of a function that `count` positional values fill without binding (Code::fast_parameters);
  // becomes the thread's. Cells are still to be made, once it has its function.
  Frame* enter(const Function& function, Value* arguments, std::size_t count) {
    auto* const code = function.code.known<Code>();
    void* place = thread.frames.allocate(sizeof(Frame) + code->frame_values * sizeof(Value));
    auto* made = new (place) Frame(thread.frame, *code, function.module.known<Module>());
    for (std::size_t i = 0; i < count; ++i) new (made->locals + i) Value(std::move(arguments[i]));
    for (Value* value = made->locals + count; value != made->stack; ++value) new (value) Value();
    thread.frame = made;
    ++thread.depth;
    return made;
  }
  // The __init__ of a class whose call makes a plain instance and needs no more than to enter it with `count`
  // values besides; null: the long way.
  const Function* plain_init(Class& type, std::size_t count) {
    if (type.cached_version != type.version) refresh_class(type);
    const Value* init = type.cached_init;
    if (type.construct != nullptr || init == nullptr || !init->is(Kind::function) || type.has_python_new ||
        type.is_native || type.is_abstract || !type.metaclass.empty() || type.instance_kind != Kind::instance)
      return nullptr;
    const auto* function = init->known<Function>();
    const auto* code = function->code.known<Code>();
    const bool is_fast = code->fast_parameters == static_cast<std::int32_t>(count + 1) &&
                         code->is_program == thread.frame->code->is_program &&
                         thread.depth - thread.recursion_base < kRecursionLimit;
    return is_fast ? function : nullptr;
  }

  // results.cc
  // A call made by thread.frame gave `value`.
  Step complete(Continuation continuation, Value extra, Value value);
  // Ends the innermost frame with `value`.
  Step return_from_frame(Value value);
  // thread.raised goes up: true if a handler of a frame takes it, false if the first frame ended.
  bool unwind(bool add_trace);

  // generators.cc
  Step resume(const Value& generator, Value sent, ResumeMode mode, Continuation continuation);
  Step yield(Value value);
  Step next_item();  // for_iterate
  // A generator that only needs to go on, for the loop over it.
  bool can_resume(const Generator& generator) const {
    return !generator.running && generator.frame != nullptr &&
           thread.depth - thread.recursion_base < kRecursionLimit;
  }
  void resume_in_loop(const Value& generator);
  void yield_to_loop();  // the frame pauses; its value is still to be pushed
  Step end_loop();
  Step delegate();  // yield_from
  Step end_delegation(Value value);
  Step get_iterator();

  // signals.cc
  // Calls the program's handler, or raises KeyboardInterrupt.
  Step serve_signal(int signal, Continuation continuation);

  // user_operators.cc
  Step binary(BinaryOperator op, bool in_place);
  Step compare(CompareOperator op);
  Step unary(char op);
  Step truth_of(const Value& value, Continuation continuation);
  Step load_subscript();
  Step load_class_item(const Value& object, const Value& key);
  Step store_subscript();
  Step delete_subscript();
  Step format_value(std::uint32_t argument);
  Step finish_format(const Value& text, const Value& spec);
  Step reflect(Value extra, Value value);

  // statements.cc
  Step raise_statement(std::uint32_t argument, bool& again);
  Step match_exception(std::uint32_t argument);
  Step match_pattern();
  Step with_enter();
  Step call_without_exception(Value exit);
  Step with_exit(std::uint32_t depth_of_exit);
  Step import_name(const Value& name);
  Step end_wait(const Value& module);
  Step import_from(const Value& name);
  Step import_star();
  Step make_function(std::uint32_t argument);
  Step resolve_bases();
  Step build_class(std::uint32_t argument);
  // `parts`: metaclass, name, bases, keywords, body; `space`: what its __prepare__ gave.
  Step begin_class_body(const Value& parts, Value space);
  // Names in the body of a class, or of code that exec() runs, whose namespace is no plain dict.
  bool fills_space() const { return thread.frame->names == nullptr && thread.frame->has_own_names(); }
  Step load_from_space(const Value& name, const Value* outside);
  Step store_in_space(const Value& name);
  Step delete_from_space(const Value& name);
  Step finish_class_body(Value extra, Value cell);
  Step unpack(std::uint32_t count);
  Step unpack_star(std::uint32_t before, std::uint32_t after);
  Step extend(std::uint32_t depth_of_target, bool into_list);
  Step merge_dict(std::uint32_t depth_of_target, bool for_call);
  // The instructions that put keys into new dicts and sets, where hash_value() did not say ok: an exception,
  // or the prelude's work because a key's __hash__ is Python code.
  Step build_table(const char* prelude_function, std::uint32_t values);
  Step store_key(const char* prelude_function, std::uint32_t values, std::uint32_t depth_of_target);

  Step raise(std::string_view built_in_class, std::string message) {
    raise_in(thread, built_in_class, std::move(message));
    return Step::raised;
  }
  Frame& frame() { return *thread.frame; }
  Value& top(std::size_t depth = 1) { return *(thread.frame->top - depth); }
  Value pop() { return std::move(*--thread.frame->top); }
  void push(Value value) { new (thread.frame->top++) Value(std::move(value)); }
  // The instruction the frame is executing, as the compiler made it.
  Instruction instruction() const;

  PythonThread& thread;
  Vm& vm;

 private:
  Step call_class(Class& type, Value* base, std::size_t count, const Tuple* names, bool on_stack,
                  Continuation continuation, Value extra);
  NativeResult run_native(NativeFunctionPointer function);
  Step call_native(NativeFunctionPointer function, Value* first, std::size_t count, const Tuple* names,
                   Value* stack_base, Continuation continuation, Value extra);
  Step call_maker(Value maker, Value initializer, Value* base, std::size_t count, const Tuple* names,
                  Value* stack_base, Continuation continuation, Value extra);
  Value make_for_init(Class& type, const Value* base, std::size_t count, const Tuple* names);
  std::string not_iterable(const Value& iterable, std::uint32_t depth_of_target);
  Step throw_into_delegate(const Instruction* delegation, Value exception);
  Step continue_reflect(Value state);
  Step built_in_operation(const Value& state);
  Step built_in_comparison(CompareOperator op, const Value& left, const Value& right);
  Step not_ordered(CompareOperator op, const Value& left, const Value& right);
  Step plain_binary(BinaryOperator op, bool in_place);
  enum class AtItsEnd : bool { finish, rewind };  // what becomes of a generator
  void pop_frame(AtItsEnd end = AtItsEnd::finish);
  void finish_generator(Generator& generator);
  void rewind_generator(Generator& generator);
};

// Whether the builtins that the code of a frame has, where they are not the Vm's, have what a statement
// needs.
inline bool has_builtin(const Frame& frame, std::string_view name) {
  const Value& own = frame.module->builtins;
  return own.empty() || own.known<Dict>()->table.find(name) != nullptr;
}

// False: an exception is set. `locals` are empty values.
bool bind_call(PythonThread& thread, const Function& function, Value* arguments, std::size_t count,
               const Tuple* names, Value* locals);

// What a generator that waits in `yield from` has its values from; None if it does not.
Value delegate_of(const Generator& generator);

// The cells of a frame whose locals are filled.
void make_cells(Frame& made);

// Rewrites the instructions of a code for the interpreter, once.
void prepare_code(Code& code);

// Notes of calls from the program into the library.
void note_call_begins(PythonThread& thread, Frame& called);
void note_call_ends(PythonThread& thread, const Frame& called, const Value* result);

}  // namespace forkscope::vm
