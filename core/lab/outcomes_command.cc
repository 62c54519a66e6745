#include "core/lab/outcomes_command.h"

#include <signal.h>

#include <chrono>
#include <cstdio>

#include "core/explore/limits.h"
#include "core/explore/object_names.h"
#include "core/explore/search.h"
#include "core/lab/fail.h"
#include "core/lab/outcomes_remaining.h"
#include "core/lab/outcomes_text.h"
#include "core/lab/program_text.h"
#include "core/lab/protocol.h"
#include "core/library/library_images.h"
#include "core/trace/arena.h"
#include "core/vm/library_texts.h"

namespace forkscope::lab {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kStopped = 3;
constexpr std::chrono::milliseconds kBetweenMessages{200};

volatile sig_atomic_t is_asked_to_stop = 0;

void stop_at_interrupt() {
  struct sigaction action {};
  action.sa_handler = [](int) { is_asked_to_stop = 1; };
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
}

void send(const OutcomesProgress& progress) {
  const std::string line = encode(FromLab(progress)) + "\n";
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fflush(stdout);
}

// Says how far the search is, and whether it may go on.
class Watch {
 public:
  explicit Watch(bool tells) : tells_(tells) {}

  bool operator()(const explore::SearchProgress& progress) {
    const Clock::time_point now = Clock::now();
    if (tells_ && now >= next_) {
      next_ = now + kBetweenMessages;
      send({.states = static_cast<double>(progress.states),
            .transitions = static_cast<double>(progress.transitions),
            .seconds = seconds()});
    }
    return is_asked_to_stop == 0;
  }
  double seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

 private:
  bool tells_;
  Clock::time_point begin_ = Clock::now(), next_ = begin_;
};

explore::SearchOptions search_of(const OutcomesOptions& options) {
  explore::SearchOptions search;
  search.program.file = options.file;
  search.program.arguments = options.arguments;
  search.program.start_method = options.start_method;
  search.program.personality = options.personality;
  search.most_states = options.most_states;
  search.most_bytes = options.most_megabytes << 20;
  search.kills = options.kills;
  if (options.every_bytecode) search.switch_at = trace::SwitchAt::every_bytecode;
  return search;
}

void print_stats(const explore::Search& search, double seconds) {
  const explore::SearchProgress progress = search.progress();
  const explore::Insides::Work& work = search.work();
  const double states = static_cast<double>(progress.states);
  std::fprintf(stderr,
               "%.0f states in %.3f s: %.0f a second, %.0f bytes each; Python ran %llu times, was saved %llu "
               "and loaded %llu times\n",
               states, seconds, states / seconds, static_cast<double>(progress.bytes) / states,
               static_cast<unsigned long long>(work.runs), static_cast<unsigned long long>(work.saves),
               static_cast<unsigned long long>(work.loads));
}

int fail(const OutcomesOptions& options, const std::string& message) {
  if (options.messages) {
    OutcomesProgress last{.over = true};
    last.report.path = options.file;
    last.report.stopped = message;
    send(last);
  }
  return lab::fail(message);
}

void print(const OutcomesOptions& options, const OutcomesReport& report) {
  if (options.messages) {
    send({.over = true,
          .states = report.states,
          .transitions = report.transitions,
          .seconds = report.seconds,
          .report = report});
    return;
  }
  const std::string text = options.json ? json_of(report) + "\n" : table_of(report);
  std::fwrite(text.data(), 1, text.size(), stdout);
}

}  // namespace

int outcomes_command(const OutcomesOptions& options) {
  const auto text = read_program(options.file);
  if (!text.ok()) return fail(options, text.error().message);
  if (const std::string faults = report_of(text.value(), options.file); !faults.empty()) {
    std::fputs(faults.c_str(), stderr);
    return 1;
  }
  auto arena = trace::Arena::create();
  if (!arena.ok()) return fail(options, arena.error().message);
  arena.value().header().tracing = 0;
  vm::use_library_images(library::images());
  stop_at_interrupt();
  Watch watch(options.messages);
  explore::SearchOptions wanted = search_of(options);
  // Neither is taken apart: their Vms would take their time for it, and go with this process anyway.
  static const auto* const names = new explore::ObjectNames(arena.value(), wanted.program);
  wanted.name_of = [](base::ObjectId object) { return names->name_of(object); };
  wanted.goes_on = [&watch](const explore::SearchProgress& progress) { return watch(progress); };
  static explore::Search& search = *new explore::Search(arena.value(), std::move(wanted));
  if (const base::Status done = search.search(); !done.ok()) return fail(options, done.error().message);
  if (options.stats) print_stats(search, watch.seconds());
  OutcomesReport report = report_of(search.graph());
  const std::string limit = explore::limit_of(text.value());
  if (report.complete && !limit.empty()) {
    report.complete = false;
    report.stopped = limit;
  }
  report.path = options.file;
  report.start_method = options.start_method;
  report.seconds = watch.seconds();
  print(options, report);
  if (options.stays) answer_questions(search, report, limit.empty());
  return report.complete ? 0 : kStopped;
}

}  // namespace forkscope::lab
