// Whether a Request would be answered at once, without asking it.
#include <poll.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <string>
#include <vector>

#include "core/kernel/host.h"
#include "core/kernel/real/descriptor_io.h"
#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/real_kernel.h"

namespace forkscope::kernel {

namespace {

// Errors count as ready: the answer is one, at once.
bool is_ready(std::vector<pollfd> entries) {
  return ::poll(entries.data(), entries.size(), 0) != 0;
}

// A line "NAME:\tHEX" of /proc/PID/status.
std::uint64_t signal_set(const std::string& status, std::string_view name) {
  const std::size_t at = status.find(name);
  if (at == std::string::npos) return 0;
  std::uint64_t bits = 0;
  const char* digits = status.data() + at + name.size();
  std::from_chars(digits, status.data() + status.size(), bits, 16);
  return bits;
}

bool ends_process_by_default(int signal) {
  return signal != SIGCHLD && signal != SIGCONT && signal != SIGURG && signal != SIGWINCH &&
         signal != SIGSTOP && signal != SIGTSTP && signal != SIGTTIN && signal != SIGTTOU;
}

}  // namespace

RealKernel::Readiness RealKernel::readiness(const Request& request) {
  switch (request.kind) {
    case EventKind::sem_acquire:
      return semaphore_readiness(request);
    case EventKind::lock_acquire:
    case EventKind::condition_wait:
      return lock_readiness(request);
    case EventKind::thread_join:
      return join_readiness(request);
    case EventKind::process_wait:
      return {request.timeout_ns == 0 || has_ended(request.handle)};
    case EventKind::signal_wait:
      return {is_interrupted()};
    case EventKind::sleep:
      return {request.a <= 0};
    default:
      return descriptor_readiness(request);
  }
}

RealKernel::Readiness RealKernel::semaphore_readiness(const Request& request) {
  const Semaphore known = semaphore(request.handle);
  if (known.system == nullptr || request.timeout_ns == 0) return {true, known.object};
  int value = 0;
  ::sem_getvalue(known.system, &value);
  return {value > 0, known.object};
}

RealKernel::Readiness RealKernel::lock_readiness(const Request& request) {
  if (request.kind == EventKind::condition_wait) {
    const Condition* condition = find_condition(request.handle);
    return {true, condition == nullptr ? 0 : condition->object};
  }
  const Lock* lock = find_lock(request.handle);
  if (lock == nullptr) return {};
  const std::lock_guard guard(local_mutex_);
  return {request.timeout_ns == 0 || !lock->held, lock->object};
}

RealKernel::Readiness RealKernel::join_readiness(const Request& request) {
  const std::lock_guard guard(local_mutex_);
  const auto found = threads_.find(static_cast<base::ThreadId>(request.handle));
  return {request.timeout_ns == 0 || found == threads_.end() || found->second.ended};
}

RealKernel::Readiness RealKernel::descriptor_readiness(const Request& request) {
  const int descriptor = static_cast<int>(request.handle);
  const base::ObjectId object = object_of(request);
  switch (request.kind) {
    case EventKind::fd_read:
    case EventKind::socket_accept:
    case EventKind::fd_receive:
      return {is_ready({{descriptor, POLLIN, 0}}), object};
    case EventKind::stream_read:
      return {is_ready({{0, POLLIN, 0}}), object};
    case EventKind::fd_write:
      return {takes_bytes(descriptor, request.text.size()), object};
    case EventKind::fd_send:
      return {is_ready({{descriptor, POLLOUT, 0}}), object};
    case EventKind::fd_poll: {
      std::vector<pollfd> entries;
      for (const int each : request.descriptors) entries.push_back({each, POLLIN, 0});
      return {request.timeout_ns == 0 || is_ready(std::move(entries)), object};
    }
    default:
      return {true, object};
  }
}

std::int64_t RealKernel::write_without_waiting(int descriptor, std::string_view bytes) {
  std::int64_t count = ::send(descriptor, bytes.data(), bytes.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
  if (count < 0 && errno == ENOTSOCK) count = write_at_once(descriptor, bytes);
  if (count >= 0) return count;
  return errno == EAGAIN ? 0 : -errno;
}

bool RealKernel::has_ended(std::int64_t pid) {
  siginfo_t information{};
  const int failed = ::waitid(P_PID, static_cast<id_t>(pid), &information, WEXITED | WNOWAIT | WNOHANG);
  return failed != 0 || information.si_pid != 0;
}

bool RealKernel::signal_has_acted(std::int64_t pid, int signal) {
  const base::Result<std::string> status = read_file("/proc/" + std::to_string(pid) + "/status");
  if (!status || signal <= 0) return true;
  const std::string& text = status.value();
  if (text.find("State:\tZ") != std::string::npos || text.find("State:\tX") != std::string::npos) return true;
  const std::uint64_t bit = std::uint64_t{1} << (signal - 1);
  if ((signal_set(text, "SigBlk:\t") & bit) != 0) return true;
  if (((signal_set(text, "SigPnd:\t") | signal_set(text, "ShdPnd:\t")) & bit) != 0) return false;
  const bool is_handled = ((signal_set(text, "SigCgt:\t") | signal_set(text, "SigIgn:\t")) & bit) != 0;
  return is_handled || !ends_process_by_default(signal);
}

bool RealKernel::is_interrupted() {
  return interrupts_this_thread();
}

}  // namespace forkscope::kernel
