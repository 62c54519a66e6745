#include "app/panels/compare_order.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/choices.h"
#include "app/widgets/column.h"
#include "app/widgets/compare_text.h"
#include "app/widgets/format.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

void draw_work(const lab::CompareSettings& order, Column& column, CommandQueue& commands) {
  std::vector<std::string> labels;
  for (const lab::CompareWork& work : lab::kCompareWorks) labels.push_back(work_text(std::string(work.name)));
  const Area area = column.line(0);
  const auto chosen = wrapped_choices(
      "work", area, labels, [&](std::size_t index) { return lab::kCompareWorks[index].name == order.work; });
  column.below(area.min, chosen.height, scaled(7));
  if (chosen.clicked >= 0) {
    lab::CompareSettings next = order;
    set_work(next, std::string(lab::kCompareWorks[chosen.clicked].name));
    commands.push(SetCompareOrder{next});
  }
  column.text(theme().fonts.small, theme().palette.text_faint, work_meaning(order.work));
  ImGui::Dummy({1, scaled(1)});
}

void draw_knobs(const lab::CompareSettings& order, Column& column, CommandQueue& commands) {
  static constexpr const char* kIds[] = {"tasks", "size", "bytes", "chunk", "repeat"};
  for (std::size_t index = 0; index < std::size(kCompareKnobs); ++index) {
    const CompareKnob knob = kCompareKnobs[index];
    // A function of the program decides for itself how much it does.
    if (knob == CompareKnob::size && order.work == "function") continue;
    const Area line = column.line(theme().metrics.line * 1.1f);
    const int turned = stepped_value(std::string("compare.") + kIds[index], line, knob_text(knob, order.work),
                                     knob_value_text(order, knob));
    column.below(line.min, line.height(), 0);
    if (turned == 0) continue;
    lab::CompareSettings next = order;
    turn_knob(next, knob, turned);
    commands.push(SetCompareOrder{next});
  }
}

void draw_worker_numbers(const lab::CompareSettings& order, Column& column, CommandQueue& commands) {
  const Theme& t = theme();
  const Area title = column.line(t.metrics.line * 1.1f);
  draw_text(t.fonts.body, {title.min.x, (title.min.y + title.max.y - text_height(t.fonts.body)) / 2},
            t.palette.text_dim, tr("workers"));
  column.below(title.min, title.height(), 0);
  std::vector<std::string> labels;
  for (const int workers : kCompareWorkers) labels.push_back(std::to_string(workers));
  const Area area = column.line(0);
  const auto chosen = wrapped_choices(
      "workers", area, labels, [&](std::size_t index) { return has_workers(order, kCompareWorkers[index]); });
  column.below(area.min, chosen.height, scaled(4));
  if (chosen.clicked < 0) return;
  lab::CompareSettings next = order;
  toggle_workers(next, kCompareWorkers[chosen.clicked]);
  commands.push(SetCompareOrder{next});
}

void draw_ways(const Frame& frame, Column& column, CommandQueue& commands) {
  const lab::CompareSettings& order = frame.compare.order;
  const float height = theme().metrics.line;
  for (const lab::CompareWay& way : lab::kCompareWays) {
    const std::string name(way.name);
    if (name == "serial-nogil") continue;
    const Area line = column.line(height);
    const bool fixed = name == "serial";
    if (toggle_line("way." + name, line,
                    {way_colour(name), fixed || has_way(order, name), !fixed, way_text(name)})) {
      lab::CompareSettings next = order;
      toggle_way(next, name);
      commands.push(SetCompareOrder{next});
    }
    column.below(line.min, height, 0);
  }
  const lab::ComparePython& python = frame.compare.known.report.cpython;
  const std::string label = python.version.empty()
                                ? std::string(tr("CPython, the same program (dashed)"))
                                : tr_format("CPython {0}, the same program (dashed)", python.version);
  const Area line = column.line(height);
  if (toggle_line("way.python", line, {theme().palette.slots, !order.python.empty(), true, label})) {
    lab::CompareSettings next = order;
    next.python = order.python.empty() ? lab::CompareSettings().python : "";
    commands.push(SetCompareOrder{next});
  }
  column.below(line.min, height, 0);
}

void draw_machine(const lab::CompareReport& report, Column& column) {
  const Theme& t = theme();
  const lab::CompareMachine& machine = report.machine;
  const auto say = [&](const std::string& words) { column.text(t.fonts.body, t.palette.text_dim, words); };
  if (machine.cores <= 0) return say(tr("Known after the first measurement."));
  say(tr_format_plural("{0} core. More workers than that cannot compute faster here.",
                       "{0} cores. More workers than that cannot compute faster here.",
                       static_cast<std::uint64_t>(machine.cores)));
  if (!machine.processor.empty()) say(machine.processor);
  if (!machine.system.empty()) say(machine.system);
  if (machine.others_load >= 0)
    say(tr_format("Other programs kept {0} cores busy meanwhile.",
                  fmt::format("{:.2f}", machine.others_load)));
  const std::string& missing = report.cpython.missing;
  if (!missing.empty()) say(lab_text(missing));
}

}  // namespace

void draw_compare_order(const Frame& frame, const Area& area, CommandQueue& commands) {
  const Region region("order", area);
  Column column;
  column.heading(tr("THE WORK"), true);
  draw_work(frame.compare.order, column, commands);
  draw_knobs(frame.compare.order, column, commands);
  draw_worker_numbers(frame.compare.order, column, commands);
  column.heading(tr("WHO DOES IT"));
  draw_ways(frame, column, commands);
  column.heading(tr("THIS MACHINE"));
  draw_machine(frame.compare.known.report, column);
}

}  // namespace forkscope::app
