// What the process tests spawn: a program that joins its session and tells what it was given.
//   spawn_helper exit CODE | list DESCRIPTOR | environment DESCRIPTOR | signals DESCRIPTOR
#include <dirent.h>
#include <signal.h>
#include <unistd.h>

#include <cstdlib>
#include <set>
#include <string>

#include "core/kernel/host.h"
#include "core/kernel/real/real_kernel.h"

namespace {

using namespace forkscope;

std::string open_descriptors() {
  std::set<int> numbers;
  DIR* folder = opendir("/proc/self/fd");
  while (const dirent* entry = readdir(folder)) {
    if (entry->d_name[0] != '.' && std::atoi(entry->d_name) != dirfd(folder))
      numbers.insert(std::atoi(entry->d_name));
  }
  closedir(folder);
  std::string text;
  for (const int number : numbers) text += std::to_string(number) + " ";
  return text;
}

std::string all_variables() {
  std::string text;
  for (const std::string& variable : kernel::environment()) text += variable + " ";
  return text;
}

std::string blocked_signals() {
  sigset_t blocked;
  sigprocmask(SIG_BLOCK, nullptr, &blocked);
  std::string text;
  for (int signal = 1; signal < 32; ++signal) {
    if (sigismember(&blocked, signal) == 1) text += std::to_string(signal) + " ";
  }
  return text;
}

std::string told(const std::string& what) {
  if (what == "list") return open_descriptors();
  return what == "signals" ? blocked_signals() : all_variables();
}

}  // namespace

int main(int count, char** arguments) {
  const std::string what = count == 3 ? arguments[1] : "";
  auto created = kernel::RealKernel::create();
  if (what.empty() || !created) return 99;
  kernel::RealKernel& kernel = *created.value();
  kernel::Thread thread;
  kernel.begin_main_thread(thread);
  kernel::Request request;
  const int number = std::atoi(arguments[2]);
  if (what != "exit") {
    const std::string text = told(what);
    request.kind = kernel::EventKind::fd_write;
    request.handle = number;
    request.text = text;
    kernel.ask(thread, request);
  }
  request.kind = kernel::EventKind::process_exit;
  request.a = what == "exit" ? number : 0;
  kernel.ask(thread, request);
}
