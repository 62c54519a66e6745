#include "core/lab/launch.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "core/lab/client.h"

namespace forkscope::lab {

namespace {

constexpr int kSocketInLab = 3;
constexpr int kOutOfTheWay = 10;

// Owns the file actions and attributes of one posix_spawn.
class SpawnPlan {
 public:
  explicit SpawnPlan(int socket) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_adddup2(&actions_, socket, kSocketInLab);
    posix_spawnattr_init(&attributes_);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes_, &none);
    posix_spawnattr_setpgroup(&attributes_, 0);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK);
  }
  ~SpawnPlan() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }
  SpawnPlan(const SpawnPlan&) = delete;
  SpawnPlan& operator=(const SpawnPlan&) = delete;

  int spawn(const std::string& program, pid_t& pid) {
    std::string name = "forkscope-lab", command = "serve", option = "--socket";
    std::string socket = std::to_string(kSocketInLab);
    std::array<char*, 5> arguments{name.data(), command.data(), option.data(), socket.data(), nullptr};
    return ::posix_spawn(&pid, program.c_str(), &actions_, &attributes_, arguments.data(), environ);
  }

 private:
  posix_spawn_file_actions_t actions_;
  posix_spawnattr_t attributes_;
};

// A window must not hang because the lab does not read.
void limit_sending(int socket) {
  const timeval limit{2, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
}

}  // namespace

base::Result<LaunchedLab> launch_lab(const std::string& lab_program) {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
    return base::system_error("No socket pair for the lab", errno);
  Channel channel(ends[0]);
  // dup2 onto its own number would leave the descriptor close-on-exec.
  Channel lab_end(::fcntl(ends[1], F_DUPFD_CLOEXEC, kOutOfTheWay));
  const int duplicate_error = errno;
  ::close(ends[1]);
  if (lab_end.fd() < 0) return base::system_error("No socket pair for the lab", duplicate_error);
  limit_sending(channel.fd());

  LaunchedLab lab;
  const int error = SpawnPlan(lab_end.fd()).spawn(lab_program, lab.pid);
  if (error != 0) return base::system_error("The lab '" + lab_program + "' could not be started", error);
  lab.channel = std::move(channel);
  return lab;
}

void wait_for_lab(pid_t pid, int patience_ms) {
  const int handle = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  if (handle >= 0) {
    pollfd ended{handle, POLLIN, 0};
    if (::poll(&ended, 1, patience_ms) == 0) ::kill(pid, SIGKILL);
    ::close(handle);
  }
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
}

std::string lab_program_path() {
  if (const char* chosen = ::getenv("FORKSCOPE_LAB"); chosen != nullptr && *chosen != '\0') return chosen;
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error) return "forkscope-lab";
  return (self.parent_path() / "forkscope-lab").string();
}

}  // namespace forkscope::lab
