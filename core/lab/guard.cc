#include "core/lab/guard.h"

#include <poll.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <optional>

#include "core/lab/signals.h"

namespace forkscope::lab {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kLabPatience{1000};
constexpr std::chrono::milliseconds kKillPatience{5000};

class Guard {
 public:
  Guard(pid_t lab, int window) : lab_(lab), window_(window) {}

  // Until the lab has ended, or should have; returns the status to end with.
  int watch() {
    // Reaping comes first: a lab that ended before its signals were queued is seen all the same.
    for (;;) {
      reap_children(on_reaped());
      if (lab_status_ || patience_is_over()) break;
      // No events asked for: a closed other end is always told.
      pollfd descriptors[] = {{signals_.descriptor(), POLLIN, 0}, {window_, 0, 0}};
      ::poll(descriptors, window_closed_ ? 1 : 2, window_closed_ ? 20 : -1);
      if (!window_closed_ && (descriptors[1].revents & (POLLHUP | POLLERR)) != 0)
        window_closed_ = Clock::now();
      signals_.take([this](int signal) {
        if (signal != SIGCHLD) ::kill(lab_, signal);
      });
    }
    end_descendants(kKillPatience, on_reaped());
    return lab_status_.value_or(SIGKILL);
  }

 private:
  OnReaped on_reaped() {
    return [this](pid_t pid, int status) {
      if (pid == lab_) lab_status_ = status;
    };
  }
  bool patience_is_over() const { return window_closed_ && Clock::now() > *window_closed_ + kLabPatience; }

  SignalQueue signals_;
  pid_t lab_;
  int window_;
  std::optional<int> lab_status_;
  std::optional<Clock::time_point> window_closed_;
};

}  // namespace

base::Result<Guarded> begin_guarded(int window, const std::string& unfinished_file) {
  Guarded guarded;
  guarded.names = new_session_names();
  guarded.names.unfinished_file = unfinished_file;
  adopt_orphans();
  const pid_t guard = ::getpid();
  guarded.group = ::getpgrp();
  // Before the fork, so that a death of the guard at any later instant is seen.
  guarded.guard_handle = static_cast<int>(::syscall(SYS_pidfd_open, guard, 0));
  if (guarded.guard_handle < 0) return base::system_error("The lab cannot watch its guard", errno);
  const pid_t lab = ::fork();
  if (lab < 0) return base::system_error("The lab's second process could not be started", errno);
  if (lab > 0) {
    const int status = Guard(lab, window).watch();
    remove_names(guarded.names);
    end_like(status);
  }
  ::setpgid(0, 0);
  adopt_orphans();
  return guarded;
}

void end_like(int wait_status) {
  if (WIFSIGNALED(wait_status)) {
    const int signal = WTERMSIG(wait_status);
    // The process that is imitated has left the core file, if any.
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::signal(signal, SIG_DFL);
    sigset_t one;
    sigemptyset(&one);
    sigaddset(&one, signal);
    ::kill(::getpid(), signal);
    sigprocmask(SIG_UNBLOCK, &one, nullptr);
    ::_exit(128 + signal);
  }
  ::_exit(WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : 1);
}

}  // namespace forkscope::lab
