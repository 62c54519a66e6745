#include "core/lab/process_table.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <sstream>
#include <unordered_map>
#include <unordered_set>

#include "core/lab/proc_file.h"

namespace forkscope::lab {

namespace {

// "PID (NAME) STATE PARENT ..."; the name may hold spaces and parentheses.
std::optional<ProcessRow> row_of(pid_t pid) {
  const std::string stat = read_proc_file(kProc, pid, "stat").text;
  const std::size_t open = stat.find('('), close = stat.rfind(')');
  if (open == std::string::npos || close == std::string::npos) return std::nullopt;
  std::istringstream rest(stat.substr(close + 1));
  char state = 0;
  ProcessRow row;
  if (!(rest >> state >> row.parent)) return std::nullopt;
  row.pid = pid;
  row.zombie = state == 'Z' || state == 'X';
  row.name = stat.substr(open + 1, close - open - 1);
  return row;
}

std::vector<ProcessRow> all_processes() {
  std::vector<ProcessRow> rows;
  const FolderNames entries = names_in(kProc);
  for (const std::string& name : entries.names) {
    pid_t pid = 0;
    const auto parsed = std::from_chars(name.data(), name.data() + name.size(), pid);
    if (parsed.ec != std::errc() || parsed.ptr != name.data() + name.size()) continue;
    if (auto row = row_of(pid)) rows.push_back(std::move(*row));
  }
  return rows;
}

std::unordered_set<pid_t>& left_out() {
  static std::unordered_set<pid_t> pids;
  return pids;
}

std::string command_line(const ProcessRow& row) {
  std::string line = read_proc_file(kProc, row.pid, "cmdline").text;
  while (!line.empty() && line.back() == '\0') line.pop_back();
  std::replace(line.begin(), line.end(), '\0', ' ');
  if (!line.empty()) return line;
  return "[" + row.name + "]" + (row.zombie ? " <defunct>" : "");
}

std::string role(const std::string& command_line) {
  const bool tracks = command_line.find("multiprocessing.resource_tracker") != std::string::npos;
  return tracks ? "resource tracker" : "";
}

}  // namespace

void leave_out(pid_t pid) {
  left_out().insert(pid);
}

bool take_in_again(pid_t pid) {
  return left_out().erase(pid) > 0;
}

bool leaves_any_out() {
  return !left_out().empty();
}

std::vector<ProcessRow> descendants_of(pid_t ancestor) {
  std::vector<ProcessRow> rows = all_processes();
  std::unordered_multimap<pid_t, const ProcessRow*> children;
  for (const ProcessRow& row : rows) children.emplace(row.parent, &row);
  std::vector<ProcessRow> found;
  std::unordered_set<pid_t> seen;
  std::vector<pid_t> open{ancestor};
  while (!open.empty()) {
    const auto [first, last] = children.equal_range(open.back());
    open.pop_back();
    for (auto child = first; child != last; ++child) {
      // The rows were not read at one instant, so a reused pid could make a circle.
      if (left_out().contains(child->second->pid) || !seen.insert(child->second->pid).second) continue;
      found.push_back(*child->second);
      open.push_back(child->second->pid);
    }
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.pid < b.pid; });
  return found;
}

std::vector<ProcessLine> lines_of(const std::vector<ProcessRow>& rows) {
  std::vector<ProcessLine> lines;
  for (const ProcessRow& row : rows) {
    std::string line = command_line(row);
    std::string what = role(line);
    lines.push_back({row.pid, row.parent, std::move(line), std::move(what)});
  }
  return lines;
}

}  // namespace forkscope::lab
