#include "app/panels/starts_tree.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/role_text.h"
#include "app/widgets/starts_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kRow = 20;  // unscaled

std::string role_text(const TreeRow& row) {
  switch (row.role) {
    case TreeRole::program:
      return tr("the program");
    case TreeRole::child:
      return row.is_measured ? tr("the child above") : tr("a child");
    case TreeRole::resource_tracker:
      return role_name(ProcessRole::resource_tracker);
    case TreeRole::fork_server:
      return role_name(ProcessRole::fork_server);
    case TreeRole::zombie:
      return tr("has ended; nobody has waited for it yet");
  }
  return {};
}

std::string hint_of(const TreeRow& row) {
  std::string hint = row.command_line;
  if (row.role == TreeRole::resource_tracker) hint += "\n" + role_sentence(ProcessRole::resource_tracker);
  if (row.role == TreeRole::fork_server) hint += "\n" + role_sentence(ProcessRole::fork_server);
  return hint;
}

// What one might wonder at, where it is so.
std::string remark(const std::vector<TreeRow>& rows) {
  const TreeCount count = count_tree(rows);
  const auto child =
      std::find_if(rows.begin(), rows.end(), [](const TreeRow& row) { return row.is_measured; });
  if (child != rows.end() && count.servers > 0 && child->continues.size() > 1)
    return tr(
        "The child hangs below the fork server, which has forked it, and shows the server's command line.");
  if (count.trackers > 0 && count.servers == 0 && count.workers > 0)
    return tr_format_plural(
        "{0} process runs the program's code, but ps shows {1} below it: one is the resource tracker; it "
        "moves no tasks.",
        "{0} processes run the program's code, but ps shows {1} below it: one is the resource tracker; it "
        "moves no tasks.",
        static_cast<std::uint64_t>(count.workers), count.below_program);
  if (child != rows.end() && child != rows.begin() && child->command_line == rows.front().command_line)
    return tr(
        "A forked child shows the command line of its parent: it is a copy, and nothing else was started.");
  return {};
}

void explain(ProcessRole role) {
  paragraph(theme().fonts.small, theme().palette.text_dim, role_name(role) + ": " + role_sentence(role));
}

void draw_branch_lines(const std::vector<bool>& continues, ImVec2 at, float height, float step) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImU32 colour = theme().palette.gil_wait;
  for (std::size_t level = 0; level < continues.size(); ++level) {
    const float x = at.x + step * (static_cast<float>(level) + 0.4f), middle = at.y + height / 2;
    const bool own = level + 1 == continues.size();
    if (continues[level] || own)
      list->AddLine({x, at.y}, {x, continues[level] ? at.y + height : middle}, colour, scaled(1));
    if (own) list->AddLine({x, middle}, {x + step * 0.4f, middle}, colour, scaled(1));
  }
}

void draw_row(const TreeRow& row, const std::string& method) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  Area line{at, {at.x + ImGui::GetContentRegionAvail().x, at.y + scaled(kRow)}};
  ImGui::Dummy(line.size());
  if (ImGui::IsItemHovered()) tooltip(hint_of(row));
  draw_branch_lines(row.continues, at, line.height(), scaled(20));
  line.cut_left(scaled(20) * static_cast<float>(row.continues.size()));
  const auto say = [&](Area& room, ImFont* font, ImU32 colour, const std::string& text) {
    const std::string shown = shortened(font, text, room.width());
    draw_text(font, {room.min.x, (room.min.y + room.max.y - text_height(font)) / 2}, colour, shown);
    room.cut_left(text_width(font, shown), scaled(10));
  };
  const bool serves = row.role == TreeRole::resource_tracker || row.role == TreeRole::fork_server;
  Area role =
      line.cut_right(std::min(line.width() * 0.45f, text_width(t.fonts.small, role_text(row))), scaled(12));
  say(role, t.fonts.small,
      row.is_measured ? t.palette.text
      : serves        ? t.palette.buffer
                      : t.palette.text_dim,
      role_text(row));
  say(line, t.fonts.code_small, row.is_measured ? method_colour(method) : t.palette.text,
      std::to_string(row.pid));
  say(line, t.fonts.code_small, row.role == TreeRole::zombie ? t.palette.text_faint : t.palette.text_dim,
      without_folders(row.command_line));
}

}  // namespace

void draw_starts_tree(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Theme& t = theme();
  draw_card(card);
  const std::vector<std::string> methods = {"fork", "spawn", "forkserver"};
  Area inside = card.inset(t.metrics.padding, t.metrics.padding * 0.7f);
  Area title = inside.cut_top(t.metrics.line * 1.1f, t.metrics.gap * 0.6f);
  const auto shown = std::find(methods.begin(), methods.end(), frame.starts.tree) - methods.begin();
  const int clicked = segmented("tree", title.cut_right(segmented_width(methods), t.metrics.gap), methods,
                                static_cast<int>(shown));
  if (clicked >= 0) commands.push(ShowStartsTree{methods[static_cast<std::size_t>(clicked)]});
  draw_text(t.fonts.small, {title.min.x, (title.min.y + title.max.y - text_height(t.fonts.small)) / 2},
            t.palette.text_dim, shortened(t.fonts.small, tr("PROCESS TREE, AS PS SHOWS IT"), title.width()));

  const lab::MethodReport* report = method_in(frame.starts.known.report, frame.starts.tree);
  const std::vector<TreeRow> rows = report == nullptr ? std::vector<TreeRow>() : tree_rows(*report);
  if (rows.empty()) {
    const Region region("tree", inside);
    return paragraph(t.fonts.small, t.palette.text_faint, tr("No processes were seen."));
  }
  const std::string text = remark(rows);
  const float line = text_height(t.fonts.small) + scaled(3);
  const float below = text.empty() ? 0 : text_width(t.fonts.small, text) > inside.width() ? 2 * line : line;
  {
    const float wanted = scaled(kRow) * static_cast<float>(rows.size());
    const Region region("tree", inside.cut_top(std::min(wanted, inside.height() - below), scaled(3)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    for (const TreeRow& row : rows) draw_row(row, frame.starts.tree);
    ImGui::PopStyleVar();
  }
  const Region region("remark", inside);
  if (!text.empty()) paragraph(t.fonts.small, t.palette.number, text);
  const TreeCount count = count_tree(rows);
  if (count.servers > 0) explain(ProcessRole::fork_server);
  if (count.trackers > 0) explain(ProcessRole::resource_tracker);
}

}  // namespace forkscope::app
