#include "core/lab/signals.h"

#include <signal.h>
#include <unistd.h>

#include "core/base/check.h"

namespace forkscope::lab {

namespace {

sigset_t supervised_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  for (const int signal : {SIGCHLD, SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM})
    sigaddset(&signals, signal);
  return signals;
}

}  // namespace

SignalQueue::SignalQueue() {
  const sigset_t signals = supervised_signals();
  sigprocmask(SIG_BLOCK, &signals, nullptr);
  ::signal(SIGPIPE, SIG_IGN);
  descriptor_ = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
  FORKSCOPE_CHECK(descriptor_ >= 0, "a process has room for one more descriptor when it starts");
}

SignalQueue::~SignalQueue() {
  ::close(descriptor_);
}

void SignalQueue::take(const std::function<void(int signal)>& handle) {
  signalfd_siginfo info{};
  while (::read(descriptor_, &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
    const auto signal = static_cast<int>(info.ssi_signo);
    if (signal == SIGCHLD || info.ssi_code != SI_KERNEL) handle(signal);
  }
}

void SignalQueue::restore_for_program() {
  const sigset_t signals = supervised_signals();
  sigprocmask(SIG_UNBLOCK, &signals, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
}

}  // namespace forkscope::lab
