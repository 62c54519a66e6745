#include "app/panels/pool_order.h"

#include <cmath>
#include <string>
#include <vector>

#include "app/model/pool_settings.h"
#include "app/theme/theme.h"
#include "app/widgets/choices.h"
#include "app/widgets/column.h"
#include "app/widgets/format.h"
#include "app/widgets/slider.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

const KnobView* knob_of(const Frame& frame, const char* name, int& index) {
  index = knob_named(frame.knobs, name);
  return index < 0 ? nullptr : &frame.knobs[static_cast<std::size_t>(index)];
}

void choose(const Frame& frame, const char* name, const std::vector<std::string>& labels, Column& column,
            CommandQueue& commands) {
  int index = 0;
  const KnobView* knob = knob_of(frame, name, index);
  if (knob == nullptr) return;
  const Area area = column.line(0);
  const auto chosen = wrapped_choices(
      name, area, labels, [&](std::size_t label) { return label == static_cast<std::size_t>(knob->value); });
  column.below(area.min, chosen.height, scaled(8));
  if (chosen.clicked >= 0) commands.push(TurnKnob{index, static_cast<double>(chosen.clicked)});
}

void slide(const Frame& frame, const char* name, const std::string& words, const std::string& value_text,
           Column& column, CommandQueue& commands) {
  int index = 0;
  const KnobView* knob = knob_of(frame, name, index);
  if (knob == nullptr) return;
  const Area line = column.line(slider_height());
  const SliderLook look{words, value_text, knob->low, knob->high, knob->value, index == frame.chosen_knob};
  double value = knob->value;
  if (slider((std::string("knob.") + name).c_str(), line, look, value)) {
    if (!knob->is_float) value = std::round(value);
    if (value != knob->value) commands.push(TurnKnob{index, value});
  }
  column.below(line.min, line.height(), scaled(2));
}

void toggle(const Frame& frame, const char* name, const std::string& words, Column& column,
            CommandQueue& commands) {
  int index = 0;
  const KnobView* knob = knob_of(frame, name, index);
  if (knob == nullptr) return;
  const Area line = column.line(theme().metrics.line * 1.05f);
  if (toggle_line(std::string("knob.") + name, line, {theme().palette.accent, knob->value != 0, true, words}))
    commands.push(TurnKnob{index, knob->value != 0 ? 0.0 : 1.0});
  column.below(line.min, line.height(), 0);
}

const char* call_meaning(const PoolSettings& settings) {
  if (settings.is_executor)
    return tr("map() of the executor: results come in order, each as soon as all before it are there.");
  switch (settings.call) {
    case PoolCall::map:
      return tr("map(): the program waits until all results are there, and gets them in order.");
    case PoolCall::imap:
      return tr("imap(): results come one by one and in order; a slow one holds up those behind it.");
    case PoolCall::imap_unordered:
      return tr("imap_unordered(): results come one by one, as they are ready.");
    case PoolCall::starmap:
      return tr("starmap(): as map(), but every task has several arguments.");
    case PoolCall::apply_async:
      break;
  }
  return tr("apply_async(): one call a task, never in chunks; get() waits for that one.");
}

std::string chunk_text(const PoolSettings& settings) {
  return settings.chunk > 0 && settings.call != PoolCall::apply_async
             ? std::to_string(settings.chunk)
             : tr_format("automatic: {0}", settings.real_chunk());
}

}  // namespace

void draw_pool_order(const Frame& frame, const Area& area, CommandQueue& commands) {
  const Region region("pool order", area);
  const PoolSettings settings = pool_settings(frame.knobs);
  Column column;
  if (knob_named(frame.knobs, "CHUNK") < 0)
    return column.text(theme().fonts.body, theme().palette.text_faint,
                       tr("The pool lab's program has not begun yet."));
  column.heading(tr("WHO DOES IT"), true);
  choose(frame, "EXECUTOR", {"Pool", "ProcessPoolExecutor"}, column, commands);
  if (!settings.is_executor) {
    column.heading(tr("THE CALL"));
    choose(frame, "CALL", {"map", "imap", "imap_unordered", "starmap", "apply_async"}, column, commands);
  }
  column.text(theme().fonts.small, theme().palette.text_faint, call_meaning(settings));
  column.heading(tr("THE WORK"));
  const auto number = [](std::int64_t value) { return std::to_string(value); };
  slide(frame, "CHUNK", tr("tasks per chunk"), chunk_text(settings), column, commands);
  slide(frame, "TASKS", tr("tasks"), number(settings.tasks), column, commands);
  slide(frame, "WORKERS", tr("workers"), number(settings.workers), column, commands);
  int index = 0;
  if (const KnobView* seconds = knob_of(frame, "SECONDS", index))
    slide(frame, "SECONDS", tr("time of a task"), duration_text(std::llround(seconds->value * 1e9)), column,
          commands);
  if (!settings.is_executor)
    slide(frame, "CHUNKS_PER_WORKER", tr("maxtasksperchild, in chunks"),
          settings.chunks_per_worker == 0 ? std::string(tr("no limit")) : number(settings.chunks_per_worker),
          column, commands);
  toggle(frame, "UNEVEN", tr("uneven tasks: 1, 2, 3, 4 times the time"), column, commands);
  toggle(frame, "INITIALIZER", tr("an initializer, in every worker once"), column, commands);
  ImGui::Dummy({1, scaled(6)});
  column.text(theme().fonts.small, theme().palette.text_faint,
              tr("While it runs, a click on kill ends a worker: see what becomes of its chunk."));
}

}  // namespace forkscope::app
