#include <algorithm>
#include <cstdio>

#include "core/lab/starts_text.h"

namespace forkscope::lab {

namespace {

constexpr std::size_t kMostNames = 12;
constexpr std::size_t kWide = 84;

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string right_aligned(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string times_line(const TimesUs& times) {
  if (times.count == 0) return "-";
  std::string line = in_words(times.median);
  if (times.count > 1)
    line += "  (" + in_words(times.min) + " to " + in_words(times.max) + ", " + std::to_string(times.count) +
            " starts)";
  return line;
}

std::string stage_lines(const MethodReport& report) {
  std::string text;
  int number = 0;
  for (const StartStage& stage : report.stages) {
    std::string what = stage.what;
    if (!stage.detail.empty()) what += " (" + stage.detail + ")";
    text += "  " + right_aligned(std::to_string(++number), 2) + "  " + padded(stage.who, 8) +
            padded(what, kWide) + right_aligned(in_words(stage.us), 9) + "\n";
  }
  return text;
}

std::string memory_line(const ChildMemory& memory) {
  if (memory.resident < 0) return "-";
  const auto kib = [](int value) { return value < 0 ? std::string("?") : std::to_string(value) + " KiB"; };
  return kib(memory.resident) + ": " + kib(memory.shared) + " shared, " + kib(memory.private_) +
         " private; of its values " + kib(memory.values_shared) + " shared, " + kib(memory.values_private) +
         " private";
}

std::string name_lines(const std::vector<NameInChild>& names) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMostNames); ++i) {
    const NameInChild& name = names[i];
    text += "    " + padded(name.name, 12) + " ";
    if (name.source.empty()) {
      text += "not in the child (parent: " + name.in_parent + ")\n";
      continue;
    }
    text +=
        name.in_child + "  <- " + name.source + (name.same_place ? ", same address as in the parent" : "");
    if (name.in_parent != name.in_child)
      text += name.in_parent.empty() ? "; not in the parent" : "; parent: " + name.in_parent;
    text += "\n";
  }
  if (names.size() > kMostNames) text += "    and " + std::to_string(names.size() - kMostNames) + " more\n";
  return text;
}

std::string descriptor_lines(const std::vector<OpenDescriptor>& descriptors) {
  std::string text;
  for (const OpenDescriptor& descriptor : descriptors) {
    text += "    " + right_aligned(std::to_string(descriptor.number), 3) + "  " +
            padded(descriptor.what, 28) + descriptor.target;
    if (descriptor.in_parent >= 0) text += "  (parent's " + std::to_string(descriptor.in_parent) + ")";
    if (descriptor.other_end_in_parent >= 0)
      text += "  (the other end: parent's " + std::to_string(descriptor.other_end_in_parent) + ")";
    text += "\n";
  }
  return text;
}

std::string child_lines(const ChildEvidence& child) {
  std::string text = "  child " + std::to_string(child.pid);
  if (child.parent_pid >= 0)
    text += ", parent " + std::to_string(child.parent_pid) + " (the " + child.parent_role + ")";
  if (child.threads >= 0) text += ", threads " + std::to_string(child.threads);
  if (child.ended) text += ", ended with " + std::to_string(child.exit_code);
  text += "\n  command line: " + child.command_line + "\n";
  text += "  memory before its target: " + memory_line(child.memory) + "\n";
  text += "  memory after its target:  " + memory_line(child.memory_after_target) + "\n";
  text += "  open descriptors:\n" + descriptor_lines(child.descriptors);
  if (!child.names.empty()) text += "  names it knows:\n" + name_lines(child.names);
  for (const NotReadable& field : child.not_readable)
    text += "  " + field.field + ": not readable: " + field.reason + "\n";
  return text;
}

void add_tree(const std::vector<ProcessLine>& lines, int parent, const std::string& indent,
              std::string& text) {
  for (const ProcessLine& line : lines) {
    if (line.pid == parent || line.parent_pid != parent) continue;
    text += "    " + indent + right_aligned(std::to_string(line.pid), 7) + "  " + line.command_line +
            (line.role.empty() ? "" : "   <- " + line.role) + "\n";
    add_tree(lines, line.pid, indent + "  ", text);
  }
}

std::string tree_lines(const std::vector<ProcessLine>& lines) {
  std::string text;
  for (const ProcessLine& line : lines) {
    const bool has_parent = std::any_of(lines.begin(), lines.end(),
                                        [&](const auto& other) { return other.pid == line.parent_pid; });
    if (!has_parent && text.find("    " + right_aligned(std::to_string(line.pid), 7)) == std::string::npos) {
      const int above = line.parent_pid;
      add_tree(lines, above, "", text);
    }
  }
  return text;
}

std::string method_text(const MethodReport& report) {
  std::string text = report.method + "\n";
  if (!report.chosen.empty())
    text += "  The program chose " + report.chosen + " itself: this is " + report.chosen + ".\n";
  text += "  from start() to the target's first line: " + times_line(report.first_line_us) + "\n";
  if (report.later_us.count > 0)
    text += "  the program's later starts:              " + times_line(report.later_us) + "\n";
  text += stage_lines(report);
  if (report.has_child) text += child_lines(report.child);
  if (!report.process_tree.empty())
    text += "  processes, as ps shows them:\n" + tree_lines(report.process_tree);
  for (const std::string& error : report.errors) text += "  not caught: " + error + "\n";
  return text + "  " + report.end + "\n\n";
}

std::string python_text(const PythonReport& python) {
  if (python.program.empty()) return "";
  if (!python.missing.empty()) return "CPython beside it: " + python.missing + "\n";
  std::string text = "CPython " + python.version + " beside it, in the same minutes\n";
  for (const PythonMethod& method : python.methods) {
    text += "  " + padded(method.method, 12) + times_line(method.first_line_us);
    if (method.later_us.count > 0) text += ", later starts " + times_line(method.later_us);
    text += (method.end.empty() ? "" : "  " + method.end) + "\n";
  }
  return text;
}

}  // namespace

std::string in_words(double us) {
  if (us < 0) return "-";
  char text[32];
  if (us < 1000)
    std::snprintf(text, sizeof text, "%.0f us", us);
  else
    std::snprintf(text, sizeof text, "%.1f ms", us / 1000);
  return text;
}

std::string table_of(const StartsReport& report) {
  std::string text;
  for (const MethodReport& method : report.methods) text += method_text(method);
  return text + python_text(report.cpython);
}

}  // namespace forkscope::lab
