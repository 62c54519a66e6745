#include "core/explore/watch.h"

#include "core/vm/reachable.h"
#include "core/vm/traceback.h"

namespace forkscope::explore {

using vm::Kind;

void Watch::begin(Sharing::Toucher toucher, Sharing* sharing, std::uint64_t most) {
  toucher_ = std::move(toucher);
  sharing_ = sharing;
  most_ = most;
  done_ = 0;
  may_stop_ = false;
  reached_.reset();
  is_stale_ = false;
}

bool Watch::others_reach(const vm::PythonThread& thread, const vm::Object& object) {
  const Kind kind = object.kind;
  if (kind == Kind::module || kind == Kind::class_object || kind == Kind::function) return true;
  if (!reached_) reached_ = vm::reachable_by_others(thread.vm, toucher_.thread);
  return reached_->contains(&object);
}

bool Watch::before(const vm::PythonThread& thread, const vm::Frame& frame, vm::Instruction instruction,
                   const vm::Instruction* following, const vm::Value* top) {
  if (sharing_ == nullptr) return most_ != 0 && ++done_ == most_;
  touches_.clear();
  vm::list_touches(thread.vm, frame, instruction, following, top, touches_);
  bool is_shared = false;
  for (const vm::Touch& touch : touches_) {
    const auto reach = [&] { return others_reach(thread, *touch.object); };
    is_shared = sharing_->note(toucher_, touch, reach) || is_shared;
    // What is put where others reach it is theirs, too.
    is_stale_ = is_stale_ || (touch.writes && reached_ && reach());
  }
  if (is_shared && std::exchange(may_stop_, false)) return true;
  ++done_;
  return false;
}

void Watch::pass_place(const vm::PythonThread& thread) {
  may_stop_ = !vm::is_internal(*thread.frame->code);
  if (std::exchange(is_stale_, false)) reached_.reset();
}

}  // namespace forkscope::explore
