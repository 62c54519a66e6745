#include "core/lab/outcomes_run.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <initializer_list>
#include <utility>

#include "core/lab/process_table.h"
#include "core/lab/signals.h"

namespace forkscope::lab {

namespace {

std::vector<std::string> command_line_of(const ExploreOutcomes& order,
                                         const std::vector<std::string>& flags) {
  std::vector<std::string> arguments{"forkscope-lab", "outcomes",     "--messages",
                                     "--stay",        "--max-states", std::to_string(order.max_states)};
  if (!order.start_method.empty()) arguments.insert(arguments.end(), {"--start-method", order.start_method});
  if (order.with_kills) arguments.push_back("--kill");
  if (order.every_bytecode) arguments.push_back("--every-bytecode");
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  arguments.insert(arguments.end(), {"--", order.path});
  arguments.insert(arguments.end(), order.arguments.begin(), order.arguments.end());
  return arguments;
}

[[noreturn]] void become_search(std::vector<std::string> arguments, int input, int output) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  ::setpgid(0, 0);
  ::dup2(input, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  SignalQueue::restore_for_program();
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  ::execv("/proc/self/exe", argv.data());
  ::_exit(127);
}

void close_all(std::initializer_list<int> descriptors) {
  for (const int descriptor : descriptors) {
    if (descriptor >= 0) ::close(descriptor);
  }
}

}  // namespace

base::Result<std::unique_ptr<OutcomesRun>> OutcomesRun::start(const ExploreOutcomes& order,
                                                              const std::vector<std::string>& flags) {
  std::array<int, 2> in{-1, -1}, out{-1, -1};
  if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) {
    const int error = errno;
    close_all({in[0], in[1]});
    return base::system_error("A pipe could not be made", error);
  }
  const pid_t pid = ::fork();
  if (pid == 0) become_search(command_line_of(order, flags), in[0], out[1]);
  const int error = errno;
  close_all({in[0], out[1]});
  if (pid < 0) {
    close_all({in[1], out[0]});
    return base::system_error("The search could not be started", error);
  }
  leave_out(pid);
  ::fcntl(in[1], F_SETFL, O_NONBLOCK);
  ::fcntl(out[0], F_SETFL, O_NONBLOCK);
  return std::unique_ptr<OutcomesRun>(new OutcomesRun(pid, in[1], out[0]));
}

OutcomesRun::~OutcomesRun() {
  if (take_in_again(pid_)) {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  close_all({input_, output_});
}

std::vector<FromLab> OutcomesRun::turn() {
  std::vector<FromLab> messages;
  if (!gone_) read(messages);
  if (gone_) note_end(messages);
  if (!asked_ && next_ && !gone_) {
    asked_ = std::exchange(next_, std::nullopt);
    outgoing_ = encode(ToLab(*asked_)) + "\n";
  }
  write();
  return messages;
}

void OutcomesRun::read(std::vector<FromLab>& messages) {
  std::array<char, 65536> bytes{};
  ssize_t got = 0;
  while ((got = ::read(output_, bytes.data(), bytes.size())) > 0) {
    incoming_.append(bytes.data(), static_cast<std::size_t>(got));
  }
  gone_ = got == 0;
  for (std::size_t end = 0; (end = incoming_.find('\n')) != std::string::npos; incoming_.erase(0, end + 1)) {
    auto message = decode_from_lab(incoming_.substr(0, end));
    if (!message.ok()) continue;
    if (const auto* progress = std::get_if<OutcomesProgress>(&message.value())) over_ |= progress->over;
    if (std::holds_alternative<OutcomesRemaining>(message.value())) asked_.reset();
    messages.push_back(std::move(message.value()));
  }
}

// Nothing stays without an answer.
void OutcomesRun::note_end(std::vector<FromLab>& messages) {
  outgoing_.clear();
  if (!over_) {
    OutcomesProgress last{.over = true};
    last.report.stopped = "The search broke off; nothing is known.";
    messages.emplace_back(std::move(last));
    over_ = true;
  }
  for (auto* question : {&asked_, &next_}) {
    if (*question)
      messages.emplace_back(OutcomesRemaining{.schedule = (*question)->schedule,
                                              .trouble = "The search broke off; nothing is known.",
                                              .now = {},
                                              .after = {}});
    question->reset();
  }
}

void OutcomesRun::write() {
  if (outgoing_.empty()) return;
  const ssize_t written = ::write(input_, outgoing_.data(), outgoing_.size());
  if (written > 0) outgoing_.erase(0, static_cast<std::size_t>(written));
}

void OutcomesRun::ask(const FindRemaining& question) {
  next_ = question;
}

void OutcomesRun::stop() {
  if (!over_ && !gone_) ::kill(pid_, SIGINT);
}

}  // namespace forkscope::lab
