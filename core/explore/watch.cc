#include "core/explore/watch.h"

#include <algorithm>
#include <utility>

#include "core/vm/reachable.h"
#include "core/vm/touches.h"
#include "core/vm/traceback.h"

namespace forkscope::explore {

using vm::Kind;

namespace {

// The innermost frame around it of what CPython, too, has in Python; null: none.
const vm::Frame* caller_of(const vm::Frame& frame) {
  const vm::Frame* caller = frame.previous;
  while (caller != nullptr && vm::is_internal(*caller->code)) caller = caller->previous;
  return caller;
}

// Of what `imported` remembers it is what is not looked at again.
bool changes(const vm::Touch& touch, const vm::ImportedPart& imported) {
  const vm::Object& object = *touch.object;
  if (object.kind == Kind::class_object || object.kind == Kind::function) return true;
  if (object.kind != Kind::module)
    return (object.flags & vm::kIsSettled) != 0 && imported.numbers().contains(&object);
  const auto& module = static_cast<const vm::Module&>(object);
  const auto is_it = [&touch](const vm::Value& name) { return name.bits() == touch.name->bits(); };
  return !module.is_program &&
         (touch.name == nullptr || std::ranges::none_of(module.set_by_functions, is_it));
}

// All that leads to it are values of the frames of its thread, which are its own; but what runs in a
// generator others may reach.
bool is_held_here_alone(const vm::Frame& innermost, const vm::Value* top, const vm::Object& object) {
  const auto leads_there = [&object](const vm::Value& value) {
    return value.is_object() && value.object() == &object;
  };
  std::ptrdiff_t holders = 0;
  for (const vm::Frame* frame = &innermost; frame != nullptr; frame = frame->previous) {
    const vm::Value* const end = frame == &innermost ? top : frame->top;
    if (frame->generator == nullptr)
      holders += std::count_if<const vm::Value*>(frame->locals, end, leads_there);
    if (holders >= object.references) return true;
  }
  return false;
}

// The thread is about to run its first instruction: others could go on before it began.
bool begins_thread(const vm::Frame& frame) {
  return frame.next == frame.code->instructions.data() && caller_of(frame) == nullptr;
}

}  // namespace

void Watch::begin(Sharing::Toucher toucher, const Stops& stops, bool was_stopped,
                  const vm::ImportedPart* imported) {
  toucher_ = std::move(toucher);
  stops_ = stops;
  done_ = 0;
  places_ = 0;
  may_stop_ = crosses_ = false;
  was_stopped_ = was_stopped;
  reached_.reset();
  is_stale_ = false;
  imported_ = imported;
  asked_.clear();
}

std::vector<Sharing::PlaceId> Watch::take_asked() {
  std::ranges::sort(asked_);
  const auto [first, last] = std::ranges::unique(asked_);
  return {asked_.begin(), first};
}

const vm::ImportedPart* Watch::imported(const vm::Vm& vm) {
  if (imported_ != nullptr && !imported_->is_as_good_as_before(vm)) imported_ = nullptr;
  return imported_;
}

bool Watch::others_reach(const Doing& doing, const vm::Object& object) {
  const Kind kind = object.kind;
  if (kind == Kind::module || kind == Kind::class_object || kind == Kind::function) return true;
  if (!reached_ && is_held_here_alone(doing.frame, doing.top, object)) return false;
  if (!reached_) reached_.emplace(doing.thread.vm, toucher_.thread, imported(doing.thread.vm));
  return reached_->contains(&object);
}

bool Watch::touches_shared(const Doing& doing) {
  touches_.clear();
  vm::list_touches(doing.thread, doing.frame, doing.instruction, doing.top, touches_);
  return note_touches(doing, {});
}

// What is guarded with locks needs no places in between.
bool Watch::library_touches_shared(const Doing& doing) {
  if (vm::is_unguarded(doing.frame)) return false;
  touches_.clear();
  vm::list_touches_of_library(doing.thread, doing.frame, doing.instruction, doing.top, touches_);
  return note_touches(doing, doing.frame.code->file);
}

bool Watch::note_touches(const Doing& doing, std::string_view file) {
  bool is_shared = false;
  for (const vm::Touch& touch : touches_) {
    const auto reach = [&] { return others_reach(doing, *touch.object); };
    is_shared = stops_.sharing->note(toucher_, touch, reach, asked_, file) || is_shared;
    if (touch.writes && imported_ != nullptr && changes(touch, *imported_)) imported_ = nullptr;
    // What is put where others reach it is theirs, too.
    is_stale_ = is_stale_ || (touch.writes && reached_ && reach());
  }
  return is_shared;
}

bool Watch::before(vm::PythonThread& thread, const vm::Frame& frame, vm::Instruction instruction,
                   const vm::Value* top) {
  if (stops_.before != 0) return ++done_ == stops_.before;
  if (stops_.at_bytecodes()) pass_bytecode(frame);
  const Doing doing{thread, frame, instruction, top};
  const bool learns = stops_.sharing != nullptr;
  const bool matters = learns ? touches_shared(doing) : stops_.everywhere;
  if (matters && std::exchange(may_stop_, false)) return true;
  // Whatever is known of this run already: others are to know of it, too.
  const bool library_matters = learns && library_touches_shared(doing);
  crosses_ = crosses_ || matters || library_matters;
  ++done_;
  return false;
}

// Where it was stopped it goes on now.
void Watch::pass_bytecode(const vm::Frame& frame) {
  const bool was_stopped = std::exchange(was_stopped_, false);
  if (vm::is_internal(*frame.code)) return;
  forget_stale();
  may_stop_ = !was_stopped;
  if (may_stop_) ++places_;
}

void Watch::pass_call_or_jump(const vm::PythonThread& thread) {
  if (stops_.at_bytecodes()) return;
  ++places_;
  may_stop_ = may_stop_ || !begins_thread(*thread.frame);
  forget_stale();
}

void Watch::forget_stale() {
  if (std::exchange(is_stale_, false)) reached_.reset();
}

}  // namespace forkscope::explore
