#include "tests/core/kernel/kernel_fixture.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace forkscope::kernel {

KernelTest::KernelTest() {
  kernel_ = std::move(RealKernel::create(std::move(trace::Arena::create()).value(), &host_)).value();
  main_.blocking = &gil_;
  kernel_->begin_main_thread(main_);
}

Answer KernelTest::ask(EventKind kind, std::int64_t handle, std::int64_t a, std::int64_t timeout_ns) {
  Request request;
  request.kind = kind;
  request.handle = handle;
  request.a = a;
  request.timeout_ns = timeout_ns;
  return ask(request);
}

base::ThreadId KernelTest::start(std::function<void(Thread&)> body) {
  const base::ThreadId id = kernel_->new_thread_id();
  bodies_.push_back(std::make_unique<std::function<void()>>([this, id, body = std::move(body)] {
    Thread thread;
    kernel_->begin_thread(thread, id);
    body(thread);
    Request request;
    request.kind = EventKind::thread_exit;
    kernel_->ask(thread, request);
  }));
  EXPECT_EQ(kernel_->start_thread(main_, id, bodies_.back().get()).error, 0);
  return id;
}

void KernelTest::join(base::ThreadId id) {
  EXPECT_EQ(ask(EventKind::thread_join, id).value, 1);
}

void KernelTest::wait_until(const std::function<bool()>& condition) {
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!condition()) {
    ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    std::this_thread::yield();
  }
}

bool KernelTest::somebody_waits_for(base::ObjectId object) const {
  const auto& slots = arena().header().threads;
  return std::any_of(std::begin(slots), std::end(slots), [&](const trace::ThreadSlot& slot) {
    return slot.state == trace::SlotState::live && slot.waits_for == object;
  });
}

std::vector<trace::Event> KernelTest::events() const {
  std::vector<trace::Event> result;
  for (std::uint32_t index = 0; index < trace::kMaxThreadSlots; ++index) {
    const std::uint64_t head = arena().header().threads[index].head.load(std::memory_order_acquire);
    for (std::uint64_t next = 0; next < head; ++next)
      result.push_back(arena().ring(index)[next % trace::kRingEvents]);
  }
  std::stable_sort(result.begin(), result.end(), [](const trace::Event& left, const trace::Event& right) {
    return left.time_ns < right.time_ns;
  });
  return result;
}

std::vector<trace::Event> KernelTest::events(EventKind kind) const {
  std::vector<trace::Event> result = events();
  std::erase_if(result, [&](const trace::Event& event) { return event.kind != kind; });
  return result;
}

}  // namespace forkscope::kernel
