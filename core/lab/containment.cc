#include "core/lab/containment.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <random>
#include <set>
#include <string_view>
#include <thread>

#include "core/base/check.h"
#include "core/lab/process_table.h"
#include "core/lab/shared_memory_files.h"

namespace forkscope::lab {

namespace {

// A process that is stopped starts no other, so the set is complete once no new one turns up.
std::set<pid_t> stop_descendants() {
  std::set<pid_t> stopped;
  for (bool grew = true; grew;) {
    grew = false;
    for (const ProcessRow& row : descendants_of(::getpid())) {
      if (row.zombie || !stopped.insert(row.pid).second) continue;
      ::kill(row.pid, SIGSTOP);
      grew = true;
    }
  }
  return stopped;
}

// The folders in which managers and listeners of a killed program had their sockets.
void remove_folders(const std::string& beginning) {
  std::error_code failed;
  const std::filesystem::path where = std::filesystem::temp_directory_path(failed);
  if (failed) return;
  for (const auto& entry : std::filesystem::directory_iterator(where, failed)) {
    std::error_code ignored;
    if (entry.path().filename().native().starts_with(beginning)) {
      std::filesystem::remove_all(entry.path(), ignored);
    }
  }
}

}  // namespace

void adopt_orphans() {
  FORKSCOPE_CHECK(::prctl(PR_SET_CHILD_SUBREAPER, 1) == 0, "every Linux that runs this has subreapers");
}

bool reap_children(const OnReaped& on_reaped) {
  for (;;) {
    int status = 0;
    const pid_t pid = ::waitpid(-1, &status, WNOHANG);
    if (pid == 0) return !leaves_any_out() || !descendants_of(::getpid()).empty();
    if (pid > 0) {
      if (!take_in_again(pid) && on_reaped) on_reaped(pid, status);
    } else if (errno != EINTR) {
      return false;
    }
  }
}

bool end_descendants(std::chrono::milliseconds patience, const OnReaped& on_reaped) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (reap_children(on_reaped)) {
    for (const pid_t pid : stop_descendants()) ::kill(pid, SIGKILL);
    if (!reap_children(on_reaped)) break;
    if (std::chrono::steady_clock::now() > deadline) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

SessionNames new_session_names() {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789_";
  std::random_device random;
  std::uniform_int_distribution<std::size_t> letter(0, kLetters.size() - 1);
  SessionNames names;
  for (int i = 0; i < 4; ++i) names.prefix.push_back(kLetters[letter(random)]);
  names.since = std::time(nullptr);
  return names;
}

void remove_names(const SessionNames& names) {
  for (const std::string& file : shared_memory_files()) {
    if (file.starts_with("sem.mp-" + names.prefix) || file.starts_with("psm_" + names.prefix))
      ::unlink(shared_memory_path(file).c_str());
  }
  remove_half_made(names.since);
  remove_folders("pymp-" + names.prefix);
  if (!names.unfinished_file.empty()) ::unlink(names.unfinished_file.c_str());
}

}  // namespace forkscope::lab
