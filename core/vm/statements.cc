// Instructions of statements that need more than the stack: raise, with, functions, classes, unpacking.
#include <fmt/format.h>

#include "core/vm/attributes.h"
#include "core/vm/native_names.h"
#include "core/vm/operations_parts.h"
#include "core/vm/runner.h"
#include "core/vm/set_order.h"
#include "core/vm/traceback.h"

namespace forkscope::vm {

// `again` is set where the exception's traceback must not grow by this frame.
Step Runner::raise_statement(std::uint32_t argument, bool& again) {
  if (argument == 0) {
    if (thread.handled.empty()) return raise("RuntimeError", "No active exception to reraise");
    thread.raised = thread.handled;
    again = true;
    return Step::raised;
  }
  // A class is called first, and the instruction done again with its instance.
  if (argument == 2 && is_exception_class(top()) && !is_exception_class(top(2)))
    return call_with(top(), {}, Continuation::redo);
  Value& exception = top(argument);
  if (is_exception_class(exception)) {
    if (argument == 2) {
      const Value cause = pop(), type = pop();
      return call_prelude("raise_from", {type, cause}, Continuation::discard);
    }
    return call_with(exception, {}, Continuation::redo);
  }
  if (!exception.is(Kind::exception)) return raise("TypeError", "exceptions must derive from BaseException");
  if (argument == 2) {
    const Value cause = pop();
    auto* raised = top().known<Exception>();
    if (!cause.is_none() && !cause.is(Kind::exception)) {
      return raise("TypeError", "exception causes must derive from BaseException");
    }
    raised->cause = cause.is_none() ? Value() : cause;
    raised->suppress_context = true;
  }
  raise_value(thread, pop());
  return Step::raised;
}

namespace {

bool all_exception_classes(const Value& classes) {
  if (const auto* tuple = classes.try_as<Tuple>()) {
    for (const Value& item : tuple->items) {
      if (!all_exception_classes(item)) return false;
    }
    return true;
  }
  return is_exception_class(classes);
}

bool matches(const Class& type, const Value& classes) {
  if (const auto* tuple = classes.try_as<Tuple>()) {
    for (const Value& item : tuple->items) {
      if (matches(type, item)) return true;
    }
    return false;
  }
  return is_subclass(type, *classes.known<Class>());
}

}  // namespace

Step Runner::match_exception(std::uint32_t argument) {
  Value classes = pop();
  if (argument != 0) {
    Value caught = pop();
    return call_prelude(argument == 1 ? "match_group" : "join_groups",
                        {std::move(caught), std::move(classes)});
  }
  if (!all_exception_classes(classes)) {
    return raise("TypeError", "catching classes that do not inherit from BaseException is not allowed");
  }
  push(Value::boolean(matches(*top().known<Exception>()->type(), classes)));
  return Step::next;
}

Step Runner::match_pattern() {
  Value values = pop(), description = pop(), subject = pop();
  return call_prelude("match_pattern", {std::move(subject), std::move(description), std::move(values)});
}

Step Runner::with_enter() {
  static const Value enter_name = intern("__enter__"), exit_name = intern("__exit__");
  const Value manager = top();
  Class* type = vm.class_of(manager);
  const Value* enter = find_in_class(*type, enter_name);
  const Value* exit = find_in_class(*type, exit_name);
  if (enter == nullptr || exit == nullptr) {
    return raise("TypeError",
                 fmt::format("'{}' object does not support the context manager protocol{}",
                             type_name(manager), enter == nullptr ? "" : " (missed __exit__ method)"));
  }
  Value entering = bind(vm, *enter, manager, type);
  top() = bind(vm, *exit, manager, type);
  push(std::move(entering));
  return call(&top(), 0, nullptr);
}

// An exit-callable, after a body that came to its end.
Step Runner::call_without_exception(Value exit) {
  // Filled again in place: this is done at every turn of a queue.
  thread.storage.assign(4, Value::none());
  thread.storage[0] = std::move(exit);
  return call_stored(3, nullptr);
}

// The exception stays; the result of the exit-callable comes above it.
Step Runner::with_exit(std::uint32_t depth_of_exit) {
  const Value exception = top();
  const Value exit = top(depth_of_exit + 1);
  const Value type = Value::share(exception.known<Exception>()->type());
  return call_with(exit, {type, exception, traceback_of(vm, *exception.known<Exception>())});
}

namespace {

// The code's own text as a value, which all its functions share.
const Value& shared_text(Value& made, const std::string& text) {
  if (made.empty()) made = intern(text);
  return made;
}

}  // namespace

Step Runner::make_function(std::uint32_t argument) {
  const Value code = pop();
  auto* function = new Function();
  const Value made = Value::adopt(function);
  function->code = code;
  auto& compiled = *code.known<Code>();
  if ((argument & 8) != 0) function->closure = pop();
  Value annotations;
  if ((argument & 4) != 0) annotations = pop();
  if ((argument & 2) != 0) {
    function->keyword_defaults = pop();
    function->keyword_defaults.object()->flags |= kIsSettled;
  }
  if ((argument & 1) != 0) function->defaults = pop();
  if (!annotations.empty()) {
    function->attributes = std::make_unique<Table>();
    function->attributes->set("__annotations__", std::move(annotations));
  }
  function->module = Value::share(frame().module);
  function->name = shared_text(compiled.function_name, compiled.name);
  function->qualified_name = shared_text(compiled.function_qualified_name, compiled.qualified_name);
  function->doc = compiled.doc;
  prepare_code(compiled);
  push(made);
  return Step::next;
}

namespace {

// The items of a list or tuple, without copying them.
const std::vector<Value>* items_of(const Value& sequence) {
  if (const auto* tuple = sequence.try_as<Tuple>()) return &tuple->items;
  const auto* list = sequence.try_as<List>();
  return list == nullptr ? nullptr : &list->items;
}

}  // namespace

Step Runner::unpack(std::uint32_t count) {
  const Value sequence = top();
  std::vector<Value> collected;
  const std::vector<Value>* items = items_of(sequence);
  if (items == nullptr) {
    const Outcome outcome = collect(thread, sequence, collected);
    if (outcome == Outcome::raised) {
      if (!raised_is(thread, "TypeError") || find_special(vm, sequence, "__iter__") != nullptr)
        return Step::raised;
      thread.raised = Value();
      return raise("TypeError", fmt::format("cannot unpack non-iterable {} object", type_name(sequence)));
    }
    if (outcome == Outcome::needs_python) {
      const Value* iterable = find_special(vm, sequence, "__iter__");
      if (iterable == nullptr && !sequence.is(Kind::generator) &&
          find_special(vm, sequence, "__getitem__") == nullptr) {
        return raise("TypeError", fmt::format("cannot unpack non-iterable {} object", type_name(sequence)));
      }
      return call_prelude("collect", {sequence}, Continuation::redo);
    }
    items = &collected;
  }
  if (items->size() > count) {
    return raise("ValueError", fmt::format("too many values to unpack (expected {})", count));
  }
  if (items->size() < count) {
    return raise("ValueError",
                 fmt::format("not enough values to unpack (expected {}, got {})", count, items->size()));
  }
  pop();
  for (std::size_t i = count; i > 0; --i) push((*items)[i - 1]);
  return Step::next;
}

Step Runner::unpack_star(std::uint32_t before, std::uint32_t after) {
  const Value sequence = top();
  std::vector<Value> items;
  const Outcome outcome = collect(thread, sequence, items);
  if (outcome == Outcome::raised) {
    if (!raised_is(thread, "TypeError") || find_special(vm, sequence, "__iter__") != nullptr)
      return Step::raised;
    thread.raised = Value();
    return raise("TypeError", fmt::format("cannot unpack non-iterable {} object", type_name(sequence)));
  }
  if (outcome == Outcome::needs_python) return call_prelude("collect", {sequence}, Continuation::redo);
  if (items.size() < before + after) {
    return raise("ValueError", fmt::format("not enough values to unpack (expected at least {}, got {})",
                                           before + after, items.size()));
  }
  pop();
  const std::size_t middle_end = items.size() - after;
  for (std::size_t i = items.size(); i > middle_end; --i) push(items[i - 1]);
  push(make_list({items.begin() + before, items.begin() + static_cast<std::ptrdiff_t>(middle_end)}));
  for (std::size_t i = before; i > 0; --i) push(items[i - 1]);
  return Step::next;
}

namespace {

// As CPython names a function in messages about its arguments.
std::string function_text(const Value& callee) {
  const auto* method = callee.try_as<BoundMethod>();
  const Value& function = method == nullptr ? callee : method->function;
  if (const auto* python = function.try_as<Function>()) {
    const Value* module = python->module.known<Module>()->globals().find("__name__");
    const std::string prefix =
        module != nullptr && module->is(Kind::string) ? module->known<String>()->text + "." : "";
    return prefix + python->qualified_name.known<String>()->text + "()";
  }
  if (const auto* native = function.try_as<NativeFunction>()) return native_qualified_name(*native) + "()";
  if (const auto* type = function.try_as<Class>())
    return (type->module == "builtins" ? "" : type->module + ".") + type->name + "()";
  return type_name(function) + " object";
}

}  // namespace

// `*5` alone among the arguments of a call: then the message names what is called.
std::string Runner::not_iterable(const Value& iterable, std::uint32_t depth_of_target) {
  const Frame& at = frame();
  const auto end = at.code->instructions.data() + at.code->instructions.size();
  const bool is_only =
      top(depth_of_target + 1).known<List>()->items.empty() && at.next + 1 < end &&
      at.next->op() == Opcode::list_to_tuple &&
      ((at.next + 1)->op() == Opcode::call_spread || (at.next + 1)->op() == Opcode::build_dict);
  if (!is_only) return fmt::format("Value after * must be an iterable, not {}", type_name(iterable));
  return fmt::format("{} argument after * must be an iterable, not {}",
                     function_text(top(depth_of_target + 2)), type_name(iterable));
}

Step Runner::extend(std::uint32_t depth_of_target, bool into_list) {
  const Value iterable = top();
  if (!into_list && is_set(iterable) && !has_python_keys(vm, iterable) &&
      !has_python_keys(vm, top(depth_of_target + 1))) {
    pop();
    add_items(*top(depth_of_target).known<Set>(), *iterable.known<Set>());
    return Step::next;
  }
  std::vector<Value> items;
  const Outcome outcome = collect(thread, iterable, items);
  if (outcome == Outcome::raised) {
    if (!raised_is(thread, "TypeError") || !into_list) return Step::raised;
    thread.raised = Value();
    return raise("TypeError", not_iterable(iterable, depth_of_target));
  }
  if (outcome == Outcome::needs_python) {
    if (find_special(vm, iterable, "__iter__") == nullptr && !iterable.is(Kind::generator) &&
        find_special(vm, iterable, "__getitem__") == nullptr) {
      return raise("TypeError",
                   fmt::format("Value after * must be an iterable, not {}", type_name(iterable)));
    }
    return call_prelude("collect", {iterable}, Continuation::redo);
  }
  pop();
  const Value& target = top(depth_of_target);
  if (into_list) {
    auto& list = target.known<List>()->items;
    list.insert(list.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    return Step::next;
  }
  if (iterable.is(Kind::dict)) expect_items(*target.known<Set>(), items.size());
  for (Value& item : items) {
    std::uint64_t hash = 0;
    const Outcome hashed = hash_for(thread, target.known<Set>()->table, item, hash);
    if (hashed == Outcome::needs_python)
      return call_prelude("set_update", {target, make_list(items)}, Continuation::discard);
    if (hashed != Outcome::ok) return Step::raised;
    target.known<Set>()->table.set(item, hash, Value());
  }
  return Step::next;
}

Step Runner::build_table(const char* prelude_function, std::uint32_t values) {
  if (!thread.raised.empty()) return Step::raised;
  std::vector<Value> items(values);
  for (std::uint32_t at = values; at-- > 0;) items[at] = pop();
  std::vector<Value> arguments{make_list(std::move(items))};
  if (std::string_view(prelude_function) == "make_set") arguments.push_back(Value::boolean(false));
  return call_prelude(prelude_function, std::move(arguments));
}

Step Runner::store_key(const char* prelude_function, std::uint32_t values, std::uint32_t depth_of_target) {
  if (!thread.raised.empty()) return Step::raised;
  std::vector<Value> arguments(values + 1);
  for (std::uint32_t at = values; at > 0; --at) arguments[at] = pop();
  arguments[0] = top(depth_of_target);
  return call_prelude(prelude_function, std::move(arguments), Continuation::discard);
}

Step Runner::merge_dict(std::uint32_t depth_of_target, bool for_call) {
  const Value source = top();
  const auto* mapping = source.try_as<Dict>();
  if (mapping == nullptr) {
    if (find_special(vm, source, "keys") == nullptr) {
      return for_call
                 ? raise("TypeError", fmt::format("{} argument after ** must be a mapping, not {}",
                                                  function_text(top(depth_of_target + 3)), type_name(source)))
                 : raise("TypeError", fmt::format("'{}' object is not a mapping", type_name(source)));
    }
    return call_prelude("dict_from", {make_dict(), source}, Continuation::redo);
  }
  pop();
  refresh_names(vm, source);
  const Value& merged = top(depth_of_target);
  if (!for_call && (has_python_keys(vm, source) || has_python_keys(vm, merged)))
    return call_prelude("dict_from", {merged, source}, Continuation::discard);
  Table& target = merged.known<Dict>()->table;
  for (const Table::Entry& entry : mapping->table.entries()) {
    if (entry.key.empty()) continue;
    if (for_call && !entry.key.is(Kind::string)) return raise("TypeError", "keywords must be strings");
    if (for_call && target.find(entry.key, entry.hash) != nullptr) {
      return raise("TypeError",
                   fmt::format("{} got multiple values for keyword argument '{}'",
                               function_text(top(depth_of_target + 2)), entry.key.known<String>()->text));
    }
    target.set(entry.key, entry.hash, entry.value);
  }
  return Step::next;
}

}  // namespace forkscope::vm
