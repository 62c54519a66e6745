#include "app/panels/compare_sentences.h"

#include <algorithm>
#include <set>
#include <string>

#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/compare_text.h"
#include "app/widgets/format.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

std::string numbers_text(const lab::CompareSentence& sentence) {
  std::string text;
  for (const lab::CompareNumber& number : sentence.numbers)
    text += (text.empty() ? "" : " · ") + number.name + " " + number.shown;
  return text;
}

// A bar of the given colour stands at the left of the words.
template <typename Words>
void beside_bar(ImU32 colour, Words words) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::Indent(scaled(12));
  ImGui::BeginGroup();
  words();
  ImGui::EndGroup();
  ImGui::Unindent(scaled(12));
  ImGui::GetWindowDrawList()->AddRectFilled(
      {at.x, at.y + scaled(2)}, {at.x + scaled(3), ImGui::GetItemRectMax().y}, colour, scaled(1.5f));
}

void switch_work(const Frame& frame, const lab::CompareSentence& sentence, CommandQueue& commands) {
  if (sentence.other_work.empty() || sentence.other_work == frame.compare.order.work) return;
  const Theme& t = theme();
  const std::string words = tr_format("See the opposite: {0}", work_text(sentence.other_work));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Area area{at, {at.x + text_width(t.fonts.body, words), at.y + t.metrics.line}};
  if (link(("other." + sentence.rule).c_str(), area, words, t.palette.accent)) {
    lab::CompareSettings next = frame.compare.order;
    set_work(next, sentence.other_work);
    commands.push(SetCompareOrder{next});
    commands.push(MeasureCompare{});
  }
}

void draw_sentence(const Frame& frame, const lab::CompareSentence& sentence, CommandQueue& commands) {
  const Theme& t = theme();
  paragraph(t.fonts.body, t.palette.text, sentence_text(sentence));
  if (ImGui::IsItemHovered() && !sentence.numbers.empty()) tooltip(numbers_text(sentence));
  switch_work(frame, sentence, commands);
  ImGui::Dummy({1, scaled(3)});
}

// Amdahl's law: what more workers cannot shorten.
void draw_serial_parts(const lab::CompareReport& report) {
  const Theme& t = theme();
  bool titled = false;
  for (const lab::CompareWayReport& way : report.ways) {
    if (way.serial_part < 0) continue;
    if (!titled)
      paragraph(t.fonts.small, t.palette.text_dim, tr("AMDAHL: THE PART THAT MORE WORKERS DO NOT SHORTEN"));
    titled = true;
    std::string text = way_text(way.way) + ": " + fmt::format("{:.1f} %", way.serial_part * 100);
    if (way.serial_part_error >= 0)
      text +=
          " · " + tr_format("the fit is off by {0} %", fmt::format("{:.1f}", way.serial_part_error * 100));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float middle = at.y + text_height(t.fonts.body) / 2, half = scaled(4.5f);
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, middle - half}, {at.x + 2 * half, middle + half},
                                              way_colour(way.way), scaled(2));
    ImGui::Indent(scaled(16));
    paragraph(t.fonts.body, t.palette.text, text);
    if (ImGui::IsItemHovered() && way.serial_part > 0)
      tooltip(tr_format("However many workers: at most {0} as fast.",
                        fmt::format("{:.3g}×", 1 / way.serial_part)));
    ImGui::Unindent(scaled(16));
  }
}

void draw_troubles(const lab::CompareReport& report) {
  const Theme& t = theme();
  std::set<std::string> said;
  const auto say = [&](const std::string& way, const std::string& trouble, ImU32 bar, ImU32 ink) {
    const std::string text = way_text(way) + ": " + lab_text(trouble);
    if (!trouble.empty() && said.insert(text).second)
      beside_bar(bar, [&] { paragraph(t.fonts.body, ink, text); });
  };
  for (const auto* ways : {&report.ways, &report.cpython.ways})
    for (const lab::CompareWayReport& way : *ways) {
      // A way that makes no sense for this work is no fault; a run that fails is.
      say(way.way, way.trouble, t.palette.gil_wait, t.palette.text_dim);
      for (const lab::CompareMeasured& measured : way.measured)
        say(way.way, measured.trouble, t.palette.wrong, t.palette.wrong_text);
    }
}

}  // namespace

void draw_compare_sentences(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Theme& t = theme();
  draw_card(card);
  const Area inside = titled(card, tr("WHAT YOU CAN SAY"));
  const Region region("sentences", inside);
  const lab::CompareReport& report = frame.compare.known.report;
  for (const lab::CompareSentence& warning : report.warnings)
    beside_bar(t.palette.buffer, [&] { paragraph(t.fonts.body, t.palette.text, sentence_text(warning)); });
  draw_troubles(report);
  for (const lab::CompareSentence& sentence : report.sentences) draw_sentence(frame, sentence, commands);
  if (report.sentences.empty() && !frame.compare.measuring)
    paragraph(t.fonts.body, t.palette.text_faint,
              tr("Sentences come from the measurement, with the numbers they rest on."));
  if (report.sentences.empty() && frame.compare.measuring)
    paragraph(t.fonts.body, t.palette.text_faint, tr("Once there are times to compare."));
  draw_serial_parts(report);
}

}  // namespace forkscope::app
