#include "core/lab/compare_settings.h"

#include <algorithm>
#include <string_view>

namespace forkscope::lab {

namespace {

constexpr int kMostTasks = 1'000'000, kMostBytes = 100'000'000, kMostWorkers = 64, kMostRepeats = 100;
constexpr std::string_view kPoolCalls[] = {"map", "imap", "imap_unordered", "starmap", "apply_async"};

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string between(int least, int most) {
  return "between " + std::to_string(least) + " and " + std::to_string(most);
}

std::string objection_to_numbers(const CompareSettings& settings, const CompareWork& work) {
  if (settings.tasks < 1) return "There is nothing to do: at least one task is needed.";
  if (settings.tasks > kMostTasks) return "At most " + std::to_string(kMostTasks) + " tasks.";
  if (settings.size != 0 && (settings.size < work.least || settings.size > work.most))
    return "The size of a task of this work is " + between(work.least, work.most) + ".";
  if (settings.bytes < 0 || settings.bytes > kMostBytes)
    return "The bytes of an item are " + between(1, kMostBytes) + ".";
  if (settings.repeat < 1 || settings.repeat > kMostRepeats)
    return "The repetitions are " + between(1, kMostRepeats) + ".";
  if (settings.chunk < 0 || settings.tasks_per_child < 0) return "A chunk has at least one task.";
  return "";
}

}  // namespace

const CompareWork* find_work(const std::string& name) {
  const auto* found = std::find_if(std::begin(kCompareWorks), std::end(kCompareWorks),
                                   [&](const CompareWork& work) { return work.name == name; });
  return found == std::end(kCompareWorks) ? nullptr : found;
}

const CompareWay* find_way(const std::string& name) {
  const auto* found = std::find_if(std::begin(kCompareWays), std::end(kCompareWays),
                                   [&](const CompareWay& way) { return way.name == name; });
  return found == std::end(kCompareWays) ? nullptr : found;
}

std::string objection_to(const CompareSettings& settings) {
  const CompareWork* work = find_work(settings.work);
  if (work == nullptr) return "There is no work called '" + settings.work + "'.";
  if (work->name == "function" && settings.path.empty()) return "No program is open whose work() could run.";
  if (std::string objection = objection_to_numbers(settings, *work); !objection.empty()) return objection;
  if (settings.workers.empty()) return "No number of workers is given.";
  for (const int workers : settings.workers) {
    if (workers < 1 || workers > kMostWorkers)
      return "The number of workers is " + between(1, kMostWorkers) + ".";
  }
  for (const std::string& way : settings.ways) {
    if (find_way(way) == nullptr) return "There is no way called '" + way + "'.";
  }
  if (std::find(std::begin(kPoolCalls), std::end(kPoolCalls), settings.pool_call) == std::end(kPoolCalls))
    return "A Pool has no method '" + settings.pool_call + "' that is measured.";
  return "";
}

CompareSettings completed(CompareSettings settings) {
  const CompareWork& work = *find_work(settings.work);
  if (settings.size == 0) settings.size = work.size;
  if (settings.bytes == 0) settings.bytes = work.bytes;
  std::vector<std::string> ways;
  for (const CompareWay& way : kCompareWays) {
    const bool is_baseline =
        way.name == "serial" || (way.name == "serial-nogil" && contains(settings.ways, "threads-nogil") &&
                                 objection_to(*find_way("threads-nogil"), settings).empty());
    if (is_baseline || contains(settings.ways, way.name)) ways.emplace_back(way.name);
  }
  settings.ways = std::move(ways);
  std::sort(settings.workers.begin(), settings.workers.end());
  settings.workers.erase(std::unique(settings.workers.begin(), settings.workers.end()),
                         settings.workers.end());
  return settings;
}

std::string objection_to(const CompareWay& way, const CompareSettings& settings) {
  if (!way.name.ends_with("-nogil")) return "";
  if (settings.work == "io") return "Whoever waits lets go of the GIL anyway: see the other threads.";
  if (settings.work == "function") return "Whether work() lets go of the GIL is up to the program.";
  return "";
}

int chunk_of(const CompareSettings& settings, const CompareWay& way, int workers) {
  if (!way.is_pool || settings.pool_call == "apply_async") return 1;
  if (settings.chunk > 0) return settings.chunk;
  const bool divides = way.name.starts_with("pool") && !settings.pool_call.starts_with("imap");
  return divides ? std::max(1, (settings.tasks + 4 * workers - 1) / (4 * workers)) : 1;
}

}  // namespace forkscope::lab
