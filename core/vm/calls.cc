#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "core/vm/builtins_parts.h"
#include "core/vm/class_building.h"
#include "core/vm/extended.h"
#include "core/vm/finalizers.h"
#include "core/vm/memory_limit.h"
#include "core/vm/native_stack.h"
#include "core/vm/runner.h"
#include "core/vm/traceback.h"

namespace forkscope::vm {

Step Runner::call(Value* base, std::size_t count, const Tuple* names, Continuation continuation,
                  Value extra) {
  if (native_stack_is_short()) [[unlikely]]
    return raise("RecursionError", "maximum recursion depth exceeded");
  Frame& caller = frame();
  const bool on_stack = base >= caller.stack && base < caller.top;
  Value callee = std::move(base[0]);
  Value* first = base + 1;
  if (auto* method = callee.try_as<BoundMethod>()) {
    base[0] = method->self;
    first = base;
    ++count;
    callee = Value(method->function);
  }
  const bool is_method_of_object =
      first == base && !callee.is(Kind::function) && !callee.is(Kind::native_function);
  if (is_method_of_object) [[unlikely]] {
    // A class or another object that is called with something before its arguments.
    std::vector<Value> values{std::move(callee)};
    values.insert(values.end(), std::make_move_iterator(base), std::make_move_iterator(base + count));
    if (on_stack) caller.drop_to(base);
    thread.storage = std::move(values);
    return call_stored(count, names, continuation, std::move(extra));
  }
  if (callee.is(Kind::function)) {
    const Step step = push_function(std::move(callee), first, count, names, continuation, std::move(extra));
    if (on_stack && step != Step::raised) {
      // The new frame is above; what binding left of the arguments belongs to the caller.
      caller.drop_to(base);
      if (thread.frame == &caller)
        return complete(continuation, std::move(thread.extra), std::move(thread.result));
    } else if (step != Step::raised && thread.frame == &caller) {
      return complete(continuation, std::move(thread.extra), std::move(thread.result));
    }
    return step;
  }
  if (const auto* native = callee.try_as<NativeFunction>()) {
    return call_native(native->pointer, first, count, names, on_stack ? base : nullptr, continuation,
                       std::move(extra));
  }
  if (auto* type = callee.try_as<Class>()) {
    if (!type->metaclass.empty()) [[unlikely]] {
      if (const Value* special = find_user_special(vm, callee, "__call__")) {
        base[0] = bind(vm, *special, callee, type->metaclass.known<Class>());
        return call(base, count, names, continuation, std::move(extra));
      }
    }
    base[0] = callee;
    return call_class(*type, base, count, names, on_stack, continuation, std::move(extra));
  }
  if (const auto* method = callee.try_as<StaticMethod>()) {
    base[0] = method->function;
    return call(base, count, names, continuation, std::move(extra));
  }
  if (const Value* special = find_special(vm, callee, "__call__"); special != nullptr) {
    base[0] = bind(vm, *special, callee, vm.class_of(callee));
    return call(base, count, names, continuation, std::move(extra));
  }
  return raise("TypeError", fmt::format("'{}' object is not callable", type_name(callee)));
}

Step Runner::call_with(Value callee, std::vector<Value> arguments, Continuation continuation, Value extra) {
  const std::size_t count = arguments.size();
  arguments.insert(arguments.begin(), std::move(callee));
  thread.storage = std::move(arguments);
  return call_stored(count, nullptr, continuation, std::move(extra));
}

Step Runner::call_stored(std::size_t count, const Tuple* names, Continuation continuation, Value extra) {
  const Step step = call(thread.storage.data(), count, names, continuation, std::move(extra));
  if (step != Step::ask) thread.storage.clear();
  return step;
}

Step Runner::call_prelude(std::string_view name, std::vector<Value> arguments, Continuation continuation,
                          Value extra) {
  return call_with(vm.prelude(name), std::move(arguments), continuation, std::move(extra));
}

Step Runner::call_spread(Value callee, const Tuple& positional, const Dict* keywords) {
  std::vector<Value> values{std::move(callee)};
  values.insert(values.end(), positional.items.begin(), positional.items.end());
  if (keywords == nullptr || keywords->table.size() == 0) {
    thread.storage = std::move(values);
    return call_stored(thread.storage.size() - 1, nullptr);
  }
  std::vector<Value> names;
  for (const Table::Entry& entry : keywords->table.entries()) {
    if (entry.key.empty()) continue;
    names.push_back(entry.key);
    values.push_back(entry.value);
  }
  thread.storage = std::move(values);
  // Kept alive by the thread: a native may look at its keyword names after an answer.
  thread.keyword_names = make_tuple(std::move(names));
  return call_stored(thread.storage.size() - 1, thread.keyword_names.known<Tuple>());
}

Frame* Runner::push_frame(const Value& function, Code& code, Continuation continuation, Value extra) {
  const std::size_t bytes = sizeof(Frame) + code.frame_values * sizeof(Value);
  void* place = code.is_generator ? Frame::operator new(sizeof(Frame), code.frame_values)
                                  : thread.frames.allocate(bytes);
  auto* made = new (place) Frame(thread.frame, code, function.known<Function>()->module.known<Module>());
  made->function = function;
  made->continuation = continuation;
  made->extra = std::move(extra);
  for (Value* value = made->locals; value != made->stack; ++value) new (value) Value();
  return made;
}

void make_cells(Frame& made) {
  const Code& code = *made.code;
  for (std::size_t i = 0; i < code.cell_names.size(); ++i) {
    made.cells[i] = Value::adopt(new Cell());
    const std::int32_t parameter = code.cell_parameters.empty() ? -1 : code.cell_parameters[i];
    if (parameter >= 0) made.cells[i].known<Cell>()->content = made.locals[parameter];
  }
  if (code.free_names.empty()) return;
  const auto& closure = made.function.known<Function>()->closure.known<Tuple>()->items;
  for (std::size_t i = 0; i < code.free_names.size(); ++i)
    made.cells[code.cell_names.size() + i] = closure[i];
}

Step Runner::push_function(Value function, Value* arguments, std::size_t count, const Tuple* names,
                           Continuation continuation, Value extra) {
  auto& callee = *function.known<Function>();
  auto& code = *callee.code.known<Code>();
  if (thread.depth - thread.recursion_base >= kRecursionLimit) {
    return raise("RecursionError", "maximum recursion depth exceeded");
  }
  Frame* made = push_frame(function, code, continuation, Value());
  if (names == nullptr && code.fast_parameters == static_cast<std::int32_t>(count)) {
    for (std::size_t i = 0; i < count; ++i) made->locals[i] = std::move(arguments[i]);
  } else if (!bind_call(thread, callee, arguments, count, names, made->locals)) {
    const bool on_heap = code.is_generator;
    made->~Frame();
    if (on_heap) {
      Frame::operator delete(made, code.frame_values);
    } else {
      thread.frames.release(made);
    }
    return Step::raised;
  }
  if (made->stack != made->cells) make_cells(*made);
  if (code.is_generator) {
    auto* generator = new Generator();
    if (!code.handlers.empty()) generator->flags |= kHasFinalizer;
    made->previous = nullptr;
    made->generator = generator;
    generator->frame.reset(made);
    generator->name = callee.name;
    generator->qualified_name = callee.qualified_name;
    thread.result = Value::adopt(generator);
    thread.extra = std::move(extra);
    return Step::next;
  }
  made->extra = std::move(extra);
  if (!code.is_program && frame().code->is_program && thread.kernel_thread.recorder.enabled()) {
    note_call_begins(thread, *made);
  }
  thread.frame = made;
  ++thread.depth;
  // CPython looks where a function begins, whoever calls it: also an operator or a property.
  if ((vm.gil().drop_requested() || vm.kernel().gate_closed()) && !is_internal(code)) thread.stop_soon = true;
  return Step::next;
}

NativeResult Runner::run_native(NativeFunctionPointer function) {
  NativeCall& native = thread.call;
  const std::span<Value> given = native.positional;
  NativeResult result = NativeResult::raised;
  try {
    const MemoryGuard guard;
    result = function(native);
  } catch (const std::bad_alloc&) {
    raise_in(thread, make_exception(vm.exception_class("MemoryError"), {}));
  }
  if (native.wants_index.empty()) [[likely]]
    return result;
  native.positional = given;
  return again_with_index(native, function);
}

Step Runner::call_native(NativeFunctionPointer function, Value* first, std::size_t count, const Tuple* names,
                         Value* stack_base, Continuation continuation, Value extra) {
  NativeCall& native = thread.call;
  const std::size_t named = names == nullptr ? 0 : names->items.size();
  native.positional = std::span<Value>(first, count - named);
  native.keyword_names = names;
  native.keywords = std::span<Value>(first + (count - named), named);
  thread.call_base = stack_base;
  thread.continuation = continuation;
  thread.extra = std::move(extra);
  return native_result(run_native(function));
}

Step Runner::call_plain_native(NativeFunctionPointer function, Value* first, std::size_t count, Value* base) {
  NativeCall& native = thread.call;
  native.positional = std::span<Value>(first, count);
  native.keyword_names = nullptr;
  native.keywords = {};
  thread.call_base = base;
  thread.continuation = Continuation::push;
  const NativeResult result = run_native(function);
  if (result != NativeResult::value || native.finish != nullptr) [[unlikely]]
    return native_result(result);
  frame().drop_to(base);
  thread.call_base = nullptr;
  native.keep = Value();
  push(std::move(native.result));
  return Step::next;
}

Step Runner::native_result(NativeResult result) {
  NativeCall& native = thread.call;
  if (result == NativeResult::ask) {
    thread.waits_for_answer = true;
    return Step::ask;
  }
  if (thread.call_base != nullptr) {
    frame().drop_to(thread.call_base);
  } else {
    thread.storage.clear();
  }
  thread.call_base = nullptr;
  if (native.finish != nullptr) {
    native.request = {};
    native.finish = nullptr;
  }
  native.keep = Value();
  const Continuation continuation = thread.continuation;
  Value extra = std::move(thread.extra);
  if (result == NativeResult::raised) {
    native.result = Value();
    // As a Python frame of this continuation would be unwound.
    if (continuation == Continuation::next_item && raised_is(thread, "StopIteration")) {
      thread.raised = Value();
      return end_loop();
    }
    if (continuation == Continuation::delegate && raised_is(thread, "StopIteration")) {
      const Value stop = std::move(thread.raised);
      const auto& arguments = stop.known<Exception>()->arguments.known<Tuple>()->items;
      return end_delegation(arguments.empty() ? Value::none() : arguments[0]);
    }
    return Step::raised;
  }
  if (result == NativeResult::value)
    return complete(continuation, std::move(extra), std::move(native.result));
  std::vector<Value> arguments = std::move(native.callee_arguments);
  native.callee_arguments.clear();
  Value callee = std::move(native.callee);
  if (callee.is(Kind::generator)) {
    const ResumeMode mode = arguments.size() > 1 ? ResumeMode::raise : ResumeMode::send;
    const bool close = arguments.size() > 2;
    return resume(callee, std::move(arguments[0]), mode,
                  close                                ? Continuation::close
                  : continuation == Continuation::push ? Continuation::resume
                                                       : continuation);
  }
  const Step step = call_with(std::move(callee), std::move(arguments), continuation, std::move(extra));
  if (continuation == Continuation::executed && step == Step::next)
    frame().names = class_namespace(vm, frame().extra);
  return step;
}

void refresh_class(Class& type) {
  static const Value init_name = intern("__init__"), new_name = intern("__new__"),
                     set_name = intern("__setattr__"), get_name = intern("__getattr__");
  const auto is_python = [](const Value* found) {
    return found != nullptr &&
           (found->is(Kind::function) || found->is(Kind::class_object) || found->is(Kind::instance) ||
            (found->is(Kind::static_method) && found->known<StaticMethod>()->function.is(Kind::function)));
  };
  type.cached_init = find_in_class(type, init_name);
  type.has_python_new = is_python(find_in_class(type, new_name));
  type.has_python_setattr =
      type.is_closed || type.instance_kind == Kind::traceback || is_python(find_in_class(type, set_name));
  type.has_python_getattr = is_python(find_in_class(type, get_name));
  type.cached_version = type.version;
}

// A class whose objects cannot be made in one call from here: the prelude calls `maker`, and then the
// initializer if there is one, because both need the arguments.
Step Runner::call_maker(Value maker, Value initializer, Value* base, std::size_t count, const Tuple* names,
                        Value* stack_base, Continuation continuation, Value extra) {
  const std::size_t named = names == nullptr ? 0 : names->items.size();
  std::vector<Value> positional(base, base + count + 1 - named);
  Value keywords = make_dict();
  for (std::size_t i = 0; i < named; ++i) {
    keywords.known<Dict>()->table.set_name(names->items[i], base[count + 1 - named + i]);
  }
  std::vector<Value> packed{std::move(maker), std::move(initializer), make_tuple(std::move(positional)),
                            std::move(keywords)};
  if (stack_base != nullptr) frame().drop_to(stack_base);
  return call_prelude("make_instance", std::move(packed), continuation, std::move(extra));
}

// The object an __init__ in Python is to fill; empty after an exception.
Value Runner::make_for_init(Class& type, const Value* base, std::size_t count, const Tuple* names) {
  if (type.construct == nullptr) return make_instance(base[0]);
  // The arguments are needed again for __init__, so the native gets copies.
  std::vector<Value> copies(base, base + count + 1);
  NativeCall& native = thread.call;
  const std::size_t named = names == nullptr ? 0 : names->items.size();
  native.positional = std::span<Value>(copies.data(), count + 1 - named);
  native.keyword_names = names;
  native.keywords = std::span<Value>(copies.data() + count + 1 - named, named);
  const NativeResult result = type.construct(native);
  if (!native.wants_index.empty()) {
    const Value instance = std::exchange(native.wants_index, Value());
    raise("TypeError", fmt::format("'{}' object cannot be interpreted as an integer", type_name(instance)));
  }
  if (result == NativeResult::raised) return {};
  if (result != NativeResult::value) {
    raise("TypeError", fmt::format("cannot create '{}' with an __init__ of its own", type.name));
    return {};
  }
  return std::move(native.result);
}

namespace {

Value python_new(const Class& type) {
  const Value& maker = *find_in_class(type, intern("__new__"));
  return maker.is(Kind::static_method) ? maker.known<StaticMethod>()->function : maker;
}

std::string abstract_message(const Class& type) {
  std::vector<std::string> names;
  const Value* found = find_in_class(type, intern("__abstractmethods__"));
  if (found != nullptr && (found->is(Kind::set) || found->is(Kind::frozen_set))) {
    for (const Table::Entry& entry : found->known<Set>()->table.entries()) {
      if (entry.key.is(Kind::string)) names.push_back(entry.key.known<String>()->text);
    }
  }
  std::ranges::sort(names);
  return fmt::format("Can't instantiate abstract class {} with abstract method{} {}", type.name,
                     names.size() == 1 ? "" : "s", fmt::join(names, ", "));
}

}  // namespace

Step Runner::call_class(Class& type, Value* base, std::size_t count, const Tuple* names, bool on_stack,
                        Continuation continuation, Value extra) {
  if (type.cached_version != type.version) refresh_class(type);
  Value* const stack_base = on_stack ? base : nullptr;
  if (type.is_abstract) [[unlikely]]
    return raise("TypeError", abstract_message(type));
  const Value* init = type.cached_init;
  const bool has_init = init != nullptr && init->is(Kind::function);
  // Where making the object may need Python code itself: the value of an immutable kind, a class.
  const Kind kind = type.instance_kind;
  const bool fills = kind == Kind::list || kind == Kind::dict || kind == Kind::set;
  const bool makes_in_python = has_init && !type.is_native && !fills &&
                               (kind == Kind::class_object || is_extensible(kind)) &&
                               type.construct != nullptr;
  if (type.has_python_new || makes_in_python) {
    return call_maker(python_new(type), init == nullptr ? Value::none() : *init, base, count, names,
                      stack_base, continuation, std::move(extra));
  }
  // The frame of __init__ has the object to give back, and no place for what is to happen with it.
  if (has_init && continuation != Continuation::push) {
    return call_maker(vm.prelude("construct"), Value::none(), base, count, names, stack_base, continuation,
                      std::move(extra));
  }
  if (type.construct != nullptr && !has_init) {
    return call_native(type.construct, base, count + 1, names, stack_base, continuation, std::move(extra));
  }
  if (type.construct == nullptr && type.is_native && &type != vm.classes().object) {
    return raise("TypeError", fmt::format("cannot create '{}' instances", type.name));
  }
  if (!has_init && count > 0) return raise("TypeError", fmt::format("{}() takes no arguments", type.name));
  Value made = make_for_init(type, base, count, names);
  if (made.empty()) return Step::raised;
  if (!has_init) {
    if (on_stack) frame().drop_to(base);
    return complete(continuation, std::move(extra), std::move(made));
  }
  base[0] = made;
  Frame& caller = frame();
  const Step step = push_function(*init, base, count + 1, names, Continuation::construct, std::move(made));
  if (step != Step::raised && on_stack) caller.drop_to(base);
  // An __init__ that yields: nothing of it runs.
  if (step != Step::raised && thread.frame == &caller)
    return complete(Continuation::construct, std::move(thread.extra), std::move(thread.result));
  return step;
}

}  // namespace forkscope::vm
