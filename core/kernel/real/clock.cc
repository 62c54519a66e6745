#include <algorithm>
#include <cerrno>
#include <climits>

#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/real_kernel.h"
#include "core/kernel/real/system_time.h"

namespace forkscope::kernel {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kMillisecond = 1'000'000;

Answer read_clock(std::int64_t which) {
  constexpr std::array kClocks = {CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID,
                                  CLOCK_THREAD_CPUTIME_ID};
  if (which < 0 || which >= static_cast<std::int64_t>(kClocks.size())) return {.error = EINVAL};
  return {.value = clock_now(kClocks[static_cast<std::size_t>(which)])};
}

}  // namespace

std::int64_t clock_now(clockid_t clock) {
  timespec now{};
  ::clock_gettime(clock, &now);
  return now.tv_sec * kSecond + now.tv_nsec;
}

timespec to_timespec(std::int64_t ns) {
  const std::int64_t time = std::max<std::int64_t>(ns, 0);
  return {.tv_sec = time / kSecond, .tv_nsec = time % kSecond};
}

int to_poll_milliseconds(std::int64_t ns) {
  if (ns < 0) return -1;
  return static_cast<int>(
      std::min<std::int64_t>(ns / kMillisecond + (ns % kMillisecond != 0 ? 1 : 0), INT_MAX));
}

std::int64_t deadline_after(std::int64_t timeout_ns) {
  if (timeout_ns < 0) return -1;
  const std::int64_t now = clock_now(CLOCK_MONOTONIC);
  return timeout_ns > INT64_MAX - now ? INT64_MAX : now + timeout_ns;
}

std::int64_t remaining_until(std::int64_t deadline_ns) {
  return deadline_ns < 0 ? -1 : std::max<std::int64_t>(deadline_ns - clock_now(CLOCK_MONOTONIC), 0);
}

Answer RealKernel::answer_time(Thread& thread, const Request& request) {
  if (request.kind == EventKind::clock_read) return read_clock(request.a);
  Answer answer;
  const timespec deadline = to_timespec(deadline_after(std::max<std::int64_t>(request.a, 0)));
  WaitSection section(*this, thread, request, answer);
  if (request.a > 0) section.waits();
  // It returns its error instead of setting errno.
  const int refused = retry_interrupted([&] {
    errno = ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, nullptr);
    return -errno;
  });
  answer.error = refused == 0 ? 0 : errno;
  return answer;
}

}  // namespace forkscope::kernel
