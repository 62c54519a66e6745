#include "core/lab/start_stages.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "core/lab/start_marks.h"

namespace forkscope::lab {

namespace {

using trace::EventKind;

enum class Stage : std::uint8_t {
#define FORKSCOPE_START_STAGE(name, who, sentence) name,
#include "core/lab/start_stages.inc"
#undef FORKSCOPE_START_STAGE
};

struct StageInfo {
  std::string_view name, who, sentence;
};

constexpr StageInfo kStages[] = {
#define FORKSCOPE_START_STAGE(name, who, sentence) {#name, #who, sentence},
#include "core/lab/start_stages.inc"
#undef FORKSCOPE_START_STAGE
};

using Moment = std::optional<std::int64_t>;

class Table {
 public:
  explicit Table(std::int64_t begin_ns) : begin_ns_(begin_ns) {}

  void add(Stage stage, Moment from, Moment to, std::string detail = "") {
    if (!from || !to) return;
    const StageInfo& info = kStages[static_cast<std::size_t>(stage)];
    rows_.push_back({std::string(info.name), std::string(info.who), std::string(info.sentence),
                     std::move(detail), static_cast<double>(*from - begin_ns_) / 1e3,
                     static_cast<double>(*to - *from) / 1e3});
  }
  std::vector<StartStage> take() { return std::move(rows_); }

 private:
  std::int64_t begin_ns_;
  std::vector<StartStage> rows_;
};

// From the child's first line on it is the same for all.
void add_end(Table& table, const StartMarks& marks) {
  table.add(Stage::run_target, marks.child_note(marks.first_line_stage()), marks.exit_began());
  table.add(Stage::reap, marks.exit_began(), marks.reaped(), marks.exit_detail());
}

// What a child does that was told everything by a pickle.
void add_unpickling(Table& table, const StartMarks& marks, Moment up) {
  const Moment told = marks.child_note(10), runs_main = marks.child_note(11);
  const Moment reads_process = marks.second_message_began(), rebuilt = marks.child_note(12);
  table.add(Stage::read_preparation, up, told);
  table.add(Stage::apply_preparation, told, runs_main ? runs_main : reads_process);
  table.add(Stage::run_main, runs_main, reads_process);
  table.add(Stage::unpickle, reads_process, rebuilt);
  table.add(Stage::bootstrap, rebuilt, marks.child_note(13));
}

void add_fork(Table& table, const StartMarks& marks) {
  const Span forked = marks.parent_request(EventKind::process_fork);
  const Span pipes = marks.parent_request(EventKind::pipe_create);
  table.add(Stage::flush, marks.parent_note(1), pipes.began);
  table.add(Stage::make_pipes, pipes.began, marks.parent_note(2));
  table.add(Stage::fork, forked.began, forked.ended, marks.pid_detail());
  table.add(Stage::start_returns, forked.ended, marks.parent_note(5));
  table.add(Stage::fork_begins, marks.child_began(), marks.child_note(6));
  table.add(Stage::close_parents, marks.child_note(6), marks.last_close_after(marks.child_note(6)));
  table.add(Stage::reset_copies, marks.last_close_after(marks.child_note(6)), marks.child_note(7));
}

void add_spawn(Table& table, const StartMarks& marks) {
  const Span spawned = marks.spawn_of_child();
  table.add(Stage::ensure_tracker, marks.parent_note(1), marks.parent_note(2));
  table.add(Stage::tracker_boots, marks.tracker_spawned(), marks.tracker_up());
  table.add(Stage::prepare, marks.parent_note(2), marks.parent_note(3));
  table.add(Stage::pickle, marks.parent_note(3), marks.parent_note(4), marks.pickled_detail());
  table.add(Stage::make_pipes, marks.parent_note(4), marks.parent_note(5));
  table.add(Stage::spawn, spawned.began, spawned.ended, marks.pid_detail());
  table.add(Stage::write_pickle, marks.parent_note(6), marks.parent_note(7));
  table.add(Stage::start_returns, marks.parent_note(7), marks.parent_note(8));
  table.add(Stage::load_program, spawned.began, marks.child_began());
  table.add(Stage::boot, marks.child_began(), marks.child_note(9));
  add_unpickling(table, marks, marks.child_note(9));
}

void add_forkserver(Table& table, const StartMarks& marks) {
  const Span forked = marks.fork_of_child();
  const Moment tracker = marks.parent_note(2), server = marks.parent_note(3);
  table.add(Stage::prepare_and_pickle, marks.parent_note(1), marks.last_parent_note(1),
            marks.pickled_detail());
  table.add(Stage::ensure_tracker, marks.last_parent_note(1), tracker);
  table.add(Stage::tracker_boots, marks.tracker_spawned(), marks.tracker_up());
  table.add(Stage::start_server, tracker, server);
  table.add(Stage::server_boots, server ? marks.server_began() : std::nullopt, marks.server_up());
  table.add(Stage::send_descriptors, server ? server : tracker, marks.parent_note(4));
  table.add(Stage::write_pickle, marks.parent_note(4), marks.parent_note(5));
  table.add(Stage::server_forks, forked.began, forked.ended, marks.pid_detail());
  table.add(Stage::read_pid, marks.parent_note(5), marks.parent_note(6));
  table.add(Stage::close_servers, marks.child_began(), marks.child_note(8));
  add_unpickling(table, marks, marks.child_note(8));
}

}  // namespace

std::vector<StartStage> stages_of(const trace::Store& store, const TracedStart& start) {
  const StartMarks marks(store, start);
  Table table(start.begin_ns);
  table.add(Stage::load_method, start.begin_ns, marks.parent_note(1));
  if (start.method == 0) add_fork(table, marks);
  if (start.method == 1) add_spawn(table, marks);
  if (start.method == 2) add_forkserver(table, marks);
  add_end(table, marks);
  return table.take();
}

std::string method_name(int method) {
  constexpr std::array<std::string_view, 3> kNames = {"fork", "spawn", "forkserver"};
  return method < 0 || method > 2 ? "" : std::string(kNames[static_cast<std::size_t>(method)]);
}

std::size_t chosen_start(const std::vector<TracedStart>& starts, const std::string& method) {
  const auto by_method = std::find_if(starts.begin(), starts.end(), [&](const TracedStart& start) {
    return method_name(start.method) == method;
  });
  return by_method == starts.end() ? 0 : static_cast<std::size_t>(by_method - starts.begin());
}

TimesUs times_of(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  const double median = values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  return {median, values.front(), values.back(), static_cast<int>(values.size())};
}

}  // namespace forkscope::lab
