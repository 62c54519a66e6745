#include "app/panels/compare_chart.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/compare_text.h"
#include "app/widgets/format.h"
#include "app/widgets/line_chart.h"
#include "app/widgets/progress.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// A line, and which way it is.
struct WayLine {
  std::string way;
  bool by_python = false;
};

void add_lines(const std::vector<lab::CompareWayReport>& ways, bool by_python, CompareScale scale, int tasks,
               std::vector<ChartLine>& lines, std::vector<WayLine>& meanings) {
  for (const lab::CompareWayReport& report : ways) {
    const lab::CompareWay* way = way_named(report.way);
    if (way == nullptr || !way->has_workers) continue;
    ChartLine line{way_short_text(report.way), way_colour(report.way), by_python, {}};
    if (by_python) line.colour = with_alpha(line.colour, 0.75f);
    if (by_python) line.name.clear();
    for (const lab::CompareMeasured& measured : report.measured)
      if (const auto value = scaled_time(measured, scale, tasks))
        line.points.push_back({static_cast<double>(measured.workers), value->value, value->low, value->high});
    std::sort(line.points.begin(), line.points.end(), [](const auto& a, const auto& b) { return a.x < b.x; });
    if (line.points.empty()) continue;
    lines.push_back(std::move(line));
    meanings.push_back({report.way, by_python});
  }
}

std::string hint_of(const Frame& frame, const WayLine& line, const ChartPoint& point) {
  const CompareView& view = frame.compare;
  const lab::CompareReport& report = view.known.report;
  const auto& ways = line.by_python ? report.cpython.ways : report.ways;
  const lab::CompareMeasured* measured = measured_of(ways, {line.way, static_cast<int>(point.x)});
  std::string text = way_text(line.way);
  if (line.by_python) text += " · CPython " + report.cpython.version;
  text += "\n" + tr_format_plural("{0} worker", "{0} workers", static_cast<std::uint64_t>(point.x)) + ": " +
          scaled_text(view.scale, point.y);
  if (measured == nullptr) return text;
  const auto [fastest, slowest] = std::minmax_element(measured->runs_s.begin(), measured->runs_s.end());
  text += "\n" + tr_format("median {0}, from {1} to {2}, of {3} runs", seconds_text(measured->median_s),
                           seconds_text(*fastest), seconds_text(*slowest), measured->runs_s.size());
  if (measured->speed_up > 0 && view.scale != CompareScale::speed_up)
    text += "\n" + tr_format("{0} as fast as one after another",
                             scaled_text(CompareScale::speed_up, measured->speed_up));
  if (measured->tracing >= 0)
    text += "\n" + tr_format("traced, for where the time went: {0} % longer",
                             fmt::format("{:.0f}", measured->tracing * 100));
  return text;
}

ChartLook look_of(const Frame& frame) {
  const CompareView& view = frame.compare;
  const lab::CompareReport& report = view.known.report;
  ChartLook look;
  for (const int workers : workers_measured(report)) look.places.push_back(workers);
  look.x_title = tr("workers");
  look.value_text = [scale = view.scale](double value) { return scaled_text(scale, value); };
  look.level = level_of(report, view.scale);
  look.with_ideal = view.scale == CompareScale::speed_up;
  if (report.machine.cores > 0) look.shade_from = report.machine.cores;
  look.shade_text = tr("more workers than cores");
  return look;
}

void draw_progress(const CompareView& view, Area line) {
  const Theme& t = theme();
  const lab::CompareProgress& known = view.known;
  std::string text = known.runs > 0
                         ? tr_format("run {0} of {1}", std::min(known.done + 1, known.runs), known.runs)
                         : tr("begins");
  if (known.remaining_s >= 0)
    text += " · " + tr_format("about {0} left", seconds_text(std::max(0.1, known.remaining_s)));
  if (!known.way.empty())
    text +=
        " · " + way_short_text(known.way) + (known.workers > 0 ? " × " + std::to_string(known.workers) : "");
  if (known.by_python) text += " · CPython";
  const float middle = (line.min.y + line.max.y) / 2;
  const Area said =
      line.cut_right(std::min(line.width() * 0.7f, text_width(t.fonts.small, text)), scaled(12));
  draw_text(t.fonts.small, {said.min.x, middle - text_height(t.fonts.small) / 2}, t.palette.text,
            shortened(t.fonts.small, text, said.width()));
  progress_bar(line, known.done, known.runs);
}

void draw_title(const Frame& frame, Area title, CommandQueue& commands) {
  const Theme& t = theme();
  const CompareView& view = frame.compare;
  const std::vector<std::string> labels = {tr("speed-up"), tr("time"), tr("per second")};
  const int clicked = segmented("scale", title.cut_right(segmented_width(labels), scaled(14)), labels,
                                static_cast<int>(view.scale));
  if (clicked >= 0) commands.push(SetCompareScale{static_cast<CompareScale>(clicked)});
  const char* what = view.scale == CompareScale::speed_up ? tr("SPEED-UP OVER ONE AFTER ANOTHER")
                     : view.scale == CompareScale::time   ? tr("TIME FOR ALL TASKS, MEDIAN")
                                                          : tr("TASKS PER SECOND");
  draw_text(t.fonts.small, {title.min.x, (title.min.y + title.max.y - text_height(t.fonts.small)) / 2},
            t.palette.text_dim, shortened(t.fonts.small, what, title.width()));
}

// Beside the name of the axis, where the chart has nothing.
void draw_exports(const Area& inside, CommandQueue& commands) {
  const Theme& t = theme();
  Area line = inside;
  line = line.cut_bottom(t.metrics.line);
  for (const std::string kind : {"PNG", "JSON", "CSV"}) {
    const Area area = line.cut_right(text_width(t.fonts.body, kind), scaled(12));
    const bool saves = link(kind.c_str(), area, kind, t.palette.text_dim);
    if (saves && kind == "PNG") commands.push(SavePicture{});
    if (saves && kind != "PNG") commands.push(SaveCompare{kind == "JSON"});
    if (ImGui::IsItemHovered()) tooltip(tr("Save what was measured, in the current folder"));
  }
}

void draw_lines(const Frame& frame, const Area& area, CommandQueue& commands) {
  const CompareView& view = frame.compare;
  const lab::CompareReport& report = view.known.report;
  std::vector<ChartLine> lines;
  std::vector<WayLine> meanings;
  add_lines(report.cpython.ways, true, view.scale, report.settings.tasks, lines, meanings);
  add_lines(report.ways, false, view.scale, report.settings.tasks, lines, meanings);
  std::optional<ChartHit> marked;
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (std::size_t point = 0; point < lines[line].points.size(); ++point)
      if (!meanings[line].by_python &&
          CompareRun{meanings[line].way, static_cast<int>(lines[line].points[point].x)} == view.chosen)
        marked = ChartHit{line, point};
  bool clicked = false;
  draw_exports(area, commands);
  const auto hit = line_chart("chart", area, look_of(frame), lines, marked, clicked);
  if (!hit) return;
  const ChartPoint& point = lines[hit->line].points[hit->point];
  tooltip(hint_of(frame, meanings[hit->line], point));
  if (clicked) commands.push(ShowCompareRun{{meanings[hit->line].way, static_cast<int>(point.x)}});
}

void nothing_yet(const Frame& frame, const Area& area) {
  const Theme& t = theme();
  const Region region("nothing", area, Scroll::none);
  if (frame.compare.measuring)
    return paragraph(t.fonts.body, t.palette.text_dim,
                     tr("Every way runs once before its times count. The first times come soon."));
  paragraph(t.fonts.heading, t.palette.text, tr("When do threads help, when do processes?"));
  paragraph(t.fonts.body, t.palette.text_dim,
            tr("Choose the work and who does it, then press R. The ways take turns, each run is a fresh "
               "process, and python3 runs "
               "the same program beside them."));
}

}  // namespace

void draw_compare_chart(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Metrics& m = theme().metrics;
  draw_card(card);
  Area inside = card.inset(m.padding, m.padding * 0.7f);
  draw_title(frame, inside.cut_top(m.line * 1.1f, m.gap * 0.6f), commands);
  if (frame.compare.measuring) draw_progress(frame.compare, inside.cut_top(m.line, m.gap * 0.4f));
  if (workers_measured(frame.compare.known.report).empty()) return nothing_yet(frame, inside);
  draw_lines(frame, inside, commands);
}

}  // namespace forkscope::app
