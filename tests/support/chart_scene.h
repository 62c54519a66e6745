// ChartScene: a store and everything else a Frame points to, so that the window's panels can be drawn without
// a lab: headless (tests, benchmarks) or into a picture. Plain values to be set between frames.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/model/frame.h"
#include "tests/support/trace_script.h"

namespace forkscope::test {

class ChartScene {
 public:
  trace::Store store;
  app::TimeWindow window;
  app::Selection selection;
  app::Settings settings;
  app::StepView step;
  app::StartsView starts;
  app::OutcomesView outcomes;
  app::RemainsView remains;
  app::CompareView compare;
  app::PoolView pool;
  std::int64_t cursor_ns = 0;
  bool live = true;
  app::CommandQueue commands;

  // Fills the store and shows all of it, live.
  void show(const TraceScript& script);
  app::Frame frame();

  // Draws a page with the timeline and, under it, the depth chart, as the window's layout does, and the
  // answers' panel to the right of both where `answers_width` is not 0. Between ImGui's NewFrame and Render.
  void draw(float width, float height, float answers_width = 0);

 private:
  std::vector<std::string> source_lines_;
  std::vector<app::Lesson> lessons_;
  std::vector<app::KnobView> knobs_;
  std::vector<app::SystemProcess> system_processes_;
  std::map<base::ThreadId, std::uint32_t> current_lines_;
  app::ConsoleLines console_;
};

}  // namespace forkscope::test
