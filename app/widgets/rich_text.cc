#include "app/widgets/rich_text.h"

#include <algorithm>

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

// Sets words of differing fonts on lines of one height.
class Setter {
 public:
  Setter(ImVec2 at, float width, float line_height)
      : left_(at.x), width_(width), line_(line_height), x_(at.x), y_(at.y) {}

  void run(ImFont* font, ImU32 colour, bool boxed, const std::string& text) {
    std::size_t at = 0;
    while (at < text.size()) {
      if (text[at] == '\n') {
        new_line();
        ++at;
      } else if (text[at] == ' ') {
        space_ = x_ > left_ ? text_width(font, " ") : 0;
        ++at;
      } else {
        const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
        word(font, colour, boxed, std::string_view(text).substr(at, end - at));
        at = end;
      }
    }
  }

  float bottom() const { return y_ + line_; }

 private:
  void new_line() {
    x_ = left_;
    y_ += line_;
    space_ = 0;
  }

  void word(ImFont* font, ImU32 colour, bool boxed, std::string_view text) {
    if (x_ + space_ + text_width(font, text) > left_ + width_ && x_ > left_) new_line();
    x_ += space_;
    space_ = 0;
    while (!text.empty()) {  // a word wider than the line is broken between characters
      const char* rest = text.data() + text.size();
      if (text_width(font, text) > width_)
        font->CalcTextSizeA(font_size(font), width_, 0, text.data(), text.data() + text.size(), &rest);
      const auto taken = std::max<std::size_t>(1, static_cast<std::size_t>(rest - text.data()));
      piece(font, colour, boxed, text.substr(0, taken));
      text.remove_prefix(std::min(taken, text.size()));
      if (!text.empty()) new_line();
    }
  }

  void piece(ImFont* font, ImU32 colour, bool boxed, std::string_view text) {
    const float width = text_width(font, text);
    const float top = y_ + (line_ - text_height(font)) / 2;
    if (boxed)
      ImGui::GetWindowDrawList()->AddRectFilled({x_ - 2, top}, {x_ + width + 2, top + text_height(font)},
                                                theme().palette.raised, 3);
    draw_text(font, {x_, top}, colour, text);
    x_ += width;
  }

  float left_, width_, line_, x_, y_, space_ = 0;
};

ImFont* font_of(const TextRun& run) {
  const Fonts& fonts = theme().fonts;
  return run.code ? fonts.code_small : run.bold ? fonts.bold : fonts.body;
}

ImU32 colour_of(const TextRun& run) {
  const Palette& p = theme().palette;
  return run.code ? p.string : run.italic ? p.text_dim : p.text;
}

void draw_block(const TextBlock& block) {
  const Metrics& m = theme().metrics;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const bool heading = block.kind == TextBlock::Kind::heading;
  const bool item = block.kind == TextBlock::Kind::item;
  ImFont* base =
      heading ? (block.level == 1 ? theme().fonts.heading : theme().fonts.bold) : theme().fonts.body;
  const float indent = item ? 18 * m.scale * static_cast<float>(block.level) : 0;
  const float line_height = text_height(base) * 1.3f;
  if (item)
    draw_text(base, {at.x + indent - 17 * m.scale, at.y + (line_height - text_height(base)) / 2},
              theme().palette.text_dim, block.marker);

  Setter setter({at.x + indent, at.y}, std::max(40.0f, room - indent), line_height);
  for (const TextRun& run : block.runs) {
    ImFont* font = heading                               ? base
                   : block.kind == TextBlock::Kind::code ? theme().fonts.code_small
                                                         : font_of(run);
    setter.run(font, colour_of(run), run.code && !heading, run.text);
  }
  ImGui::Dummy(ImVec2(room, setter.bottom() - at.y + (item ? 1 : 4) * m.scale));
}

}  // namespace

void rich_text(const std::vector<TextBlock>& blocks) {
  bool first = true;
  for (const TextBlock& block : blocks) {
    if (block.kind == TextBlock::Kind::heading && !first) ImGui::Dummy(ImVec2(1, 4 * theme().metrics.scale));
    draw_block(block);
    first = false;
  }
}

}  // namespace forkscope::app
