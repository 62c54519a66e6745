#include "app/panels/notes.h"

#include <string>
#include <vector>

#include "app/model/markdown.h"
#include "app/theme/theme.h"
#include "app/widgets/i18n.h"
#include "app/widgets/rich_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// Parsed anew only when another text is shown.
const std::vector<TextBlock>& blocks_of(const std::string& text) {
  static std::string parsed;
  static std::vector<TextBlock> blocks;
  if (text != parsed) {
    parsed = text;
    blocks = parse_markdown(text);
  }
  return blocks;
}

}  // namespace

void draw_notes(const Frame& frame) {
  for (const Lesson& lesson : frame.lessons) {
    if (lesson.number != frame.lesson) continue;
    rich_text(blocks_of(frame.settings.language == "ko" ? lesson.notes_ko : lesson.notes_en));
    return;
  }
  paragraph(theme().fonts.body, theme().palette.text_dim,
            tr("This is your own program. Change the file and press R: it is read again. A .py file dropped "
               "onto the window opens."));
}

}  // namespace forkscope::app
