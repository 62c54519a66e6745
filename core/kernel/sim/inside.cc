#include "core/kernel/sim/inside.h"

namespace forkscope::kernel {

namespace {

thread_local SimInside* current = nullptr;

// The folder of a process's sockets, as multiprocessing calls it.
constexpr std::string_view kSocketFolder = "/pymp-";

}  // namespace

void enter_simulated(SimInside* inside) {
  current = inside;
}

SimInside* simulated_inside() {
  return current;
}

bool is_socket_folder(const std::string& path) {
  return path.find(kSocketFolder) != std::string::npos;
}

std::optional<base::Status> instead_of_change(const std::string& path) {
  if (current == nullptr) return std::nullopt;
  if (!is_socket_folder(path)) is_refused("files are not explored: " + path);
  return base::Status(base::Done{});
}

bool is_refused(const std::string& what) {
  if (current == nullptr) return false;
  if (!current->refusal.empty()) return true;
  const std::uint32_t line = current->line ? current->line() : 0;
  current->refusal = (line == 0 ? std::string() : "Line " + std::to_string(line) + ": ") + what;
  return true;
}

}  // namespace forkscope::kernel
