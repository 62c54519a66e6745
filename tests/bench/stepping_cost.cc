// What stepping costs those who do not step, and going back: a Request through the open gate of the stepped
// kernel beside the real kernel, and the world at a step of a run of 100,000. See RESULTS.md.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <random>
#include <vector>

#include "core/kernel/stepped/stepped_kernel.h"
#include "tests/support/sample_trace.h"

namespace forkscope {
namespace {

constexpr std::size_t kSteps = 100'000;

// Of this thread: others on a busy machine do not count.
double processor_us() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e6 + static_cast<double>(now.tv_nsec) / 1e3;
}

template <typename Kernel>
void BM_LockAcquireAndRelease(benchmark::State& state) {
  auto arena = trace::Arena::create();
  arena.value().header().tracing = 0;
  const auto kernel = std::move(Kernel::create(std::move(arena).value())).value();
  kernel::Thread thread;
  kernel->begin_main_thread(thread);
  const std::int64_t lock = kernel->ask(thread, {.kind = trace::EventKind::lock_create}).value;
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        kernel->ask(thread, {.kind = trace::EventKind::lock_acquire, .handle = lock}).value);
    kernel->ask(thread, {.kind = trace::EventKind::lock_release, .handle = lock});
  }
  state.SetItemsProcessed(2 * static_cast<std::int64_t>(state.iterations()));
}
BENCHMARK(BM_LockAcquireAndRelease<kernel::RealKernel>);
BENCHMARK(BM_LockAcquireAndRelease<kernel::SteppedKernel>);

// One step back is as far as a hundred thousand.
void BM_WorldOfAStep(benchmark::State& state) {
  test::TraceScript script;
  test::crowd(script, test::CrowdShape{.producers = 4, .consumers = 4, .events = kSteps});
  trace::Store store;
  script.fill(store);
  std::mt19937_64 random(5);
  std::vector<double> times_us;
  for (auto _ : state) {
    const trace::Event& step = store.event(store.first_index() + random() % store.size());
    const double begin = processor_us();
    benchmark::DoNotOptimize(&store.world_at(step.time_ns));
    times_us.push_back(processor_us() - begin);
  }
  std::sort(times_us.begin(), times_us.end());
  state.counters["median us"] = times_us[times_us.size() / 2];
  state.counters["worst us"] = times_us.back();
}
BENCHMARK(BM_WorldOfAStep)->Iterations(20'000);

}  // namespace
}  // namespace forkscope

BENCHMARK_MAIN();
