// Watch: looks at what a thread of a simulated process does between two Requests, and stops it before an
// instruction that touches what other threads touch too (sharing.h): before the first such one behind a call
// or backward jump (where CPython 3.11 lets go of the GIL), or, where threads may change places at every
// bytecode, before each. What a bytecode does to its own frame alone is no reason to stop: nobody else can
// see it, nor whether it was done before or after what others do, so that it may as well be done along with
// the one before it. Inside a built-in function there is no such place, also where ours is written in Python.
// Owned by a Machine; one thread; blocks nowhere.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/explore/sharing.h"
#include "core/trace/switch_at.h"
#include "core/vm/imported_part.h"
#include "core/vm/interpreter.h"
#include "core/vm/reachable.h"
#include "core/vm/vm.h"

namespace forkscope::explore {

// Where a thread that is not alone in its process stops between two Requests: one of these, or nowhere.
struct Stops {
  Sharing* sharing = nullptr;  // where threads touch the same; learns
  std::uint64_t before = 0;    // before this instruction exactly, as in a run before
  bool everywhere = false;     // at every place
  trace::SwitchAt switch_at = trace::SwitchAt::calls_and_jumps;  // what places there are

  bool at_bytecodes() const { return switch_at == trace::SwitchAt::every_bytecode; }
};

class Watch final : public vm::InstructionObserver {
 public:
  // Before a run of the thread `toucher`, which `was_stopped` before the instruction that it begins with.
  // What is imported is as `imported` remembers, if that is not null.
  void begin(Sharing::Toucher toucher, const Stops& stops, bool was_stopped,
             const vm::ImportedPart* imported);
  // It still is, after a run of which all was seen.
  bool knows_imported() const { return imported_ != nullptr; }
  bool before(vm::PythonThread& thread, const vm::Frame& frame, vm::Instruction instruction,
              const vm::Value* top) override;
  // The thread has come to a call or a backward jump.
  void pass_call_or_jump(const vm::PythonThread& thread);
  // What it did was a Request: places are counted from here on.
  void pass_request() { places_ = 0; }
  // Places it has come to since begin(), or its last Request.
  std::uint32_t places() const { return places_; }
  // It has touched what others touch, too, where it could not be stopped.
  bool crosses() const { return crosses_; }
  // What its stops, and crosses(), depend on, each once.
  std::vector<Sharing::PlaceId> take_asked();
  // Instructions it has done since begin().
  std::uint64_t done() const { return done_; }

 private:
  // What a thread is about to do.
  struct Doing {
    const vm::PythonThread& thread;
    const vm::Frame& frame;
    vm::Instruction instruction;
    const vm::Value* top;
  };
  bool others_reach(const Doing& doing, const vm::Object& object);
  bool touches_shared(const Doing& doing);
  bool library_touches_shared(const Doing& doing);
  bool note_touches(const Doing& doing, std::string_view file);
  void pass_bytecode(const vm::Frame& frame);
  void forget_stale();
  const vm::ImportedPart* imported(const vm::Vm& vm);

  Sharing::Toucher toucher_;
  Stops stops_;
  std::uint64_t done_ = 0;
  std::uint32_t places_ = 0;
  bool may_stop_ = false, was_stopped_ = false, crosses_ = false;
  // What others reach; unknown again once something they reach was changed.
  std::optional<vm::ReachableByOthers> reached_;
  bool is_stale_ = false;
  const vm::ImportedPart* imported_ = nullptr;
  std::vector<vm::Touch> touches_;
  std::vector<Sharing::PlaceId> asked_;
};

}  // namespace forkscope::explore
