#include "app/model/starts_view.h"

#include <algorithm>
#include <filesystem>

namespace forkscope::app {

namespace {

TreeRole role_of(const lab::ProcessLine& line, bool is_root) {
  if (line.role == "resource tracker") return TreeRole::resource_tracker;
  if (line.role == "fork server") return TreeRole::fork_server;
  if (is_root) return TreeRole::program;
  return line.command_line.ends_with("<defunct>") ? TreeRole::zombie : TreeRole::child;
}

void add_branch(const std::vector<lab::ProcessLine>& lines, const lab::ProcessLine& line, int measured,
                std::vector<bool> continues, std::vector<TreeRow>& rows) {
  rows.push_back(
      {line.pid, line.command_line, role_of(line, continues.empty()), line.pid == measured, continues});
  std::vector<const lab::ProcessLine*> children;
  for (const lab::ProcessLine& other : lines)
    if (other.parent_pid == line.pid && other.pid != line.pid) children.push_back(&other);
  continues.push_back(true);
  for (const lab::ProcessLine* child : children) {
    continues.back() = child != children.back();
    add_branch(lines, *child, measured, continues, rows);
  }
}

}  // namespace

MeasuredProgram program_to_measure(const std::string& path, const Personality& personality) {
  std::error_code none;
  const auto written = std::filesystem::last_write_time(path, none);
  return {path, none ? 0 : static_cast<std::int64_t>(written.time_since_epoch().count()), personality};
}

std::size_t row_count(const lab::StartsReport& report) {
  std::size_t most = 0;
  for (const lab::MethodReport& method : report.methods) most = std::max(most, method.stages.size());
  return most;
}

std::size_t moved_row(const lab::StartsReport& report, std::size_t row, int by) {
  const auto last = static_cast<std::ptrdiff_t>(row_count(report)) - 1;
  const auto wanted = static_cast<std::ptrdiff_t>(row) + by;
  return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, std::max<std::ptrdiff_t>(0, last)));
}

const lab::MethodReport* method_in(const lab::StartsReport& report, const std::string& method) {
  for (const lab::MethodReport& found : report.methods)
    if (found.method == method) return &found;
  return nullptr;
}

const lab::PythonMethod* python_in(const lab::StartsReport& report, const std::string& method) {
  for (const lab::PythonMethod& found : report.cpython.methods)
    if (found.method == method) return &found;
  return nullptr;
}

const lab::OpenDescriptor* descriptor_in(const lab::ChildEvidence& child, int number) {
  for (const lab::OpenDescriptor& found : child.descriptors)
    if (found.number == number) return &found;
  return nullptr;
}

bool went_well(const lab::MethodReport& report) {
  return report.has_child && report.errors.empty() && report.end == "It ended with exit code 0.";
}

bool is_unreadable(const lab::ChildEvidence& child, const std::string& field) {
  return std::any_of(child.not_readable.begin(), child.not_readable.end(),
                     [&](const lab::NotReadable& found) { return found.field == field; });
}

std::vector<TreeRow> tree_rows(const lab::MethodReport& report) {
  std::vector<TreeRow> rows;
  const auto& lines = report.process_tree;
  for (const lab::ProcessLine& line : lines) {
    const bool has_parent = std::any_of(lines.begin(), lines.end(), [&](const lab::ProcessLine& other) {
      return other.pid == line.parent_pid && other.pid != line.pid;
    });
    if (!has_parent) add_branch(lines, line, report.has_child ? report.child.pid : 0, {}, rows);
  }
  return rows;
}

TreeCount count_tree(const std::vector<TreeRow>& rows) {
  TreeCount count;
  for (const TreeRow& row : rows) {
    if (row.continues.size() == 1) ++count.below_program;
    if (row.role == TreeRole::child) ++count.workers;
    if (row.role == TreeRole::resource_tracker) ++count.trackers;
    if (row.role == TreeRole::fork_server) ++count.servers;
  }
  return count;
}

double MemoryShares::shared_part() const {
  const int values = values_shared + values_private;
  return values <= 0 ? 0 : static_cast<double>(values_shared) / values;
}

std::optional<MemoryShares> memory_shares(const lab::ChildMemory& memory) {
  if (memory.resident <= 0 || memory.values_shared < 0 || memory.values_private < 0) return std::nullopt;
  MemoryShares shares{memory.resident, memory.values_shared, memory.values_private, 0};
  shares.files = std::max(0, shares.resident - shares.values_shared - shares.values_private);
  return shares;
}

}  // namespace forkscope::app
