#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/real_kernel.h"
#include "core/kernel/real/system_time.h"
#include "core/trace/slots.h"

namespace forkscope::kernel {

namespace {

// Waits until the child (-1: any, and then without a limit) has ended, without reaping it. 0, or an errno
// (ETIMEDOUT).
int wait_until_ended(pid_t pid, std::int64_t deadline_ns) {
  siginfo_t information{};
  if (deadline_ns < 0) {
    const idtype_t which = pid == -1 ? P_ALL : P_PID;
    const int result = retry_interrupted(
        [&] { return ::waitid(which, static_cast<id_t>(pid), &information, WEXITED | WNOWAIT); });
    return result == 0 ? 0 : errno;
  }
  const auto descriptor = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  if (descriptor < 0) return errno;
  pollfd entry{.fd = descriptor, .events = POLLIN, .revents = 0};
  const int count = retry_interrupted(
      [&] { return ::poll(&entry, 1, to_poll_milliseconds(remaining_until(deadline_ns))); });
  const int error = count > 0 ? 0 : count == 0 ? ETIMEDOUT : errno;
  ::close(descriptor);
  return error;
}

}  // namespace

Answer RealKernel::wait_for_process(Thread& thread, const Request& request) {
  Answer answer;
  const auto pid = static_cast<pid_t>(request.handle);
  if (reap(thread, pid, answer) || request.timeout_ns == 0) return answer;
  const std::int64_t deadline_ns = deadline_after(request.timeout_ns);
  WaitSection section(*this, thread, request, answer);
  section.waits();
  const int error = wait_until_ended(pid, deadline_ns);
  if (error == 0) {
    reap(thread, pid, answer);
  } else if (error != ETIMEDOUT) {
    answer.error = error;
  }
  return answer;
}

Answer RealKernel::watch_process(const Request& request) {
  const auto descriptor = static_cast<int>(::syscall(SYS_pidfd_open, request.handle, 0));
  if (descriptor < 0) return {.error = errno};
  set_descriptor_objects(descriptor, {});
  return {.value = descriptor};
}

// True when there is an answer: it was reaped, or there is no such child.
bool RealKernel::reap(Thread& thread, pid_t pid, Answer& answer) {
  int status = 0;
  const pid_t reaped = ::waitpid(pid, &status, WNOHANG);
  if (reaped == 0) return false;
  if (reaped < 0) {
    answer.error = errno;
    return true;
  }
  answer.value = reaped;
  answer.second = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  base::ProcessId ended = 0;
  {
    const std::lock_guard guard(tables_mutex_);
    if (const auto child = children_.extract(reaped)) ended = child.mapped();
  }
  // Before the note: once a reader has seen that, the slots may be somebody else's.
  if (ended != 0) trace::end_process(*arena_, ended);
  thread.recorder.note(EventKind::process_ended, 0, answer.second, ended);
  return true;
}

}  // namespace forkscope::kernel
