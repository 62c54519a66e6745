#include <algorithm>

#include "core/lab/compare_sentences.h"
#include "core/lab/compare_settings.h"

namespace forkscope::lab {

namespace {

constexpr double kBusy = 0.1;  // of all cores
constexpr double kWideSpread = 0.25;
constexpr double kShortRun = 0.02;  // seconds
constexpr double kCostlyTracing = 0.1;

// The one of all ways for which `value` is greatest; null if it is nowhere above `limit`.
template <typename ValueOf>
const CompareMeasured* worst_of(const std::vector<CompareWayReport>& ways, double limit, ValueOf value_of,
                                std::string_view& name) {
  const CompareMeasured* worst = nullptr;
  for (const CompareWayReport& way : ways) {
    for (const CompareMeasured& measured : way.measured) {
      if (measured.median_s <= 0 || value_of(measured) <= limit) continue;
      if (worst != nullptr && value_of(measured) <= value_of(*worst)) continue;
      worst = &measured;
      name = find_way(way.way)->called;
    }
  }
  return worst;
}

}  // namespace

std::vector<CompareSentence> warnings_of(const CompareReport& report) {
  std::vector<CompareSentence> warnings;
  const CompareWork* work = find_work(report.settings.work);
  const CompareMachine& machine = report.machine;
  const int most = report.settings.workers.empty() ? 0 : report.settings.workers.back();
  const auto warn = [&](const char* rule, const char* pattern, std::vector<CompareNumber> numbers) {
    warnings.push_back(make_sentence(rule, pattern, std::move(numbers)));
  };
  std::string_view way;
  if (work != nullptr && work->computes && most > machine.cores)
    warn("more_workers_than_cores",
         "Up to {workers} workers share {cores} cores: what computes cannot get faster beyond.",
         {whole("workers", most), whole("cores", machine.cores)});
  const double busy = std::max(machine.load_before, machine.others_load);
  if (busy > kBusy * machine.cores)
    warn("machine_is_busy",
         "Other programs kept {busy} of {cores} cores busy: the times are not those of a quiet machine.",
         {times("busy", busy), whole("cores", machine.cores)});
  if (const auto* wide = worst_of(
          report.ways, kWideSpread, [](const auto& m) { return m.spread; }, way))
    warn("wide_spread", "The runs of {workers} workers ({way}) differ by {spread} % of their median.",
         {whole("workers", wide->workers), text("way", std::string(way)), percent("spread", wide->spread)});
  if (const auto* hasty = worst_of(
          report.ways, -kShortRun, [](const auto& m) { return -m.median_s; }, way))
    warn("short_runs", "A run of {workers} workers ({way}) takes {time} ms only: more tasks would tell more.",
         {whole("workers", hasty->workers), text("way", std::string(way)),
          milliseconds("time", hasty->median_s)});
  if (const auto* costly = worst_of(
          report.ways, kCostlyTracing, [](const auto& m) { return m.tracing; }, way))
    warn("costly_tracing",
         "The run that shows where the time went, of {workers} workers ({way}), took {tracing} % longer than "
         "the others.",
         {whole("workers", costly->workers), text("way", std::string(way)),
          percent("tracing", costly->tracing)});
  return warnings;
}

}  // namespace forkscope::lab
