#include "core/lab/program_text.h"

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "core/kernel/host.h"
#include "core/lab/fail.h"
#include "core/vm/process.h"

namespace forkscope::lab {

namespace {

vm::CheckResult check_text(const std::string& source, const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return vm::check_program(source, path,
                           [&](std::string_view name) { return vm::is_module_available(name, folder); });
}

// "SyntaxError: invalid syntax" of a report that ends with it.
std::string last_line(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text.substr(text.rfind('\n') + 1);
}

}  // namespace

base::Result<std::string> read_program(const std::string& path) {
  if (kernel::file_kind(path) == kernel::FileKind::directory)
    return base::Error{"can't find '__main__' module in '" + path + "'", 1};
  auto text = kernel::read_file(path);
  if (text.ok()) return text;
  const int error = text.error().code;
  return base::Error{
      "can't open file '" + path + "': [Errno " + std::to_string(error) + "] " + kernel::error_text(error),
      2};
}

std::variant<ProgramText, Refused> load_program(const std::string& path) {
  auto source = read_program(path);
  if (!source.ok()) {
    const std::string message = "forkscope-lab: " + source.error().message;
    return Refused{.message = message, .report = message + "\n"};
  }
  vm::CheckResult result = check_text(source.value(), path);
  if (result.ok()) return ProgramText{std::move(source.value()), std::move(result.knobs)};
  const vm::CheckProblem& first = result.problems.front();
  return Refused{.message = last_line(first.text),
                 .line = first.line,
                 .column = first.column,
                 .report = result.text(),
                 .source = std::move(source.value())};
}

std::string report_of(const std::string& source, const std::string& path) {
  return check_text(source, path).text();
}

int check_command(const std::string& path) {
  auto source = read_program(path);
  if (!source.ok()) return fail(source.error().message, source.error().code);
  const vm::CheckResult result = check_text(source.value(), path);
  std::fputs(result.text().c_str(), stderr);
  return result.ok() ? 0 : 1;
}

}  // namespace forkscope::lab
