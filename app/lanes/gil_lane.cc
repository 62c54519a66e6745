#include <algorithm>

#include "app/lanes/lane.h"
#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/strip.h"

namespace forkscope::app {

namespace {

void draw_dense(const Frame& frame, const std::vector<const trace::ThreadTrack*>& tracks,
                const LaneArea& area) {
  static std::vector<float> share, largest;
  static std::vector<ImU32> colours;
  const auto columns = static_cast<std::size_t>(area.axis.right() - area.axis.left());
  largest.assign(columns, 0.0f);
  colours.assign(columns, 0u);
  for (std::size_t shade = 0; shade < tracks.size(); ++shade) {
    fill_shares(tracks[shade]->gil, area.axis, frame.store.end_ns(), share);
    for (std::size_t column = 0; column < columns; ++column) {
      if (share[column] <= largest[column]) continue;
      largest[column] = share[column];
      colours[column] = with_alpha(thread_colour(tracks[shade]->process, static_cast<int>(shade)),
                                   0.3f + 0.35f * share[column]);
    }
  }
  draw_strip(area.draw, tracks.front()->thread * 2ull + 1, colours, ImVec2(area.axis.left(), area.top),
             area.bottom);
}

}  // namespace

void draw_gil_lane(const Frame& frame, const std::vector<const trace::ThreadTrack*>& tracks,
                   const LaneArea& area) {
  std::size_t visible = 0;
  for (const auto* track : tracks) {
    const SpanRange range = visible_spans(track->gil, area.axis);
    visible += range.last - range.first;
  }
  if (static_cast<float>(visible) > 0.4f * (area.axis.right() - area.axis.left())) {
    draw_dense(frame, tracks, area);
    return;
  }
  for (std::size_t shade = 0; shade < tracks.size(); ++shade) {
    const ImU32 colour = with_alpha(thread_colour(tracks[shade]->process, static_cast<int>(shade)), 0.6f);
    const SpanRange range = visible_spans(tracks[shade]->gil, area.axis);
    for (std::size_t at = range.first; at < range.last; ++at) {
      const trace::Span& span = tracks[shade]->gil[at];
      const std::int64_t end = span.end_ns < 0 ? frame.store.end_ns() : span.end_ns;
      const float left = std::max(area.axis.left(), area.axis.x_of(span.begin_ns));
      const float right = std::min(area.axis.right(), std::max(area.axis.x_of(end), left + 1));
      if (right > left) area.draw.AddRectFilled(ImVec2(left, area.top), ImVec2(right, area.bottom), colour);
    }
  }
}

std::optional<LaneHint> gil_lane_hint(const Frame& frame,
                                      const std::vector<const trace::ThreadTrack*>& tracks,
                                      std::int64_t time_ns) {
  for (const auto* track : tracks) {
    const trace::Span* span = span_at(track->gil, time_ns);
    if (span == nullptr) continue;
    const std::int64_t end = span->end_ns < 0 ? frame.store.end_ns() : span->end_ns;
    return LaneHint{
        tr_format("GIL: {0}", full_thread_name(frame.store, track->thread)),
        {tr_format("from {0}, for {1}", duration_text(span->begin_ns), duration_text(end - span->begin_ns)),
         tr("The GIL is the lock that a thread holds while it runs Python code.")}};
  }
  return LaneHint{tr("GIL: nobody"),
                  {tr("The GIL is the lock that a thread holds while it runs Python code.")}};
}

}  // namespace forkscope::app
