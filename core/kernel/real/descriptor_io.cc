#include "core/kernel/real/descriptor_io.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

#include "core/kernel/real/interrupt.h"

namespace forkscope::kernel {

namespace {

// Terminals, and pipes on older systems, do not know RWF_NOWAIT.
bool knows_no_such_flag(int error) {
  return error == EOPNOTSUPP || error == EINVAL || error == ENOSYS;
}

bool is_ready(int descriptor, short events) {
  pollfd entry{.fd = descriptor, .events = events, .revents = 0};
  return ::poll(&entry, 1, 0) != 0;
}

}  // namespace

std::int64_t read_at_once(int descriptor, char* buffer, std::size_t size) {
  iovec part{.iov_base = buffer, .iov_len = size};
  const ssize_t count = ::preadv2(descriptor, &part, 1, -1, RWF_NOWAIT);
  if (count >= 0 || !knows_no_such_flag(errno)) return count;
  if (is_ready(descriptor, POLLIN)) return ::read(descriptor, buffer, size);
  errno = EAGAIN;
  return -1;
}

std::int64_t write_at_once(int descriptor, std::string_view bytes) {
  iovec part{.iov_base = const_cast<char*>(bytes.data()), .iov_len = bytes.size()};
  const ssize_t count = ::pwritev2(descriptor, &part, 1, -1, RWF_NOWAIT);
  if (count >= 0 || !knows_no_such_flag(errno)) return count;
  // Room for some is not room for all: what may not fit into a pipe page is left to the blocking step.
  constexpr std::size_t kSurelyFits = 4096;
  if (bytes.size() <= kSurelyFits && is_ready(descriptor, POLLOUT))
    return ::write(descriptor, bytes.data(), bytes.size());
  errno = EAGAIN;
  return -1;
}

// Where poll() says no, bytes are offered that nobody has: the system finds room for them and cannot read
// them (EFAULT), or finds none (EAGAIN). System calls as such, because sanitizers would read the bytes first.
// Only where poll() says no: in a free page a pipe could keep the empty place that it made for them.
bool takes_bytes(int descriptor, std::size_t size) {
  if (size == 0 || is_ready(descriptor, POLLOUT)) return true;
  constexpr std::uintptr_t kNowhere = 1;
  const long sent =
      ::syscall(SYS_sendto, descriptor, kNowhere, size, MSG_DONTWAIT | MSG_NOSIGNAL, nullptr, 0);
  if (sent < 0 && errno == ENOTSOCK) {
    const iovec part{.iov_base = reinterpret_cast<void*>(kNowhere), .iov_len = size};
    constexpr long kWhereItIs = -1;
    ::syscall(SYS_pwritev2, descriptor, &part, 1, kWhereItIs, kWhereItIs, RWF_NOWAIT);
  }
  return errno == EFAULT;
}

std::int64_t write_all(int descriptor, std::string_view bytes) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t count = retry_interrupted(
        [&] { return ::write(descriptor, bytes.data() + written, bytes.size() - written); });
    if (count < 0) return written == 0 ? -1 : static_cast<std::int64_t>(written);
    written += static_cast<std::size_t>(count);
  }
  return static_cast<std::int64_t>(written);
}

}  // namespace forkscope::kernel
