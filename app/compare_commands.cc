// The part of App that belongs to the Compare page: the order of a measurement, which of its runs is looked
// at, and files made of it.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "app/app.h"
#include "app/model/new_file.h"
#include "app/widgets/format.h"

namespace forkscope::app {

namespace {

bool write_text(const std::string& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  return static_cast<bool>(file.flush());
}

}  // namespace

// What the lab has found out, and whether it is still what is ordered.
void App::renew_compare() {
  compare_.measuring = session_.compares();
  compare_.known = session_.compared();
  compare_.timelines = session_.timelines();
  compare_.chosen = run_to_show(compare_.known.report, compare_.chosen);
  if (settings_.mode != Mode::compare || seconds_ < next_look_at_file_) return;
  constexpr double kBetweenLooks = 1;
  next_look_at_file_ = seconds_ + kBetweenLooks;
  const bool is_old = !compare_.measuring && compare_.has_report() && compare_is_old();
  if (is_old != compare_.is_old) frames_due_ = std::max(frames_due_, 2);
  compare_.is_old = is_old;
}

bool App::compare_is_old() const {
  if (!same_order(compare_.order, compare_measured_)) return true;
  return compare_.order.work == "function" &&
         compare_program_ != program_to_measure(path_, settings_.personality);
}

void App::apply(const MeasureCompare&) {
  if (session_.state() == RunState::lab_lost) return;
  compare_program_ = program_to_measure(path_, settings_.personality);
  compare_measured_ = compare_.order;
  compare_.is_old = false;
  lab::CompareSettings order = compare_.order;
  order.path = order.work == "function" ? path_ : "";
  session_.measure_compare(order);
}

void App::apply(const CancelCompare&) {
  session_.cancel_compare();
}

void App::apply(const SetCompareOrder& command) {
  compare_.order = command.order;
  next_look_at_file_ = 0;
}

void App::apply(const SetCompareTab& command) {
  if (compare_.tab == command.tab) return;
  compare_.tab = command.tab;
  if (is_in_pool_lab()) run_pool();
}

void App::apply(const SetCompareScale& command) {
  compare_.scale = command.scale;
}

void App::apply(const ShowCompareRun& command) {
  compare_.chosen = command.run;
}

void App::apply(const SaveCompare& command) {
  if (!compare_.has_report()) return say(tr("Nothing has been measured yet. Press R."));
  const std::string path =
      new_file("compare-" + compare_.known.report.settings.work, command.as_json ? ".json" : ".csv");
  const lab::CompareReport& report = compare_.known.report;
  const bool written = write_text(path, command.as_json ? lab::json_of(report) : lab::csv_of(report));
  say(written ? tr_format("Saved {0}", path) : tr_format("{0} could not be written.", path));
}

void App::choose_compared(int by_way, int by_workers) {
  const lab::CompareReport& report = compare_.known.report;
  const std::vector<int> workers = workers_measured(report);
  if (workers.empty()) return;
  const auto at = std::find(workers.begin(), workers.end(), compare_.chosen.workers) - workers.begin();
  const auto last = static_cast<std::ptrdiff_t>(workers.size()) - 1;
  CompareRun next = compare_.chosen;
  next.workers = workers[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(at + by_workers, 0, last))];
  std::vector<std::string> ways;
  for (const lab::CompareWayReport& way : report.ways)
    if (!way.measured.empty() && way_named(way.way) != nullptr && way_named(way.way)->has_workers)
      ways.push_back(way.way);
  if (by_way != 0 && !ways.empty()) next.way = next_of(ways, next.way);
  compare_.chosen = run_to_show(report, next);
}

void App::act_on_compare(Action action) {
  switch (action) {
    case Action::compare_measure:
      if (is_in_pool_lab())
        commands_.push(Restart{});
      else
        commands_.push(MeasureCompare{});
      break;
    case Action::compare_cancel:
      if (is_in_pool_lab())
        commands_.push(Stop{});
      else
        commands_.push(CancelCompare{});
      break;
    case Action::compare_work: {
      if (is_in_pool_lab()) {
        turn_pool_knob("CALL", 1);
        break;
      }
      std::vector<std::string> works;
      for (const lab::CompareWork& work : lab::kCompareWorks) works.emplace_back(work.name);
      set_work(compare_.order, next_of(works, compare_.order.work));
      break;
    }
    case Action::compare_scale:
      compare_.scale = static_cast<CompareScale>((static_cast<int>(compare_.scale) + 1) % 3);
      break;
    case Action::compare_way:
      choose_compared(1, 0);
      break;
    case Action::compare_fewer:
      is_in_pool_lab() ? turn_pool_knob("CHUNK", -1) : choose_compared(0, -1);
      break;
    case Action::compare_more:
      is_in_pool_lab() ? turn_pool_knob("CHUNK", 1) : choose_compared(0, 1);
      break;
    case Action::compare_tab:
      commands_.push(SetCompareTab{compare_.tab == CompareTab::pool ? CompareTab::ways : CompareTab::pool});
      break;
    case Action::compare_csv:
    case Action::compare_json:
      commands_.push(SaveCompare{action == Action::compare_json});
      break;
    default:
      break;
  }
}

}  // namespace forkscope::app
