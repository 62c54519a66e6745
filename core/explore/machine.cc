#include "core/explore/machine.h"

#include <algorithm>

#include "core/base/byte_text.h"
#include "core/base/check.h"
#include "core/kernel/host.h"
#include "core/vm/collector.h"
#include "core/vm/finalizers.h"
#include "core/vm/interpreter.h"
#include "core/vm/memory_limit.h"
#include "core/vm/state.h"
#include "core/vm/traceback.h"

namespace forkscope::explore {

namespace {

using Phase = Pending::Phase;
using trace::EventKind;

using base::put_number;
using base::put_text;
using base::take_number;
using base::take_text;

bool is_ours(std::vector<std::string> variables) {
  std::vector<std::string> own = kernel::environment();
  std::ranges::sort(own);
  std::ranges::sort(variables);
  return own == variables;
}

// While it lives, what a Machine keeps of its process is the process's.
class GlobalsInUse {
 public:
  explicit GlobalsInUse(vm::ProcessGlobals& own) : own_(own), others_(vm::exchange_globals(std::move(own))) {}
  ~GlobalsInUse() { own_ = vm::exchange_globals(std::move(others_)); }
  GlobalsInUse(const GlobalsInUse&) = delete;
  GlobalsInUse& operator=(const GlobalsInUse&) = delete;

 private:
  vm::ProcessGlobals& own_;
  vm::ProcessGlobals others_;
};

// While it lives, the bound of the memory is the simulated process's own: what whoever simulates takes beside
// it is none of the program's business.
class OwnMemory {
 public:
  OwnMemory() : before_(vm::memory_limit()) {
    vm::set_memory_limit(vm::memory_in_use() + vm::kDefaultMemoryLimit);
  }
  ~OwnMemory() { vm::set_memory_limit(before_); }
  OwnMemory(const OwnMemory&) = delete;
  OwnMemory& operator=(const OwnMemory&) = delete;

 private:
  std::uint64_t before_;
};

std::uint32_t program_line(const vm::PythonThread& thread) {
  const vm::Frame* frame = thread.frame;
  while (frame != nullptr && !frame->code->is_program) frame = frame->previous;
  return frame == nullptr ? 0 : static_cast<std::uint32_t>(vm::position_of(*frame).line);
}

// Of the instruction before which it stands.
std::uint32_t line_stopped_at(const vm::PythonThread& thread) {
  const vm::Frame* const frame = thread.frame;
  if (frame == nullptr || !frame->code->is_program) return program_line(thread);
  const auto next = static_cast<std::size_t>(frame->next - frame->code->instructions.data());
  return static_cast<std::uint32_t>(std::max(frame->code->positions[next].line, 0));
}

// At calls and backward jumps a Vm stops by itself.
bool needs_watch(const Stops& stops) {
  return stops.sharing != nullptr || stops.before != 0 || (stops.everywhere && stops.at_bytecodes());
}

}  // namespace

Machine::Machine(const trace::Arena& arena, kernel::SimNames& names) : port_(arena, names) {
  vm::register_native_modules();
  vm_ = std::make_unique<vm::Vm>(port_);
  vm_->is_one_of_several = true;
}

Machine::~Machine() {
  vm::set_discarding(true);
  globals_ = {};
  vm_.reset();
  vm::set_discarding(false);
}

base::Status Machine::start(const vm::ProgramSpec& program, base::ThreadId main_thread) {
  kernel::SimSignals signals;
  port_.set_main_thread(main_thread);
  port_.enter(main_thread, {}, signals);
  const OwnMemory memory;
  const GlobalsInUse globals(globals_);
  const bool begun = vm::begin_process(*vm_, program);
  threads_ = {{.thread = main_thread, .drawn = port_.leave(), .child_name = {}, .locks = {}, .request = {}}};
  threads_.front().request.kind = EventKind::thread_begins;
  process_ = main_thread;
  return begun ? base::Status(base::Done{}) : base::Status(base::Error{"The engine could not start."});
}

Pending& Machine::find(base::ThreadId id) {
  const auto found = std::ranges::find(threads_, id, &Pending::thread);
  FORKSCOPE_CHECK(found != threads_.end(), "a thread of the process");
  return *found;
}

const Pending& Machine::thread(base::ThreadId id) const {
  return const_cast<Machine*>(this)->find(id);
}

vm::PythonThread& Machine::python_thread(base::ThreadId id) const {
  const auto& all = vm_->threads();
  const auto found =
      std::ranges::find_if(all, [id](const auto& each) { return each->kernel_thread.id == id; });
  FORKSCOPE_CHECK(found != all.end(), "a thread of the Vm");
  return **found;
}

// Those that do not exist here leave no trace: nothing they held comes to an end of its own.
void Machine::forget_others(base::ThreadId id) {
  std::vector<vm::PythonThread*> others;
  for (const auto& each : vm_->threads()) {
    if (each->kernel_thread.id != id) others.push_back(each.get());
  }
  const GlobalsInUse globals(globals_);
  vm::set_discarding(true);
  for (vm::PythonThread* other : others) vm_->forget_thread(*other);
  vm::set_discarding(false);
}

void Machine::become_child(base::ThreadId parent, base::ThreadId child) {
  std::erase_if(threads_, [parent](const Pending& each) { return each.thread != parent; });
  Pending& pending = threads_.front();
  kernel::Thread& kernel_thread = python_thread(parent).kernel_thread;
  kernel_thread.id = kernel_thread.process = process_ = child;
  forget_others(child);
  pending.thread = child;
  pending.phase = Phase::forked;
  pending.drawn = {};
  pending.child_name.clear();
  pending.request = {};
  pending.request.kind = EventKind::thread_begins;
  port_.set_main_thread(child);
}

RunResult Machine::run(base::ThreadId id, kernel::Answer answer, kernel::SimSignals& signals,
                       const Stops& stops) {
  Pending& pending = find(id);
  vm::PythonThread& thread = python_thread(id);
  RunResult result;
  knows_imported_ = knows_imported_ || imported_.is_certain();
  imported_.doubt(*vm_);
  const OwnMemory memory;
  const GlobalsInUse globals(globals_);
  port_.enter(id, pending.drawn, signals);
  port_.set_line([&thread] { return program_line(thread); });
  thread.kernel_thread.child_name = pending.child_name;
  note_locks(pending, answer);
  if (pending.phase == Phase::asks) vm::deliver(thread, answer);
  if (pending.phase == Phase::forked) {
    port_.set_main_thread(id);
    kernel::Answer in_child;
    vm::deliver(thread, in_child);
  }
  if (pending.phase == Phase::begins && !thread.entry.empty())
    vm::begin(thread, std::move(thread.entry), std::move(thread.entry_arguments));
  const bool is_watched = needs_watch(stops) && threads_.size() > 1;
  const bool sees_all = is_watched && stops.sharing != nullptr;
  watch_.begin({process_, id, pending.locks}, stops, pending.phase == Phase::computes,
               sees_all && knows_imported_ ? &imported_ : nullptr);
  vm_->observer = is_watched ? &watch_ : nullptr;
  run_to_request(thread, pending, stops, result);
  vm_->observer = nullptr;
  vm::put_garbage_away(*vm_);
  knows_imported_ = watch_.knows_imported();
  result.crosses = watch_.crosses();
  result.asked = watch_.take_asked();
  pending.drawn = port_.leave();
  pending.child_name = thread.kernel_thread.child_name;
  result.started = port_.take_started();
  result.failure = port_.take_failure();
  result.refusal = port_.take_refusal();
  for (const kernel::SimStartedThread& started : result.started) {
    Pending begins{.thread = started.id, .drawn = {}, .child_name = {}, .locks = {}, .request = {}};
    begins.request.kind = EventKind::thread_begins;
    static_cast<vm::PythonThread*>(started.token)->kernel_thread.process = process_;
    threads_.insert(std::ranges::upper_bound(threads_, started.id, {}, &Pending::thread), begins);
  }
  return result;
}

void Machine::note_locks(Pending& pending, const kernel::Answer& answer) {
  const auto lock = static_cast<base::ObjectId>(pending.request.handle);
  if (pending.request.kind == EventKind::lock_acquire && answer.value == 1) {
    const auto at = std::ranges::lower_bound(pending.locks, lock);
    if (at == pending.locks.end() || *at != lock) pending.locks.insert(at, lock);
  }
  if (pending.request.kind == EventKind::lock_release) {
    for (Pending& each : threads_) std::erase(each.locks, lock);
  }
}

// Who has started a thread is not alone any more; and that was a Request.
void Machine::pass_call_or_jump(vm::PythonThread& thread, const Stops& stops) {
  ++computed_;
  if (port_.started() > started_) {
    started_ = port_.started();
    computed_ = 1;
    watch_.pass_request();
    if (needs_watch(stops)) vm_->observer = &watch_;
  }
  watch_.pass_call_or_jump(thread);
}

void Machine::run_to_request(vm::PythonThread& thread, Pending& pending, const Stops& stops,
                             RunResult& result) {
  pending.request = {};
  started_ = computed_ = 0;
  for (;;) {
    switch (vm::run_frames(thread)) {
      case vm::RunState::asks:
        pending.phase = Phase::asks;
        return read_request(thread, pending);
      case vm::RunState::yields:
        pass_call_or_jump(thread, stops);
        pending.phase = Phase::computes;
        if (stops.everywhere && !stops.at_bytecodes() && (threads_.size() > 1 || started_ > 0)) {
          pending.request.line = line_stopped_at(thread);
          result.places = watch_.places();
          return;
        }
        if (computed_ < trace::kMostComputed) break;
        return;
      case vm::RunState::stopped:
        pending.phase = Phase::computes;
        pending.request.line = line_stopped_at(thread);
        result.places = watch_.places();
        result.stopped_before = stops.before != 0 ? stops.before : watch_.done() + 1;
        return;
      case vm::RunState::ended:
        pending.phase = Phase::exits;
        pending.request.kind = thread.is_main ? EventKind::process_exit : EventKind::thread_exit;
        thread.raised = vm::Value();
        thread.result = vm::Value();
        result.ended = thread.is_main;
        return;
    }
  }
}

void Machine::read_request(vm::PythonThread& thread, Pending& pending) const {
  const kernel::Request& asked = thread.call.request;
  kernel::SimRequest& request = pending.request;
  request.kind = asked.kind;
  request.handle = asked.handle;
  request.a = asked.a;
  request.b = asked.b;
  request.timeout_ns = asked.timeout_ns;
  request.size = asked.size;
  request.object = asked.object;
  request.text = asked.text;
  request.descriptors.assign(asked.descriptors.begin(), asked.descriptors.end());
  if (asked.arguments != nullptr) request.arguments = *asked.arguments;
  request.has_environment = asked.environment != nullptr && !is_ours(*asked.environment);
  request.line = program_line(thread);
  const bool starts = asked.kind == EventKind::process_fork || asked.kind == EventKind::process_spawn;
  if (starts) request.child_name = std::exchange(thread.kernel_thread.child_name, {});
}

void Machine::forget(base::ThreadId id) {
  const GlobalsInUse globals(globals_);
  vm_->forget_thread(python_thread(id));
  std::erase_if(threads_, [id](const Pending& each) { return each.thread == id; });
}

vm::StateParts Machine::save() {
  const GlobalsInUse globals(globals_);
  std::string bytes;
  put_number(bytes, vm::finalizers_exist ? 1 : 0);
  const std::uint64_t next_identity = vm::exchange_next_identity(0);
  vm::exchange_next_identity(next_identity);
  put_number(bytes, next_identity);
  put_number(bytes, vm::many_finalizers());
  put_number(bytes, process_);
  put_number(bytes, threads_.size());
  for (const Pending& each : threads_) {
    for (const std::uint64_t number :
         {std::uint64_t{each.thread}, static_cast<std::uint64_t>(each.phase),
          std::uint64_t{each.drawn.objects}, std::uint64_t{each.drawn.threads}, each.drawn.entropy})
      put_number(bytes, number);
    put_text(bytes, each.child_name);
    put_text(bytes, each.request.child_name);
    put_number(bytes, each.locks.size());
    for (const base::ObjectId lock : each.locks) put_number(bytes, lock);
  }
  vm::StateParts state = vm::capture_parts(*vm_, imported_);
  state.run.insert(0, bytes);
  return state;
}

void Machine::load(const vm::StateParts& state) {
  std::string_view bytes = state.run;
  threads_.clear();
  const GlobalsInUse globals(globals_);
  vm::finalizers_exist = take_number(bytes) != 0;
  const std::uint64_t next_identity = take_number(bytes);
  vm::set_many_finalizers(take_number(bytes));
  process_ = static_cast<base::ProcessId>(take_number(bytes));
  port_.set_main_thread(process_);
  for (std::uint64_t count = take_number(bytes); count > 0; --count) {
    Pending& each = threads_.emplace_back();
    each.thread = static_cast<base::ThreadId>(take_number(bytes));
    each.phase = static_cast<Phase>(take_number(bytes));
    each.drawn.objects = static_cast<std::uint32_t>(take_number(bytes));
    each.drawn.threads = static_cast<std::uint32_t>(take_number(bytes));
    each.drawn.entropy = take_number(bytes);
    each.child_name = take_text(bytes);
    each.request.child_name = take_text(bytes);
    for (std::uint64_t locks = take_number(bytes); locks > 0; --locks)
      each.locks.push_back(static_cast<base::ObjectId>(take_number(bytes)));
  }
  for (const auto& thread : vm_->threads()) {
    thread->waits_for_answer = false;
    thread->kernel_thread.id = 0;
  }
  vm::restore_parts(*vm_, {state.imported, std::string(bytes)}, imported_);
  vm::exchange_next_identity(next_identity);
  std::vector<vm::PythonThread*> gone;
  for (const auto& thread : vm_->threads()) {
    const base::ThreadId id = thread->kernel_thread.id;
    if (std::ranges::find(threads_, id, &Pending::thread) == threads_.end()) gone.push_back(thread.get());
  }
  for (const auto& thread : vm_->threads()) thread->kernel_thread.process = process_;
  for (vm::PythonThread* thread : gone) vm_->forget_thread(*thread);
  for (Pending& each : threads_) {
    const std::string child_name = std::move(each.request.child_name);
    if (each.phase == Phase::asks) read_request(python_thread(each.thread), each);
    if (each.phase == Phase::computes) each.request.line = line_stopped_at(python_thread(each.thread));
    if (each.phase == Phase::begins || each.phase == Phase::forked)
      each.request.kind = EventKind::thread_begins;
    if (each.phase == Phase::exits)
      each.request.kind =
          python_thread(each.thread).is_main ? EventKind::process_exit : EventKind::thread_exit;
    each.request.child_name = child_name;
  }
}

bool Machine::is_same(const vm::StateParts& state) {
  const GlobalsInUse globals(globals_);
  const std::string whole = vm::capture(*vm_);
  return whole.starts_with(*state.imported) &&
         state.run.ends_with(std::string_view(whole).substr(state.imported->size()));
}

const vm::StateParts& Machine::check_state() {
  vm::StateParts now = save();
  FORKSCOPE_CHECK(is_same(now), "a state in parts is a whole one");
  for (const vm::StateParts* state : {&checked_, &now}) {
    if (state->imported == nullptr) continue;
    load(*state);
    FORKSCOPE_CHECK(is_same(*state), "a state that was loaded is the one that was saved");
  }
  checked_ = std::move(now);
  return checked_;
}

}  // namespace forkscope::explore
