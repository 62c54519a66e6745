#include "core/vm/modules/gc_module.h"

#include <utility>

#include "core/vm/builtins_parts.h"
#include "core/vm/collector.h"
#include "core/vm/extended.h"
#include "core/vm/finalizers.h"
#include "core/vm/garbage.h"
#include "core/vm/modules/asking.h"
#include "core/vm/operations_parts.h"

namespace forkscope::vm::modules {
namespace {

// What was found, between the calls that a collection consists of.
struct Found final : Native<Found> {
  using Native::Native;
  void visit(StateVisitor& state) override { state.values(garbage); }
  std::vector<Value> garbage;
};

// find() -> (found, [(callable, argument)]): what is to be called before any of it goes
NativeResult find(NativeCall& call) {
  if (!check_count(call, "find", 0, 0)) return NativeResult::raised;
  auto* found = new Found(class_in(loaded_module(call.vm, "_gc"), "Found"));
  Value result = Value::adopt(found);
  std::vector<Value> garbage = find_garbage(call.vm), ending, calls;
  call.vm.unreachable.clear();
  for (Finalizer& finalizer : end_garbage(garbage)) {
    ending.push_back(finalizer.argument);
    calls.push_back(make_tuple({std::move(finalizer.callable), std::move(finalizer.argument)}));
  }
  // The rest nobody can see any more: it goes now, so that what is kept is in an order that is always the
  // same.
  found->garbage = take_reached(garbage, ending);
  note_gone(call.vm, collector_count(garbage));
  free_garbage(std::move(garbage));
  return call.returns(make_tuple({std::move(result), make_list(std::move(calls))}));
}

// free(found) -> how many objects went: not those that somebody holds again
NativeResult free(NativeCall& call) {
  if (!check_count(call, "free", 1, 1)) return NativeResult::raised;
  auto* found = read_native<Found>(call, call.positional[0], "what find() found");
  if (found == nullptr) return NativeResult::raised;
  std::vector<Value> garbage = std::exchange(found->garbage, {});
  keep_unreachable(garbage);
  const std::int64_t count = collector_count(garbage) + take_uncollected(call.vm);
  free_garbage(std::move(garbage));
  if (!call.vm.is_one_of_several) memory_was_collected();
  finalizers_were_looked_through();
  return call.returns(make_int(count));
}

// somebody_waits(): something would be called if garbage were looked for
NativeResult somebody_waits(NativeCall& call) {
  return call.returns(Value::boolean(has_ends()));
}

// collect(generation)
NativeResult collect(NativeCall& call) {
  std::int64_t generation = 0;
  if (!check_count(call, "collect", 1, 1) || !read_index(call, call.positional[0], generation))
    return NativeResult::raised;
  if (generation < 0 || generation > 2) return raise(call, "ValueError", "invalid generation");
  return in_prelude(call, "collect_garbage", {make_int(generation)});
}

// The end of the process.
NativeResult end(NativeCall& call) {
  return in_prelude(call, "end_garbage", {});
}

NativeResult watch(NativeCall& call) {
  watch_garbage(call.vm);
  return call.returns_none();
}

NativeResult set_automatic(NativeCall& call) {
  if (!check_count(call, "set_automatic", 1, 1)) return NativeResult::raised;
  call.vm.collects_by_itself = call.positional[0].is_true();
  return call.returns_none();
}

NativeResult is_tracked(NativeCall& call) {
  if (!check_count(call, "is_tracked", 1, 1)) return NativeResult::raised;
  const Value& value = call.positional[0];
  if (value.is(Kind::native_function)) return call.returns(Value::boolean(true));
  // Those of every process are not, nor what holds nothing.
  if (const auto* type = value.try_as<Class>()) return call.returns(Value::boolean(!type->is_native));
  if (const auto* instance = value.try_as<Instance>())
    return call.returns(Value::boolean(!instance->type()->is_native));
  if (const auto* tuple = value.try_as<Tuple>(); tuple != nullptr && tuple->items.empty())
    return call.returns(Value::boolean(false));
  return call.returns(Value::boolean(is_collected(value)));
}

NativeResult is_finalized(NativeCall& call) {
  if (!check_count(call, "is_finalized", 1, 1)) return NativeResult::raised;
  const Value& value = call.positional[0];
  const Class* const type = value.is_object() ? python_class_of(value.object()) : nullptr;
  return call.returns(
      Value::boolean(type != nullptr && type->has_finalizer && (value.object()->flags & kHasFinalizer) == 0));
}

void build(Vm& vm, Module& module) {
  static constexpr NativeDefinition kFunctions[] = {{"find", find},
                                                    {"free", free},
                                                    {"somebody_waits", somebody_waits},
                                                    {"collect", collect},
                                                    {"end", end},
                                                    {"watch", watch},
                                                    {"is_tracked", is_tracked},
                                                    {"is_finalized", is_finalized},
                                                    {"set_automatic", set_automatic}};
  vm.define_class(&module, "Found")->instance_kind = Kind::native_object;
  define_functions(module, kFunctions);
}

}  // namespace

void register_gc_module() {
  register_native_module("_gc", build);
}

}  // namespace forkscope::vm::modules
