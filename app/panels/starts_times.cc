#include "app/panels/starts_times.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/personality_text.h"
#include "app/widgets/progress.h"
#include "app/widgets/starts_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

void say(const Area& line, ImFont* font, ImU32 colour, const std::string& text) {
  draw_text(font, {line.min.x, (line.min.y + line.max.y - text_height(font)) / 2}, colour,
            shortened(font, text, line.width()));
}

void progress(const StartsView& starts, Area area) {
  const Theme& t = theme();
  const lab::StartsProgress& known = starts.known;
  const std::string text =
      known.runs > 0 ? tr_format("run {0} of {1}", known.done + 1, known.runs) : tr("begins");
  say(area.cut_right(text_width(t.fonts.small, text), scaled(10)), t.fonts.small, t.palette.text, text);
  progress_bar(area, known.done, known.runs);
}

void draw_title(const Frame& frame, Area title, CommandQueue& commands) {
  const Theme& t = theme();
  const StartsView& starts = frame.starts;
  std::vector<std::string> labels;
  for (const int repeat : kStartsRepeats) labels.push_back(std::to_string(repeat));
  const auto chosen =
      std::find(std::begin(kStartsRepeats), std::end(kStartsRepeats), starts.repeat) - kStartsRepeats;
  const int clicked = segmented("repeat", title.cut_right(segmented_width(labels), scaled(10)), labels,
                                static_cast<int>(chosen));
  if (clicked >= 0) commands.push(SetStartsRepeat{kStartsRepeats[clicked]});
  const std::string times = tr("starts each");
  if (title.width() > scaled(300))
    say(title.cut_right(text_width(t.fonts.small, times), scaled(8)), t.fonts.small, t.palette.text_dim,
        times);
  if (starts.measuring) return progress(starts, title);
  say(title, t.fonts.small, t.palette.text_dim, tr("TIME TO THE TARGET'S FIRST LINE, THIS MACHINE"));
}

// What 1 stands for on the axis: every median fits; of what lies far above all of them, only the beginning.
double axis_end(const lab::StartsReport& report) {
  double medians = 0, most = 0;
  const auto take = [&](const lab::TimesUs& times) {
    medians = std::max(medians, times.median);
    most = std::max(most, times.max);
  };
  for (const lab::MethodReport& method : report.methods) take(method.first_line_us);
  for (const lab::PythonMethod& method : report.cpython.methods) take(method.first_line_us);
  return std::max(1.0, std::min(most, 1.6 * medians));
}

// The bar ends at the median; the whisker goes from the least to the most.
void draw_bar(Area area, const lab::TimesUs& times, double end, ImU32 hue, ImFont* font, ImU32 ink) {
  if (times.count == 0) return;
  const std::string text = microseconds_text(times.median);
  const Area bar{area.min, {area.max.x - scaled(70), area.max.y}};
  const auto x_of = [&](double us) {
    return bar.min.x + bar.width() * static_cast<float>(std::min(1.0, std::max(0.0, us) / end));
  };
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float middle = (bar.min.y + bar.max.y) / 2, half = bar.height() / 4, right = x_of(times.max);
  list->AddRectFilled(bar.min, {std::max(x_of(times.median), bar.min.x + scaled(2)), bar.max.y}, hue,
                      scaled(3));
  if (times.count > 1) {
    const ImU32 whisker = with_alpha(theme().palette.text, 0.75f);
    list->AddLine({x_of(times.min), middle}, {right, middle}, whisker, scaled(1));
    list->AddLine({x_of(times.min), middle - half}, {x_of(times.min), middle + half}, whisker, scaled(1));
    if (times.max <= end) list->AddLine({right, middle - half}, {right, middle + half}, whisker, scaled(1));
  }
  draw_text(font, {std::max(right, x_of(times.median)) + scaled(8), middle - text_height(font) / 2}, ink,
            text);
  if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(area.min, area.max))
    tooltip(tr_format("median {0}, from {1} to {2}, of {3} starts", text, microseconds_text(times.min),
                      microseconds_text(times.max), times.count));
}

void draw_method(const Frame& frame, const lab::MethodReport& report, Area row, double end) {
  const Theme& t = theme();
  Area name = row.cut_left(scaled(92), scaled(4));
  say(name, t.fonts.body, report.known ? t.palette.text : t.palette.text_faint, report.method);
  const lab::PythonMethod* python = python_in(frame.starts.known.report, report.method);
  const float ours = row.height() * (python == nullptr ? 0.7f : 0.5f);
  const float top = row.min.y + row.height() * 0.08f;
  if (!report.known) return say(row, t.fonts.small, t.palette.text_faint, lab_text(report.end));
  if (report.first_line_us.count == 0 && !report.end.empty() && !frame.starts.measuring)
    return say(row, t.fonts.small, t.palette.text_faint, tr("its target never began"));
  draw_bar({{row.min.x, top}, {row.max.x, top + ours}}, report.first_line_us, end,
           method_colour(report.method), t.fonts.body, t.palette.text);
  if (python == nullptr) return;
  const float below = top + ours + scaled(2);
  draw_bar({{row.min.x, below}, {row.max.x, below + row.height() * 0.28f}}, python->first_line_us, end,
           t.palette.gil_wait, t.fonts.small, t.palette.text_dim);
}

// "CPython 3.11.7 beside it: fork 1.4 ms · spawn 58 ms", or why there is nothing.
std::string python_sentence(const Frame& frame) {
  const lab::PythonReport& python = frame.starts.known.report.cpython;
  if (!python.missing.empty()) return tr_format("CPython beside it: {0}", lab_text(python.missing));
  if (python.version.empty()) return {};
  const auto same_end = [&](const lab::PythonMethod& method) {
    return !method.end.empty() && method.end == python.methods.front().end && method.first_line_us.count == 0;
  };
  std::string times;
  if (std::all_of(python.methods.begin(), python.methods.end(), same_end))
    return tr_format("CPython {0} beside it: {1}", python.version, lab_text(python.methods.front().end));
  for (const lab::PythonMethod& method : python.methods) {
    if (!method_in(frame.starts.known.report, method.method)->known) continue;
    times +=
        (times.empty() ? "" : " · ") + method.method + " " + microseconds_text(method.first_line_us.median);
    if (method.first_line_us.count == 0 && !method.end.empty()) times += " (" + lab_text(method.end) + ")";
  }
  std::string sentence = tr_format("CPython {0} beside it: {1}", python.version, times);
  if (frame.starts.program.personality.imitates())
    sentence += ". " + std::string(tr("That is the real one on this machine; it imitates nothing."));
  return sentence;
}

}  // namespace

void draw_starts_times(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Theme& t = theme();
  draw_card(card);
  Area inside = card.inset(t.metrics.padding, t.metrics.padding * 0.7f);
  draw_title(frame, inside.cut_top(t.metrics.line * 1.1f, t.metrics.gap * 0.6f), commands);
  const lab::StartsReport& report = frame.starts.known.report;
  if (const std::string sentence = python_sentence(frame); !sentence.empty()) {
    const Area foot = inside.cut_bottom(t.metrics.line *
                                        (text_width(t.fonts.small, sentence) > inside.width() ? 1.5f : 0.9f));
    const Region region("python", foot, Scroll::none);
    paragraph(t.fonts.small, t.palette.text_dim, sentence);
  }
  const double end = axis_end(report);
  const float height = std::min(scaled(46), inside.height() / 3);
  for (const lab::MethodReport& method : report.methods)
    draw_method(frame, method, inside.cut_top(height), end);
}

}  // namespace forkscope::app
