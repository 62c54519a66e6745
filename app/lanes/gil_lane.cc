#include <algorithm>
#include <cmath>

#include "app/lanes/lane.h"
#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/strip.h"

namespace forkscope::app {

namespace {

// More turns than this to a pixel are drawn as one strip of texture.
constexpr float kDensest = 0.12f;

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

// The main thread's turns fill the lane's height; another thread's stand lower, so that they differ without
// colour.
void draw_holding(const Frame& frame, const trace::Span& span, ImU32 colour, bool is_main,
                  const LaneArea& area) {
  const Extent part = extent_of(span, area.axis, frame.store.end_ns());
  if (part.width() <= 0) return;
  const float top = is_main ? area.top : std::round(area.top + (area.bottom - area.top) * 0.45f);
  area.draw.AddRectFilled(ImVec2(part.left, top), ImVec2(part.right, area.bottom),
                          with_alpha(colour, is_main ? 0.6f : 0.9f));
}

}  // namespace

void draw_gil_lane(const Frame& frame, const std::vector<const trace::ThreadTrack*>& tracks,
                   const LaneArea& area) {
  std::size_t visible = 0;
  for (const auto* track : tracks) {
    const SpanRange range = visible_spans(track->gil, area.axis);
    visible += range.last - range.first;
  }
  if (static_cast<float>(visible) > kDensest * (area.axis.right() - area.axis.left())) {
    draw_dense(frame, tracks, area);
    return;
  }
  for (std::size_t shade = 0; shade < tracks.size(); ++shade) {
    const SpanRange range = visible_spans(tracks[shade]->gil, area.axis);
    for (std::size_t at = range.first; at < range.last; ++at)
      draw_holding(frame, tracks[shade]->gil[at],
                   thread_colour(tracks[shade]->process, static_cast<int>(shade)), shade == 0, area);
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
        {tr_format("from {0}, for {1}", moment_text(span->begin_ns, 1), duration_text(end - span->begin_ns)),
         tr("The GIL is the lock that a thread holds while it runs Python code.")}};
  }
  return LaneHint{tr("GIL: nobody"),
                  {tr("The GIL is the lock that a thread holds while it runs Python code.")}};
}

}  // namespace forkscope::app
