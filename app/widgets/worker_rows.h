// Rows of a chart over the time of one run, which all share its width: a name at the left and blocks beside
// it, or a step line of a count. Window thread only.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/widgets/fills.h"

namespace forkscope::app {

struct RowBlock {
  double begin = 0, end = 0;  // seconds
  Fill fill = Fill::plain;
  ImU32 colour = 0;
  std::string label;  // inside, where there is room
  std::string hint;   // at the mouse
};

struct StepPoint {
  double at = 0;
  double value = 0;
};

class WorkerRows {
 public:
  // Columns of `area`: names, then time up to `whole` seconds.
  WorkerRows(const Area& area, double whole, float name_width);

  float x_of(double seconds) const;
  const Area& track() const { return track_; }

  // Between two heights of the screen; `reserved` pixels at the column's right stay free.
  void draw_name(float top, float bottom, const std::string& name, ImU32 colour, float reserved = 0) const;
  // The index of the block at the mouse, or -1; its hint is shown.
  int draw_blocks(float top, float bottom, const std::vector<RowBlock>& blocks) const;
  // From 0 up to the most of its points. The value at the mouse is shown as `text_of` says it.
  void draw_steps(float top, float bottom, const std::vector<StepPoint>& points, ImU32 colour,
                  const std::function<std::string(double)>& text_of) const;
  // Round moments below.
  void draw_axis(float top, float grid_top) const;

 private:
  Area names_, track_;
  double whole_;
};

}  // namespace forkscope::app
