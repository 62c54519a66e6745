#include "core/explore/watch.h"

#include <utility>

#include "core/vm/reachable.h"
#include "core/vm/traceback.h"

namespace forkscope::explore {

using vm::Kind;

void Watch::begin(Sharing::Toucher toucher, const Stops& stops, bool was_stopped) {
  toucher_ = std::move(toucher);
  stops_ = stops;
  done_ = 0;
  places_ = 0;
  may_stop_ = false;
  was_stopped_ = was_stopped;
  reached_.reset();
  is_stale_ = false;
}

bool Watch::others_reach(const vm::PythonThread& thread, const vm::Object& object) {
  const Kind kind = object.kind;
  if (kind == Kind::module || kind == Kind::class_object || kind == Kind::function) return true;
  if (!reached_) reached_ = vm::reachable_by_others(thread.vm, toucher_.thread);
  return reached_->contains(&object);
}

bool Watch::touches_shared(const vm::PythonThread& thread, const vm::Frame& frame,
                           vm::Instruction instruction, const vm::Value* top) {
  touches_.clear();
  vm::list_touches(thread.vm, frame, instruction, top, touches_);
  bool is_shared = false;
  for (const vm::Touch& touch : touches_) {
    const auto reach = [&] { return others_reach(thread, *touch.object); };
    is_shared = stops_.sharing->note(toucher_, touch, reach) || is_shared;
    // What is put where others reach it is theirs, too.
    is_stale_ = is_stale_ || (touch.writes && reached_ && reach());
  }
  return is_shared;
}

bool Watch::before(vm::PythonThread& thread, const vm::Frame& frame, vm::Instruction instruction,
                   const vm::Value* top) {
  if (stops_.before != 0) return ++done_ == stops_.before;
  if (stops_.at_bytecodes()) pass_bytecode(frame);
  const bool matters =
      stops_.sharing == nullptr ? stops_.everywhere : touches_shared(thread, frame, instruction, top);
  if (matters && std::exchange(may_stop_, false)) return true;
  ++done_;
  return false;
}

// Where it was stopped it goes on now.
void Watch::pass_bytecode(const vm::Frame& frame) {
  forget_stale();
  may_stop_ = !vm::is_internal(*frame.code) && !was_stopped_;
  if (may_stop_) ++places_;
  was_stopped_ = false;
}

void Watch::pass_call_or_jump(const vm::PythonThread& thread) {
  if (stops_.at_bytecodes()) return;
  ++places_;
  may_stop_ = !vm::is_internal(*thread.frame->code);
  forget_stale();
}

void Watch::forget_stale() {
  if (std::exchange(is_stale_, false)) reached_.reset();
}

}  // namespace forkscope::explore
