#include "core/lab/run_command.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <utility>

#include "core/base/log.h"
#include "core/kernel/real/session_variables.h"
#include "core/lab/fail.h"
#include "core/lab/guard.h"
#include "core/lab/hosted.h"
#include "core/lab/program_text.h"
#include "core/lab/session.h"
#include "core/lab/signals.h"
#include "core/trace/reader.h"
#include "core/trace/trace_file.h"

namespace forkscope::lab {

namespace {

constexpr int kTurnMs = 100;
constexpr int kTurnWithTraceMs = 2;

// The trace of a run, collected while it goes on.
class Recording {
 public:
  explicit Recording(const trace::Arena& arena) : reader_(&arena, &store_) {}

  void turn() { reader_.poll(); }
  base::Status write(const RunOptions& options, const std::string& source, const trace::Arena& arena) {
    reader_.finish();
    const trace::TraceFileHeader header{options.file, source, arena.header().origin_wall_ns};
    return trace::write_trace(options.trace_file, header, store_);
  }
  void print_stats() const {
    std::fprintf(stderr, "forkscope-lab: %zu events, %llu lost\n", store_.size(),
                 static_cast<unsigned long long>(store_.lost()));
  }

 private:
  trace::Store store_{trace::Store::Content::only_events};
  trace::Reader reader_;
};

class Supervisor {
 public:
  Supervisor(const RunOptions& options, Guarded guarded) : options_(options), guarded_(std::move(guarded)) {}

  int run(const std::string& source) {
    SessionPlan plan;
    plan.arguments = options_.command_line;
    plan.names = guarded_.names;
    plan.group = guarded_.group;
    plan.tracing = plan.lossless = records();
    plan.terminal_output = ::isatty(STDOUT_FILENO) != 0;
    auto started = Session::start(plan);
    if (!started.ok()) return fail(started.error().message);
    Session& session = *started.value();

    std::unique_ptr<Recording> recording;
    if (records()) recording = std::make_unique<Recording>(session.arena());
    while (!session.over()) {
      wait(session);
      session.turn();
      if (recording) recording->turn();
    }
    if (recording && options_.stats) recording->print_stats();
    if (recording && !options_.trace_file.empty()) {
      const base::Status written = recording->write(options_, source, session.arena());
      if (!written.ok()) return fail(written.error().message);
    }
    return leave(session);
  }

 private:
  bool records() const { return !options_.trace_file.empty() || options_.stats; }

  void wait(Session& session) {
    pollfd descriptors[] = {{signals_.descriptor(), POLLIN, 0}, {guarded_.guard_handle, POLLIN, 0}};
    ::poll(descriptors, 2, records() ? kTurnWithTraceMs : kTurnMs);
    if (descriptors[1].revents != 0) session.stop("");
    signals_.take([&](int signal) {
      if (signal != SIGCHLD) session.send_signal(signal);
    });
  }

  int leave(const Session& session) {
    const std::string reason = session.reason();
    if (reason.empty()) end_like(session.wait_status());
    return fail(reason);
  }

  const RunOptions& options_;
  SignalQueue signals_;
  Guarded guarded_;
};

}  // namespace

vm::ProgramSpec program_of(const RunOptions& options) {
  vm::ProgramSpec program;
  program.file = options.file;
  program.text = options.text;
  program.is_text = options.is_text;
  program.arguments = options.arguments;
  program.start_method = options.start_method;
  program.personality = options.personality;
  return program;
}

int run_command(const RunOptions& options) {
  if (std::getenv(kernel::kArenaVariable) != nullptr) return run_hosted(options);
  std::string source = options.text;
  if (!options.is_text) {
    auto text = read_program(options.file);
    if (!text.ok()) return fail(text.error().message, text.error().code);
    source = std::move(text.value());
    if (const std::string report = report_of(source, options.file); !report.empty()) {
      std::fputs(report.c_str(), stderr);
      return 1;
    }
  }
  const bool traces = !options.trace_file.empty();
  auto guarded = begin_guarded(-1, traces ? trace::unfinished_trace(options.trace_file) : "");
  if (!guarded.ok()) {
    base::log(guarded.error().message);
    return 1;
  }
  return Supervisor(options, std::move(guarded.value())).run(source);
}

}  // namespace forkscope::lab
