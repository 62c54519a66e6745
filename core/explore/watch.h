// Watch: looks at what a thread of a simulated process does between two Requests, and stops it before the
// first instruction behind a call or backward jump (where CPython lets go of the GIL) that touches what other
// threads touch too (sharing.h). Inside a built-in function there is no such place, also where ours is
// written in Python. Owned by a Machine; one thread; blocks nowhere.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/explore/sharing.h"
#include "core/vm/interpreter.h"
#include "core/vm/reachable.h"
#include "core/vm/vm.h"

namespace forkscope::explore {

class Watch final : public vm::InstructionObserver {
 public:
  // Before a run of the thread `toucher`. `sharing` says where to stop and learns; null: it stops before the
  // `most`-th instruction, 0: nowhere.
  void begin(Sharing::Toucher toucher, Sharing* sharing, std::uint64_t most);
  bool before(const vm::PythonThread& thread, const vm::Frame& frame, vm::Instruction instruction,
              const vm::Instruction* following, const vm::Value* top) override;
  // The thread has come to a call or a backward jump.
  void pass_place(const vm::PythonThread& thread);
  // Instructions it has done since begin().
  std::uint64_t done() const { return done_; }

 private:
  bool others_reach(const vm::PythonThread& thread, const vm::Object& object);

  Sharing::Toucher toucher_;
  Sharing* sharing_ = nullptr;
  std::uint64_t most_ = 0, done_ = 0;
  bool may_stop_ = false;
  // What others reach; unknown again once something they reach was changed.
  std::optional<vm::ObjectNumbers> reached_;
  bool is_stale_ = false;
  std::vector<vm::Touch> touches_;
};

}  // namespace forkscope::explore
