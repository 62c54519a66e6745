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

NativeResult finish(NativeCall& call, Outcome outcome, Value result) {
  return outcome == Outcome::needs_python ? NativeResult::call
                                          : from_outcome(call, outcome, std::move(result));
}

NativeResult get_among(NativeCall& call) {
  const Value name = name_of(call, "get_among", 3);
  if (name.empty()) return NativeResult::raised;
  const NamesInstead instead(call.positional[0], call.positional[1]);
  const Outcome outcome =
      get_default_attribute(call.thread, call.positional[0], name, call.callee, call.callee_arguments);
  return finish(call, outcome, call.callee);
}

NativeResult set_among(NativeCall& call) {
  const Value name = name_of(call, "set_among", 4);
  if (name.empty()) return NativeResult::raised;
  const NamesInstead instead(call.positional[0], call.positional[1]);
  const Outcome outcome = set_default_attribute(call.thread, call.positional[0], name, call.positional[3],
                                                call.callee, call.callee_arguments);
  return finish(call, outcome, Value::none());
}

NativeResult delete_among(NativeCall& call) {
  const Value name = name_of(call, "delete_among", 3);
  if (name.empty()) return NativeResult::raised;
  const NamesInstead instead(call.positional[0], call.positional[1]);
  const Outcome outcome =
      delete_default_attribute(call.thread, call.positional[0], name, call.callee, call.callee_arguments);
  return finish(call, outcome, Value::none());
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
