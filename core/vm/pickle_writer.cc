#include "core/vm/attributes.h"
#include "core/vm/class_building.h"
#include "core/vm/exceptions.h"
#include "core/vm/operations.h"
#include "core/vm/pickle.h"
#include "core/vm/pickle_opcodes.h"
#include "core/vm/text.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

using namespace pickle;

namespace {

// Of the stack of a walk through a small object.
constexpr std::size_t kUsualDepth = 16;

}  // namespace

PickleWriter::PickleWriter(PythonThread& thread, int protocol) : thread_(&thread), output_(protocol) {
  tasks_.reserve(kUsualDepth);
}

PickleState PickleWriter::write(const Value& value) {
  push(Step::save, value);
  return run();
}

PickleState PickleWriter::run() {
  while (!tasks_.empty()) {
    Task task = std::move(tasks_.back());
    tasks_.pop_back();
    const PickleState state = perform(task);
    if (state != PickleState::finished) return state;
  }
  return PickleState::finished;
}

PickleState PickleWriter::perform(Task& task) {
  switch (task.step) {
    case Step::save:
      return asks_ == Asks::nothing ? save(task.value) : save_asked(task);
    case Step::opcode:
      output_.put(task.opcode);
      break;
    case Step::memoize:
      memoize(task.value);
      break;
    case Step::tuple_end:
      end_tuple(task.value);
      break;
    case Step::frozen_set_end:
      end_frozen_set(task.value);
      break;
    case Step::list_items:
      continue_list(task);
      break;
    case Step::dict_items:
      continue_dict(task);
      break;
    case Step::set_items:
      continue_set(task);
      break;
    case Step::reduced:
      end_reduced(task.value);
      break;
  }
  return PickleState::finished;
}

PickleState PickleWriter::fail(std::string_view name, std::string message) {
  raise_pickle_error(*thread_, name, std::move(message));
  return PickleState::raised;
}

// Position 1: it has been asked about.
PickleState PickleWriter::save_asked(const Task& task) {
  if (task.position != 0 || (asks_ == Asks::unknown && knows(task.value))) return save(task.value);
  pending_ = task.value;
  is_asking_ = true;
  return PickleState::needs_python;
}

// False: the answer is how the object is made anew.
bool PickleWriter::take_answer(const Value& object, const Value& answer) {
  const auto* tuple = answer.try_as<Tuple>();
  const bool is_persistent = tuple != nullptr && tuple->items.size() == 1;
  if (answer.is_none()) {
    push(Step::save, object, 0, 1);
  } else if (is_persistent && output_.protocol() == 0) {
    output_.put(kPersistent + tuple->items[0].known<String>()->text + "\n");
  } else if (is_persistent) {
    kept_.push_back(tuple->items[0]);
    push(Step::opcode, {}, kPersistentOnStack);
    push(Step::save, tuple->items[0], 0, 1);
  } else {
    return put_known(object);
  }
  return true;
}

PickleState PickleWriter::save(const Value& value) {
  output_.next_value();
  if (value.is_none()) {
    output_.put(kNone);
  } else if (value.is_bool()) {
    output_.put_bool(value.is_true());
  } else if (value.is_small_int()) {
    output_.put_int(value.small());
  } else if (value.is_object() && (value.object()->flags & kExtended) != 0) {
    if (!put_known(value)) return save_object(value);
  } else if (value.is(Kind::big_int)) {
    output_.put_big_int(value.known<BigIntObject>()->value);
  } else if (value.is(Kind::float_number)) {
    output_.put_float(value.known<Float>()->value);
  } else if (!put_known(value)) {
    return save_object(value);
  }
  return PickleState::finished;
}

PickleState PickleWriter::save_object(const Value& value) {
  if (value.is_ellipsis()) return save_named(value, "builtins", "Ellipsis");
  if (value.is_not_implemented()) return save_named(value, "builtins", "NotImplemented");
  if (!shown_class_of(thread_->vm, value)->is_native) return save_instance(value);
  switch (value.object()->kind) {
    case Kind::string:
      return save_text(value);
    case Kind::bytes:
      return save_bytes(value);
    case Kind::tuple:
      save_tuple(value);
      break;
    case Kind::list:
      save_list(value);
      break;
    case Kind::dict:
      refresh_names(thread_->vm, value);
      save_dict(value);
      break;
    case Kind::set:
    case Kind::frozen_set:
      return save_set(value);
    case Kind::function: {
      const auto& function = *value.known<Function>();
      const Value* said = function.attributes ? function.attributes->find("__module__") : nullptr;
      const bool is_said = said != nullptr && said->is(Kind::string);
      return save_named(value, is_said ? said->known<String>()->text : function.module.known<Module>()->name,
                        function.qualified_name.known<String>()->text);
    }
    case Kind::native_function:
      if (!value.known<NativeFunction>()->owner.empty()) return save_native_method(value);
      return save_named(value, value.known<NativeFunction>()->module, value.known<NativeFunction>()->name);
    default:
      return save_instance(value);
  }
  return PickleState::finished;
}

PickleState PickleWriter::save_text(const Value& value) {
  if (!output_.put_text(value.known<String>()->text)) {
    raise_in(*thread_, "OverflowError",
             "serializing a string larger than 4 GiB requires pickle protocol 4 or higher");
    return PickleState::raised;
  }
  memoize(value);
  return PickleState::finished;
}

// Before protocol 3 there is no form for bytes: Python 2 makes them of a Latin 1 text.
PickleState PickleWriter::save_bytes(const Value& value) {
  const std::string& data = value.known<Bytes>()->data;
  if (output_.protocol() < 3) {
    const Value none = Value::none();
    if (data.empty())
      return save_reduced(value, {Value::share(thread_->vm.class_of_kind(Kind::bytes)), make_tuple({}), none,
                                  none, none, none});
    std::string text;
    for (const char byte : data) append_code_point(text, static_cast<unsigned char>(byte));
    return save_reduced(value, {find_named(thread_->vm, "pickle", "_encode"),
                                make_tuple({make_string(text), intern("latin1")}), none, none, none, none});
  }
  if (!output_.put_bytes(data)) {
    raise_in(*thread_, "OverflowError",
             "serializing a bytes object larger than 4 GiB requires pickle protocol 4 or higher");
    return PickleState::raised;
  }
  memoize(value);
  return PickleState::finished;
}

void PickleWriter::push(Step step, Value value, char opcode, std::size_t position) {
  tasks_.push_back(Task{step, opcode, position, std::move(value)});
}

bool PickleWriter::put_known(const Value& value) {
  const auto number = memo_.find(value.bits());
  if (!number) return false;
  output_.get_memo(*number);
  return true;
}

void PickleWriter::memoize(const Value& value) {
  if (knows(value)) return;
  output_.put_memo(static_cast<std::uint32_t>(memo_.objects().size()));
  memo_.add(value.bits());
  kept_.push_back(value);
}

}  // namespace forkscope::vm
