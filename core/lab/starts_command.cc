#include "core/lab/starts_command.h"

#include <cstdio>
#include <vector>

#include "core/lab/fail.h"
#include "core/lab/guard.h"
#include "core/lab/measuring.h"
#include "core/lab/program_text.h"
#include "core/lab/starts.h"
#include "core/lab/starts_text.h"

namespace forkscope::lab {

int starts_command(const MeasureStarts& order, const std::vector<std::string>& flags, bool as_json) {
  auto source = read_program(order.path);
  if (!source.ok()) return fail(source.error().message, source.error().code);
  if (const std::string report = report_of(source.value(), order.path); !report.empty()) {
    std::fputs(report.c_str(), stderr);
    return 1;
  }
  auto guarded = begin_guarded(-1);
  if (!guarded.ok()) return fail(guarded.error().message);
  Starts starts(order, flags, guarded.value());
  const bool whole = measure(starts, guarded.value(), [] {});
  const StartsReport& report = starts.progress().report;
  std::fputs((as_json ? json_of(report) : table_of(report)).c_str(), stdout);
  return whole ? 0 : kInterrupted;
}

}  // namespace forkscope::lab
