#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "core/kernel/real/descriptor_io.h"
#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/real_kernel.h"
#include "core/kernel/real/system_time.h"

namespace forkscope::kernel {

namespace {

constexpr std::size_t kSmallRead = 256;  // headers and most items of queues

// Whether a call will have to wait is found out by trying, which costs more than the plain call: only where
// the trace says it.
bool tells_waits(const Thread& thread) {
  return thread.recorder.enabled();
}

}  // namespace

Answer RealKernel::answer_descriptor(Thread& thread, const Request& request) {
  switch (request.kind) {
    case EventKind::pipe_create:
      return make_pipe();
    case EventKind::fd_read:
      return read_descriptor(thread, request, static_cast<int>(request.handle), request.a);
    case EventKind::stream_read:
      return read_descriptor(thread, request, STDIN_FILENO, request.a);
    case EventKind::fd_write:
    case EventKind::stream_write:
      return write_descriptor(thread, request);
    case EventKind::fd_poll:
      return poll_descriptors(thread, request);
    case EventKind::fd_close:
      return close_descriptor(request);
    case EventKind::fd_duplicate:
      return duplicate_descriptor(request);
    case EventKind::file_open:
      return open_file(request);
    default:
      return answer_socket(thread, request);
  }
}

Answer RealKernel::make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return {.error = errno};
  const base::ObjectId object = new_object_id();
  set_descriptor_objects(ends[0], {.read = object});
  set_descriptor_objects(ends[1], {.written = object});
  return {.value = ends[0], .second = ends[1], .object = object};
}

Answer RealKernel::read_descriptor(Thread& thread, const Request& request, int descriptor,
                                   std::int64_t size) {
  if (size < 0) return {.error = EINVAL};
  const auto wanted = static_cast<std::size_t>(size);
  char small[kSmallRead];
  // Not a string: filling it with zeros would touch every page of a size that is seldom reached.
  std::unique_ptr<char[]> large;
  if (wanted > kSmallRead) large = std::make_unique_for_overwrite<char[]>(wanted);
  char* const buffer = large == nullptr ? small : large.get();
  Answer answer{.object = descriptor_object(descriptor)};
  if (last_finder_.load(std::memory_order_relaxed) == thread.id) last_finder_.store(0);
  WaitSection section(*this, thread, request, answer);
  const bool tries = tells_waits(thread);
  std::int64_t count = tries ? read_at_once(descriptor, buffer, wanted) : -1;
  if (!tries || (count < 0 && errno == EAGAIN)) {
    section.waits();
    count = retry_interrupted([&] { return ::read(descriptor, buffer, wanted); });
  }
  if (count < 0) {
    answer.error = errno;
    return answer;
  }
  answer.value = count;
  answer.bytes.assign(buffer, static_cast<std::size_t>(count));
  return answer;
}

Answer RealKernel::write_descriptor(Thread& thread, const Request& request) {
  const int descriptor = static_cast<int>(request.handle);
  Answer answer{.object = object_of(request)};
  WaitSection section(*this, thread, request, answer);
  const bool tries = tells_waits(thread);
  std::int64_t count = tries ? write_at_once(descriptor, request.text) : -1;
  const bool begun = count >= 0;
  if (begun ? static_cast<std::size_t>(count) < request.text.size() : !tries || errno == EAGAIN) {
    section.waits();
    const std::int64_t more =
        write_all(descriptor, request.text.substr(static_cast<std::size_t>(begun ? count : 0)));
    const int error = errno;
    count = begun ? count + std::max<std::int64_t>(more, 0) : more;
    if (count >= 0 && static_cast<std::size_t>(count) < request.text.size() && error == kStoppedAtGate)
      answer.error = error;
  }
  if (count < 0) answer.error = errno;
  answer.value = std::max<std::int64_t>(count, 0);
  return answer;
}

Answer RealKernel::poll_descriptors(Thread& thread, const Request& request) {
  std::vector<pollfd> entries;
  for (const int descriptor : request.descriptors)
    entries.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
  Answer answer{.object = object_of(request)};
  const std::int64_t deadline_ns = deadline_after(request.timeout_ns);
  WaitSection section(*this, thread, request, answer);
  int count = ::poll(entries.data(), entries.size(), 0);
  if (count == 0 && request.timeout_ns != 0) {
    section.waits();
    count = retry_interrupted([&] {
      return ::poll(entries.data(), entries.size(), to_poll_milliseconds(remaining_until(deadline_ns)));
    });
  }
  answer.error = count < 0 ? errno : 0;
  answer.value = std::max(count, 0);
  for (const pollfd& entry : entries) {
    if (count > 0 && entry.revents != 0) answer.ready.push_back(entry.fd);
  }
  if (count > 0 && request.timeout_ns != 0 && last_finder_.exchange(thread.id) == thread.id) {
    tell(thread, request, answer);
    ::sched_yield();
  }
  return answer;
}

Answer RealKernel::close_descriptor(const Request& request) {
  const int descriptor = static_cast<int>(request.handle);
  Answer answer{.object = descriptor_object(descriptor)};
  set_descriptor_objects(descriptor, {});
  // EINTR included: Linux has closed it even then.
  if (::close(descriptor) != 0 && errno != EINTR) answer.error = errno;
  return answer;
}

Answer RealKernel::duplicate_descriptor(const Request& request) {
  const int descriptor = static_cast<int>(request.handle);
  const base::ObjectId object = descriptor_object(descriptor);
  const int copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) return {.error = errno, .object = object};
  set_descriptor_objects(copy, descriptor_objects(descriptor));
  return {.value = copy, .object = object};
}

Answer RealKernel::open_file(const Request& request) {
  const std::string path(request.text);
  const int descriptor =
      ::open(path.c_str(), static_cast<int>(request.a) | O_CLOEXEC, static_cast<mode_t>(request.b));
  if (descriptor < 0) return {.error = errno};
  const base::ObjectId object = new_object_id();
  set_descriptor_objects(descriptor, {.read = object, .written = object});
  return {.value = descriptor, .object = object};
}

void RealKernel::set_descriptor_objects(int descriptor, DescriptorObjects objects) {
  if (descriptor < 0 || descriptor >= kTrackedDescriptors) return;
  const auto index = static_cast<std::size_t>(descriptor);
  read_objects_[index].store(objects.read, std::memory_order_relaxed);
  written_objects_[index].store(objects.written, std::memory_order_relaxed);
}

RealKernel::DescriptorObjects RealKernel::descriptor_objects(int descriptor) const {
  if (descriptor < 0 || descriptor >= kTrackedDescriptors) return {};
  const auto index = static_cast<std::size_t>(descriptor);
  return {.read = read_objects_[index].load(std::memory_order_relaxed),
          .written = written_objects_[index].load(std::memory_order_relaxed)};
}

base::ObjectId RealKernel::descriptor_object(int descriptor) const {
  const DescriptorObjects objects = descriptor_objects(descriptor);
  return objects.read != 0 ? objects.read : objects.written;
}

void RealKernel::adopt_descriptor(Thread& thread, int descriptor, base::ObjectId object, bool write_end) {
  DescriptorObjects objects = descriptor_objects(descriptor);
  (write_end ? objects.written : objects.read) = object;
  set_descriptor_objects(descriptor, objects);
  thread.recorder.note(EventKind::descriptor_object, object, descriptor, write_end ? 1 : 0);
}

}  // namespace forkscope::kernel
