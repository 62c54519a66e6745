#include "core/lab/outcomes_run.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "core/lab/signals.h"

namespace forkscope::lab {

namespace {

std::vector<std::string> command_line_of(const ExploreOutcomes& order,
                                         const std::vector<std::string>& flags) {
  std::vector<std::string> arguments{"forkscope-lab", "outcomes", "--messages", "--max-states",
                                     std::to_string(order.max_states)};
  if (!order.start_method.empty()) arguments.insert(arguments.end(), {"--start-method", order.start_method});
  if (order.with_kills) arguments.push_back("--kill");
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  arguments.insert(arguments.end(), {"--", order.path});
  arguments.insert(arguments.end(), order.arguments.begin(), order.arguments.end());
  return arguments;
}

[[noreturn]] void become_search(std::vector<std::string> arguments, int output) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setpgid(0, 0);
  ::dup2(output, STDOUT_FILENO);
  SignalQueue::restore_for_program();
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  ::execv("/proc/self/exe", argv.data());
  ::_exit(127);
}

}  // namespace

base::Result<std::unique_ptr<OutcomesRun>> OutcomesRun::start(const ExploreOutcomes& order,
                                                              const std::vector<std::string>& flags) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return base::system_error("A pipe could not be made", errno);
  const pid_t pid = ::fork();
  if (pid == 0) become_search(command_line_of(order, flags), ends[1]);
  ::close(ends[1]);
  if (pid < 0) {
    ::close(ends[0]);
    return base::system_error("The search could not be started", errno);
  }
  ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
  return std::unique_ptr<OutcomesRun>(new OutcomesRun(pid, ends[0]));
}

OutcomesRun::~OutcomesRun() {
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
  ::close(output_);
}

std::vector<OutcomesProgress> OutcomesRun::turn() {
  std::array<char, 65536> bytes{};
  ssize_t got = 0;
  while ((got = ::read(output_, bytes.data(), bytes.size())) > 0) {
    incoming_.append(bytes.data(), static_cast<std::size_t>(got));
  }
  std::vector<OutcomesProgress> messages;
  for (std::size_t end = 0; (end = incoming_.find('\n')) != std::string::npos; incoming_.erase(0, end + 1)) {
    auto message = decode_from_lab(incoming_.substr(0, end));
    if (!message.ok()) continue;
    if (auto* progress = std::get_if<OutcomesProgress>(&message.value()))
      messages.push_back(std::move(*progress));
  }
  over_ = over_ || (!messages.empty() && messages.back().over);
  if (got == 0 && !over_) {
    over_ = true;
    messages.push_back({.over = true});
    messages.back().report.stopped = "The search broke off; nothing is known.";
  }
  return messages;
}

void OutcomesRun::stop() {
  ::kill(pid_, SIGINT);
}

}  // namespace forkscope::lab
