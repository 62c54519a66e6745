#include "app/panels/knobs.h"

#include <cmath>
#include <string>

#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/slider.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

std::string value_text(const KnobView& knob) {
  return knob.is_float ? fmt::format("{:.3g}", knob.value) : fmt::format("{:.0f}", knob.value);
}

}  // namespace

void draw_knobs(const Frame& frame, CommandQueue& commands) {
  if (frame.knobs.empty()) {
    paragraph(theme().fonts.small, theme().palette.text_faint,
              tr("This program has no knobs. A constant with \"# knob 1..100\" behind it becomes a slider."));
    return;
  }
  for (int index = 0; index < static_cast<int>(frame.knobs.size()); ++index) {
    const KnobView& knob = frame.knobs[static_cast<std::size_t>(index)];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Area area{
        at, {at.x + ImGui::GetContentRegionAvail().x - 4 * theme().metrics.scale, at.y + slider_height()}};
    const SliderLook look{knob.name, value_text(knob), knob.low,
                          knob.high, knob.value,       index == frame.chosen_knob};
    double value = knob.value;
    if (slider(("knob." + knob.name).c_str(), area, look, value)) {
      if (!knob.is_float) value = std::round(value);
      if (value != knob.value) commands.push(TurnKnob{index, value});
    }
  }
}

}  // namespace forkscope::app
