#include "core/lab/starts_run.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "core/lab/starts_names.h"
#include "core/trace/slots.h"

namespace forkscope::lab {

namespace {

using trace::EventKind;

// A timed run is over that long after its first start came to its first line; later starts count until then.
constexpr std::chrono::milliseconds kAfterFirstLine{1000};
constexpr std::size_t kOutputKept = 8u << 10;

bool is_first_line(const trace::Event& event) {
  return event.kind == EventKind::start_stage &&
         (event.b == 0 ? event.a == 7 : event.a == 13 || event.result == 13);
}

std::string output_of(const trace::Store& store) {
  std::string text;
  for (const trace::OutputPiece& piece : store.output()) text += store.string(piece.text);
  if (text.size() > kOutputKept) text = "...\n" + text.substr(text.size() - kOutputKept);
  return text;
}

std::vector<std::string> errors_of(const trace::Store& store) {
  std::vector<std::string> errors;
  for (std::uint64_t i = store.first_index(); i < store.first_index() + store.size(); ++i) {
    const trace::Event& event = store.event(i);
    if (event.kind != EventKind::uncaught) continue;
    const auto process = store.now().processes.find(event.process);
    const std::string name = process == store.now().processes.end() ? "" : store.string(process->second.name);
    errors.push_back((name.empty() ? std::string(kNameless) : name + ": ") + store.string(event.string));
  }
  return errors;
}

std::string end_of(const Session& session) {
  if (!session.reason().empty()) return session.reason();
  if (session.stopped_by_user()) return "It was stopped.";
  const int status = session.wait_status();
  if (WIFSIGNALED(status)) return "It was ended by signal " + std::to_string(WTERMSIG(status)) + ".";
  return "It ended with exit code " + std::to_string(WEXITSTATUS(status)) + ".";
}

SessionPlan plan_for(const MeasureStarts& order, const std::vector<std::string>& flags,
                     const std::string& method, const Guarded& guarded) {
  SessionPlan plan;
  plan.arguments = {"forkscope-lab", "run", "--start-method", method};
  plan.arguments.insert(plan.arguments.end(), flags.begin(), flags.end());
  if (!order.arguments.empty()) plan.arguments.emplace_back("--");
  plan.arguments.push_back(order.path.starts_with('-') ? "./" + order.path : order.path);
  plan.arguments.insert(plan.arguments.end(), order.arguments.begin(), order.arguments.end());
  plan.names = guarded.names;
  plan.group = guarded.group;
  plan.piped = plan.tracing = plan.lossless = true;
  return plan;
}

}  // namespace

base::Result<std::unique_ptr<StartsRun>> StartsRun::start(const MeasureStarts& order,
                                                          const std::vector<std::string>& flags,
                                                          const std::string& method, const Guarded& guarded,
                                                          bool for_evidence) {
  SessionPlan plan = plan_for(order, flags, method, guarded);
  plan.shows_children = for_evidence;
  auto session = Session::start(plan);
  if (!session.ok()) return session.error();
  return std::unique_ptr<StartsRun>(
      new StartsRun(std::move(session.value()), method, order.seconds, for_evidence));
}

StartsRun::StartsRun(std::unique_ptr<Session> session, std::string method, double seconds, bool for_evidence)
    : session_(std::move(session)),
      reader_(&session_->arena(), &store_),
      method_(std::move(method)),
      seconds_(seconds),
      for_evidence_(for_evidence) {}

void StartsRun::turn() {
  session_->turn();
  reader_.poll();
  if (!session_->over() && for_evidence_) watch_children();
  if (!session_->over()) watch_limits();
  if (!session_->over()) return;
  reader_.finish();
  if (for_evidence_ && !child_) take_unseen();
}

void StartsRun::watch_limits() {
  const auto now = Clock::now();
  for (; seen_ < store_.first_index() + store_.size(); ++seen_) {
    if (!first_line_ && is_first_line(store_.event(seen_))) first_line_ = now;
  }
  const std::uint32_t started = session_->arena().header().next_process.load() - 1;
  if (started > kMostStarts + 1) {
    session_->stop("Stopped: it had started " + std::to_string(started - 1) +
                   " processes, one after the other, and went on.");
  } else if (now - begin_ > std::chrono::duration<double>(seconds_)) {
    session_->stop(not_ended_after(seconds_));
  } else if (!for_evidence_ && first_line_ && now - *first_line_ > kAfterFirstLine) {
    session_->stop("");
  }
}

void StartsRun::watch_children() {
  if (!looked_at_stopped_) {
    keep_tree(read_process_tree(::getpid()));
    look_at_early();
  }
  for (const trace::ProcessSlot& slot : session_->arena().header().processes) {
    const pid_t pid = slot.pid.load();
    if (slot.state.load() != trace::SlotState::live || pid <= 0 || pid == session_->pid()) continue;
    if (is_stopped(pid)) look_at_stopped(slot);
  }
}

// A child may be ended by a signal before it stops: the last that could be read of it counts then.
void StartsRun::look_at_early() {
  const auto [id, pid] = first_child();
  if (pid <= 0) return;
  ChildEvidence now = read_child(pid);
  // Of one that has just ended there is a name left, and nothing else.
  const bool lives = now.memory.resident > 0;
  if (!lives || (child_ && !now.not_readable.empty())) return;
  child_ = std::move(now);
  child_id_ = id;
}

// That there was a child, and how it ended, the trace knows in any case.
void StartsRun::take_unseen() {
  const auto [id, pid] = first_child();
  if (pid <= 0) return;
  child_ = unseen_child(pid);
  child_id_ = id;
}

std::pair<base::ProcessId, pid_t> StartsRun::first_child() const {
  for (const TracedStart& start : starts_in(store_)) {
    const auto process = store_.now().processes.find(start.child);
    if (start.child != 0 && process != store_.now().processes.end())
      return {start.child, process->second.pid};
  }
  return {};
}

void StartsRun::look_at_stopped(const trace::ProcessSlot& slot) {
  const pid_t pid = slot.pid.load();
  const base::ProcessId id = slot.process.load();
  // A program that chooses its methods itself may start others first.
  const bool better = id != child_id_ && was_started_by_method(id) && !was_started_by_method(child_id_);
  if (!looked_at_stopped_ || better) {
    child_ = read_child(pid);
    child_id_ = id;
    looked_at_stopped_ = true;
  } else if (id == child_id_) {
    child_->memory_after_target = read_memory(pid, "memory_after_target", child_->not_readable);
  }
  keep_tree(read_process_tree(::getpid()));
  ::kill(pid, SIGCONT);
}

bool StartsRun::was_started_by_method(base::ProcessId child) const {
  for (const TracedStart& start : starts_in(store_))
    if (start.child == child) return method_name(start.method) == method_;
  return false;
}

void StartsRun::keep_tree(std::vector<ProcessLine> tree) {
  const auto alive = [](const std::vector<ProcessLine>& lines) {
    return std::count_if(lines.begin(), lines.end(),
                         [](const ProcessLine& line) { return !line.command_line.ends_with("<defunct>"); });
  };
  if (alive(tree) >= alive(tree_)) tree_ = std::move(tree);
}

void StartsRun::describe(MethodReport& report) const {
  const std::vector<TracedStart> starts = starts_in(store_);
  if (!starts.empty()) {
    const std::string used = method_name(starts[chosen_start(starts, method_)].method);
    if (!used.empty() && used != method_) report.chosen = used;
  }
  report.processes_started = static_cast<int>(
      std::count_if(starts.begin(), starts.end(), [](const auto& s) { return s.child != 0; }));
  report.process_tree = tree_;
  report.errors = errors_of(store_);
  report.output = output_of(store_);
  report.end = end_of(*session_);
  if (starts.empty()) report.end += " It started no process.";
  report.has_child = child_.has_value();
  if (child_) describe_child(report);
}

void StartsRun::describe_child(MethodReport& report) const {
  report.child = *child_;
  for (const TracedStart& start : starts_in(store_)) {
    if (start.child == child_id_) report.child.names = names_of(store_, start);
  }
  // One that comes there has a target to tell of at least.
  const bool told = std::any_of(report.child.names.begin(), report.child.names.end(),
                                [](const NameInChild& name) { return !name.source.empty(); });
  if (!told) report.child.not_readable.push_back({"names", "the child did not come to its target"});
  const auto process = store_.now().processes.find(child_id_);
  if (process == store_.now().processes.end() || process->second.ended_ns < 0) return;
  // What the lab itself has killed says nothing about the child.
  if (!session_->reason().empty() && process->second.exit_code == -SIGKILL) return;
  report.child.ended = true;
  report.child.exit_code = process->second.exit_code;
}

StartsRun::Times StartsRun::times() const {
  Times times;
  const std::vector<TracedStart> starts = starts_in(store_);
  if (starts.empty()) return times;
  const TracedStart& chosen = starts[chosen_start(starts, method_)];
  const auto arrived = std::find_if(starts.begin(), starts.end(), [&](const TracedStart& start) {
    return start.first_line_ns >= 0 && start.method == chosen.method;
  });
  const bool came = chosen.first_line_ns >= 0 || arrived == starts.end();
  times.stages = stages_of(store_, came ? chosen : *arrived);
  for (const TracedStart& start : starts) {
    if (start.first_line_ns < 0 || start.method != chosen.method) continue;
    auto& values = &start == &chosen ? times.first_us : times.later_us;
    values.push_back(static_cast<double>(start.first_line_ns - start.begin_ns) / 1e3);
  }
  return times;
}

}  // namespace forkscope::lab
