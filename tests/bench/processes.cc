// What a process costs: fork and spawn of the smallest program, from the Request to the reaped child.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "core/kernel/real/real_kernel.h"

namespace forkscope::kernel {
namespace {

struct Starter {
  Starter() : kernel(std::move(RealKernel::create(std::move(trace::Arena::create()).value())).value()) {
    kernel->begin_main_thread(thread);
  }
  void reap(std::int64_t pid) { kernel->ask(thread, {.kind = EventKind::process_wait, .handle = pid}); }

  std::unique_ptr<RealKernel> kernel;
  Thread thread;
};

void BM_ForkAndReap(benchmark::State& state) {
  Starter starter;
  for (auto _ : state) {
    const Answer child = starter.kernel->ask(starter.thread, {.kind = EventKind::process_fork});
    if (child.value == 0) {
      starter.kernel->after_fork_in_child(starter.thread);
      starter.kernel->ask(starter.thread, {.kind = EventKind::process_exit});
    }
    starter.reap(child.value);
  }
}
BENCHMARK(BM_ForkAndReap)->UseRealTime();

void BM_SpawnAndReap(benchmark::State& state) {
  Starter starter;
  const std::vector<std::string> line = {FORKSCOPE_SPAWN_HELPER, "exit", "0"};
  Request request;
  request.kind = EventKind::process_spawn;
  request.arguments = &line;
  for (auto _ : state) starter.reap(starter.kernel->ask(starter.thread, request).value);
}
BENCHMARK(BM_SpawnAndReap)->UseRealTime();

}  // namespace
}  // namespace forkscope::kernel

BENCHMARK_MAIN();
