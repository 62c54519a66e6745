// What the window pays for a million events: appending them, going back in time, memory.
#include <benchmark/benchmark.h>

#include <cstdio>
#include <memory>
#include <random>

#include "tests/support/sample_trace.h"

namespace forkscope::test {
namespace {

constexpr std::size_t kEvents = 1'000'000;

const TraceScript& million() {
  static const std::unique_ptr<TraceScript> script = [] {
    auto made = std::make_unique<TraceScript>();
    crowd(*made, CrowdShape{.producers = 4, .consumers = 4, .events = kEvents});
    return made;
  }();
  return *script;
}

const trace::Store& million_stored() {
  static const std::unique_ptr<trace::Store> store = [] {
    auto made = std::make_unique<trace::Store>();
    million().fill(*made);
    return made;
  }();
  return *store;
}

double resident_mebibytes() {
  std::FILE* statm = std::fopen("/proc/self/statm", "r");
  long size = 0, resident = 0;
  if (statm == nullptr || std::fscanf(statm, "%ld %ld", &size, &resident) != 2) resident = 0;
  if (statm != nullptr) std::fclose(statm);
  return static_cast<double>(resident) * 4096 / (1 << 20);
}

void append_a_million(benchmark::State& state) {
  const TraceScript& script = million();
  for (auto _ : state) {
    trace::Store store;
    script.fill(store);
    benchmark::DoNotOptimize(store.now().events);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(script.events().size()));
}
void world_at_any_time(benchmark::State& state) {
  million();
  const double before = resident_mebibytes();
  const trace::Store& store = million_stored();
  static const double grown = resident_mebibytes() - before;
  std::mt19937_64 random(5);
  for (auto _ : state) {
    const auto time_ns = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(store.end_ns()));
    benchmark::DoNotOptimize(&store.world_at(time_ns));
  }
  state.counters["MiB of a store"] = grown;
}
// First: memory that another benchmark gave back would hide what the store takes.
BENCHMARK(world_at_any_time)->Unit(benchmark::kMillisecond);
BENCHMARK(append_a_million)->Unit(benchmark::kMillisecond);

void fold_only(benchmark::State& state) {
  const TraceScript& script = million();
  for (auto _ : state) {
    trace::World world;
    for (const trace::Event& event : script.events()) trace::fold(world, event);
    benchmark::DoNotOptimize(world.events);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(script.events().size()));
}
BENCHMARK(fold_only)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace forkscope::test

BENCHMARK_MAIN();
