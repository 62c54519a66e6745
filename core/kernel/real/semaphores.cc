#include <fcntl.h>
#include <semaphore.h>

#include <cerrno>
#include <climits>

#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/real_kernel.h"
#include "core/kernel/real/system_time.h"

namespace forkscope::kernel {

namespace {

std::int64_t value_of(sem_t* semaphore) {
  int value = 0;
  ::sem_getvalue(semaphore, &value);
  return value;
}

Answer unlink_name(std::string_view name) {
  return {.error = ::sem_unlink(std::string(name).c_str()) == 0 ? 0 : errno};
}

}  // namespace

Answer RealKernel::answer_semaphore(Thread& thread, const Request& request) {
  if (request.kind == EventKind::sem_create) return make_semaphore(request, true);
  if (request.kind == EventKind::sem_open) return make_semaphore(request, false);
  if (request.kind == EventKind::sem_unlink) return unlink_name(request.text);
  if (request.kind == EventKind::sem_close) return close_semaphore(request);

  const Semaphore known = semaphore(request.handle);
  if (known.system == nullptr) return {.error = EINVAL};
  if (request.kind == EventKind::sem_acquire) return acquire_semaphore(thread, request, known);
  const std::int64_t value = value_of(known.system);
  if (request.kind == EventKind::sem_value) return {.value = value, .object = known.object};
  // b: a bound that the value must not pass, 0 = none. Looked at here: another may still give one back in
  // between, as with CPython's.
  if (request.b > 0 && value >= request.b) return {.error = EOVERFLOW, .object = known.object};
  const int error = ::sem_post(known.system) == 0 ? 0 : errno;
  // Not read again: whoever was waiting may have taken it by now, and this event comes before theirs.
  return {.error = error, .second = value + 1, .object = known.object};
}

Answer RealKernel::make_semaphore(const Request& request, bool create) {
  if (create && (request.a < 0 || request.a > SEM_VALUE_MAX)) return {.error = EINVAL};
  const std::string name(request.text);
  sem_t* system = create ? ::sem_open(name.c_str(), O_CREAT | O_EXCL, 0600, static_cast<unsigned>(request.a))
                         : ::sem_open(name.c_str(), 0);
  if (system == SEM_FAILED) return {.error = errno};
  const base::ObjectId object = request.object != 0 ? request.object : new_object_id();
  const std::lock_guard guard(tables_mutex_);
  semaphores_.push_back({system, object});
  return {.value = static_cast<std::int64_t>(semaphores_.size()) - 1, .object = object};
}

Answer RealKernel::acquire_semaphore(Thread& thread, const Request& request, const Semaphore& known) {
  Answer answer{.object = known.object};
  if (::sem_trywait(known.system) == 0) {
    answer.value = 1;
    answer.second = value_of(known.system);
    return answer;
  }
  if (request.timeout_ns == 0) return answer;
  const std::int64_t deadline_ns = deadline_after(request.timeout_ns);
  const timespec deadline = to_timespec(deadline_ns);
  WaitSection section(*this, thread, request, answer);
  section.waits();
  const int refused = retry_interrupted([&] {
    return deadline_ns < 0 ? ::sem_wait(known.system)
                           : ::sem_clockwait(known.system, CLOCK_MONOTONIC, &deadline);
  });
  answer.value = refused == 0 ? 1 : 0;
  if (refused != 0 && errno != ETIMEDOUT) answer.error = errno;
  answer.second = value_of(known.system);
  return answer;
}

RealKernel::AtOnce RealKernel::take_semaphore_at_once(std::int64_t handle, std::int64_t timeout_ns) {
  const Semaphore known = semaphore(handle);
  if (known.system == nullptr) return {};
  if (::sem_trywait(known.system) == 0)
    return {.value = 1, .object = known.object, .a = timeout_ns, .b = value_of(known.system)};
  if (timeout_ns != 0) return {};
  return {.value = 0, .object = known.object};
}

RealKernel::AtOnce RealKernel::give_semaphore_at_once(std::int64_t handle, std::int64_t bound) {
  const Semaphore known = semaphore(handle);
  if (known.system == nullptr) return {};
  const std::int64_t value = value_of(known.system);
  if ((bound > 0 && value >= bound) || ::sem_post(known.system) != 0) return {};
  return {.value = 0, .object = known.object, .b = value + 1};
}

RealKernel::AtOnce RealKernel::semaphore_value(std::int64_t handle) {
  const Semaphore known = semaphore(handle);
  if (known.system == nullptr) return {};
  return {.value = value_of(known.system), .object = known.object};
}

Answer RealKernel::close_semaphore(const Request& request) {
  const Semaphore known = semaphore(request.handle);
  if (known.system == nullptr) return {.error = EINVAL};
  const int error = ::sem_close(known.system) == 0 ? 0 : errno;
  const std::lock_guard guard(tables_mutex_);
  semaphores_[static_cast<std::size_t>(request.handle)].system = nullptr;
  return {.error = error, .object = known.object};
}

RealKernel::Semaphore RealKernel::semaphore(std::int64_t handle) {
  const std::lock_guard guard(tables_mutex_);
  const auto index = static_cast<std::size_t>(handle);
  return handle >= 0 && index < semaphores_.size() ? semaphores_[index] : Semaphore{};
}

}  // namespace forkscope::kernel
