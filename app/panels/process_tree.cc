#include "app/panels/process_tree.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

struct Row {
  int pid = 0, parent = 0;
  base::ProcessId process = 0;
  std::string command_line;
  std::string remark;
  bool ended = false;
};

std::string tracker_remark() {
  return tr("resource tracker: watches semaphores and shared memory, runs nothing of yours");
}

std::string fork_server_remark() {
  return tr("fork server: forks a child for every start(), runs nothing of yours itself");
}

std::vector<Row> rows_of_system(const Frame& frame) {
  std::map<int, base::ProcessId> ids;
  for (const auto& [id, process] : frame.world.processes) ids[process.pid] = id;
  std::vector<Row> rows;
  for (const SystemProcess& process : frame.system_processes) {
    const auto id = ids.find(process.pid);
    const std::string remark = process.role == "resource tracker" ? tracker_remark() : process.role;
    rows.push_back(Row{process.pid, process.parent_pid, id == ids.end() ? 0 : id->second,
                       process.command_line, remark, false});
  }
  return rows;
}

std::vector<Row> rows_of_trace(const Frame& frame) {
  std::vector<Row> rows;
  for (const auto& [id, process] : frame.world.processes) {
    const auto parent = frame.world.processes.find(process.parent);
    Row row{process.pid, parent == frame.world.processes.end() ? 0 : parent->second.pid,
            id,          frame.store.string(process.command_line),
            "",          process.ended_ns >= 0};
    if (process.method == trace::StartMethod::resource_tracker) row.remark = tracker_remark();
    if (process.method == trace::StartMethod::fork_server) row.remark = fork_server_remark();
    if (row.ended)
      row.remark = process.exit_code < 0 ? tr_format("ended by signal {0}", -process.exit_code)
                                         : tr_format("ended, exit code {0}", process.exit_code);
    rows.push_back(std::move(row));
  }
  return rows;
}

class Tree {
 public:
  explicit Tree(const std::vector<Row>& rows) : rows_(rows) {}

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
    x += 17 * scale;
    const ImU32 ink = row.ended ? t.palette.text_faint : t.palette.text;
    const auto say = [&](ImFont* font, ImU32 colour, const std::string& text, float share) {
      const std::string shown = shortened(font, text, std::max(0.0f, (right - x) * share));
      draw_text(font, {x, middle - text_height(font) / 2}, colour, shown);
      x += text_width(font, shown) + 12 * scale;
    };
    say(t.fonts.code_small, ink, std::to_string(row.pid), 1);
    say(t.fonts.code_small, ink, row.command_line, row.remark.empty() ? 1 : 0.6f);
    say(t.fonts.small, t.palette.text_dim, row.remark, 1);
    ImGui::Dummy(ImVec2(right - at.x, height));
    if (ImGui::IsItemHovered())
      ImGui::SetTooltip("%d  %s\n%s", row.pid, row.command_line.c_str(), row.remark.c_str());
  }

  const std::vector<Row>& rows_;
};

}  // namespace

void draw_process_tree(const Frame& frame) {
  const bool from_system = frame.live && !frame.system_processes.empty();
  const std::vector<Row> rows = from_system ? rows_of_system(frame) : rows_of_trace(frame);
  if (rows.empty()) paragraph(theme().fonts.small, theme().palette.text_faint, tr("No processes yet."));
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
  Tree(rows).draw();
  ImGui::PopStyleVar();
}

}  // namespace forkscope::app
