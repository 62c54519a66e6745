// How a PickleReader finds classes and functions by their names and makes instances.
#include <tuple>

#include "core/vm/exceptions.h"
#include "core/vm/finalizers.h"
#include "core/vm/operations.h"
#include "core/vm/pickle.h"
#include "core/vm/pickle_opcodes.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm {

using namespace pickle;

PickleState PickleReader::step_object(unsigned char opcode) {
  std::string_view module;
  std::string_view name;
  switch (static_cast<char>(opcode)) {
    case kGlobal:
      return line(module) && line(name) ? push_global(module, name) : PickleState::raised;
    case kStackGlobal:
      return stack_global();
    case kReduce:
      return reduce();
    case kInstance:
      return instance(false);
    case kObject:
      return instance(true);
    case kNewObject:
      return new_object(false);
    case kNewObjectKeywords:
      return new_object(true);
    case kBuild:
      return build();
    case kPersistent:
      return line(name) ? load_persistent(make_string(name)) : PickleState::raised;
    case kPersistentOnStack:
      return has(1) ? load_persistent(pop()) : PickleState::raised;
    case kNextBuffer:
      return fail("pickle stream refers to out-of-band data but no *buffers* argument was given");
    case kReadOnlyBuffer:
      if (!has(1)) return PickleState::raised;
      if (stack_.back().is(Kind::bytes)) return PickleState::finished;
      raise_in(*thread_, "TypeError",
               "memoryview: a bytes-like object is required, not '" + type_name(stack_.back()) + "'");
      return PickleState::raised;
    case kExtension1:
    case kExtension2:
    case kExtension4:
      return unknown_extension(opcode);
    default:
      break;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string key = opcode >= 0x20 && opcode < 0x7f && opcode != '\'' && opcode != '\\'
                        ? std::string(1, static_cast<char>(opcode))
                        : std::string("\\x") + kHex[opcode >> 4] + kHex[opcode & 15];
  return fail("invalid load key, '" + key + "'.");
}

PickleState PickleReader::load_persistent(Value id) {
  if (persistent_load_.empty())
    return fail(
        "A load persistent id instruction was encountered,\nbut no persistent_load function was "
        "specified.");
  return call(persistent_load_, {std::move(id)}, true);
}

PickleState PickleReader::push_global(std::string_view module, std::string_view name) {
  if (!find_class_.empty()) return call(find_class_, {make_string(module), make_string(name)}, true);
  if (protocol_ < 3) std::tie(module, name) = new_global_name(module, name);
  Value found = find_named(thread_->vm, module, name);
  if (found.empty()) return call_helper("_find_class", {make_string(module), make_string(name)}, true);
  stack_.push_back(std::move(found));
  return PickleState::finished;
}

PickleState PickleReader::stack_global() {
  if (!has(2)) return PickleState::raised;
  const Value name = pop();
  const Value module = pop();
  if (!name.is(Kind::string) || !module.is(Kind::string)) return fail("STACK_GLOBAL requires str");
  return push_global(module.known<String>()->text, name.known<String>()->text);
}

PickleState PickleReader::reduce() {
  if (!has(2)) return PickleState::raised;
  const Value arguments = pop();
  Value callable = pop();
  if (!arguments.is(Kind::tuple)) {
    raise_in(*thread_, "TypeError", "argument list must be a tuple");
    return PickleState::raised;
  }
  return call(std::move(callable), arguments.known<Tuple>()->items, true);
}

// Python 2's instances: a class, and what it is called with.
PickleState PickleReader::instance(bool class_on_stack) {
  std::string_view module;
  std::string_view name;
  std::vector<Value> items;
  if (!class_on_stack && (!line(module) || !line(name))) return PickleState::raised;
  if (items_since_mark(items) == PickleState::raised) return PickleState::raised;
  if (!class_on_stack) {
    if (protocol_ < 3) std::tie(module, name) = new_global_name(module, name);
    Value helper_arguments = make_tuple(std::move(items));
    return call_helper("_instance", {make_string(module), make_string(name), helper_arguments}, true);
  }
  if (items.empty()) return fail("unpickling stack underflow");
  Value type = std::move(items.front());
  items.erase(items.begin());
  return call(std::move(type), std::move(items), true);
}

// No program here registers any.
PickleState PickleReader::unknown_extension(unsigned char opcode) {
  std::uint64_t code = 0;
  const int bytes = static_cast<char>(opcode) == kExtension1   ? 1
                    : static_cast<char>(opcode) == kExtension2 ? 2
                                                               : 4;
  if (!number(bytes, code)) return PickleState::raised;
  if (static_cast<std::int32_t>(code) <= 0) return fail("EXT specifies code <= 0");
  raise_in(*thread_, "ValueError", "unregistered extension code " + std::to_string(code));
  return PickleState::raised;
}

PickleState PickleReader::new_object(bool with_keywords) {
  if (!has(with_keywords ? 3 : 2)) return PickleState::raised;
  const std::string opcode = with_keywords ? "NEWOBJ_EX" : "NEWOBJ";
  const Value keywords = with_keywords ? pop() : Value();
  const Value arguments = pop();
  const Value type = pop();
  if (!type.is(Kind::class_object))
    return fail(opcode + " class argument must be a type, not " + type_name(type));
  if (!arguments.is(Kind::tuple))
    return fail(opcode + " args argument must be a tuple, not " + type_name(arguments));
  const Class& made = *type.known<Class>();
  const bool plain =
      made.instance_kind == Kind::instance && !made.is_native && !class_defines(made, "__new__");
  if (plain && arguments.known<Tuple>()->items.empty() && !with_keywords) {
    stack_.push_back(make_instance(type));
    return PickleState::finished;
  }
  return call_helper("_new_object", {type, arguments, with_keywords ? keywords : make_dict()}, true);
}

PickleState PickleReader::build() {
  if (!has(2)) return PickleState::raised;
  const Value state = pop();
  const Value& object = stack_.back();
  const Class& type = *thread_->vm.class_of(object);
  Table* attributes = object.is(Kind::instance)    ? &object.known<Instance>()->attributes
                      : object.is(Kind::exception) ? &object.known<Exception>()->attributes
                                                   : nullptr;
  if (attributes == nullptr || class_defines(type, "__setstate__") || !state.is(Kind::dict)) {
    return call_helper("_set_state", {object, state}, false);
  }
  for (const Table::Entry& entry : state.known<Dict>()->table.entries()) {
    if (entry.key.empty()) continue;
    if (!entry.key.is(Kind::string)) return fail("state is not a dictionary of names");
    // interned, so that attribute look-ups compare pointers first
    attributes->set(intern(entry.key.known<String>()->text), entry.hash, entry.value);
  }
  return PickleState::finished;
}

}  // namespace forkscope::vm
