#include "core/vm/modules/thread_locals.h"

#include "core/vm/attributes.h"
#include "core/vm/builtins_parts.h"
#include "core/vm/exceptions.h"

namespace forkscope::vm::modules {
namespace {

// Empty: an exception was raised.
Value name_of(NativeCall& call, const char* function, std::size_t arguments) {
  if (!check_count(call, function, arguments, arguments)) return {};
  const Value& name = call.positional[2];
  if (name.is(Kind::string)) return intern(name.known<String>()->text);
  raise(call, "TypeError", "attribute name must be string, not '" + type_name(name) + "'");
  return {};
}

// `act(name)`, which fills callee and callee_arguments; where it can be done without Python the result is in
// callee.
template <typename Act>
NativeResult among(NativeCall& call, const char* function, std::size_t arguments, const Act& act) {
  const Value name = name_of(call, function, arguments);
  if (name.empty()) return NativeResult::raised;
  const NamesInstead instead(call.positional[0], call.positional[1]);
  const Outcome outcome = act(name);
  return outcome == Outcome::needs_python ? NativeResult::call : from_outcome(call, outcome, call.callee);
}

NativeResult get_among(NativeCall& call) {
  return among(call, "get_among", 3, [&call](const Value& name) {
    return get_default_attribute(call.thread, call.positional[0], name, call.callee, call.callee_arguments);
  });
}

NativeResult set_among(NativeCall& call) {
  call.callee = Value::none();
  return among(call, "set_among", 4, [&call](const Value& name) {
    return set_default_attribute(call.thread, call.positional[0], name, call.positional[3], call.callee,
                                 call.callee_arguments);
  });
}

NativeResult delete_among(NativeCall& call) {
  call.callee = Value::none();
  return among(call, "delete_among", 3, [&call](const Value& name) {
    return delete_default_attribute(call.thread, call.positional[0], name, call.callee,
                                    call.callee_arguments);
  });
}

}  // namespace

void define_thread_locals(Module& module) {
  static constexpr NativeDefinition kFunctions[] = {
      {"get_among", get_among},
      {"set_among", set_among},
      {"delete_among", delete_among},
  };
  define_functions(module, kFunctions);
}

}  // namespace forkscope::vm::modules
