// What lies over several lanes: the ways of items as arrows, and answers as dots. Window thread only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/model/frame.h"
#include "app/widgets/time_axis.h"
#include "core/trace/store.h"

namespace forkscope::app {

// Where each thread's lane lies.
struct LaneSpan {
  float top = 0, bottom = 0;
};
using LaneHeights = std::map<base::ThreadId, LaneSpan>;

// put -> feeder thread -> pipe -> get, for every item in view; none where there are too many to tell apart.
void draw_flows(ImDrawList& draw, const Frame& frame, const TimeAxis& axis, const LaneHeights& heights);

// The answers in view that get a mark: wrong ones, at most one each few pixels and thread, and right ones
// where there are few enough to tell apart. Sorted by time.
std::vector<const trace::Answer*> visible_answers(const trace::QueueTrack& track, const TimeAxis& axis,
                                                  float least_distance);

// A red dot with a light edge; a mere red stroke where there are very many.
void draw_wrong_dot(ImDrawList& draw, ImVec2 at, bool selected, std::size_t of_how_many);

// Short texts beside dots that never lie on each other.
class Briefs {
 public:
  Briefs(ImDrawList& draw, const TimeAxis& axis) : draw_(draw), axis_(axis) {}
  // Draws `text` right or left of the dot at `at`, if one of the two places is free.
  void add(ImVec2 at, const std::string& text);

 private:
  ImDrawList& draw_;
  const TimeAxis& axis_;
  std::vector<ImVec4> taken_;
};

}  // namespace forkscope::app
