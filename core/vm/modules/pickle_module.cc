// Module `_pickle`: dumps() and loads() without Python code where the objects allow it. Otherwise both hand
// over to the drivers in library/pickle.py, which run what must run in Python and resume the walk.
#include "core/vm/builtins_parts.h"
#include "core/vm/modules/asking.h"
#include "core/vm/modules/item_buffer.h"
#include "core/vm/modules/library_modules.h"
#include "core/vm/operations.h"
#include "core/vm/pickle.h"
#include "core/vm/pickle_numbers.h"
#include "core/vm/thread.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

// As pickle.DEFAULT_PROTOCOL.
int default_protocol(const Vm& vm) {
  return vm.personality.minor_version() >= 14 ? 5 : 4;
}

struct Walk final : Native<Walk> {
  using Native::Native;
  Walk(Value its_class, PickleWriter walk) : Native(std::move(its_class)), writer(std::move(walk)) {}
  void visit(StateVisitor& state) override { writer.visit(state); }
  PickleWriter writer;
};

struct Rebuild final : Native<Rebuild> {
  using Native::Native;
  Rebuild(Value its_class, PickleReader walk) : Native(std::move(its_class)), reader(std::move(walk)) {}
  void visit(StateVisitor& state) override { reader.visit(state); }
  PickleReader reader;
};

NativeResult driver(NativeCall& call, std::string_view name, std::vector<Value> arguments) {
  call.callee = find_named(call.vm, "pickle", name);
  if (call.callee.empty()) return raise(call, "RuntimeError", "module pickle is not loaded");
  call.callee_arguments = std::move(arguments);
  return NativeResult::call;
}

Value walk_class(Vm& vm) {
  return class_in(loaded_module(vm, "_pickle"), "Walk");
}

// dumps(object [, ItemBuffer or None [, protocol [, ask, whether about everything]]])
NativeResult dumps(NativeCall& call) {
  if (call.positional.empty())
    return raise(call, "TypeError", "dumps() missing required argument 'obj' (pos 1)");
  std::int64_t protocol = default_protocol(call.vm);
  if (call.positional.size() > 2 && read_int(call, call.positional[2], protocol)) return NativeResult::raised;
  const Value buffer = call.positional.size() > 1 ? call.positional[1] : Value::none();
  const std::int64_t began = trace_time(call.thread);
  const bool asks = call.positional.size() > 4;
  if (std::string number = protocol == 4 && !asks ? pickled_number(call.positional[0]) : std::string();
      !number.empty()) {
    note_pickled(call.thread, buffer, number.size(), began);
    return call.returns(make_bytes(std::move(number)));
  }
  PickleWriter writer(call.thread, static_cast<int>(protocol));
  using Asks = PickleWriter::Asks;
  if (asks) writer.ask_about(call.positional[4].is_true() ? Asks::everything : Asks::unknown);
  switch (writer.write(call.positional[0])) {
    case PickleState::raised:
      return NativeResult::raised;
    case PickleState::needs_python: {
      Value pending = writer.pending_object();
      Value walk = Value::adopt(new Walk(walk_class(call.vm), std::move(writer)));
      std::vector<Value> arguments{std::move(walk), std::move(pending), buffer};
      if (asks) arguments.push_back(call.positional[3]);
      return driver(call, "_write_with_python", std::move(arguments));
    }
    case PickleState::finished:
      break;
  }
  std::string bytes = writer.take_bytes();
  note_pickled(call.thread, buffer, bytes.size(), began);
  return call.returns(make_bytes(std::move(bytes)));
}

// protocol(walk): the one it writes
NativeResult protocol(NativeCall& call) {
  auto* walk =
      call.positional.empty() ? nullptr : read_native<Walk>(call, call.positional[0], "a pickle walk");
  if (walk == nullptr) return NativeResult::raised;
  return call.returns(Value::small_int(walk->writer.protocol()));
}

// is_asking(walk): whether the pickler is asked about the next object, before it is written
NativeResult is_asking(NativeCall& call) {
  auto* walk =
      call.positional.empty() ? nullptr : read_native<Walk>(call, call.positional[0], "a pickle walk");
  if (walk == nullptr) return NativeResult::raised;
  return call.returns(Value::boolean(walk->writer.is_asking()));
}

// resume_write(walk, reduced, ItemBuffer or None) -> (True, bytes) or (False, the next object)
NativeResult resume_write(NativeCall& call) {
  if (call.positional.size() != 3) return raise(call, "TypeError", "resume_write() takes 3 arguments");
  auto* walk = read_native<Walk>(call, call.positional[0], "a pickle walk");
  if (walk == nullptr) return NativeResult::raised;
  switch (walk->writer.resume(call.thread, call.positional[1])) {
    case PickleState::raised:
      return NativeResult::raised;
    case PickleState::needs_python:
      return call.returns(make_tuple({Value::boolean(false), walk->writer.pending_object()}));
    case PickleState::finished:
      break;
  }
  std::string bytes = walk->writer.take_bytes();
  note_pickled(call.thread, call.positional[2], bytes.size(), 0);
  return call.returns(make_tuple({Value::boolean(true), make_bytes(std::move(bytes))}));
}

// What a read object is answered as: itself, and with `counted` also how many bytes it took.
Value read_result(PickleReader& reader, bool counted) {
  Value value = reader.take_value();
  if (!counted) return value;
  return make_tuple({std::move(value), Value::small_int(static_cast<std::int64_t>(reader.position()))});
}

// loads(bytes [, encoding of Python 2's strings [, counted [, find_class or None, persistent_load or None]]])
NativeResult loads(NativeCall& call) {
  if (call.positional.empty() || !take_bytes(call.positional[0])) {
    const std::string given = call.positional.empty() ? "NoneType" : type_name(call.positional[0]);
    return raise(call, "TypeError", "a bytes-like object is required, not '" + given + "'");
  }
  if (Value number = unpickled_number(call.positional[0].known<Bytes>()->data);
      !number.empty() && call.positional.size() < 3) {
    return call.returns(std::move(number));
  }
  const auto* encoding = call.positional.size() > 1 ? call.positional[1].try_as<String>() : nullptr;
  const bool counted = call.positional.size() > 2 && call.positional[2].is_true();
  const std::int64_t began = trace_time(call.thread);
  const std::size_t size = call.positional[0].known<Bytes>()->data.size();
  PickleReader reader(call.thread, call.positional[0], encoding == nullptr ? "ASCII" : encoding->text);
  const auto given = [&call](std::size_t place) {
    const bool is_given = call.positional.size() > place && !call.positional[place].is_none();
    return is_given ? call.positional[place] : Value();
  };
  reader.ask(given(3), given(4));
  switch (reader.read()) {
    case PickleState::raised:
      return NativeResult::raised;
    case PickleState::finished:
      note_unpickled(call.thread, size, began);
      return call.returns(read_result(reader, counted));
    case PickleState::needs_python:
      break;
  }
  Value callable = reader.pending_callable();
  Value arguments = make_tuple(reader.pending_arguments());
  Value rebuild = Value::adopt(new Rebuild(walk_class(call.vm), std::move(reader)));
  return driver(call, "_read_with_python",
                {std::move(rebuild), std::move(callable), std::move(arguments), Value::boolean(counted)});
}

// resume_read(rebuild, result, counted) -> (value,) or (callable, arguments)
NativeResult resume_read(NativeCall& call) {
  if (call.positional.size() != 3) return raise(call, "TypeError", "resume_read() takes 3 arguments");
  auto* rebuild = read_native<Rebuild>(call, call.positional[0], "a pickle walk");
  if (rebuild == nullptr) return NativeResult::raised;
  switch (rebuild->reader.resume(call.thread, call.positional[1])) {
    case PickleState::raised:
      return NativeResult::raised;
    case PickleState::finished:
      return call.returns(make_tuple({read_result(rebuild->reader, call.positional[2].is_true())}));
    case PickleState::needs_python:
      break;
  }
  return call.returns(
      make_tuple({rebuild->reader.pending_callable(), make_tuple(rebuild->reader.pending_arguments())}));
}

// defines(class, name): whether a class of the program or the library gives it this method
NativeResult defines(NativeCall& call) {
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::class_object) ||
      !call.positional[1].is(Kind::string)) {
    return raise(call, "TypeError", "defines() takes a class and a name");
  }
  return call.returns(Value::boolean(
      class_defines(*call.positional[0].known<Class>(), call.positional[1].known<String>()->text)));
}

// attributes(object) -> a dict of them; None if it has none
NativeResult attributes(NativeCall& call) {
  if (call.positional.size() != 1) return raise(call, "TypeError", "attributes() takes an object");
  const Value& object = call.positional[0];
  if (const auto* exception = object.try_as<Exception>()) return call.returns(exception_state(*exception));
  const auto* instance = object.try_as<Instance>();
  if (instance == nullptr || instance->attributes.size() == 0) return call.returns_none();
  return call.returns(dict_of_attributes(instance->attributes));
}

// arguments(exception): what it is made anew with
NativeResult arguments(NativeCall& call) {
  const auto* exception = call.positional.empty() ? nullptr : call.positional[0].try_as<Exception>();
  if (exception == nullptr) return raise(call, "TypeError", "arguments() takes an exception");
  return call.returns(exception_arguments(*exception));
}

// iterator_parts(object): the function that makes the iterator anew and its arguments; None for what is no
// iterator of a built-in kind.
NativeResult iterator_parts(NativeCall& call) {
  using Over = Iterator::Over;
  const auto* iterator = call.positional.empty() ? nullptr : call.positional[0].try_as<Iterator>();
  if (iterator == nullptr) return call.returns_none();
  const auto parts = [&call](const char* maker, std::vector<Value> given) {
    return make_tuple({*call.vm.builtins().globals().find(maker), make_tuple(std::move(given))});
  };
  if (iterator->source.empty()) return call.returns(parts("iter", {make_tuple({})}));
  if (iterator->over == Over::enumerate)
    return call.returns(parts("enumerate", {iterator->inner[0], make_int(iterator->position)}));
  if (iterator->over == Over::zip) return call.returns(parts("zip", iterator->inner));
  auto* copy = new Iterator(iterator->over, iterator->source);
  copy->position = iterator->position;
  copy->stop = iterator->stop;
  copy->left = iterator->left;
  copy->version = iterator->version;
  return in_prelude(call, "rest_of_iterator", {Value::adopt(copy)});
}

void build(Vm& vm, Module& module) {
  static constexpr NativeDefinition kFunctions[] = {
      {"dumps", dumps},         {"resume_write", resume_write},
      {"loads", loads},         {"resume_read", resume_read},
      {"defines", defines},     {"attributes", attributes},
      {"protocol", protocol},   {"is_asking", is_asking},
      {"arguments", arguments}, {"iterator_parts", iterator_parts}};
  vm.define_class(&module, "Walk")->instance_kind = Kind::native_object;
  Class* error = vm.define_class(&module, "PickleError", vm.exception_class("Exception"));
  error->instance_kind = Kind::exception;
  for (const char* name : {"PicklingError", "UnpicklingError"}) {
    vm.define_class(&module, name, error)->instance_kind = Kind::exception;
  }
  define_functions(module, kFunctions);
}

}  // namespace

void register_pickle_module() {
  register_native_module("_pickle", build);
}

}  // namespace forkscope::vm::modules
