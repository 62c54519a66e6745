// What counts as the same state. The program reads a clock; the kernel takes the state down at that moment.
#include "core/vm/state.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <functional>
#include <memory>

#include "core/vm/attributes.h"
#include "core/vm/heap.h"
#include "core/vm/import.h"
#include "core/vm/imported_part.h"
#include "core/vm/interpreter.h"
#include "core/vm/process.h"
#include "core/vm/reachable.h"
#include "core/vm/vm.h"

namespace forkscope::vm {
namespace {

class ClockKernel final : public kernel::Kernel {
 public:
  ClockKernel() : Kernel(nullptr) {}
  void begin_main_thread(kernel::Thread& thread) override { thread.id = new_thread_id(); }
  void begin_thread(kernel::Thread&, base::ThreadId) override {}
  kernel::Answer start_thread(kernel::Thread&, base::ThreadId, void*) override { return {.error = EAGAIN}; }
  void after_fork_in_child(kernel::Thread&) override {}
  void pass_gate(kernel::Thread&) override {}
  void adopt_descriptor(kernel::Thread&, int, base::ObjectId, bool) override {}
  base::ObjectId descriptor_object(int) const override { return 0; }
  bool take_interrupt() override { return false; }

  std::function<void()> at_clock = [] {};

 private:
  kernel::Answer answer(kernel::Thread&, const kernel::Request& request) override {
    if (request.kind != kernel::EventKind::clock_read) return {.error = ENOSYS};
    at_clock();
    return {.value = 7'000'000'000};
  }
  base::ObjectId object_of(const kernel::Request&) const override { return 0; }
};

struct Machine {
  ClockKernel kernel;
  std::unique_ptr<Vm> owned = std::make_unique<Vm>(kernel);
  Vm& vm = *owned;

  Machine() {
    register_native_modules();
    EXPECT_TRUE(vm.begin_main());
  }
  // Nothing runs any more when values go.
  ~Machine() {
    set_discarding(true);
    owned.reset();
    set_discarding(false);
  }
  Machine(const Machine&) = delete;
  Machine& operator=(const Machine&) = delete;
  // Runs `text` with `given` as a global and returns the state at the clock.
  std::string run(std::string_view text, Value given) {
    std::string state;
    kernel.at_clock = [&] { state = capture(vm); };
    // A function and the globals it was made in hold each other.
    if (const Value* const before = vm.modules().table.find("__main__"))
      before->known<Module>()->globals().clear();
    const Value module = make_module(vm, "__main__", "", false);
    module.known<Module>()->globals().set("given", std::move(given));
    PythonThread& thread = vm.main_thread();
    const Value body = compile_body(thread, module, text, "program.py", true);
    EXPECT_FALSE(body.empty());
    begin(thread, body, make_tuple({}));
    EXPECT_TRUE(vm.run(thread));
    return state;
  }
};

std::string why(PythonThread& thread) {
  const auto* exception = thread.raised.try_as<Exception>();
  if (exception == nullptr) return "no exception";
  std::string text = exception->type()->name;
  for (const Value& argument : exception->arguments.known<Tuple>()->items) {
    if (argument.is(Kind::string)) text += ": " + argument.known<String>()->text;
  }
  return text;
}

std::string state_of(std::string_view text, std::int64_t given) {
  return Machine().run(text, make_list({make_int(given)}));
}

constexpr std::string_view kDead = R"(
from _time import monotonic
def f(n):
    x = n + 1
    y = x
    monotonic()
    return 3
f(given.pop())
)";

constexpr std::string_view kLive = R"(
from _time import monotonic
def f(n):
    x = n + 1
    monotonic()
    return x
f(given.pop())
)";

constexpr std::string_view kThreads = R"(
import threading
from _time import monotonic
monotonic()
given.pop()
)";

constexpr std::string_view kOrder = R"(
from _time import monotonic
a = b = None
if given.pop():
    x = [1]
    y = [2]
else:
    y = [2]
    x = [1]
a, b = x, y
del x, y
monotonic()
)";

constexpr std::string_view kLooksAtASet = R"(
from _time import monotonic
items = {3, 1}
items.discard(3)
items.add(5)
if given.pop():
    list(items)
monotonic()
)";

constexpr std::string_view kGoesOn = R"(
from _time import monotonic
class Point:
    def __init__(self, x):
        self.x = x
    def __eq__(self, other):
        return self.x == other.x
    __hash__ = lambda self: self.x
def numbers():
    for i in range(10):
        yield i
made = numbers()
next(made)
shared = [1]
pair = {Point(1): shared, (Point(2), 'k'): shared}
circle = []
circle.append(circle)
key = id(shared)
at = monotonic()
pair[Point(1)].append(next(made))
result = [at, pair[(Point(2), 'k')], circle[0] is circle, key == id(shared), 10 ** 30]
)";

TEST(State, DoesNotHoldWhatNobodyReadsAnyMore) {
  EXPECT_EQ(state_of(kDead, 1), state_of(kDead, 2));
}

TEST(State, HoldsWhatIsStillRead) {
  EXPECT_NE(state_of(kLive, 1), state_of(kLive, 2));
  EXPECT_EQ(state_of(kLive, 1), state_of(kLive, 1));
}

TEST(State, DoesNotDependOnTheOrderOfCreation) {
  EXPECT_EQ(state_of(kOrder, 0), state_of(kOrder, 1));
}

TEST(State, DoesNotDependOnWhetherASetWasLookedAt) {
  EXPECT_TRUE(state_of(kLooksAtASet, 0) == state_of(kLooksAtASet, 1));
}

TEST(State, GoesOnInAnotherVm) {
  const std::string state = Machine().run(kGoesOn, make_list({}));
  Machine other;
  ASSERT_TRUE(restore(other.vm, state).ok());
  EXPECT_EQ(capture(other.vm), state);
  PythonThread& thread = other.vm.main_thread();
  kernel::Answer answer = other.kernel.ask(thread.kernel_thread, thread.call.request);
  deliver(thread, answer);
  ASSERT_TRUE(other.vm.run(thread)) << why(thread);
  const Value* main = other.vm.modules().table.find("__main__");
  ASSERT_NE(main, nullptr);
  const auto& result = main->known<Module>()->globals().find("result")->known<List>()->items;
  EXPECT_EQ(result[0].known<Float>()->value, 7.0);
  EXPECT_EQ(result[1].known<List>()->items.size(), 2u);
  EXPECT_TRUE(result[2].is_true());
  EXPECT_TRUE(result[3].is_true());
}

constexpr std::string_view kCalled = R"(
from _time import monotonic
if given.pop():
    sorted([2, 1], reverse=True)
monotonic()
)";

TEST(State, ForgetsWhatAnEarlierCallHasLeft) {
  EXPECT_TRUE(state_of(kCalled, 0) == state_of(kCalled, 1));
}

std::string whole(const StateParts& parts) {
  return *parts.imported + parts.run;
}

TEST(State, OfPartsIsAWholeOne) {
  Machine machine;
  static_cast<void>(machine.run(kLive, make_list({make_int(1)})));
  ImportedPart known;
  const StateParts first = capture_parts(machine.vm, known);
  EXPECT_TRUE(whole(first) == capture(machine.vm));
  EXPECT_EQ(capture_parts(machine.vm, known).imported, first.imported) << "nothing was imported or changed";

  Table& names = machine.vm.modules().table.find("_time")->known<Module>()->globals();
  names.set("added", make_int(1));
  known.doubt(machine.vm);
  const StateParts added = capture_parts(machine.vm, known);
  EXPECT_FALSE(*added.imported == *first.imported);
  EXPECT_TRUE(whole(added) == capture(machine.vm));
  names.set("added", make_int(2));
  known.doubt(machine.vm);
  const StateParts changed = capture_parts(machine.vm, known);
  EXPECT_FALSE(*changed.imported == *added.imported);
  EXPECT_TRUE(whole(changed) == capture(machine.vm));
  static_cast<void>(identity_of(*names.find("__name__")));
  known.doubt(machine.vm);
  const StateParts asked = capture_parts(machine.vm, known);
  EXPECT_FALSE(*asked.imported == *changed.imported);
  EXPECT_TRUE(whole(asked) == capture(machine.vm));

  // Names are shared by all states: whether one was asked for its identity says each.
  restore_parts(machine.vm, changed, known);
  EXPECT_TRUE(whole(changed) == capture(machine.vm));
  restore_parts(machine.vm, asked, known);
  EXPECT_TRUE(whole(asked) == capture(machine.vm));
}

TEST(State, WhatOthersReachIsFoundWithoutAWalkOverWhatIsImported) {
  Machine machine;
  static_cast<void>(machine.run(kThreads, make_list({make_int(1)})));
  ImportedPart known;
  static_cast<void>(capture_parts(machine.vm, known));
  const auto globals = [&machine](const char* module) -> Table& {
    return machine.vm.modules().table.find(module)->known<Module>()->globals();
  };
  const Value kept = make_list({make_list({})}), own = make_list({});
  globals("__main__").set("kept", kept);
  *globals("threading").find("_counter") = make_list({make_list({})});
  const ReachableByOthers walked(machine.vm, 1, nullptr), remembered(machine.vm, 1, &known);
  std::vector<Value> roots = {Value::share(&machine.vm.modules())};
  for (const Value& each : reachable_from(roots, machine.vm.base_objects())) {
    ASSERT_TRUE(walked.contains(each.object())) << static_cast<int>(each.object()->kind);
    ASSERT_TRUE(remembered.contains(each.object())) << static_cast<int>(each.object()->kind);
  }
  EXPECT_TRUE(remembered.contains(kept.known<List>()->items.front().object()));
  EXPECT_FALSE(walked.contains(own.object()) || remembered.contains(own.object()));
}

TEST(State, WhatFunctionsSetIsNoPartOfWhatIsImported) {
  Machine machine;
  static_cast<void>(machine.run(kThreads, make_list({make_int(1)})));
  ImportedPart known;
  const StateParts first = capture_parts(machine.vm, known);
  Table& names = machine.vm.modules().table.find("threading")->known<Module>()->globals();
  *names.find("_counter") = make_list({make_int(7)});
  known.doubt(machine.vm);
  const StateParts second = capture_parts(machine.vm, known);
  EXPECT_EQ(second.imported, first.imported);
  EXPECT_FALSE(second.run == first.run);
  EXPECT_TRUE(whole(second) == capture(machine.vm));
  restore_parts(machine.vm, first, known);
  EXPECT_EQ(names.find("_counter")->small(), 0);
  EXPECT_TRUE(whole(first) == capture(machine.vm));
  for (const StateParts* state : {&first, &second}) {
    Machine other;
    ImportedPart of_other;
    restore_parts(other.vm, *state, of_other);
    EXPECT_TRUE(whole(*state) == capture(other.vm));
  }
}

TEST(State, FieldsOfAnImportedFunctionArePartOfIt) {
  Machine machine;
  static_cast<void>(machine.run(kThreads, make_list({make_int(1)})));
  ImportedPart known;
  const StateParts first = capture_parts(machine.vm, known);
  const Value function =
      *machine.vm.modules().table.find("threading")->known<Module>()->globals().find("_new_name");
  for (const char* name : {"__doc__", "other"}) {
    Value callee;
    std::vector<Value> arguments;
    ASSERT_EQ(set_attribute(machine.vm.main_thread(), function, intern(name), make_string("new"), callee,
                            arguments),
              Outcome::ok);
    known.doubt(machine.vm);
    const StateParts changed = capture_parts(machine.vm, known);
    EXPECT_FALSE(*changed.imported == *first.imported) << name;
    EXPECT_TRUE(whole(changed) == capture(machine.vm)) << name;
  }
}

// Memory that is free again is the first to be taken.
TEST(State, WhatLiesWhereSomethingImportedLayIsAnotherThing) {
  Machine machine;
  static_cast<void>(machine.run(kThreads, make_list({make_int(1)})));
  Table& names = machine.vm.modules().table.find("threading")->known<Module>()->globals();
  const std::vector<std::function<Value(std::int64_t)>> makers = {
      [](std::int64_t number) { return make_float(static_cast<double>(number)); },
      [](std::int64_t number) { return make_tuple({make_int(number)}); },
      [](std::int64_t number) { return make_string("text " + std::to_string(number)); }};
  for (const auto& make : makers) {
    names.set("added", make(1));
    ImportedPart known;
    const StateParts first = capture_parts(machine.vm, known);
    known.doubt(machine.vm);
    const std::uintptr_t place = names.find("added")->bits();
    *names.find("added") = Value::none();
    *names.find("added") = make(2);
    // Sanitizers give no place out again so soon; the rest has to hold for them too.
    if (heap::kPooled) {
      ASSERT_EQ(names.find("added")->bits(), place);
    }
    const StateParts second = capture_parts(machine.vm, known);
    EXPECT_FALSE(*second.imported == *first.imported);
    EXPECT_TRUE(whole(second) == capture(machine.vm));
  }
}

TEST(State, OfTheSameImportsIsPutInItsPlace) {
  Machine machine;
  ImportedPart known;
  static_cast<void>(machine.run(kLive, make_list({make_int(1)})));
  const StateParts first = capture_parts(machine.vm, known);
  Table& names = machine.vm.modules().table.find("__main__")->known<Module>()->globals();
  names.find("given")->known<List>()->items.push_back(make_list({make_int(7)}));
  names.set("more", make_dict());
  const StateParts second = capture_parts(machine.vm, known);
  ASSERT_EQ(first.imported, second.imported);
  ASSERT_FALSE(first.run == second.run);
  const Object* const module = machine.vm.modules().table.find("_time")->object();
  for (const StateParts* state : {&first, &second, &first}) {
    restore_parts(machine.vm, *state, known);
    EXPECT_TRUE(capture(machine.vm) == whole(*state));
    EXPECT_EQ(machine.vm.modules().table.find("_time")->object(), module) << "it stayed where it was";
  }
  Machine other;
  ImportedPart of_other;
  restore_parts(other.vm, second, of_other);
  EXPECT_TRUE(capture(other.vm) == whole(second));
}

constexpr std::string_view kRunsInGenerator = R"(
from _time import monotonic
def numbers():
    yield monotonic()
next(numbers())
)";

// While it runs, nobody else holds it.
TEST(State, AGeneratorThatRunsGoesWithItsVm) {
  const std::string state = Machine().run(kRunsInGenerator, make_list({}));
  Value generator;
  {
    Machine other;
    ASSERT_TRUE(restore(other.vm, state).ok());
    generator = Value::share(other.vm.main_thread().frame->generator);
    EXPECT_NE(generator.known<Generator>()->frame, nullptr);
  }
  EXPECT_EQ(generator.known<Generator>()->frame, nullptr);
}

TEST(State, RefusesWhatIsNotOne) {
  Machine machine;
  const std::string state = machine.run(kLive, make_list({make_int(1)}));
  EXPECT_FALSE(restore(machine.vm, "nonsense").ok());
  for (const std::size_t size : {20u, 200u, 2000u}) {
    EXPECT_FALSE(restore(machine.vm, std::string_view(state).substr(0, size)).ok());
  }
  EXPECT_EQ(machine.run(kLive, make_list({make_int(1)})).empty(), false);
}

}  // namespace
}  // namespace forkscope::vm
