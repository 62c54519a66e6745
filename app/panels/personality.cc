#include "app/panels/personality.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/model/keys.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/i18n.h"
#include "app/widgets/personality_text.h"
#include "app/widgets/popup.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

float choice_height() {
  return theme().metrics.line * 1.3f + theme().metrics.gap * 0.3f;
}

// One choice: its name, the key that goes to the next value, the values. Returns the index clicked, or -1.
int choice(const char* id, const char* name, Action action, const std::vector<std::string>& labels,
           int chosen) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x, height = t.metrics.line * 1.3f;
  Area row{at, {at.x + width, at.y + height}};
  const float middle = at.y + height / 2;
  key_cap({at.x, middle}, key_shown(action), t.palette.text_dim, t.palette.background);
  draw_text(t.fonts.body, {at.x + 28 * t.metrics.scale, middle - text_height(t.fonts.body) / 2},
            t.palette.text_dim, name);
  const int clicked = segmented(id, row.cut_right(segmented_width(labels)), labels, chosen);
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy(ImVec2(width, choice_height()));
  return clicked;
}

float wrapped_height(ImFont* font, const std::string& text, float width) {
  return font->CalcTextSizeA(text_height(font), width, width, text.c_str()).y;
}

// Known beforehand: a window that sizes itself is not there for the mouse in its first frame.
float popup_height(const Personality& shown, float inner_width) {
  const Theme& t = theme();
  return 2 * t.metrics.padding + text_height(t.fonts.bold) + t.metrics.gap + 3 * choice_height() +
         t.metrics.gap + wrapped_height(t.fonts.small, imitation_sentence(shown), inner_width) +
         5 * ImGui::GetStyle().ItemSpacing.y;
}

int place_of(const std::vector<std::string>& values, const std::string& value) {
  return static_cast<int>(std::find(values.begin(), values.end(), value) - values.begin());
}

void draw_choices(const Personality& shown, CommandQueue& commands) {
  Personality next = shown;
  int clicked = choice("python", tr("Python"), Action::python_version, python_versions(),
                       place_of(python_versions(), shown.python_version));
  if (clicked >= 0) next.python_version = python_versions()[static_cast<std::size_t>(clicked)];
  std::vector<std::string> names;
  for (const std::string& system : systems()) names.push_back(system_name(system));
  clicked =
      choice("system", tr("System"), Action::operating_system, names, place_of(systems(), shown.system));
  if (clicked >= 0) next.system = systems()[static_cast<std::size_t>(clicked)];
  clicked = choice("empty", tr("empty() asks"), Action::empty_by_semaphore,
                   {tr("the pipe"), tr("the semaphore")}, shown.empty_by_semaphore ? 1 : 0);
  if (clicked >= 0) next.empty_by_semaphore = clicked == 1;
  if (next != shown) commands.push(SetPersonality{next});
}

}  // namespace

void draw_personality(const Frame& frame, const Area& button, const Area& page, CommandQueue& commands) {
  const Theme& t = theme();
  const float width = std::min(page.width() - 2 * t.metrics.gap, 430 * t.metrics.scale);
  const float left = std::clamp(button.min.x, page.min.x + t.metrics.gap,
                                std::max(page.min.x + t.metrics.gap, page.max.x - t.metrics.gap - width));
  const ImVec2 min(left, button.max.y + t.metrics.gap * 0.6f);
  const float height = popup_height(frame.settings.personality, width - 2 * t.metrics.padding);
  const Popup popup(
      "personality",
      {min, {min.x + width, min.y + std::min(height, page.max.y - button.max.y - t.metrics.gap)}},
      tr("Python and system"));
  draw_choices(frame.settings.personality, commands);
  ImGui::Dummy(ImVec2(1, t.metrics.gap * 0.2f));
  paragraph(t.fonts.small, t.palette.text_dim, imitation_sentence(frame.settings.personality));
  if (popup.is_left(button)) commands.push(TogglePersonality{});
}

}  // namespace forkscope::app
