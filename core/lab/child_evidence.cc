#include "core/lab/child_evidence.h"

#include <algorithm>
#include <optional>
#include <sstream>

#include "core/lab/open_descriptors.h"
#include "core/lab/process_table.h"

namespace forkscope::lab {

namespace {

// The line "NAME:   VALUE ..." of a file of such lines.
std::optional<std::string> value_of(const std::string& text, const std::string& name) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with(name + ":")) continue;
    const std::size_t begin = line.find_first_not_of(" \t", name.size() + 1);
    return begin == std::string::npos ? "" : line.substr(begin);
  }
  return std::nullopt;
}

// -1 where there is no such line, or it holds no number.
int number_of(const std::string& text, const std::string& name) {
  const std::optional<std::string> value = value_of(text, name);
  int number = -1;
  if (value) std::istringstream(*value) >> number;
  return number;
}

// Sums over the mappings that belong to no file and are not shared on purpose.
void add_values(const std::string& maps, ChildMemory& memory) {
  memory.values_shared = memory.values_private = 0;
  bool counts = false;
  std::istringstream lines(maps);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string first, permissions, offset, device, inode;
    words >> first >> permissions;
    if (!first.ends_with(':')) {
      words >> offset >> device >> inode;
      counts = permissions.ends_with('p') && inode == "0";
    } else if (counts && first.starts_with("Shared_")) {
      memory.values_shared += std::stoi("0" + permissions);
    } else if (counts && first.starts_with("Private_")) {
      memory.values_private += std::stoi("0" + permissions);
    }
  }
}

void take_status(const std::string& status, ChildEvidence& child) {
  child.parent_pid = number_of(status, "PPid");
  child.threads = number_of(status, "Threads");
  child.short_name = value_of(status, "Name").value_or("");
}

std::string words_of(std::string command_line) {
  while (!command_line.empty() && command_line.back() == '\0') command_line.pop_back();
  std::replace(command_line.begin(), command_line.end(), '\0', ' ');
  return command_line;
}

bool is_server(const std::string& command_line) {
  return command_line.find("multiprocessing.forkserver") != std::string::npos;
}

}  // namespace

ChildMemory read_memory(pid_t pid, const std::string& field, std::vector<NotReadable>& not_readable,
                        const std::string& proc) {
  ChildMemory memory;
  const ProcFile rollup = read_proc_file(proc, pid, "smaps_rollup");
  const ProcFile maps = read_proc_file(proc, pid, "smaps");
  if (rollup.failed.empty()) {
    memory.resident = number_of(rollup.text, "Rss");
    memory.shared = number_of(rollup.text, "Shared_Clean") + number_of(rollup.text, "Shared_Dirty");
    memory.private_ = number_of(rollup.text, "Private_Clean") + number_of(rollup.text, "Private_Dirty");
  } else {
    not_readable.push_back({field, rollup.failed});
  }
  if (maps.failed.empty()) add_values(maps.text, memory);
  return memory;
}

ChildEvidence read_child(pid_t pid, const std::string& proc) {
  ChildEvidence child;
  child.pid = pid;
  const auto take = [&](const char* file, std::initializer_list<const char*> fields, auto use) {
    const ProcFile found = read_proc_file(proc, pid, file);
    if (found.failed.empty()) return use(found.text);
    for (const char* field : fields) child.not_readable.push_back({field, found.failed});
  };
  take("status", {"parent_pid", "threads", "short_name"},
       [&](const std::string& text) { take_status(text, child); });
  take("cmdline", {"command_line"}, [&](const std::string& text) { child.command_line = words_of(text); });
  child.memory = read_memory(pid, "memory", child.not_readable, proc);
  if (child.parent_pid > 0) {
    const ProcFile parent = read_proc_file(proc, child.parent_pid, "cmdline");
    child.parent_role = is_server(words_of(parent.text)) ? "fork server" : "program";
  }
  const OpenDescriptors open = read_descriptors(pid, child.parent_pid, proc);
  child.descriptors = open.descriptors;
  if (!open.failed.empty()) child.not_readable.push_back({"descriptors", open.failed});
  return child;
}

ChildEvidence unseen_child(pid_t pid) {
  ChildEvidence child;
  child.pid = pid;
  for (const char* field : {"parent_pid", "threads", "short_name", "command_line", "memory", "descriptors"})
    child.not_readable.push_back({field, "it had ended before it could be looked at"});
  return child;
}

bool is_stopped(pid_t pid, const std::string& proc) {
  const ProcFile status = read_proc_file(proc, pid, "status");
  return status.failed.empty() && value_of(status.text, "State").value_or("").starts_with("T");
}

std::vector<ProcessLine> read_process_tree(pid_t ancestor) {
  std::vector<ProcessLine> lines = lines_of(descendants_of(ancestor));
  const std::vector<ProcessLine> all = lines;
  for (ProcessLine& line : lines) {
    const auto parent =
        std::find_if(all.begin(), all.end(), [&](const auto& other) { return other.pid == line.parent_pid; });
    if (!line.role.empty()) continue;
    // What the server has forked keeps its command line.
    const bool server_above = parent != all.end() && is_server(parent->command_line);
    if (is_server(line.command_line) && !server_above) line.role = "fork server";
  }
  return lines;
}

}  // namespace forkscope::lab
