// The part of App that belongs to the Starts page: measuring, and which rows are lit.
#include <algorithm>

#include "app/app.h"

namespace forkscope::app {

void App::enter_starts() {
  const bool of_another = !starts_.has_report() || starts_.program.path != path_;
  if (of_another && !starts_.measuring && !path_.empty()) apply(MeasureStarts{});
}

// What the lab has found out, and whether it is still about what is opened.
void App::renew_starts() {
  starts_.measuring = session_.measures_starts();
  starts_.known = session_.starts();
  starts_.row = moved_row(starts_.known.report, starts_.row, 0);
  if (settings_.mode != Mode::starts || seconds_ < next_look_at_file_) return;
  constexpr double kBetweenLooks = 1;
  next_look_at_file_ = seconds_ + kBetweenLooks;
  const bool is_old = !starts_.measuring && starts_.has_report() &&
                      starts_.program != program_to_measure(path_, settings_.personality);
  if (is_old != starts_.is_old) frames_due_ = std::max(frames_due_, 2);
  starts_.is_old = is_old;
}

void App::apply(const MeasureStarts&) {
  if (session_.state() == RunState::lab_lost || path_.empty()) return;
  starts_.program = program_to_measure(path_, settings_.personality);
  starts_.is_old = false;
  starts_.row = 0;
  starts_.chosen_of.clear();
  session_.measure_starts(path_, starts_.repeat, settings_.personality);
}

void App::apply(const CancelStarts&) {
  session_.cancel_starts();
}

void App::apply(const SetStartsRepeat& command) {
  starts_.repeat = command.repeat;
  apply(MeasureStarts{});
}

void App::apply(const ShowStartsRow& command) {
  starts_.row = moved_row(starts_.known.report, command.row, 0);
}

void App::show_starts_row(int row) {
  apply(ShowStartsRow{row < 0 ? row_count(starts_.known.report) : static_cast<std::size_t>(row)});
}

void App::apply(const ShowStartsTree& command) {
  starts_.tree = command.method;
}

void App::apply(const ExplainDescriptor& command) {
  const bool again = starts_.chosen_of == command.method && starts_.chosen_descriptor == command.number;
  starts_.chosen_of = again ? "" : command.method;
  starts_.chosen_descriptor = command.number;
}

void App::act_on_starts(Action action) {
  const lab::StartsReport& report = starts_.known.report;
  switch (action) {
    case Action::starts_next:
      starts_.row = moved_row(report, starts_.row, 1);
      break;
    case Action::starts_back:
      starts_.row = moved_row(report, starts_.row, -1);
      break;
    case Action::starts_first:
      starts_.row = 0;
      break;
    case Action::starts_last:
      starts_.row = moved_row(report, row_count(report), 0);
      break;
    case Action::starts_tree: {
      const std::vector<std::string> methods = {"fork", "spawn", "forkserver"};
      commands_.push(ShowStartsTree{next_of(methods, starts_.tree)});
      break;
    }
    case Action::starts_measure:
      commands_.push(MeasureStarts{});
      break;
    case Action::starts_cancel:
      commands_.push(CancelStarts{});
      break;
    default:
      break;
  }
}

}  // namespace forkscope::app
