// Host: what the VM may look up about the machine without a Request, because it changes nothing that others
// see and never waits: environment, folders, files to import, entropy, the system's numbers. Implemented in
// real/host.cc; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace forkscope::kernel {

// "NAME=value", without the variables by which our own processes find their session.
std::vector<std::string> environment();
std::optional<std::string> environment_variable(const std::string& name);

std::string current_directory();
base::Status change_directory(const std::string& path);
// The program that runs: what sys.executable is.
std::string executable_path();

int cpu_count();
// `size` random bytes from the system.
std::string entropy(std::size_t size);
// True for a terminal. That a session may count its output as one is the caller's to look up (ArenaHeader).
bool is_terminal(int descriptor);
struct TerminalSize {
  int columns = 0, lines = 0;
};
base::Result<TerminalSize> terminal_size(int descriptor);

enum class FileKind : std::uint8_t { missing, file, directory, other };
FileKind file_kind(const std::string& path);
base::Result<std::string> read_file(const std::string& path);
// Names, sorted, without "." and "..".
base::Result<std::vector<std::string>> list_directory(const std::string& path);
base::Status make_directory(const std::string& path, unsigned mode);
base::Status change_mode(const std::string& path, unsigned mode);
base::Status remove_directory(const std::string& path);
base::Status remove_file(const std::string& path);

// What this process does when `signal` arrives: nothing (ignored), or what the system does by itself. An
// errno where the system refuses.
int ignore_signal(int signal);
int default_signal(int signal);
// It is only remembered, for Kernel::take_signal.
int catch_signal(int signal);
enum class SignalDisposition : std::uint8_t { by_default, ignored, caught, invalid };
SignalDisposition signal_disposition(int signal);

// The timers that send a signal when they run out. `which`: 0 real time (SIGALRM), 1 CPU of the program, 2
// with the system's.
struct IntervalTimer {
  std::int64_t first_ns = 0;  // 0 = not set
  std::int64_t interval_ns = 0;
};
base::Result<IntervalTimer> set_interval_timer(int which, const IntervalTimer& timer);  // the one before
base::Result<IntervalTimer> interval_timer(int which);

// A number with a name of the system's, for the modules errno, signal and os.
struct NamedNumber {
  const char* name;
  int value;
};
std::span<const NamedNumber> error_numbers();   // ENOENT ...
std::span<const NamedNumber> signal_numbers();  // SIGINT ...
std::span<const NamedNumber> open_flags();      // O_RDONLY ..., for file_open
std::string error_text(int error);              // "Broken pipe"
std::string signal_text(int signal);            // "Terminated"; "" for one that does not exist

}  // namespace forkscope::kernel
