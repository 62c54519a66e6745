#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>

#include "core/kernel/host.h"
#include "core/kernel/real/real_kernel.h"
#include "core/kernel/real/session_variables.h"
#include "core/trace/slots.h"

namespace forkscope::kernel {

namespace {

// What the child finds open: the three streams and these, all under the numbers they have here.
class DescriptorPlan {
 public:
  explicit DescriptorPlan(std::vector<int> kept) {
    ::posix_spawn_file_actions_init(&actions_);
    std::sort(kept.begin(), kept.end());
    int next = STDERR_FILENO + 1;
    for (const int descriptor : kept) {
      if (descriptor < next) continue;
      for (; next < descriptor; ++next) ::posix_spawn_file_actions_addclose(&actions_, next);
      // Onto itself: that takes close-on-exec off, in the child only.
      ::posix_spawn_file_actions_adddup2(&actions_, descriptor, descriptor);
      next = descriptor + 1;
    }
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, next);
  }
  ~DescriptorPlan() { ::posix_spawn_file_actions_destroy(&actions_); }
  DescriptorPlan(const DescriptorPlan&) = delete;
  DescriptorPlan& operator=(const DescriptorPlan&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// The signals that are blocked in the child: ours, or also those by which a terminal ends programs.
class SignalPlan {
 public:
  explicit SignalPlan(bool is_out_of_reach) {
    ::posix_spawnattr_init(&attributes_);
    if (!is_out_of_reach) return;
    sigset_t blocked;
    ::pthread_sigmask(SIG_BLOCK, nullptr, &blocked);
    ::sigaddset(&blocked, SIGINT);
    ::sigaddset(&blocked, SIGTERM);
    ::posix_spawnattr_setsigmask(&attributes_, &blocked);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
  }
  ~SignalPlan() { ::posix_spawnattr_destroy(&attributes_); }
  SignalPlan(const SignalPlan&) = delete;
  SignalPlan& operator=(const SignalPlan&) = delete;

  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (const std::string& text : texts) result.push_back(const_cast<char*>(text.c_str()));
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> environment_for(const Request& request, const trace::Arena& arena,
                                         base::ProcessId child) {
  std::vector<std::string> result = request.environment != nullptr ? *request.environment : environment();
  result.push_back(std::string(kArenaVariable) + "=" + std::to_string(arena.fd()));
  result.push_back(std::string(kProcessVariable) + "=" + std::to_string(child));
  return result;
}

}  // namespace

Answer RealKernel::spawn_process(Thread&, const Request& request) {
  if (request.arguments == nullptr || request.arguments->empty()) return {.error = EINVAL};
  const base::ProcessId id = arena_->header().next_process.fetch_add(1, std::memory_order_relaxed);
  trace::ProcessSlot* slot = reserve_process(id);
  if (slot == nullptr) return {.error = EAGAIN};

  const std::string program(request.text.empty() ? request.arguments->front() : request.text);
  const std::vector<std::string> variables = environment_for(request, *arena_, id);
  std::vector<int> kept(request.descriptors.begin(), request.descriptors.end());
  kept.push_back(arena_->fd());
  const DescriptorPlan plan(std::move(kept));
  const SignalPlan signals(request.a != 0);
  pid_t pid = 0;
  const int error = ::posix_spawn(&pid, program.c_str(), plan.actions(), signals.attributes(),
                                  pointers(*request.arguments).data(), pointers(variables).data());
  if (error != 0) {
    trace::end_process(*arena_, id);
    return {.error = error};
  }
  trace::process_runs(*slot, pid);
  const std::lock_guard guard(tables_mutex_);
  children_[pid] = id;
  return {.value = pid, .second = id};
}

}  // namespace forkscope::kernel
