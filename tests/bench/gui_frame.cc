// CPU time of one frame of the timeline, the depth chart and the answers, with a million events at 1600x900, and of the stage
// with what is said beside it; without a GPU, so everything but the drawing of the vertices.
#include <benchmark/benchmark.h>

#include <memory>

#include "app/widgets/strip.h"
#include "tests/support/chart_scene.h"
#include "tests/support/headless_gui.h"
#include "tests/support/sample_trace.h"
#include "tests/support/stage_scene.h"

namespace forkscope::test {
namespace {

// Takes the strips, as the GPU would.
class NoTextures : public app::StripTextures {
 public:
  NoTextures() { app::set_strip_textures(this); }
  ~NoTextures() override { app::set_strip_textures(nullptr); }
  ImTextureID upload(std::uint64_t key, const std::vector<ImU32>& colours) override {
    benchmark::DoNotOptimize(colours.data());
    return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(key + 1));
  }
};

ChartScene& scene_of(std::size_t events) {
  static std::map<std::size_t, std::unique_ptr<ChartScene>> scenes;
  std::unique_ptr<ChartScene>& scene = scenes[events];
  if (scene == nullptr) {
    scene = std::make_unique<ChartScene>();
    TraceScript script;
    crowd(script, CrowdShape{.producers = 6, .consumers = 6, .events = events});
    scene->show(script);
  }
  return *scene;
}

// Argument 0: events; argument 1: one part in so many of the time is in view.
void frame(benchmark::State& state) {
  ChartScene& scene = scene_of(static_cast<std::size_t>(state.range(0)));
  const std::int64_t span = scene.store.end_ns() / state.range(1);
  const std::int64_t middle = scene.store.end_ns() / 2;
  scene.window = state.range(1) == 1 ? app::TimeWindow{0, span + span / 30, true}
                                     : app::TimeWindow{middle, middle + span, false};
  HeadlessGui gui(1600, 900);
  const NoTextures textures;
  gui.move(800, 300);
  for (auto _ : state) gui.frame([&] { scene.draw(1600, 900, 300); });
  state.counters["vertices"] = gui.vertices();
}
BENCHMARK(frame)
    ->Unit(benchmark::kMillisecond)
    ->ArgsProduct({{1'000'000}, {1, 10, 100, 1000, 10'000}})
    ->Args({10'000, 1});

// Arguments: processes, queues.
void stage(benchmark::State& state) {
  StageScene scene("crowd", static_cast<int>(state.range(0)), static_cast<int>(state.range(1)));
  HeadlessGui gui(1600, 900);
  for (auto _ : state) gui.frame([&] { scene.draw(1600, 900); });
  state.counters["vertices"] = gui.vertices();
}
BENCHMARK(stage)->Unit(benchmark::kMillisecond)->Args({1, 1})->Args({8, 3})->Args({24, 8});

}  // namespace
}  // namespace forkscope::test

BENCHMARK_MAIN();
