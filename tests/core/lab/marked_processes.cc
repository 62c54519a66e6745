#include "tests/core/lab/marked_processes.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <thread>

namespace forkscope::lab {

namespace {

constexpr char kVariable[] = "FORKSCOPE_TEST_MARK";

}  // namespace

std::string read_to_end(int descriptor) {
  std::string text;
  char bytes[4096];
  ssize_t count = 0;
  while ((count = ::read(descriptor, bytes, sizeof bytes)) > 0)
    text.append(bytes, static_cast<std::size_t>(count));
  ::close(descriptor);
  return text;
}

Mark::Mark() {
  static int count = 0;
  value_ = std::to_string(::getpid()) + "-" + std::to_string(++count);
  ::setenv(kVariable, value_.c_str(), 1);
}

Mark::~Mark() {
  ::unsetenv(kVariable);
}

// /proc/PID/environ shows what a process was started with, so this process itself never appears. A zombie has
// none.
std::vector<pid_t> Mark::processes() const {
  std::vector<pid_t> found;
  const std::string wanted = std::string(kVariable) + "=" + value_ + '\0';
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != std::string::npos) continue;
    // Not a stream: reading about a process that has just gone is an error, and streams throw at it.
    const int environment = ::open((entry.path() / "environ").c_str(), O_RDONLY | O_CLOEXEC);
    if (read_to_end(environment).find(wanted) != std::string::npos) found.push_back(std::stoi(name));
  }
  return found;
}

bool Mark::all_gone() const {
  return comes_true([this] { return processes().empty(); });
}

bool comes_true(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(120);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

}  // namespace forkscope::lab
