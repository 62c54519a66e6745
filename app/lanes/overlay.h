// What lies over several lanes: the ways of items as arrows, and answers as dots. Window thread only.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/model/frame.h"
#include "app/widgets/time_axis.h"
#include "core/trace/store.h"

namespace forkscope::app {

// The middle height of each thread's lane.
using LaneHeights = std::map<base::ThreadId, float>;

// put -> feeder thread -> pipe -> get, for every item in view; none where there are too many to tell apart.
void draw_flows(ImDrawList& draw, const Frame& frame, const TimeAxis& axis, const LaneHeights& heights);

// The answers in view that get a dot of their own: all wrong ones, thinned to one each few pixels and lane.
std::vector<const trace::Answer*> visible_answers(const trace::QueueTrack& track, const TimeAxis& axis,
                                                  float least_distance);

// A red dot with a light edge.
void draw_wrong_dot(ImDrawList& draw, ImVec2 at, bool selected);
// Text beside a dot, to its right if there is room, else to its left.
void draw_brief(ImDrawList& draw, const TimeAxis& axis, ImVec2 at, const std::string& text);

}  // namespace forkscope::app
