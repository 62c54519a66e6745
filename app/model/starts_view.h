// StartsView: what the Starts page shows: the last measurement of how processes start, how far a new one is,
// and which rows are lit. Part of Frame; owned by App, changed on the window thread only. The functions below
// it are pure: what follows from a report, without words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/model/personality.h"
#include "core/lab/protocol.h"

namespace forkscope::app {

// How often a measurement may start each method.
inline constexpr int kStartsRepeats[] = {5, 20, 50};

// What was measured, to tell when that is no longer what is opened.
struct MeasuredProgram {
  std::string path;
  std::int64_t changed = 0;  // when the file was last written; 0 = there is none
  Personality personality;

  bool operator==(const MeasuredProgram&) const = default;
};
MeasuredProgram program_to_measure(const std::string& path, const Personality& personality);

struct StartsView {
  lab::StartsProgress known;  // of the last measurement, or of the one that goes on
  MeasuredProgram program;    // that `known` is about
  bool measuring = false;
  bool is_old = false;  // the file or the personality is another one now
  int repeat = kStartsRepeats[0];
  std::size_t row = 0;         // of the stages: those up to it are lit, in every method
  std::string tree = "spawn";  // whose process tree is shown
  std::string chosen_of;       // method whose child's descriptor is explained; "" = none
  int chosen_descriptor = -1;

  bool has_report() const { return known.done > 0; }
};

// The rows of the method with the most.
std::size_t row_count(const lab::StartsReport& report);
// Forth or back; never before the first row or behind the last.
std::size_t moved_row(const lab::StartsReport& report, std::size_t row, int by);

// nullptr where the report has no such method.
const lab::MethodReport* method_in(const lab::StartsReport& report, const std::string& method);
const lab::PythonMethod* python_in(const lab::StartsReport& report, const std::string& method);
// Whose child stands in the report with that number; nullptr: nobody.
const lab::OpenDescriptor* descriptor_in(const lab::ChildEvidence& child, int number);

// It came to a child that ran to its end, and nothing was raised that nobody caught.
bool went_well(const lab::MethodReport& report);
// The field is among those that could not be read.
bool is_unreadable(const lab::ChildEvidence& child, const std::string& field);

// What ps shows, parents before their children.
enum class TreeRole : std::uint8_t {
  program,
  child,  // of the program's, by this start or another
  resource_tracker,
  fork_server,
  zombie,  // it has ended, and nobody has waited for it yet
};
struct TreeRow {
  int pid = 0;
  std::string command_line;
  TreeRole role = TreeRole::child;
  bool is_measured = false;     // the child that the card above is about
  std::vector<bool> continues;  // for each level above: a line goes on below
};
std::vector<TreeRow> tree_rows(const lab::MethodReport& report);

// How many of each there are below the program.
struct TreeCount {
  int below_program = 0;  // its own children in ps
  int workers = 0;        // children that run the program's code, wherever they hang
  int trackers = 0, servers = 0;
};
TreeCount count_tree(const std::vector<TreeRow>& rows);

// A child's memory as three shares of `resident`; nullopt where it could not be read.
struct MemoryShares {
  int resident = 0;                                      // KiB
  int values_shared = 0, values_private = 0, files = 0;  // KiB; files: pages of programs and libraries
  double shared_part() const;                            // of the values, 0 .. 1
};
std::optional<MemoryShares> memory_shares(const lab::ChildMemory& memory);

}  // namespace forkscope::app
