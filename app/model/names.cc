#include "app/model/names.h"

namespace forkscope::app {

namespace {

const trace::ProcessState* process_of(const trace::Store& store, base::ProcessId id) {
  const auto found = store.now().processes.find(id);
  return found == store.now().processes.end() ? nullptr : &found->second;
}

const trace::ThreadState* thread_of(const trace::Store& store, base::ThreadId id) {
  const auto found = store.now().threads.find(id);
  return found == store.now().threads.end() ? nullptr : &found->second;
}

}  // namespace

std::string process_name(const trace::Store& store, base::ProcessId process) {
  const trace::ProcessState* state = process_of(store, process);
  if (state == nullptr) return std::to_string(process);
  return state->name != 0 ? store.string(state->name) : std::to_string(state->pid);
}

ProcessRole process_role(const trace::Store& store, base::ProcessId process) {
  const trace::ProcessState* state = process_of(store, process);
  if (state == nullptr) return ProcessRole::program;
  if (state->method == trace::StartMethod::resource_tracker) return ProcessRole::resource_tracker;
  if (state->method == trace::StartMethod::fork_server) return ProcessRole::fork_server;
  return state->serves_manager ? ProcessRole::manager : ProcessRole::program;
}

int process_pid(const trace::Store& store, base::ProcessId process) {
  const trace::ProcessState* state = process_of(store, process);
  return state == nullptr ? 0 : state->pid;
}

std::string thread_name(const trace::Store& store, base::ThreadId thread) {
  const trace::ThreadState* state = thread_of(store, thread);
  if (state == nullptr) return std::to_string(thread);
  if (state->name != 0) return store.string(state->name);
  return state->is_main ? "MainThread" : "Thread-" + std::to_string(thread);
}

std::string full_thread_name(const trace::Store& store, base::ThreadId thread) {
  const trace::ThreadState* state = thread_of(store, thread);
  if (state == nullptr || store.now().processes.size() < 2) return thread_name(store, thread);
  const std::string process = process_name(store, state->process);
  return state->is_main ? process : process + " · " + thread_name(store, thread);
}

std::string queue_name(const trace::Store& store, base::ObjectId queue, const std::string& translated_queue) {
  const auto& queues = store.now().queues;
  const auto found = queues.find(queue);
  if (found != queues.end() && found->second.name != 0) return store.string(found->second.name);
  std::size_t place = 1;
  for (const auto& [id, state] : queues) {
    if (id == queue) break;
    ++place;
  }
  return translated_queue + " " + std::to_string(place);
}

}  // namespace forkscope::app
