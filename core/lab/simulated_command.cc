#include "core/lab/simulated_command.h"

#include <cstdio>

#include "core/explore/simulated_run.h"
#include "core/lab/fail.h"
#include "core/lab/guard.h"
#include "core/lab/program_text.h"
#include "core/library/library_images.h"
#include "core/vm/library_texts.h"

namespace forkscope::lab {

namespace {

constexpr std::uint64_t kMostSteps = 5'000'000;
constexpr int kStuck = 3, kStopped = 4, kRefused = 5;

}  // namespace

int run_simulated(const RunOptions& options) {
  if (!options.is_text) {
    const auto text = read_program(options.file);
    if (!text.ok()) return fail(text.error().message, text.error().code);
    if (const std::string report = report_of(text.value(), options.file); !report.empty()) {
      std::fputs(report.c_str(), stderr);
      return 1;
    }
  }
  auto arena = trace::Arena::create();
  if (!arena.ok()) return fail(arena.error().message, 1);
  arena.value().header().tracing = 0;
  vm::use_library_images(library::images());
  explore::SimulatedRun run(arena.value(), program_of(options), [](int to, std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), to == 2 ? stderr : stdout);
  });
  const explore::SimulatedEnd end = run.run(kMostSteps);
  switch (end.kind) {
    case explore::SimulatedEnd::Kind::refused:
      return fail(end.reason, kRefused);
    case explore::SimulatedEnd::Kind::stopped:
      return fail(end.reason, kStopped);
    case explore::SimulatedEnd::Kind::stuck:
      return fail("Nobody can move any more.", kStuck);
    case explore::SimulatedEnd::Kind::ended:
      break;
  }
  std::fflush(stdout);
  if (end.exit_code < 0) end_like(-end.exit_code);
  return end.exit_code;
}

}  // namespace forkscope::lab
