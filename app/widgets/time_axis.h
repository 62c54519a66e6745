// TimeAxis: session time to pixels and back, for every chart that shares the timeline's part of time; evenly,
// or so that all steps of a stepped program are equally wide. A plain value, made anew each frame; and the
// pure arithmetic of zooming and panning.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/model/command.h"
#include "app/model/frame.h"
#include "app/model/selection.h"
#include "imgui.h"

namespace forkscope::app {

struct Tick {
  std::int64_t time_ns = 0;
  float x = 0;
  std::string label;
};

class TimeAxis {
 public:
  // `left` and `right` in pixels, right > left.
  TimeAxis(const TimeWindow& window, float left, float right);
  // By steps; `steps`, not owned and not empty, lives as long. The last step ends at `end_ns`.
  TimeAxis(const TimeWindow& window, float left, float right, const std::vector<DoneStep>& steps,
           std::int64_t end_ns);

  float x_of(std::int64_t time_ns) const {
    if (steps_ != nullptr)
      return left_ + static_cast<float>((step_of(time_ns) - first_step_) / steps_per_pixel_);
    return left_ + static_cast<float>(static_cast<double>(time_ns - begin_ns_) / ns_per_pixel_);
  }
  std::int64_t time_at(float x) const {
    if (steps_ != nullptr)
      return time_of_step(first_step_ + static_cast<double>(x - left_) * steps_per_pixel_);
    return begin_ns_ + static_cast<std::int64_t>(static_cast<double>(x - left_) * ns_per_pixel_);
  }
  bool is_of_steps() const { return steps_ != nullptr; }
  double ns_per_pixel() const { return ns_per_pixel_; }
  std::int64_t resolution_ns() const;  // the largest power of ten that is no more than a pixel, at least 1
  float left() const { return left_; }
  float right() const { return right_; }
  std::int64_t begin_ns() const { return begin_ns_; }
  std::int64_t end_ns() const { return end_ns_; }
  // Round moments (1, 2 or 5 times a power of ten apart), at least `least_distance` pixels from each other.
  std::vector<Tick> ticks(float least_distance) const;

 private:
  std::int64_t begin_ns_, end_ns_;
  float left_, right_;
  double ns_per_pixel_;

  // Steps and parts of a step before a moment, and the other way round.
  double step_of(std::int64_t time_ns) const;
  std::int64_t time_of_step(double step) const;
  std::int64_t begin_of(std::size_t step) const;
  std::vector<Tick> step_ticks(float least_distance) const;

  const std::vector<DoneStep>* steps_ = nullptr;
  std::int64_t steps_end_ns_ = 0;
  double first_step_ = 0, steps_per_pixel_ = 1;
};

// `factor` < 1 shows less time; `around_ns` keeps its place. Between 100 ns and a day.
TimeWindow zoomed(const TimeWindow& window, double factor, std::int64_t around_ns);
TimeWindow panned(const TimeWindow& window, std::int64_t by_ns);

// The charts' common layout: the label column, and the axis beside it for content that begins at `left` and
// is `width` wide.
float label_column_width();
TimeAxis chart_axis(const Frame& frame, float left, float width);

// What the mouse does over a chart from `begin` to `end` (screen pixels): wheel zooms where it points, Shift
// + wheel and dragging pan, a click moves the time cursor, dragging the cursor drags it, a double click shows
// everything. `id` is the chart's own. Returns whether the mouse is over it and not dragging.
bool chart_input(const char* id, const Frame& frame, const TimeAxis& axis, ImVec2 begin, ImVec2 end,
                 CommandQueue& commands);

// Vertical lines at the ticks; the cursor's line, with the shade over what comes after it.
void draw_grid(ImDrawList& draw, const std::vector<Tick>& ticks, float top, float bottom);
void draw_cursor(ImDrawList& draw, const Frame& frame, const TimeAxis& axis, float top, float bottom,
                 bool with_label);

}  // namespace forkscope::app
