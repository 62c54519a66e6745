// A line chart over a few places (2 workers, 4 workers ...): lines with a band for their spread, a dotted
// level, the ideal line, a shaded part, names at the right end, and the point under the mouse. Window thread
// only.
#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "app/widgets/area.h"

namespace forkscope::app {

struct ChartPoint {
  double x = 0;
  double y = 0, low = 0, high = 0;  // low <= y <= high
};

struct ChartLine {
  std::string name;  // written at its end; "" = nothing is
  ImU32 colour = 0;
  bool dashed = false;
  std::vector<ChartPoint> points;  // x increasing
};

struct ChartLook {
  std::vector<double> places;  // the values of x that have a tick, increasing; they stand evenly
  std::string x_title;
  std::function<std::string(double)> value_text;  // of y
  std::optional<double> level;                    // a dotted line at this y
  bool with_ideal = false;                        // the line y == x
  std::optional<double> shade_from;               // x from which on everything is shaded ...
  std::string shade_text;                         // ... and what that means
};

// A point of a line, by their indices.
struct ChartHit {
  std::size_t line = 0, point = 0;
};

// Returns the point that the mouse is at or nearest to; `clicked` whether it was just pressed there. `marked`
// is drawn larger. `id` names it in the hit map too.
std::optional<ChartHit> line_chart(const char* id, const Area& area, const ChartLook& look,
                                   const std::vector<ChartLine>& lines, std::optional<ChartHit> marked,
                                   bool& clicked);

}  // namespace forkscope::app
