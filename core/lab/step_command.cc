#include "core/lab/step_command.h"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <utility>

#include "core/base/log.h"
#include "core/lab/fail.h"
#include "core/lab/guard.h"
#include "core/lab/program_text.h"
#include "core/lab/session.h"
#include "core/lab/signals.h"
#include "core/lab/step_report.h"
#include "core/lab/step_run.h"
#include "core/lab/stepper.h"
#include "core/trace/reader.h"

namespace forkscope::lab {

namespace {

constexpr int kUsage = 2;

std::vector<std::string> command_line_of(const StepOptions& options) {
  std::vector<std::string> arguments{"forkscope-lab", "run"};
  if (!options.start_method.empty())
    arguments.insert(arguments.end(), {"--start-method", options.start_method});
  const std::vector<std::string> flags = options.personality.flags();
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  if (!options.arguments.empty()) arguments.push_back("--");
  arguments.push_back(options.file);
  arguments.insert(arguments.end(), options.arguments.begin(), options.arguments.end());
  return arguments;
}

SessionPlan plan_of(const StepOptions& options, const Guarded& guarded) {
  SessionPlan plan;
  plan.arguments = command_line_of(options);
  plan.names = guarded.names;
  plan.group = guarded.group;
  plan.piped = plan.closed_input = true;
  plan.tracing = plan.lossless = !options.quiet;
  plan.stepped = true;
  plan.entropy = options.entropy;
  return plan;
}

// Runs the program again and again, each time in a session of its own.
class Runner {
 public:
  Runner(const StepOptions& options, Guarded guarded) : options_(options), guarded_(std::move(guarded)) {}

  base::Result<StepReport> run(const StepSchedule& schedule, const StepPolicy& policy) {
    auto started = Session::start(plan_of(options_, guarded_));
    if (!started.ok()) return started.error();
    Session& session = *started.value();
    trace::Store store;
    trace::Reader reader(&session.arena(), &store);
    const auto begin = std::chrono::steady_clock::now();
    Stepper stepper(session.arena(), [&] {
      session.turn();
      if (!options_.quiet) reader.poll();
      watch(session);
    });
    if (base::Status settled = stepper.settle(); !settled.ok()) return settled.error();
    StepReport report;
    StepRun steps(stepper, policy, options_.repeat > 1 ? &memory_ : nullptr);
    report.outcome = steps.run(schedule);
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    report.clock_ns = stepper.now_ns();
    session.turn();
    reader.finish();
    report.stuck =
        report.outcome.end == StepEnd::stuck ? stuck_links(stepper, store.now()) : std::vector<WaitLink>();
    const bool ended = report.outcome.end == StepEnd::ended;
    // Whoever is left could not move any more, or is not meant to.
    if (!ended || !stepper.over()) session.stop("");
    while (!session.over()) {
      ::poll(nullptr, 0, 1);
      session.turn();
    }
    if (ended) report.exit_code = exit_code_of(session.wait_status());
    describe(report, store, stepper, session);
    return report;
  }

 private:
  static int exit_code_of(int status) {
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
  }

  // A signal from the terminal, or the guard's death, ends the run.
  void watch(Session& session) {
    pollfd guard{guarded_.guard_handle, POLLIN, 0};
    if (::poll(&guard, 1, 0) > 0) session.stop("");
    signals_.take([&](int signal) {
      if (signal != SIGCHLD) session.stop("");
    });
  }

  void describe(StepReport& report, const trace::Store& store, const Stepper& stepper,
                const Session& session) const {
    report.events = events_of(store, stepper.names());
    for (const trace::OutputPiece& piece : store.output())
      (piece.is_error ? report.errors : report.output) += store.string(piece.text);
    // What the engine itself says when it breaks is in no event.
    if (session.errors().size() > report.errors.size()) report.errors = session.errors();
  }

  const StepOptions& options_;
  StepMemory memory_;
  Guarded guarded_;
  SignalQueue signals_;
};

void print(const StepReport& report) {
  std::uint64_t number = 0;
  for (const StepEvent& event : report.events)
    std::printf("%6llu  %s\n", static_cast<unsigned long long>(++number), line_of(event).c_str());
  std::printf("schedule: %s\nsteps: %llu\nend: %s\n", print_schedule(report.outcome.done).c_str(),
              static_cast<unsigned long long>(report.outcome.steps), end_of(report).c_str());
  for (const WaitLink& link : report.stuck) std::printf("stuck: %s\n", line_of(link).c_str());
  if (!report.output.empty()) std::printf("output:\n%s", report.output.c_str());
  if (!report.errors.empty()) std::fprintf(stderr, "%s", report.errors.c_str());
}

int exit_code(const StepReport& report) {
  constexpr int kStuck = 3, kStopped = 4;
  switch (report.outcome.end) {
    case StepEnd::ended:
      return report.exit_code == 0 ? 0 : 1;
    case StepEnd::stuck:
      return kStuck;
    case StepEnd::stopped:
      return kStopped;
    case StepEnd::refused:
      break;
  }
  return kUsage;
}

// Itself, or with "@" before it the name of a file that has it.
base::Result<StepSchedule> read_schedule(const std::string& text) {
  if (!text.starts_with('@')) return parse_schedule(text);
  std::ifstream file(text.substr(1));
  const std::string content{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open()) return base::Error{"The file " + text.substr(1) + " cannot be read."};
  return parse_schedule(content);
}

int run_all(Runner& runner, const StepOptions& options, const StepSchedule& schedule) {
  const StepPolicy policy{options.seed, options.stops, options.most_steps};
  auto first = runner.run(schedule, policy);
  if (!first.ok()) return fail(first.error().message, 1);
  const StepReport& report = first.value();
  if (options.json)
    std::printf("%s\n", json_of(report).c_str());
  else
    print(report);
  if (report.outcome.end == StepEnd::refused) return fail(report.outcome.message, kUsage);
  const StepPolicy as_before{std::nullopt, true, options.most_steps};
  for (std::uint32_t count = 2; count <= options.repeat; ++count) {
    auto again = runner.run(report.outcome.done, as_before);
    if (!again.ok()) return fail(again.error().message, 1);
    const std::string difference = first_difference(report, again.value());
    if (difference.empty()) continue;
    return fail("Run " + std::to_string(count) + " of the same schedule went another way. " + difference,
                kUsage);
  }
  return exit_code(report);
}

}  // namespace

int step_command(const StepOptions& options) {
  auto text = read_program(options.file);
  if (!text.ok()) return fail(text.error().message, text.error().code);
  if (const std::string report = report_of(text.value(), options.file); !report.empty()) {
    std::fputs(report.c_str(), stderr);
    return 1;
  }
  auto schedule = read_schedule(options.schedule);
  if (!schedule.ok()) return fail(schedule.error().message, kUsage);
  auto guarded = begin_guarded(-1);
  if (!guarded.ok()) return fail(guarded.error().message, 1);
  Runner runner(options, std::move(guarded.value()));
  return run_all(runner, options, schedule.value());
}

}  // namespace forkscope::lab
