#include "core/lab/session.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <set>

#include "core/kernel/real/session_variables.h"
#include "core/lab/signals.h"
#include "core/trace/gate.h"
#include "core/trace/slots.h"

namespace forkscope::lab {

namespace {

// How long what the first process left behind may only wait, and how long it may go on in all: the resource
// tracker, above all, cleans up by then.
constexpr std::chrono::milliseconds kLinger{500}, kLongestLinger{10'000};
constexpr std::chrono::milliseconds kKillPatience{3000};

constexpr char kOverBudget[] =
    "Stopped: the program had started 64 processes at once, the limit here. All of them were ended. A "
    "program that starts "
    "processes without end can bring a computer to a standstill.";
static_assert(kProcessBudget == 64, "the sentence above names it");

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  pointers.reserve(strings.size() + 1);
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

// What is named twice is taken from the first that says it.
std::vector<std::string> environment_with(std::vector<std::string> variables) {
  std::set<std::string> names;
  const auto name_of = [](const std::string& variable) { return variable.substr(0, variable.find('=')); };
  for (const std::string& variable : variables) names.insert(name_of(variable));
  for (char** variable = environ; *variable != nullptr; ++variable) {
    if (!names.contains(name_of(*variable))) variables.emplace_back(*variable);
  }
  return variables;
}

int exit_code_of(int status) {
  return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

bool is_fault(int signal) {
  return signal == SIGSEGV || signal == SIGBUS || signal == SIGILL || signal == SIGFPE || signal == SIGABRT;
}

// Returns what is in the arena now: the number, or the bits of a float.
std::optional<std::int64_t> set_knob(trace::ArenaHeader& header, int knob, double value) {
  if (knob < 0 || knob >= static_cast<int>(trace::kMaxKnobs)) return std::nullopt;
  trace::Knob& target = header.knobs[knob];
  const bool is_float = target.is_float.load() != 0;
  const std::int64_t bits = is_float ? std::bit_cast<std::int64_t>(value) : std::llround(value);
  target.bits.store(bits);
  target.state.store(1);
  return bits;
}

// Repeatable: the clock begins at the same time in every run.
void prepare_steps(const trace::Arena& arena, const SessionPlan& plan) {
  constexpr std::int64_t kSecond = 1'000'000'000;
  constexpr std::int64_t kWallSeconds = 1'700'000'000, kMonotonicSeconds = 1000;
  trace::close_gate(arena);
  trace::StepClock& steps = arena.header().steps;
  steps.wall_ns.store(kWallSeconds * kSecond);
  steps.monotonic_ns.store(kMonotonicSeconds * kSecond);
  steps.entropy_seed.store(plan.entropy);
}

void prepare(trace::ArenaHeader& header, const SessionPlan& plan) {
  std::strncpy(header.session_prefix, plan.names.prefix.c_str(), sizeof header.session_prefix - 1);
  header.tracing.store(plan.tracing ? 1 : 0);
  header.lossless.store(plan.lossless ? 1 : 0);
  header.terminal_output.store(plan.terminal_output ? 1 : 0);
  header.shows_children.store(plan.shows_children ? 1 : 0);
  header.process_budget.store(plan.process_budget);
  for (std::size_t i = 0; i < plan.float_knobs.size() && i < trace::kMaxKnobs; ++i)
    header.knobs[i].is_float.store(plan.float_knobs[i] ? 1 : 0);
  for (const TurnKnobTo& knob : plan.turned_knobs) set_knob(header, knob.knob, knob.value);
}

// The line with which FORKSCOPE_CHECK says what broke, from the end of what was printed.
std::string check_line(const std::string& errors) {
  const std::size_t found = errors.rfind("CHECK failed: ");
  if (found == std::string::npos) return "";
  const std::size_t before = errors.rfind('\n', found);
  const std::size_t begin = before == std::string::npos ? 0 : before + 1;
  return errors.substr(begin, errors.find('\n', found) - begin);
}

}  // namespace

base::Result<std::unique_ptr<Session>> Session::start(const SessionPlan& plan) {
  auto arena = trace::Arena::create();
  if (!arena.ok()) return arena.error();
  auto streams = plan.piped ? Streams::make_pipes() : base::Result<Streams>(Streams());
  if (!streams.ok()) return streams.error();

  prepare(arena.value().header(), plan);
  if (plan.stepped) prepare_steps(arena.value(), plan);
  std::unique_ptr<Session> session(new Session(std::move(arena.value()), std::move(streams.value()), plan));
  std::vector<std::string> arguments = plan.arguments;
  std::vector<std::string> added = plan.environment;
  added.push_back(std::string(kernel::kArenaVariable) + "=" + std::to_string(session->arena_.fd()));
  std::vector<std::string> environment = environment_with(std::move(added));
  const std::vector<char*> argv = pointers_to(arguments), envp = pointers_to(environment);
  const std::string executable = plan.executable.empty() ? "/proc/self/exe" : plan.executable;
  const pid_t lab = ::getpid();
  session->pid_ = ::fork();
  if (session->pid_ < 0) return base::system_error("The program's process could not be started", errno);
  if (session->pid_ == 0) {
    // Should lab and guard be killed at the same instant, at least this process goes with them.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != lab) ::_exit(127);
    if (plan.group != 0) ::setpgid(0, plan.group);
    session->streams_.become_standard();
    ::fcntl(session->arena_.fd(), F_SETFD, 0);
    SignalQueue::restore_for_program();
    ::execve(executable.c_str(), argv.data(), envp.data());
    ::_exit(127);
  }
  session->streams_.close_program_ends();
  if (plan.closed_input) session->streams_.close_input();
  return session;
}

Session::Session(trace::Arena arena, Streams streams, const SessionPlan& plan)
    : arena_(std::move(arena)), recorder_(&arena_, 0, 0), streams_(std::move(streams)), names_(plan.names) {}

Session::~Session() {
  if (pid_ > 0 && !over_) stop("");
}

OnReaped Session::on_reaped() {
  return [this](pid_t pid, int status) { reaped(pid, status); };
}

// Processes that the program reaps itself are its kernel's business; here come the first one and orphans.
void Session::reaped(pid_t pid, int status) {
  if (pid == pid_) status_ = status;
  for (const trace::ProcessSlot& slot : arena_.header().processes) {
    if (slot.pid.load() != pid || slot.state.load() != trace::SlotState::live) continue;
    const base::ProcessId id = slot.process.load();
    // Before the note: once a reader has seen that, the slots may be somebody else's.
    trace::end_process(arena_, id);
    recorder_.note(trace::EventKind::process_ended, 0, exit_code_of(status), id);
  }
}

std::string not_ended_after(double seconds) {
  std::string text = std::to_string(seconds);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return "Stopped: it had not ended after " + text + " s.";
}

void Session::pause() {
  if (over_) return;
  trace::close_gate(arena_);
  recorder_.note(trace::EventKind::paused);
}

void Session::resume() {
  if (over_) return;
  recorder_.note(trace::EventKind::resumed);
  trace::open_gate(arena_);
}

void Session::turn_knob(int knob, double value) {
  if (over_) return;
  if (const auto bits = set_knob(arena_.header(), knob, value))
    recorder_.note(trace::EventKind::knob_turned, 0, knob, *bits);
}

void Session::note_step(int what) {
  recorder_.note(trace::EventKind::step_begins, 0, 0, what);
}

void Session::send_signal(int signal) {
  if (!status_) ::kill(pid_, signal);
}

void Session::kill_process(pid_t pid) {
  if (over_ || pid <= 0) return;
  for (const trace::ProcessSlot& slot : arena_.header().processes)
    if (slot.pid.load() == pid && slot.state.load() == trace::SlotState::live) ::kill(pid, SIGKILL);
}

void Session::stop(const std::string& reason) {
  if (over_) return;
  stopped_ = true;
  by_user_ = reason.empty();
  reason_ = reason;
  finish();
}

void Session::finish() {
  if (!end_descendants(kKillPatience, on_reaped()) && reason_.empty())
    reason_ = "A process of the program could not be ended; the system holds it inside a call of its own.";
  streams_.turn();
  remove_names(names_);
  recorder_.close();
  over_ = true;
}

void Session::watch_budget() {
  if (arena_.header().budget_refused.load() > 0) stop(kOverBudget);
}

void Session::turn() {
  if (over_) return;
  streams_.turn();
  const bool some_left = reap_children(on_reaped());
  watch_budget();
  if (over_ || !status_) return;
  if (!some_left || has_lingered()) finish();
}

// Whoever stands at the closed gate is held there: that is not its own time.
bool Session::has_lingered() {
  const trace::Activity activity = trace::activity_of(arena_);
  const auto now = Clock::now();
  if (!lingers_ || activity == trace::Activity::held) lingers_ = now;
  if (!waits_ || activity != trace::Activity::waits) waits_ = now;
  return now > *waits_ + kLinger || now > *lingers_ + kLongestLinger;
}

std::string Session::reason() const {
  if (!reason_.empty() || stopped_ || !status_) return reason_;
  if (WIFEXITED(*status_) && WEXITSTATUS(*status_) == 127)
    return "The program's process could not be started.";
  if (!WIFSIGNALED(*status_) || !is_fault(WTERMSIG(*status_))) return "";
  const std::string check = check_line(streams_.errors());
  if (check.empty() && WTERMSIG(*status_) == SIGABRT) return "";
  const std::string what = ::strsignal(WTERMSIG(*status_));
  return "The engine itself failed (" + what + "). This is a fault of Forkscope, not of the program." +
         (check.empty() ? "" : " It said: " + check);
}

}  // namespace forkscope::lab
