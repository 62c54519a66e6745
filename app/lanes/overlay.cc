#include "app/lanes/overlay.h"

#include <algorithm>
#include <cmath>

#include "app/theme/theme.h"

namespace forkscope::app {

namespace {

// Arrows fade between these numbers of items in view.
constexpr std::size_t kFewFlows = 20, kManyFlows = 80;

void arrow_head(ImDrawList& draw, ImVec2 tip, ImVec2 from, ImU32 colour) {
  const float dx = tip.x - from.x, dy = tip.y - from.y;
  const float length = std::sqrt(dx * dx + dy * dy);
  if (length < 1) return;
  const float size = 6 * theme().metrics.scale, ux = dx / length, uy = dy / length;
  const ImVec2 base(tip.x - ux * size, tip.y - uy * size);
  draw.AddTriangleFilled(tip, ImVec2(base.x - uy * size * 0.5f, base.y + ux * size * 0.5f),
                         ImVec2(base.x + uy * size * 0.5f, base.y - ux * size * 0.5f), colour);
}

void draw_step(ImDrawList& draw, ImVec2 from, ImVec2 to, ImU32 colour) {
  draw.AddLine(from, to, colour, 1.3f * theme().metrics.scale);
  arrow_head(draw, to, from, colour);
}

void draw_way(ImDrawList& draw, const TimeAxis& axis, const LaneHeights& heights,
              const trace::ItemState& item, base::ThreadId getter, std::int64_t read_ns, float alpha) {
  const Palette& palette = theme().palette;
  const auto put = heights.find(item.put_by), fed = heights.find(item.fed_by), got = heights.find(getter);
  const bool was_taken = item.taken_ns >= 0 && fed != heights.end();
  if (put != heights.end() && was_taken)
    draw_step(draw, ImVec2(axis.x_of(item.buffered_ns), put->second),
              ImVec2(axis.x_of(item.taken_ns), fed->second), with_alpha(palette.buffer, alpha));
  if (was_taken && read_ns >= 0 && item.written_ns >= 0 && got != heights.end())
    draw_step(draw, ImVec2(axis.x_of(item.written_ns), fed->second), ImVec2(axis.x_of(read_ns), got->second),
              with_alpha(palette.pipe, alpha));
}

struct Way {
  const trace::ItemState* item;
  base::ThreadId getter;
  std::int64_t read_ns;
};

void collect_ways(const trace::QueueTrack& track, const trace::QueueState* now, const TimeAxis& axis,
                  std::vector<Way>& ways) {
  const auto first =
      std::partition_point(track.flows.begin(), track.flows.end(),
                           [&](const trace::Flow& flow) { return flow.read_ns < axis.begin_ns(); });
  for (auto flow = first; flow != track.flows.end() && ways.size() <= kManyFlows; ++flow)
    if (flow->item.buffered_ns <= axis.end_ns())
      ways.push_back(Way{&flow->item, flow->getter, flow->read_ns});
  if (now == nullptr) return;
  const auto add = [&](const trace::ItemState& item) {
    if (item.buffered_ns <= axis.end_ns() && ways.size() <= kManyFlows) ways.push_back(Way{&item, 0, -1});
  };
  for (const auto& item : now->in_hand) add(item);
  for (const auto& item : now->in_pipe) add(item);
}

}  // namespace

void draw_flows(ImDrawList& draw, const Frame& frame, const TimeAxis& axis, const LaneHeights& heights) {
  std::vector<Way> ways;
  for (const trace::QueueTrack& track : frame.store.queues()) {
    const auto now = frame.store.now().queues.find(track.queue);
    collect_ways(track, now == frame.store.now().queues.end() ? nullptr : &now->second, axis, ways);
  }
  if (ways.size() > kManyFlows) return;
  const float over = ways.size() <= kFewFlows ? 0.0f
                                              : static_cast<float>(ways.size() - kFewFlows) /
                                                    static_cast<float>(kManyFlows - kFewFlows);
  for (const Way& way : ways)
    draw_way(draw, axis, heights, *way.item, way.getter, way.read_ns, 0.9f * (1 - over));
}

std::vector<const trace::Answer*> visible_answers(const trace::QueueTrack& track, const TimeAxis& axis,
                                                  float least_distance) {
  std::vector<const trace::Answer*> chosen;
  std::map<base::ThreadId, float> last;
  auto answer = std::partition_point(
      track.answers.begin(), track.answers.end(),
      [&](const trace::Answer& candidate) { return candidate.time_ns < axis.begin_ns(); });
  while (answer != track.answers.end() && answer->time_ns <= axis.end_ns()) {
    const float x = axis.x_of(answer->time_ns);
    const auto before = last.find(answer->thread);
    const bool apart = before == last.end() || x - before->second >= least_distance;
    if (apart) {
      chosen.push_back(&*answer);
      last[answer->thread] = x;
      ++answer;
    } else if (answer->wrong && !chosen.back()->wrong && chosen.back()->thread == answer->thread) {
      chosen.back() = &*answer;
      ++answer;
    } else {
      ++answer;
    }
  }
  return chosen;
}

void draw_wrong_dot(ImDrawList& draw, ImVec2 at, bool selected) {
  const float radius = (selected ? 7.5f : 5.5f) * theme().metrics.scale;
  draw.AddCircleFilled(at, radius, theme().palette.wrong, 20);
  draw.AddCircle(at, radius, theme().palette.text, 20, (selected ? 2.0f : 1.2f) * theme().metrics.scale);
}

void draw_brief(ImDrawList& draw, const TimeAxis& axis, ImVec2 at, const std::string& text) {
  ImGui::PushFont(theme().fonts.small);
  const ImVec2 size = ImGui::CalcTextSize(text.c_str());
  const float offset = 12 * theme().metrics.scale;
  const float left = at.x + offset + size.x < axis.right() ? at.x + offset : at.x - offset - size.x;
  const ImVec2 place(left, at.y - size.y - 3 * theme().metrics.scale);
  draw.AddRectFilled(ImVec2(place.x - 4, place.y - 1), ImVec2(place.x + size.x + 4, place.y + size.y + 1),
                     with_alpha(theme().palette.panel, 0.85f), 3);
  draw.AddText(place, theme().palette.wrong_text, text.c_str());
  ImGui::PopFont();
}

}  // namespace forkscope::app
