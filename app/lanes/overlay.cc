#include "app/lanes/overlay.h"

#include <algorithm>
#include <cmath>

#include "app/theme/theme.h"
#include "app/widgets/text.h"

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

// From the edge of one lane to the facing edge of the other, so that the arrow covers neither's blocks.
void draw_step(ImDrawList& draw, float from_x, const LaneSpan& from_lane, float to_x, const LaneSpan& to_lane,
               ImU32 colour) {
  const bool downwards = to_lane.top >= from_lane.top;
  const ImVec2 from(from_x, downwards ? from_lane.bottom : from_lane.top);
  const ImVec2 to(to_x, downwards ? to_lane.top : to_lane.bottom);
  draw.AddLine(from, to, colour, 1.3f * theme().metrics.scale);
  draw.AddCircleFilled(from, 2 * theme().metrics.scale, colour, 8);
  arrow_head(draw, to, from, colour);
}

void draw_way(ImDrawList& draw, const TimeAxis& axis, const LaneHeights& heights,
              const trace::ItemState& item, base::ThreadId getter, std::int64_t read_ns, float alpha) {
  const Palette& palette = theme().palette;
  const auto put = heights.find(item.put_by), fed = heights.find(item.fed_by), got = heights.find(getter);
  const bool was_taken = item.taken_ns >= 0 && fed != heights.end();
  if (put != heights.end() && was_taken)
    draw_step(draw, axis.x_of(item.buffered_ns), put->second, axis.x_of(item.taken_ns), fed->second,
              with_alpha(palette.buffer, alpha));
  if (was_taken && read_ns >= 0 && item.written_ns >= 0 && got != heights.end())
    draw_step(draw, axis.x_of(item.written_ns), fed->second, axis.x_of(read_ns), got->second,
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
  std::size_t beyond =
      0;  // items are read about in the order of their putting: after some that were put later, all were
  for (auto flow = first; flow != track.flows.end() && ways.size() <= kManyFlows && beyond < kManyFlows;
       ++flow) {
    if (flow->item.buffered_ns <= axis.end_ns())
      ways.push_back(Way{&flow->item, flow->getter, flow->read_ns});
    else
      ++beyond;
  }
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

namespace {

// Right answers are marked up to this many in view; of more wrong ones than the second, only some of each
// place are looked at.
constexpr std::ptrdiff_t kMarkedRight = 400, kLookedThrough = 4000, kLookedAtOnePlace = 16;

using Answers = std::vector<trace::Answer>;

// [first, last) of the answers in view.
std::pair<Answers::const_iterator, Answers::const_iterator> in_view(const Answers& answers,
                                                                    const TimeAxis& axis) {
  const auto first = std::partition_point(answers.begin(), answers.end(), [&](const trace::Answer& answer) {
    return answer.time_ns < axis.begin_ns();
  });
  const auto last = std::partition_point(
      first, answers.end(), [&](const trace::Answer& answer) { return answer.time_ns <= axis.end_ns(); });
  return {first, last};
}

void choose_wrong(const Answers& answers, const TimeAxis& axis, float least_distance,
                  std::vector<const trace::Answer*>& chosen) {
  const auto [first, last] = in_view(answers, axis);
  const bool few = last - first <= kLookedThrough;
  std::map<base::ThreadId, float> marked;  // thread -> where its last mark is
  for (auto answer = first; answer != last;) {
    const auto place_end = axis.time_at(axis.x_of(answer->time_ns) + least_distance);
    const auto next =
        few ? answer + 1 : std::partition_point(answer + 1, last, [&](const trace::Answer& other) {
          return other.time_ns < place_end;
        });
    const auto look_end = few ? next : std::min(next, answer + kLookedAtOnePlace);
    for (; answer != look_end; ++answer) {
      const float x = axis.x_of(answer->time_ns);
      const auto before = marked.find(answer->thread);
      if (before != marked.end() && x - before->second < least_distance) continue;
      chosen.push_back(&*answer);
      marked[answer->thread] = x;
    }
    answer = next;
  }
}

}  // namespace

std::vector<const trace::Answer*> visible_answers(const trace::QueueTrack& track, const TimeAxis& axis,
                                                  float least_distance) {
  std::vector<const trace::Answer*> chosen;
  const auto [first, last] = in_view(track.answers, axis);
  if (last - first <= kMarkedRight) {
    for (auto answer = first; answer != last; ++answer)
      if (!answer->wrong) chosen.push_back(&*answer);
  }
  choose_wrong(track.wrong, axis, least_distance, chosen);
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const auto* left, const auto* right) { return left->time_ns < right->time_ns; });
  return chosen;
}

void draw_wrong_dot(ImDrawList& draw, ImVec2 at, bool selected, std::size_t of_how_many) {
  const float scale = theme().metrics.scale, radius = (selected ? 7.5f : 5.5f) * scale;
  constexpr std::size_t kRound = 60;
  if (!selected && of_how_many > kRound) {
    draw.AddRectFilled(ImVec2(at.x - scale, at.y - radius), ImVec2(at.x + scale, at.y + radius),
                       theme().palette.wrong);
    return;
  }
  draw.AddCircleFilled(at, radius + (selected ? 2.0f : 1.2f) * scale, theme().palette.text, 20);
  draw.AddCircleFilled(at, radius, theme().palette.wrong, 20);
}

void Briefs::add(ImVec2 at, const std::string& text) {
  ImFont* font = theme().fonts.small;
  const float scale = theme().metrics.scale, offset = 11 * scale, pad = 4 * scale;
  const float width = text_width(font, text), height = text_height(font);
  for (const float left : {at.x + offset, at.x - offset - width}) {
    const ImVec4 box(left - pad, at.y - height - 10 * scale, left + width + pad, at.y - 8 * scale);
    const bool inside = box.x >= axis_.left() && box.z <= axis_.right();
    const bool free = std::none_of(taken_.begin(), taken_.end(), [&](const ImVec4& other) {
      return box.x < other.z && other.x < box.z && box.y < other.w && other.y < box.w;
    });
    if (!inside || !free) continue;
    draw_.AddRectFilled(ImVec2(box.x, box.y), ImVec2(box.z, box.w), with_alpha(theme().palette.panel, 0.85f),
                        3 * scale);
    draw_text(&draw_, font, ImVec2(left, box.y + scale), theme().palette.wrong_text, text);
    taken_.push_back(box);
    return;
  }
}

}  // namespace forkscope::app
