#include "app/panels/compare_bars.h"

#include <string>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/compare_text.h"
#include "app/widgets/format.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// A way with its bar.
struct WayBar {
  CompareRun run;
  ShareBar bar;
};

std::vector<WayBar> bars_of(const CompareView& view) {
  std::vector<WayBar> bars;
  for (const lab::CompareWayReport& report : view.known.report.ways) {
    const lab::CompareWay* way = way_named(report.way);
    const CompareRun run{report.way, way != nullptr && way->has_workers ? view.chosen.workers : 1};
    const lab::CompareMeasured* measured = measured_of(view.known.report.ways, run);
    if (measured == nullptr || measured->split.whole <= 0) continue;
    bars.push_back({run,
                    {way_short_text(report.way), seconds_text(measured->split.whole),
                     parts_of(measured->split, way_colour(report.way)), run == view.chosen}});
  }
  return bars;
}

// What occurs, once.
std::vector<BarPart> legend_of(const std::vector<WayBar>& bars) {
  std::vector<BarPart> legend = parts_of({}, theme().palette.accent);
  for (std::size_t index = legend.size(); index-- > 0;) {
    double sum = 0;
    for (const WayBar& bar : bars) sum += bar.bar.parts[index].value;
    if (sum <= 0) legend.erase(legend.begin() + static_cast<std::ptrdiff_t>(index));
  }
  return legend;
}

}  // namespace

void draw_compare_bars(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Theme& t = theme();
  const CompareView& view = frame.compare;
  draw_card(card);
  const Area inside = titled(card, std::string(tr("WHERE THE TIME WENT")) + " · " +
                                       tr_format_plural("{0} worker", "{0} workers",
                                                        static_cast<std::uint64_t>(view.chosen.workers)));
  const Region region("bars", inside);
  const std::vector<WayBar> bars = bars_of(view);
  if (bars.empty())
    return paragraph(t.fonts.body, t.palette.text_faint, tr("One run of each way is traced to tell this."));
  std::vector<ShareBar> drawn;
  for (const WayBar& bar : bars) drawn.push_back(bar.bar);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = share_bar_height() * static_cast<float>(drawn.size()), indent = 6 * t.metrics.scale;
  const Area room{{at.x + indent, at.y}, {at.x + ImGui::GetContentRegionAvail().x - indent, at.y + height}};
  const int clicked = share_bars("bar", room, drawn, seconds_text);
  if (clicked >= 0) commands.push(ShowCompareRun{bars[static_cast<std::size_t>(clicked)].run});
  const Area below{{room.min.x, room.max.y + t.metrics.gap * 0.7f}, {room.max.x, room.max.y + t.metrics.gap}};
  const float legend = part_legend(below, legend_of(bars), true);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({1, height + t.metrics.gap * 0.7f + legend});
}

}  // namespace forkscope::app
