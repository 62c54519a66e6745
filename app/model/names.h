// What things are called on screen: a thread, a process, a queue, by what the trace knows. Pure.
#pragma once

#include <cstdint>
#include <string>

#include "core/base/ids.h"
#include "core/trace/store.h"

namespace forkscope::app {

// "Process-1"; "4711" where it has no name yet.
std::string process_name(const trace::Store& store, base::ProcessId process);
// What a process is for that runs no code of the program.
enum class ProcessRole : std::uint8_t { program, resource_tracker, fork_server, manager };
ProcessRole process_role(const trace::Store& store, base::ProcessId process);
int process_pid(const trace::Store& store, base::ProcessId process);
// "QueueFeederThread", "MainThread".
std::string thread_name(const trace::Store& store, base::ThreadId thread);
// "Process-1 · QueueFeederThread"; the process alone for its main thread; the thread alone in a program of
// one process.
std::string full_thread_name(const trace::Store& store, base::ThreadId thread);
// The program's name for it, else "queue 2" by order of making (`translated_queue` is the word).
std::string queue_name(const trace::Store& store, base::ObjectId queue, const std::string& translated_queue);

}  // namespace forkscope::app
