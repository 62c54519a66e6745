// How a PickleWriter writes what has a name (classes, functions) and what says itself how it is made anew
// (instances).
#include <utility>

#include "core/vm/attributes.h"
#include "core/vm/buffer.h"
#include "core/vm/exceptions.h"
#include "core/vm/operations.h"
#include "core/vm/pickle.h"
#include "core/vm/pickle_opcodes.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {
namespace {

using namespace pickle;

std::string repr_text(PythonThread& thread, const Value& value) {
  std::string text;
  if (repr(thread, value, text) == Outcome::ok) return text;
  thread.raised = Value();
  return "<" + type_name(value) + " object>";
}

std::string_view name_of(const Value& callable) {
  const auto* function = callable.try_as<Function>();
  return function != nullptr ? std::string_view(function->name.known<String>()->text) : std::string_view();
}

// Objects of the VM's own that no Python code can make anew: locks, generators, modules ... Of the native
// classes, object alone has no base.
bool is_closed(const Value& value, const Class& type) {
  return type.is_native && type.module != "collections" && !value.is(Kind::bound_method) &&
         !value.is(Kind::exception) && !value.is(Kind::iterator) && !type.bases.empty() &&
         find_in_class(type, intern("__reduce_ex__")) == nullptr;
}

// Whether Python code has to say how `value` is pickled.
bool is_hooked(Vm& vm, const Value& value, const Class& type) {
  static constexpr const char* kHooks[] = {"__reduce_ex__",  "__reduce__",        "__getstate__",
                                           "__getnewargs__", "__getnewargs_ex__", "__slots__"};
  for (const char* hook : kHooks) {
    if (class_defines(type, hook)) return true;
  }
  if (!value.is(Kind::instance) && !value.is(Kind::exception)) return true;
  const Value table = find_named(vm, "copyreg", "dispatch_table");
  return table.is(Kind::dict) && table.known<Dict>()->table.size() != 0;
}

}  // namespace

// str.upper: as what getattr() finds in the class.
PickleState PickleWriter::save_native_method(const Value& value) {
  const auto& function = *value.known<NativeFunction>();
  const Value owner = find_named(thread_->vm, function.module, function.owner);
  if (owner.empty()) return save_named(value, function.module, function.owner + "." + function.name);
  const Value none = Value::none();
  return save_reduced(value, {find_named(thread_->vm, "builtins", "getattr"),
                              make_tuple({owner, intern(function.name)}), none, none, none, none});
}

PickleState PickleWriter::save_named(const Value& value, std::string_view module, std::string_view name) {
  if (name.find("<locals>") != std::string_view::npos) {
    raise_in(*thread_, "AttributeError", "Can't pickle local object '" + std::string(name) + "'");
    return PickleState::raised;
  }
  const Value found = find_named(thread_->vm, module, name);
  if (!found.same(value)) {
    const std::string place = std::string(module) + "." + std::string(name);
    return fail("PicklingError", "Can't pickle " + repr_text(*thread_, value) +
                                     (found.empty() ? ": attribute lookup " + std::string(name) + " on " +
                                                          std::string(module) + " failed"
                                                    : ": it's not the same object as " + place));
  }
  push(Step::memoize, value);
  const std::size_t dot = name.rfind('.');
  if (output_.protocol() >= 4) {
    push(Step::opcode, {}, kStackGlobal);
    push(Step::save, intern(name));
    push(Step::save, intern(module));
  } else if (dot != std::string_view::npos) {
    const Value pair =
        make_tuple({find_named(thread_->vm, module, name.substr(0, dot)), intern(name.substr(dot + 1))});
    kept_.push_back(pair);
    push(Step::opcode, {}, kReduce);
    push(Step::save, pair);
    push(Step::save, find_named(thread_->vm, "builtins", "getattr"));
  } else if (output_.protocol() == 3) {
    output_.put_global(module, name);
  } else {
    const auto [old_module, old_name] = old_global_name(thread_->vm, module, name);
    output_.put_global(old_module, old_name);
  }
  return PickleState::finished;
}

PickleState PickleWriter::save_instance(const Value& value) {
  Vm& vm = thread_->vm;
  const Value none = Value::none();
  const Class& type = *vm.class_of(value);
  if (const auto* named = value.try_as<Class>()) {
    for (const Value& single : {none, Value::ellipsis(), Value::not_implemented()}) {
      if (named == vm.class_of(single))
        return save_reduced(value,
                            {Value::share(vm.classes().type), make_tuple({single}), none, none, none, none});
    }
    return save_named(value, named->module.empty() ? "builtins" : named->module,
                      named->qualified_name.empty() ? named->name : named->qualified_name);
  }
  if (const auto* range = value.try_as<Range>()) {
    return save_reduced(
        value, {Value::share(vm.class_of(value)), make_tuple({range->start, range->stop, range->step}), none,
                none, none, none});
  }
  if (const auto* slice = value.try_as<Slice>()) {
    return save_reduced(
        value, {Value::share(vm.class_of(value)), make_tuple({slice->start, slice->stop, slice->step}), none,
                none, none, none});
  }
  if (const auto* number = value.try_as<Complex>()) {
    return save_reduced(value, {Value::share(vm.class_of(value)),
                                make_tuple({make_float(number->real), make_float(number->imaginary)}), none,
                                none, none, none});
  }
  if (const Buffer* buffer = as_buffer(value); buffer != nullptr && buffer->is_view()) {
    raise_in(*thread_, "TypeError", "cannot pickle " + type.name + " objects");
    return PickleState::raised;
  }
  if (is_closed(value, type)) {
    const std::string module = type.module.empty() || type.module == "builtins" ? "" : type.module + ".";
    raise_in(*thread_, "TypeError", "cannot pickle '" + module + type.name + "' object");
    return PickleState::raised;
  }
  // Before protocol 2 no instance is made without a call.
  if (is_hooked(vm, value, type) || (value.is(Kind::instance) && output_.protocol() < 2)) {
    pending_ = value;
    return PickleState::needs_python;
  }
  if (const auto* exception = value.try_as<Exception>()) {
    return save_reduced(value, {exception->class_value, exception_arguments(*exception),
                                exception_state(*exception), none, none, none});
  }
  const Table& attributes = *own_attributes(value);
  const Value state = attributes.size() == 0 ? none : dict_of_attributes(attributes);
  return save_reduced(value, {none, make_tuple({}), state, none, none, none});
}

PickleState PickleWriter::resume(PythonThread& thread, const Value& reduced) {
  thread_ = &thread;
  const Value object = std::exchange(pending_, Value());
  if (std::exchange(is_asking_, false) && take_answer(object, reduced)) return run();
  if (reduced.is(Kind::string)) {
    const Value* module = nullptr;
    if (object.is(Kind::instance)) module = object.known<Instance>()->attributes.find("__module__");
    const std::string& place = module != nullptr && module->is(Kind::string)
                                   ? module->known<String>()->text
                                   : thread.vm.class_of(object)->module;
    if (save_named(object, place, reduced.known<String>()->text) == PickleState::raised)
      return PickleState::raised;
    return run();
  }
  const auto* parts = reduced.try_as<Tuple>();
  if (parts == nullptr || parts->items.size() != 6 || !parts->items[1].is(Kind::tuple)) {
    return fail("PicklingError", "__reduce__ must return a string or tuple");
  }
  const std::vector<Value>& items = parts->items;
  if (save_reduced(object, {items[0], items[1], items[2], items[3], items[4], items[5]}) ==
      PickleState::raised)
    return PickleState::raised;
  return run();
}

PickleState PickleWriter::save_reduced(const Value& object, Reduced reduced) {
  for (const Value& part : {reduced.callable, reduced.arguments, reduced.state, reduced.list_items,
                            reduced.dict_pairs, reduced.state_setter})
    kept_.push_back(part);
  if (!reduced.state.is_none() && reduced.state_setter.is_none()) {
    push(Step::opcode, {}, kBuild);
    push(Step::save, reduced.state);
  } else if (!reduced.state.is_none()) {
    push(Step::opcode, {}, kPop);
    push(Step::opcode, {}, kReduce);
    push(Step::opcode, {}, kTuple2);
    push(Step::save, reduced.state);
    push(Step::save, object);
    push(Step::save, reduced.state_setter);
  }
  if (reduced.dict_pairs.is(Kind::dict)) push(Step::dict_items, reduced.dict_pairs, kSetItem);
  if (reduced.list_items.is(Kind::list)) push(Step::list_items, reduced.list_items, kAppend);
  push(Step::reduced, object);
  if (save_new_object(object, reduced)) return PickleState::finished;
  push(Step::opcode, {}, kReduce);
  push(Step::save, reduced.arguments);
  push(Step::save, reduced.callable);
  return PickleState::finished;
}

// What is made by a class's __new__ alone has opcodes of its own: copyreg.__newobj__ stands for them.
bool PickleWriter::save_new_object(const Value& object, const Reduced& reduced) {
  const std::vector<Value>& arguments = reduced.arguments.known<Tuple>()->items;
  if (reduced.callable.is_none()) {
    push(Step::opcode, {}, kNewObject);
    push(Step::save, reduced.arguments);
    push(Step::save, Value::share(thread_->vm.class_of(object)));
    return true;
  }
  const std::string_view name = name_of(reduced.callable);
  if (name == "__newobj__" && output_.protocol() >= 2 && !arguments.empty()) {
    const Value rest = make_tuple({arguments.begin() + 1, arguments.end()});
    kept_.push_back(rest);
    push(Step::opcode, {}, kNewObject);
    push(Step::save, rest);
    push(Step::save, arguments.front());
    return true;
  }
  if (name == "__newobj_ex__" && output_.protocol() >= 4 && arguments.size() == 3) {
    push(Step::opcode, {}, kNewObjectKeywords);
    for (std::size_t i = 3; i > 0; --i) push(Step::save, arguments[i - 1]);
    return true;
  }
  return false;
}

void PickleWriter::end_reduced(const Value& value) {
  if (!knows(value)) {
    memoize(value);
    return;
  }
  // the arguments referred to the object itself: it is there already
  output_.put(kPop);
  put_known(value);
}

}  // namespace forkscope::vm
