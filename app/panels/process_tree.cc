#include "app/panels/process_tree.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/role_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

struct Row {
  int pid = 0, parent = 0;
  base::ProcessId process = 0;
  std::string command_line;
  std::string title;   // "Process-1"
  std::string remark;  // how it ended, or what it is for
  std::string sentence;
  bool ended = false;
};

// The name behind the pid, and what the process is for.
void describe(const Frame& frame, Row& row) {
  if (row.process == 0) return;
  const ProcessRole role = process_role(frame.store, row.process);
  const std::string title = process_title(frame.store, row.process);
  row.title = title.substr(title.find(' ') + 1);
  row.sentence = role_sentence(role);
  row.remark = row.sentence;
  if (role == ProcessRole::manager) row.remark = role_name(role) + ": " + row.sentence;
}

std::vector<Row> rows_of_system(const Frame& frame) {
  std::map<int, base::ProcessId> ids;
  for (const auto& [id, process] : frame.world.processes) ids[process.pid] = id;
  std::vector<Row> rows;
  for (const SystemProcess& process : frame.system_processes) {
    const auto id = ids.find(process.pid);
    Row row{
        process.pid, process.parent_pid, id == ids.end() ? 0 : id->second, process.command_line, "", "", "",
        false};
    if (process.role == "resource tracker")
      row.remark = row.sentence = role_sentence(ProcessRole::resource_tracker);
    describe(frame, row);
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<Row> rows_of_trace(const Frame& frame) {
  std::vector<Row> rows;
  for (const auto& [id, process] : frame.world.processes) {
    const auto parent = frame.world.processes.find(process.parent);
    Row row{process.pid, parent == frame.world.processes.end() ? 0 : parent->second.pid,
            id,          frame.store.string(process.command_line),
            "",          "",
            "",          process.ended_ns >= 0};
    describe(frame, row);
    if (row.ended)
      row.remark = process.exit_code < 0 ? tr_format("signal {0}", -process.exit_code)
                                         : tr_format("exit code {0}", process.exit_code);
    rows.push_back(std::move(row));
  }
  return rows;
}

class Tree {
 public:
  // `killable`: the processes live now, and one may be ended by a click.
  Tree(const std::vector<Row>& rows, bool killable, CommandQueue& commands)
      : rows_(rows), killable_(killable), commands_(commands) {}

  void draw() {
    for (const Row& row : rows_)
      if (!has_parent(row)) branch(row, {}, true);
  }

 private:
  bool has_parent(const Row& row) const {
    return std::any_of(rows_.begin(), rows_.end(),
                       [&](const Row& other) { return other.pid == row.parent && other.pid != row.pid; });
  }

  // `open` says for each level above whether more of its children follow.
  void branch(const Row& row, std::vector<bool> open, bool last) {
    draw_row(row, open, last);
    if (open.size() > 16) return;
    std::vector<const Row*> children;
    for (const Row& other : rows_)
      if (other.parent == row.pid && other.pid != row.pid) children.push_back(&other);
    for (std::size_t index = 0; index < children.size(); ++index) {
      std::vector<bool> below = open;
      below.push_back(index + 1 < children.size());
      branch(*children[index], below, index + 1 == children.size());
    }
  }

  void draw_lines(const std::vector<bool>& open, bool last, ImVec2 at, float height, float step) const {
    const ImU32 colour = theme().palette.gil_wait;
    const float thickness = theme().metrics.scale;
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (std::size_t level = 0; level < open.size(); ++level) {
      const float x = at.x + step * (static_cast<float>(level) + 0.5f);
      const bool own = level + 1 == open.size();
      if (own || open[level])
        list->AddLine({x, at.y}, {x, own && last ? at.y + height / 2 : at.y + height}, colour, thickness);
      if (own) list->AddLine({x, at.y + height / 2}, {x + step * 0.4f, at.y + height / 2}, colour, thickness);
    }
  }

  void draw_row(const Row& row, const std::vector<bool>& open, bool last) {
    const Theme& t = theme();
    const float scale = t.metrics.scale, step = 20 * scale, height = t.metrics.line;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float right = at.x + ImGui::GetContentRegionAvail().x;
    draw_lines(open, last, at, height, step);
    float x = at.x + step * static_cast<float>(open.size());
    const float middle = at.y + height / 2;
    const ImU32 hue = row.process == 0 ? t.palette.gil_wait : process_colour(row.process);
    ImGui::GetWindowDrawList()->AddRectFilled({x, middle - 5 * scale}, {x + 10 * scale, middle + 5 * scale},
                                              row.ended ? with_alpha(hue, 0.4f) : hue, 2 * scale);
    const bool hovered =
        ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(at, ImVec2(right, at.y + height));
    const float end = killable_ && row.process != 0 ? kill_link(row, right, at.y, hovered) : right;
    draw_words(row, x + 17 * scale, end, middle);
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(right - at.x, height));
    if (!hovered || ImGui::GetIO().MousePos.x > end) return;
    std::string hint = std::to_string(row.pid) + " " + row.title + "\n" + row.command_line;
    if (row.ended) hint += "\n" + row.remark;
    if (!row.sentence.empty()) hint += "\n" + row.sentence;
    tooltip(hint);
  }

  // Pid, name, remark; the command line where room is left for it.
  static void draw_words(const Row& row, float x, float right, float middle) {
    const Theme& t = theme();
    const float gap = 10 * t.metrics.scale, least = 70 * t.metrics.scale;
    const auto say = [&](ImFont* font, ImU32 colour, const std::string& text) {
      if (text.empty() || x >= right) return;
      const std::string shown = shortened(font, text, right - x);
      draw_text(font, {x, middle - text_height(font) / 2}, colour, shown);
      x += text_width(font, shown) + gap;
    };
    say(t.fonts.code_small, row.ended ? t.palette.text_faint : t.palette.text_dim, std::to_string(row.pid));
    say(t.fonts.body, row.ended ? t.palette.text_dim : t.palette.text, row.title);
    say(t.fonts.small, t.palette.text_dim, row.remark);
    if (row.ended && right - x > least) say(t.fonts.small, t.palette.text_faint, row.sentence);
    if (right - x > least) say(t.fonts.code_small, t.palette.text_faint, without_folders(row.command_line));
  }

  // Shown only where the mouse is, so that nobody clicks it by chance; returns where it begins.
  float kill_link(const Row& row, float right, float top, bool row_hovered) {
    const Theme& t = theme();
    const std::string label = tr("kill");
    const Area area{{right - text_width(t.fonts.body, label) - 6 * t.metrics.scale, top},
                    {right, top + t.metrics.line}};
    const std::string id = "kill." + (row.title.empty() ? std::to_string(row.pid) : row.title);
    if (link(id.c_str(), area, row_hovered ? label : "", t.palette.wrong_text))
      commands_.push(KillProcess{row.pid});
    if (ImGui::IsItemHovered()) tooltip(tr_format("End process {0} at once, by SIGKILL", row.pid));
    return row_hovered ? area.min.x - t.metrics.gap : right;
  }

  const std::vector<Row>& rows_;
  bool killable_;
  CommandQueue& commands_;
};

}  // namespace

void draw_process_tree(const Frame& frame, CommandQueue& commands) {
  const bool from_system = frame.live && !frame.system_processes.empty();
  const std::vector<Row> rows = from_system ? rows_of_system(frame) : rows_of_trace(frame);
  if (rows.empty()) paragraph(theme().fonts.small, theme().palette.text_faint, tr("No processes yet."));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  const bool running = frame.state == RunState::running || frame.state == RunState::paused;
  Tree(rows, from_system && running, commands).draw();
  ImGui::PopStyleVar();
}

}  // namespace forkscope::app
