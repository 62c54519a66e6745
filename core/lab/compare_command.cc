#include "core/lab/compare_command.h"

#include <unistd.h>

#include <cstdio>

#include "core/lab/compare.h"
#include "core/lab/compare_settings.h"
#include "core/lab/compare_text.h"
#include "core/lab/fail.h"
#include "core/lab/measuring.h"
#include "core/lab/program_text.h"

namespace forkscope::lab {

namespace {

constexpr int kUsageError = 2;

// On a terminal: which run it is, and how long it will take.
void show_progress(const CompareProgress& progress) {
  std::fprintf(stderr, "\r\033[K%d of %d, about %.0f s left  %s %d%s", progress.done, progress.runs,
               progress.remaining_s < 0 ? 0 : progress.remaining_s, progress.way.c_str(), progress.workers,
               progress.by_python ? " python3" : "");
}

std::string text_of(const CompareReport& report, CompareFormat format) {
  switch (format) {
    case CompareFormat::json:
      return json_of(report);
    case CompareFormat::csv:
      return csv_of(report);
    case CompareFormat::table:
      break;
  }
  return table_of(report);
}

}  // namespace

int compare_command(const CompareSettings& settings, CompareFormat format) {
  if (const std::string objection = objection_to(settings); !objection.empty())
    return fail(objection, kUsageError);
  if (settings.work == "function") {
    if (const int code = check_command(settings.path); code != 0) return code;
  }
  auto guarded = begin_guarded(-1);
  if (!guarded.ok()) return fail(guarded.error().message);
  Compare compare(settings, guarded.value());
  const bool shows = ::isatty(STDERR_FILENO) != 0;
  const bool whole = measure(compare, guarded.value(), [&] {
    if (shows) show_progress(compare.progress());
  });
  if (shows) std::fputs("\r\033[K", stderr);
  std::fputs(text_of(compare.progress().report, format).c_str(), stdout);
  return whole ? 0 : kInterrupted;
}

}  // namespace forkscope::lab
