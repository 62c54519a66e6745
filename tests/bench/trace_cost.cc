// What tracing costs: a ring write, a string, an open gate, a Request with tracing off and on. See
// RESULTS.md.
#include <benchmark/benchmark.h>

#include <string>

#include "core/kernel/real/real_kernel.h"
#include "core/trace/arena.h"
#include "core/trace/recorder.h"

namespace forkscope {
namespace {

trace::Arena& arena() {
  static trace::Arena arena = std::move(trace::Arena::create()).value();
  return arena;
}

// As a reader would: so that the ring never fills.
void drain(const trace::Recorder& recorder) {
  trace::ThreadSlot& slot = *recorder.slot();
  slot.tail.store(slot.head.load(std::memory_order_relaxed), std::memory_order_release);
}

void BM_RingWrite(benchmark::State& state) {
  trace::Recorder recorder(&arena(), 1, 1);
  std::int64_t number = 0;
  for (auto _ : state) {
    recorder.note(trace::EventKind::item_buffered, 7, ++number, 2);
    if (number % (trace::kRingEvents / 2) == 0) drain(recorder);
  }
  if (recorder.slot()->dropped != 0) state.SkipWithError("events were dropped");
  recorder.close();
}
BENCHMARK(BM_RingWrite);

void BM_TimeStamp(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(arena().ticks());
}
BENCHMARK(BM_TimeStamp);

void BM_InternKnownString(benchmark::State& state) {
  trace::StringTable table(&arena());
  for (auto _ : state) benchmark::DoNotOptimize(table.intern("put('red')"));
}
BENCHMARK(BM_InternKnownString);

void BM_AddString(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(arena().add_string("put('red')"));
    if (arena().header().string_end > trace::kStringBytes / 2) arena().header().string_end = 8;
  }
}
BENCHMARK(BM_AddString);

// One kernel for all: a thread that asks, on an arena of its own.
struct Asking {
  Asking()
      : kernel(std::move(kernel::RealKernel::create(std::move(trace::Arena::create()).value())).value()) {
    kernel->begin_main_thread(thread);
    kernel::Request create;
    create.kind = kernel::EventKind::sem_create;
    create.a = create.b = 1;
    const std::string name = kernel::new_semaphore_name(*kernel->arena());
    create.text = name;
    semaphore = kernel->ask(thread, create).value;
    create.kind = kernel::EventKind::sem_unlink;
    kernel->ask(thread, create);
    pipe = kernel->ask(thread, {.kind = kernel::EventKind::pipe_create});
  }
  std::unique_ptr<kernel::RealKernel> kernel;
  kernel::Thread thread;
  std::int64_t semaphore = 0;
  kernel::Answer pipe;
};

Asking& asking() {
  static Asking one;
  return one;
}

void BM_OpenGate(benchmark::State& state) {
  const kernel::Kernel& kernel = *asking().kernel;
  for (auto _ : state) benchmark::DoNotOptimize(kernel.gate_closed());
}
BENCHMARK(BM_OpenGate);

// Argument: tracing off or on. Each loop is two Requests.
void BM_SemaphoreAcquireAndRelease(benchmark::State& state) {
  Asking& one = asking();
  one.kernel->arena()->header().tracing = static_cast<std::uint32_t>(state.range(0));
  kernel::Request acquire{.kind = kernel::EventKind::sem_acquire, .handle = one.semaphore};
  kernel::Request release{.kind = kernel::EventKind::sem_release, .handle = one.semaphore};
  for (auto _ : state) {
    one.kernel->ask(one.thread, acquire);
    one.kernel->ask(one.thread, release);
    if (state.range(0) != 0) drain(one.thread.recorder);
  }
}
BENCHMARK(BM_SemaphoreAcquireAndRelease)->ArgName("tracing")->Arg(0)->Arg(1);

void BM_PipeWriteAndRead(benchmark::State& state) {
  Asking& one = asking();
  one.kernel->arena()->header().tracing = static_cast<std::uint32_t>(state.range(0));
  kernel::Request write{.kind = kernel::EventKind::fd_write, .handle = one.pipe.second, .text = "123456789"};
  kernel::Request read{.kind = kernel::EventKind::fd_read, .handle = one.pipe.value, .a = 9};
  for (auto _ : state) {
    one.kernel->ask(one.thread, write);
    one.kernel->ask(one.thread, read);
    if (state.range(0) != 0) drain(one.thread.recorder);
  }
}
BENCHMARK(BM_PipeWriteAndRead)->ArgName("tracing")->Arg(0)->Arg(1);

}  // namespace
}  // namespace forkscope

BENCHMARK_MAIN();
