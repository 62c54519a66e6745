#include "core/vm/modules/collections_module.h"

#include <array>

#include "core/vm/exceptions.h"
#include "core/vm/extended.h"
#include "core/vm/modules/deque.h"
#include "core/vm/native.h"
#include "core/vm/operations.h"
#include "core/vm/vm.h"

namespace forkscope::vm::modules {
namespace {

// The dict itself; its contents are for the __init__ written in Python, which gets the same arguments.
NativeResult construct_dict(NativeCall& call) {
  Value made = make_dict();
  made.known<Dict>()->subclass = call.positional[0].as<Class>();
  return call.returns(std::move(made));
}

NativeResult set_factory(NativeCall& call) {
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::dict))
    return raise(call, "TypeError", "a defaultdict is wanted");
  call.positional[0].known<Dict>()->default_factory =
      call.positional[1].is_none() ? Value() : call.positional[1];
  return call.returns_none();
}

// What namedtuple() gives; a class derived from that is like every other class that extends tuple.
bool is_named_itself(const Class& type) {
  return type.bases.size() == 1 && type.bases[0].known<Class>()->name == "_NamedTuple";
}

NativeResult make_named(NativeCall& call) {
  if (call.positional.size() != 2 || !call.positional[0].is(Kind::class_object))
    return raise(call, "TypeError", "a class and its values are wanted");
  std::vector<Value> items;
  if (collect(call.thread, call.positional[1], items) != Outcome::ok) return NativeResult::raised;
  Value made = make_tuple(std::move(items));
  if (!is_named_itself(*call.positional[0].known<Class>()))
    return call.returns(extend(made, call.positional[0]));
  made.known<Tuple>()->named_class = call.positional[0].known<Class>();
  return call.returns(std::move(made));
}

constexpr std::array kFunctions = {NativeDefinition{"set_factory", set_factory},
                                   NativeDefinition{"make_named", make_named}};

void build(Vm& vm, Module& module) {
  install_deque(vm, module);
  define_functions(module, kFunctions);
  Class* dict = vm.define_class(&module, "DictBase", vm.class_of_kind(Kind::dict));
  dict->construct = construct_dict;
}

}  // namespace

void register_collections_module() {
  register_native_module("_collections", build);
}

}  // namespace forkscope::vm::modules
