#include "core/lab/python_run.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>
#include <thread>

#include "core/lab/containment.h"
#include "core/lab/process_table.h"
#include "core/lab/python_probe.h"
#include "core/lab/signals.h"
#include "core/lab/starts_run.h"

namespace forkscope::lab {

namespace {

constexpr char kNotes[] = "/times";
constexpr std::chrono::milliseconds kAfterFirstLine{1000};
constexpr std::chrono::milliseconds kTrackerPatience{1000};
constexpr std::chrono::milliseconds kKillPatience{3000};

std::vector<char*> pointers_to(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_for(const std::string& folder, const std::string& method) {
  std::string search = folder;
  if (const char* inherited = std::getenv("PYTHONPATH")) search += std::string(":") + inherited;
  const std::map<std::string, std::string> ours{{"PYTHONPATH", search},
                                                {"TMPDIR", folder},
                                                {kProbeFileVariable, folder + kNotes},
                                                {kProbeMethodVariable, method}};
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string text = *variable;
    if (!ours.contains(text.substr(0, text.find('=')))) variables.push_back(text);
  }
  for (const auto& [name, value] : ours) variables.push_back(name + "=" + value);
  return variables;
}

[[noreturn]] void become_python(std::vector<std::string> arguments, std::vector<std::string> environment,
                                pid_t group) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (group != 0) ::setpgid(0, group);
  const int nothing = ::open("/dev/null", O_RDWR);
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) ::dup2(nothing, stream);
  SignalQueue::restore_for_program();
  const std::vector<char*> argv = pointers_to(arguments), envp = pointers_to(environment);
  ::execve(argv[0], argv.data(), envp.data());
  ::_exit(127);
}

struct Moments {
  std::string version;
  struct Start {
    std::string name, method;
    std::int64_t time = 0;
  };
  std::vector<Start> starts;
  std::map<std::string, std::int64_t> first_lines;
};

Moments moments_in(const std::string& path) {
  Moments moments;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string what, name, method;
    std::int64_t time = 0;
    words >> what >> name;
    if (what == "version" && moments.version.empty()) moments.version = name;
    if (what == "start" && words >> time >> method) moments.starts.push_back({name, method, time});
    if (what == "first" && words >> time) moments.first_lines.try_emplace(name, time);
  }
  return moments;
}

bool is_tracker(const ProcessLine& line) {
  return line.role == "resource tracker";
}

}  // namespace

base::Result<std::unique_ptr<PythonRun>> PythonRun::start(const MeasureStarts& order,
                                                          const std::string& method, const Guarded& guarded) {
  std::string folder =
      std::filesystem::temp_directory_path().native() + "/pymp-" + guarded.names.prefix + "XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr)
    return base::system_error("A folder for python3's times could not be made", errno);
  std::unique_ptr<PythonRun> run(new PythonRun(folder, method, order.seconds));
  std::ofstream(folder + "/sitecustomize.py") << kProbe;
  std::vector<std::string> arguments{find_program(order.python), order.path};
  arguments.insert(arguments.end(), order.arguments.begin(), order.arguments.end());
  run->begin_ = Clock::now();
  run->pid_ = ::fork();
  if (run->pid_ < 0) return base::system_error("python3 could not be started", errno);
  if (run->pid_ == 0) become_python(arguments, environment_for(folder, method), guarded.group);
  return run;
}

PythonRun::~PythonRun() {
  if (pid_ > 0 && !over_) stop();
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void PythonRun::turn() {
  if (over_) return;
  const bool some_left = reap_children([this](pid_t pid, int) { ended_ = ended_ || pid == pid_; });
  const auto now = Clock::now();
  if (ended_ && !some_left) return finish();
  const Moments moments = moments_in(folder_ + kNotes);
  if (!first_line_ && !moments.first_lines.empty()) first_line_ = now;
  if (moments.starts.size() > kMostStarts)
    times_.end = "stopped: it starts one process after the other";
  else if (now - begin_ > std::chrono::duration<double>(seconds_))
    times_.end = "stopped: it had not ended in time";
  else if (!first_line_ || now - *first_line_ < kAfterFirstLine)
    return;
  stop();
}

// The tracker goes last: it removes the names that the others leave.
void PythonRun::stop() {
  if (over_) return;
  const auto deadline = Clock::now() + kTrackerPatience;
  for (bool trackers_left = true; trackers_left && Clock::now() < deadline;) {
    for (const ProcessLine& line : lines_of(descendants_of(::getpid()))) {
      if (!is_tracker(line)) ::kill(line.pid, SIGKILL);
    }
    trackers_left = reap_children({});
    if (trackers_left) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  finish();
}

void PythonRun::finish() {
  end_descendants(kKillPatience, {});
  over_ = true;
  read_times();
}

void PythonRun::read_times() {
  const Moments moments = moments_in(folder_ + kNotes);
  times_.version = moments.version;
  const auto& starts = moments.starts;
  auto chosen =
      std::find_if(starts.begin(), starts.end(), [&](const auto& s) { return s.method == method_; });
  if (chosen == starts.end()) chosen = starts.begin();
  if (chosen == starts.end()) return;
  times_.chosen = chosen->method;
  for (const Moments::Start& start : starts) {
    const auto first_line = moments.first_lines.find(start.name);
    if (first_line == moments.first_lines.end() || start.method != chosen->method) continue;
    auto& values = start.name == chosen->name ? times_.first_us : times_.later_us;
    values.push_back(static_cast<double>(first_line->second - start.time) / 1e3);
  }
}

std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return ::access(name.c_str(), X_OK) == 0 ? name : "";
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "/usr/bin:/bin" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    const std::string candidate = (folder.empty() ? "." : folder) + "/" + name;
    if (::access(candidate.c_str(), X_OK) == 0 && !std::filesystem::is_directory(candidate)) return candidate;
  }
  return "";
}

}  // namespace forkscope::lab
