#include "app/panels/help.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "app/model/keys.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/i18n.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

void row(const KeyBinding& binding, float key_column) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  key_cap({at.x, at.y + t.metrics.line / 2}, binding.shown, t.palette.text, t.palette.background);
  const float room = ImGui::GetContentRegionAvail().x - key_column;
  draw_text(t.fonts.body, {at.x + key_column, at.y + (t.metrics.line - text_height(t.fonts.body)) / 2},
            t.palette.text, shortened(t.fonts.body, tr(binding.sentence), room));
  ImGui::Dummy(ImVec2(key_column + room, t.metrics.line));
}

void heading(const char* text) {
  const Theme& t = theme();
  ImGui::Dummy(ImVec2(1, t.metrics.gap * 0.2f));
  paragraph(t.fonts.bold, t.palette.text_dim, tr(text));
}

// Without those that mean something else in this mode.
std::vector<KeyBinding> bindings_to_show(Mode mode) {
  std::vector<KeyBinding> shown = key_bindings(mode);
  for (const KeyBinding& binding : key_bindings())
    if (action_of({binding.key, binding.control, binding.shift}, mode) == binding.action)
      shown.push_back(binding);
  return shown;
}

}  // namespace

void draw_help(const Frame& frame, const Area& area, CommandQueue& commands) {
  const Theme& t = theme();
  const float width = std::min(area.width() - 2 * t.metrics.gap, 560 * t.metrics.scale);
  const float height = std::min(area.height() - 2 * t.metrics.gap, 860 * t.metrics.scale);
  const ImVec2 min((area.min.x + area.max.x - width) / 2, (area.min.y + area.max.y - height) / 2);
  ImGui::SetNextWindowPos(area.min);
  ImGui::SetNextWindowSize(area.size());
  ImGui::PushStyleColor(ImGuiCol_WindowBg, with_alpha(t.palette.background, 0.75f));
  ImGui::Begin("help", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove);
  const Area card{min, {min.x + width, min.y + height}};
  draw_card(card);
  {
    const Region region("keys", titled(card, tr("KEYS (F1 closes this list)")));
    const std::vector<KeyBinding> bindings = bindings_to_show(frame.settings.mode);
    float key_column = 0;
    for (const KeyBinding& binding : bindings)
      key_column = std::max(key_column, key_cap_width(binding.shown));
    key_column += t.metrics.gap * 1.5f;
    std::string_view group;
    for (const KeyBinding& binding : bindings) {
      if (binding.sentence == nullptr) continue;
      if (group != binding.group) heading(binding.group);
      group = binding.group;
      row(binding, key_column);
    }
  }
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool outside =
      mouse.x < card.min.x || mouse.x > card.max.x || mouse.y < card.min.y || mouse.y > card.max.y;
  if (outside && ImGui::IsMouseClicked(0)) commands.push(ToggleHelp{});
  ImGui::End();
  ImGui::PopStyleColor();
}

}  // namespace forkscope::app
