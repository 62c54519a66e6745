#include "core/lab/python_outcomes.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <sstream>
#include <thread>

#include "core/lab/proc_file.h"
#include "core/lab/process_table.h"
#include "core/lab/python_run.h"
#include "core/lab/signals.h"

namespace forkscope::lab {

namespace {

constexpr std::chrono::milliseconds kFirstLook{300}, kBetweenLooks{100}, kKillPatience{3000};
constexpr double kEndless = 10;
constexpr std::size_t kMostOutput = 64 * 1024;
// More different outcomes than this are not told apart.
constexpr std::size_t kMostOutcomes = 500;

[[noreturn]] void become_python(std::vector<std::string> arguments, int output) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setpgid(0, 0);
  const int nothing = ::open("/dev/null", O_RDWR);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(nothing, STDERR_FILENO);
  SignalQueue::restore_for_program();
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  ::execv(argv[0], argv.data());
  ::_exit(127);
}

// State, group and used time, as /proc/PID/stat has them.
struct Stat {
  char state = 'Z';
  pid_t group = 0;
  std::string time;
};

Stat stat_of(pid_t pid) {
  const std::string text = read_proc_file(kProc, pid, "stat").text;
  Stat stat;
  std::istringstream words(text.substr(std::min(text.size(), text.rfind(')') + 1)));
  std::string word;
  pid_t parent = 0;
  words >> stat.state >> parent >> stat.group;
  for (int field = 6; field <= 13; ++field) words >> word;
  std::string user, system;
  words >> user >> system;
  stat.time = user + "+" + system;
  return stat;
}

bool same(const PythonOutcome& one, const PythonOutcome& other) {
  return one.end == other.end && one.output == other.output && one.exit_code == other.exit_code;
}

}  // namespace

base::Result<std::unique_ptr<PythonOutcomeRun>> PythonOutcomeRun::start(const RunOnPython& order) {
  std::vector<std::string> arguments{find_program(order.python), order.path};
  arguments.insert(arguments.end(), order.arguments.begin(), order.arguments.end());
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return base::system_error("A pipe could not be made", errno);
  const pid_t pid = ::fork();
  if (pid == 0) become_python(arguments, ends[1]);
  ::close(ends[1]);
  if (pid < 0) {
    ::close(ends[0]);
    return base::system_error("python3 could not be started", errno);
  }
  // Here, too: whoever is first.
  ::setpgid(pid, pid);
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return std::unique_ptr<PythonOutcomeRun>(new PythonOutcomeRun(pid, ends[0], order.seconds));
}

PythonOutcomeRun::~PythonOutcomeRun() {
  if (!over_) finish("stuck");
  ::close(output_);
}

void PythonOutcomeRun::turn() {
  if (over_) return;
  read_output();
  int status = 0;
  if (::waitpid(pid_, &status, WNOHANG) == pid_) {
    outcome_.exit_code = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
    return finish(outcome_.exit_code == 0 ? "ok" : "error");
  }
  if (Clock::now() - begin_ > kFirstLook && Clock::now() > next_look_) look_whether_asleep();
}

void PythonOutcomeRun::look_whether_asleep() {
  const auto now = Clock::now();
  next_look_ = now + kBetweenLooks;
  std::string seen;
  bool asleep = true;
  for (const ProcessRow& row : descendants_of(::getpid())) {
    const Stat stat = stat_of(row.pid);
    if (stat.group != pid_) continue;
    asleep = asleep && (stat.state == 'S' || stat.state == 'Z');
    seen += std::to_string(row.pid) + stat.state + stat.time + ' ';
  }
  if (!asleep || seen != seen_) asleep_since_ = now;
  seen_ = seen;
  if (now - asleep_since_ > std::chrono::duration<double>(seconds_)) return finish("stuck");
  if (now - begin_ > std::chrono::duration<double>(kEndless * seconds_)) finish("endless");
}

void PythonOutcomeRun::read_output() {
  std::array<char, 4096> bytes{};
  for (ssize_t got = 0; (got = ::read(output_, bytes.data(), bytes.size())) > 0;) {
    const std::size_t room = kMostOutput - std::min(kMostOutput, outcome_.output.size());
    outcome_.output.append(bytes.data(), std::min(room, static_cast<std::size_t>(got)));
  }
}

// All of the group: children that outlive their parent belong to it.
void PythonOutcomeRun::finish(const std::string& end) {
  const auto deadline = Clock::now() + kKillPatience;
  ::kill(-pid_, SIGKILL);
  while (Clock::now() < deadline) {
    const pid_t reaped = ::waitpid(-pid_, nullptr, WNOHANG);
    if (reaped < 0) break;
    if (reaped == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  read_output();
  outcome_.end = end;
  outcome_.runs = 1;
  over_ = true;
}

PythonOutcomeRuns::PythonOutcomeRuns(RunOnPython order) : order_(std::move(order)) {
  progress_.runs = std::max(1, order_.runs);
  progress_.outcomes.path = order_.path;
  progress_.outcomes.seconds_each = order_.seconds;
  if (find_program(order_.python).empty()) {
    progress_.outcomes.missing = "There is no program " + order_.python + " here.";
    progress_.done = progress_.runs;
  }
}

void PythonOutcomeRuns::add_descriptors(std::vector<pollfd>& descriptors) const {
  if (run_) run_->add_descriptors(descriptors);
}

void PythonOutcomeRuns::turn() {
  if (over()) return;
  if (!run_) {
    auto run = PythonOutcomeRun::start(order_);
    if (!run.ok()) {
      progress_.outcomes.missing = run.error().message;
      return stop();
    }
    run_ = std::move(run.value());
  }
  run_->turn();
  if (!run_->over()) return;
  count(run_->outcome());
  run_.reset();
  ++progress_.done;
}

void PythonOutcomeRuns::stop() {
  run_.reset();
  progress_.runs = progress_.done;
}

void PythonOutcomeRuns::count(const PythonOutcome& outcome) {
  auto& found = progress_.outcomes.found;
  const auto known =
      std::ranges::find_if(found, [&](const PythonOutcome& one) { return same(one, outcome); });
  if (known != found.end()) {
    ++known->runs;
  } else if (found.size() < kMostOutcomes) {
    found.push_back(outcome);
  } else {
    ++progress_.outcomes.others;
  }
}

}  // namespace forkscope::lab
