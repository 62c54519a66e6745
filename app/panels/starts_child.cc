#include "app/panels/starts_child.h"

#include <algorithm>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/format.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/starts_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kLine = 18;  // unscaled
constexpr std::size_t kMostNames = 64;

// The next line of the region, as wide as that.
Area next_line(float height = kLine) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Area line{at, {at.x + ImGui::GetContentRegionAvail().x, at.y + scaled(height)}};
  ImGui::Dummy(ImVec2(line.width(), line.height()));
  return line;
}

// Cuts the text's width off `line`; nothing is drawn where it has none left.
void say(Area& line, ImFont* font, ImU32 colour, const std::string& text, float gap = 0) {
  if (text.empty() || line.width() < scaled(8)) return;
  const std::string shown = shortened(font, text, line.width());
  draw_text(font, {line.min.x, (line.min.y + line.max.y - text_height(font)) / 2}, colour, shown);
  line.cut_left(text_width(font, shown), gap);
}

void say_right(Area& line, ImFont* font, ImU32 colour, const std::string& text) {
  const Area place = line.cut_right(text_width(font, text), scaled(10));
  draw_text(font, {place.min.x, (place.min.y + place.max.y - text_height(font)) / 2}, colour, text);
}

bool hovered(const Area& area) {
  return ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(area.min, area.max);
}

void heading(const std::string& text) {
  Area line = next_line();
  say(line, theme().fonts.small, theme().palette.text_dim, text);
}

void identity(const lab::ChildEvidence& child) {
  const Theme& t = theme();
  Area first = next_line();
  const bool well = child.ended && child.exit_code == 0;
  say_right(first, t.fonts.small, well ? t.palette.text_dim : t.palette.buffer, exit_text(child));
  say(first, t.fonts.small, t.palette.text_dim, tr_format("CHILD {0}", child.pid));
  if (child.parent_pid >= 0 || child.threads >= 0) {
    Area second = next_line();
    if (child.threads >= 0)
      say_right(second, t.fonts.body, t.palette.text_dim,
                tr_format_plural("{0} thread", "{0} threads", static_cast<std::uint64_t>(child.threads)));
    if (child.parent_pid >= 0)
      say(second, t.fonts.body, t.palette.text,
          tr_format("parent {0}, {1}", child.parent_pid, parent_text(child)));
  }
  if (child.command_line.empty()) return;
  Area third = next_line();
  const Area whole = third;
  say(third, t.fonts.code_small, t.palette.text_dim, without_folders(child.command_line));
  if (hovered(whole))
    tooltip(tr_format("ps -o args shows: {0}\nps -o comm shows: {1}", child.command_line, child.short_name));
}

std::string memory_hint(const lab::ChildMemory& memory) {
  return tr_format(
      "{0} resident, as smaps_rollup says: {1} shared with other processes, {2} its own.\nOf these, values "
      "of the "
      "program (memory of no file): {3} shared, {4} its own. The rest are pages of programs and libraries.",
      kibibytes_text(memory.resident), kibibytes_text(memory.shared), kibibytes_text(memory.private_),
      kibibytes_text(std::max(0, memory.values_shared)), kibibytes_text(std::max(0, memory.values_private)));
}

void draw_bar(const Area& place, const MemoryShares& shares, int most, ImU32 hue) {
  const Theme& t = theme();
  const float per_kib = place.width() / static_cast<float>(std::max(1, most));
  const float top = (place.min.y + place.max.y) / 2 - scaled(5), bottom = top + scaled(10);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({place.min.x, top}, {place.max.x, bottom}, t.palette.background, scaled(4));
  float x = place.min.x;
  const auto piece = [&](int kib, ImU32 colour) {
    const float width = static_cast<float>(kib) * per_kib;
    list->AddRectFilled({x, top}, {x + width, bottom}, colour, scaled(2));
    x += width;
  };
  piece(shares.values_shared, hue);
  piece(shares.values_private, t.palette.slots);
  piece(shares.files, t.palette.gil_wait);
}

int most_resident(const lab::StartsReport& report) {
  int most = 1;
  for (const lab::MethodReport& method : report.methods)
    most = std::max({most, method.child.memory.resident, method.child.memory_after_target.resident});
  return most;
}

void memory_line(const Frame& frame, const lab::MethodReport& report, const lab::ChildMemory& memory,
                 const char* sentence) {
  const auto shares = memory_shares(memory);
  if (!shares) return;
  const Theme& t = theme();
  Area line = next_line();
  const Area whole = line;
  draw_bar(line.cut_left(line.width() * (line.width() < scaled(360) ? 0.28f : 0.40f), scaled(10)), *shares,
           most_resident(frame.starts.known.report), method_colour(report.method));
  const int percent = static_cast<int>(shares->shared_part() * 100 + 0.5);
  say(line, t.fonts.body, t.palette.text, fmt::format(fmt::runtime(sentence), percent), scaled(8));
  say(line, t.fonts.small, t.palette.text_faint,
      tr_format("of {0}", kibibytes_text(shares->values_shared + shares->values_private)));
  if (hovered(whole)) tooltip(memory_hint(memory));
}

void memory_legend(const lab::MethodReport& report) {
  const Theme& t = theme();
  Area line = next_line(16);
  const auto entry = [&](ImU32 colour, const char* text) {
    const float middle = (line.min.y + line.max.y) / 2;
    const Area box = line.cut_left(scaled(8), scaled(5));
    if (line.width() < scaled(20)) return;
    ImGui::GetWindowDrawList()->AddRectFilled({box.min.x, middle - scaled(4)},
                                              {box.max.x, middle + scaled(4)}, colour, scaled(2));
    say(line, t.fonts.small, t.palette.text_faint, text, scaled(12));
  };
  entry(method_colour(report.method), tr("shared values"));
  entry(t.palette.slots, tr("its own values"));
  entry(t.palette.gil_wait, tr("programs, libraries"));
}

void memory(const Frame& frame, const lab::MethodReport& report) {
  const bool by_server = report.child.parent_role == "fork server";
  memory_line(frame, report, report.child.memory,
              by_server ? tr("shares {0} % with the server") : tr("shares {0} % with the parent"));
  memory_line(frame, report, report.child.memory_after_target, tr("{0} % after the target"));
  if (memory_shares(report.child.memory)) memory_legend(report);
}

// One small box a descriptor; a click explains it.
void descriptor_boxes(const Frame& frame, const lab::MethodReport& report, CommandQueue& commands) {
  const Theme& t = theme();
  const lab::ChildEvidence& child = report.child;
  Area line = next_line(22);
  say(line, t.fonts.body, t.palette.text_dim, tr("open files"), scaled(8));
  const bool chosen_here = frame.starts.chosen_of == report.method;
  for (const lab::OpenDescriptor& descriptor : child.descriptors) {
    const std::string number = std::to_string(descriptor.number);
    const float width = text_width(t.fonts.code_small, number) + scaled(10);
    if (line.width() < width) line = next_line(22);
    const Area box = line.cut_left(width, scaled(4)).inset(0, scaled(2));
    const bool chosen = chosen_here && frame.starts.chosen_descriptor == descriptor.number;
    const bool inherited = descriptor.in_parent == descriptor.number;
    ImGui::GetWindowDrawList()->AddRectFilled(box.min, box.max,
                                              chosen      ? t.palette.accent
                                              : inherited ? with_alpha(method_colour(report.method), 0.22f)
                                                          : t.palette.raised,
                                              scaled(4));
    draw_text(t.fonts.code_small,
              {box.min.x + scaled(5), (box.min.y + box.max.y - text_height(t.fonts.code_small)) / 2},
              chosen ? t.palette.accent_text : t.palette.text, number);
    const std::string id = report.method + ".descriptor." + number;
    note_hit(id, box.min, box.max);
    if (!hovered(box)) continue;
    if (!chosen) tooltip(descriptor_text(descriptor) + "\n" + descriptor.target);
    if (ImGui::IsMouseClicked(0)) commands.push(ExplainDescriptor{report.method, descriptor.number});
  }
  const lab::OpenDescriptor* chosen =
      chosen_here ? descriptor_in(child, frame.starts.chosen_descriptor) : nullptr;
  if (chosen != nullptr)
    paragraph(t.fonts.small, t.palette.text, descriptor_text(*chosen) + " · " + chosen->target);
}

void descriptor_rows(const lab::ChildEvidence& child) {
  const Theme& t = theme();
  ImGui::Dummy(ImVec2(1, scaled(6)));
  heading(tr("OPEN FILES"));
  for (const lab::OpenDescriptor& descriptor : child.descriptors) {
    Area line = next_line();
    const Area whole = line;
    const Area number = line.cut_left(scaled(24), scaled(8));
    const std::string text = std::to_string(descriptor.number);
    draw_text(t.fonts.code_small,
              {number.max.x - text_width(t.fonts.code_small, text),
               (number.min.y + number.max.y - text_height(t.fonts.code_small)) / 2},
              t.palette.text, text);
    const std::string all = descriptor_text(descriptor);
    say(line, t.fonts.small, t.palette.text_dim, all.substr(text.size() + 2));
    if (hovered(whole)) tooltip(all + "\n" + descriptor.target);
  }
}

std::string summary_of_names(const std::vector<lab::NameInChild>& names) {
  const bool copied = std::all_of(names.begin(), names.end(),
                                  [](const auto& name) { return name.source == "copied memory"; });
  return copied ? tr("It knows everything, by copied memory:")
                : tr("It knows what the file sets and what was pickled:");
}

void name_row(const lab::NameInChild& name) {
  const Theme& t = theme();
  const Area line = next_line();
  Area rest = line;
  Area first = rest.cut_left(line.width() * 0.26f, scaled(8)),
       second = rest.cut_left(line.width() * 0.40f, scaled(8));
  const bool there = !name.source.empty(), differs = name.in_child != name.in_parent;
  say(first, t.fonts.code_small, there ? t.palette.text : t.palette.text_faint, name.name);
  say(second, t.fonts.code_small,
      !there    ? t.palette.text_faint
      : differs ? t.palette.buffer
                : t.palette.text_dim,
      there ? name.in_child : "–");
  say(rest, t.fonts.small, there ? t.palette.text_dim : t.palette.text_faint,
      there ? lab_text(name.source) : std::string(tr("not in the child")));
  if (!hovered(line)) return;
  std::string hint = name.name + (there ? " = " + name.in_child : "");
  hint += "\n" + (name.in_parent.empty() ? std::string(tr("The parent does not have it."))
                                         : tr_format("In the parent: {0}", name.in_parent));
  if (name.same_place) hint += "\n" + std::string(tr("At the same address in both."));
  tooltip(hint);
}

void names(const lab::ChildEvidence& child) {
  if (child.names.empty() || is_unreadable(child, "names")) return;
  // Modules come last: every program has them, and they say the least.
  std::vector<const lab::NameInChild*> sorted;
  for (const lab::NameInChild& name : child.names) sorted.push_back(&name);
  std::stable_partition(sorted.begin(), sorted.end(), [](const lab::NameInChild* name) {
    return !(name->in_child.empty() ? name->in_parent : name->in_child).starts_with("<module");
  });
  Area line = next_line(20);
  say(line, theme().fonts.body, theme().palette.text, summary_of_names(child.names));
  for (std::size_t i = 0; i < std::min(sorted.size(), kMostNames); ++i) name_row(*sorted[i]);
}

// What could not be read for the same reason is one sentence.
void unreadable(const lab::ChildEvidence& child) {
  std::map<std::string, std::string> by_reason;
  for (const lab::NotReadable& field : child.not_readable) {
    std::string& fields = by_reason[field.reason];
    fields += (fields.empty() ? "" : ", ") + field_text(field.field);
  }
  for (const auto& [reason, fields] : by_reason)
    paragraph(theme().fonts.small, theme().palette.buffer,
              tr_format("{0} could not be read: {1}", fields, lab_text(reason)));
}

void evidence(const Frame& frame, const lab::MethodReport& report, CommandQueue& commands) {
  const lab::ChildEvidence& child = report.child;
  const float room = ImGui::GetContentRegionAvail().y;
  identity(child);
  memory(frame, report);
  const auto rows = static_cast<float>(child.names.size() + child.descriptors.size() + 3);
  const bool roomy = !child.descriptors.empty() && room - scaled(120) > rows * scaled(kLine);
  if (!roomy && !child.descriptors.empty()) descriptor_boxes(frame, report, commands);
  names(child);
  unreadable(child);
  if (roomy) descriptor_rows(child);
}

// The last lines of what it printed.
std::string last_lines(const std::string& text, int most) {
  std::size_t begin = text.size();
  for (int lines = 0; begin > 0; --begin)
    if (text[begin - 1] == '\n' && begin != text.size() && ++lines == most) break;
  return text.substr(begin);
}

// Its beginning; some of CPython's messages are a page of text.
std::string in_one_line(const std::string& text) {
  constexpr std::size_t kMostLetters = 160;
  std::string line;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (line.size() + word.size() > kMostLetters) return line + " …";
    line += (line.empty() ? "" : " ") + word;
  }
  return line;
}

std::string error_text(const std::string& error) {
  if (!error.starts_with(lab::kNameless)) return error;
  return tr_format("a process: {0}", error.substr(lab::kNameless.size()));
}

// Each once, with how often it came.
void draw_errors(const std::vector<std::string>& errors) {
  constexpr std::size_t kMostErrors = 3;
  const Theme& t = theme();
  std::vector<std::pair<std::string, std::size_t>> counted;
  for (const std::string& error : errors) {
    const auto known =
        std::find_if(counted.begin(), counted.end(), [&](const auto& entry) { return entry.first == error; });
    if (known != counted.end())
      ++known->second;
    else
      counted.emplace_back(error, 1);
  }
  for (std::size_t i = 0; i < std::min(counted.size(), kMostErrors); ++i) {
    const std::string error = error_text(counted[i].first);
    const std::size_t times = counted[i].second;
    const std::string often = times == 1 ? "" : fmt::format(" ({}×)", times);
    paragraph(t.fonts.body, t.palette.wrong_text, in_one_line(error) + often);
    if (ImGui::IsItemHovered()) tooltip(error);
  }
  if (counted.size() > kMostErrors)
    paragraph(t.fonts.small, t.palette.wrong_text,
              tr_format_plural("and {0} more", "and {0} more", counted.size() - kMostErrors));
}

void what_happened(const lab::MethodReport& report) {
  const Theme& t = theme();
  constexpr int kMostLines = 12;
  heading(tr("WHAT HAPPENED"));
  paragraph(t.fonts.body, t.palette.text, lab_text(report.end));
  draw_errors(report.errors);
  if (!report.has_child && report.processes_started == 0 && report.errors.empty())
    paragraph(t.fonts.body, t.palette.text_dim,
              tr("This page is about programs that start processes: by Process, Pool or Manager."));
  if (!report.has_child && !report.output.empty()) {
    ImGui::Dummy(ImVec2(1, scaled(6)));
    heading(tr("OUTPUT"));
    paragraph(t.fonts.code_small, t.palette.text_dim, last_lines(report.output, kMostLines));
  }
  if (report.has_child) ImGui::Dummy(ImVec2(1, scaled(8)));
}

}  // namespace

void draw_starts_child(const Frame& frame, const lab::MethodReport& report, CommandQueue& commands) {
  const Theme& t = theme();
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  if (report.end.empty())
    paragraph(t.fonts.body, t.palette.text_faint,
              frame.starts.measuring ? tr("It waits for its turn.") : tr("It was not measured."));
  else if (!report.known)
    paragraph(t.fonts.body, t.palette.text_faint, lab_text(report.end));
  else {
    if (!went_well(report)) what_happened(report);
    if (report.has_child) evidence(frame, report, commands);
  }
  ImGui::PopStyleVar();
}

}  // namespace forkscope::app
