#include "core/lab/compare_run.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

#include "core/lab/compare_program.h"

namespace forkscope::lab {

namespace {

// Beside the workers: the program itself, its server, the resource tracker, the fork server.
constexpr std::uint32_t kOtherProcesses = 8;
constexpr std::uint32_t kMostWorkers = 64;

// Numbers as the program takes them, see its text.
std::vector<std::string> program_arguments(const CompareSettings& settings, const CompareCommand& command,
                                           const std::string& folder) {
  return {folder + "/compare_program.py",
          folder + "/result",
          settings.work == "function" ? std::filesystem::absolute(settings.path).string() : "",
          command.way,
          std::to_string(command.workers),
          settings.work,
          std::to_string(settings.tasks),
          std::to_string(settings.size),
          std::to_string(settings.bytes),
          std::to_string(settings.chunk),
          settings.pool_call,
          std::to_string(settings.tasks_per_child)};
}

SessionPlan plan_for(const CompareSettings& settings, const CompareCommand& command,
                     const std::string& folder, const Guarded& guarded) {
  SessionPlan plan;
  plan.executable = command.python;
  plan.arguments = command.python.empty() ? std::vector<std::string>{"forkscope-lab", "run"}
                                          : std::vector<std::string>{command.python};
  for (std::string& argument : program_arguments(settings, command, folder))
    plan.arguments.push_back(std::move(argument));
  plan.names = guarded.names;
  plan.group = guarded.group;
  plan.piped = plan.closed_input = true;
  plan.tracing = plan.lossless = command.traced;
  plan.process_budget = kMostWorkers + kOtherProcesses;
  plan.environment = {"TMPDIR=" + folder, "PYTHONDONTWRITEBYTECODE=1"};
  return plan;
}

std::string last_line(const std::string& text) {
  const std::size_t end = text.find_last_not_of('\n');
  if (end == std::string::npos) return "";
  const std::size_t before = text.rfind('\n', end);
  return text.substr(before == std::string::npos ? 0 : before + 1,
                     end - (before == std::string::npos ? 0 : before + 1) + 1);
}

std::string how_it_ended(const Session& session) {
  if (!session.reason().empty()) return session.reason();
  if (session.stopped_by_user()) return "It was stopped.";
  const std::string said = last_line(session.errors());
  const int status = session.wait_status();
  if (WIFSIGNALED(status)) {
    const char* name = ::strsignal(WTERMSIG(status));
    return "It was ended by a signal (" + std::string(name == nullptr ? "?" : name) + ").";
  }
  return said.empty() ? "It ended with exit code " + std::to_string(WEXITSTATUS(status)) + "." : said;
}

}  // namespace

base::Result<std::unique_ptr<CompareRun>> CompareRun::start(const CompareSettings& settings,
                                                            const CompareCommand& command,
                                                            const Guarded& guarded) {
  std::string folder =
      std::filesystem::temp_directory_path().native() + "/pymp-" + guarded.names.prefix + "XXXXXX";
  if (::mkdtemp(folder.data()) == nullptr)
    return base::system_error("A folder for the measurement could not be made", errno);
  std::ofstream(folder + "/compare_program.py") << kCompareProgram;
  std::ofstream(folder + "/result");
  std::ifstream result(folder + "/result");
  auto session = Session::start(plan_for(settings, command, folder, guarded));
  if (!session.ok()) return session.error();
  std::unique_ptr<CompareRun> run(
      new CompareRun(folder, std::move(result), std::move(session.value()), settings.seconds));
  if (command.traced) run->reader_ = std::make_unique<trace::Reader>(&run->session_->arena(), &run->store_);
  return run;
}

CompareRun::CompareRun(std::string folder, std::ifstream result, std::unique_ptr<Session> session,
                       double seconds)
    : folder_(std::move(folder)),
      result_(std::move(result)),
      session_(std::move(session)),
      seconds_(seconds) {}

CompareRun::~CompareRun() {
  if (!session_->over()) session_->stop("");
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

void CompareRun::turn() {
  if (session_->over()) return;
  session_->turn();
  if (reader_) reader_->poll();
  end_ = Clock::now();
  if (!session_->over() && end_ - begin_ > std::chrono::duration<double>(seconds_))
    session_->stop(not_ended_after(seconds_));
  if (session_->over() && reader_) reader_->finish();
}

double CompareRun::took_s() const {
  return std::chrono::duration<double>(end_ - begin_).count();
}

CompareOutcome CompareRun::outcome() {
  return outcome_of(result_, how_it_ended(*session_));
}

CompareOutcome outcome_of(std::istream& result, const std::string& how_it_ended) {
  CompareOutcome outcome;
  for (std::string line; std::getline(result, line);) {
    const std::size_t space = line.find(' ');
    if (space == std::string::npos) continue;
    const std::string what = line.substr(0, space), value = line.substr(space + 1);
    if (what == "python") outcome.version = value;
    if (what == "seconds") outcome.seconds = std::strtod(value.c_str(), nullptr);
    if (what == "answer") outcome.answer = value;
    if (what == "error") outcome.trouble = value;
  }
  if (outcome.seconds < 0 && outcome.trouble.empty()) outcome.trouble = how_it_ended;
  return outcome;
}

}  // namespace forkscope::lab
