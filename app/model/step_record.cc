#include "app/model/step_record.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <sstream>
#include <string_view>

namespace forkscope::app {

using trace::EventKind;

EventKind kind_named(std::string_view name) {
  static const std::map<std::string_view, EventKind> kinds = [] {
    std::map<std::string_view, EventKind> made;
    for (std::uint16_t kind = 1; kind < static_cast<std::uint16_t>(EventKind::count); ++kind)
      made[trace::info(static_cast<EventKind>(kind)).name] = static_cast<EventKind>(kind);
    return made;
  }();
  const auto found = kinds.find(name);
  return found == kinds.end() ? EventKind::none : found->second;
}

namespace {

std::int64_t number_in(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

NextMove next_move(const lab::MoveInfo& info) {
  return {.thread = info.thread,
          .id = static_cast<base::ThreadId>(info.thread_id),
          .process = static_cast<base::ProcessId>(info.process_id),
          .kind = kind_named(info.request),
          .can_move = info.state != "blocked",
          .time_ran_out = info.state == "time_ran_out",
          .interrupted = info.state == "interrupted",
          .object = static_cast<base::ObjectId>(info.object),
          .line = static_cast<std::uint32_t>(info.line),
          .size = static_cast<std::uint32_t>(info.size),
          .calls = static_cast<std::uint32_t>(info.calls),
          .depth = static_cast<std::uint32_t>(info.depth),
          .handle = number_in(info.handle),
          .a = number_in(info.a),
          .b = number_in(info.b),
          .text = info.text,
          .deadline_s = info.deadline_s,
          .library_file = info.library_file,
          .library_function = info.library_function,
          .library_line = static_cast<std::uint32_t>(info.library_line)};
}

std::vector<std::string> schedule_entries(const std::string& schedule) {
  std::vector<std::string> entries;
  std::istringstream words(schedule);
  for (std::string word; words >> word;) {
    const std::string stop = word.substr(mover_of(word).size());
    word.resize(word.size() - stop.size());
    const std::size_t star = word.rfind('*');
    const std::int64_t count = star == std::string::npos ? 1 : number_in(word.substr(star + 1));
    entries.insert(entries.end(), static_cast<std::size_t>(std::max<std::int64_t>(count, 0)),
                   word.substr(0, star));
    if (count > 0) entries.back() += stop;
  }
  return entries;
}

std::string_view mover_of(std::string_view entry) {
  const std::size_t plus = entry.rfind('+');
  if (plus == std::string_view::npos) return entry;
  std::string_view places = entry.substr(plus + 1);
  if (places.ends_with('b')) places.remove_suffix(1);
  const bool is_number = !places.empty() && places.find_first_not_of("0123456789") == std::string_view::npos;
  return is_number ? entry.substr(0, plus) : entry;
}

std::string schedule_text(const std::vector<std::string>& entries, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t at = begin; at < end;) {
    std::size_t next = at;
    const bool stops_early = mover_of(entries[at]).size() < entries[at].size();
    do ++next;
    while (next < end && entries[next] == entries[at] && !stops_early);
    text += (text.empty() ? "" : " ") + entries[at];
    if (next - at > 1) text += "*" + std::to_string(next - at);
    at = next;
  }
  return text;
}

void StepRecord::read(const trace::Store& store) {
  const std::uint64_t end = store.first_index() + store.size();
  for (events_ = std::max(events_, store.first_index()); events_ < end; ++events_) {
    const trace::Event& event = store.event(events_);
    if (event.kind != EventKind::step_begins) continue;
    if (!steps_.empty()) steps_.back().end_event = events_;
    steps_.push_back({.entry = {},
                      .thread = event.thread,
                      .kind = static_cast<EventKind>(event.a),
                      .first_event = events_,
                      .end_event = end,
                      .began_ns = event.time_ns});
  }
  if (!steps_.empty()) steps_.back().end_event = end;
}

void StepRecord::name_steps(const std::string& schedule) {
  for (std::string& entry : schedule_entries(schedule)) {
    if (named_ == steps_.size()) break;
    steps_[named_++].entry = std::move(entry);
  }
}

void StepRecord::add(History& history, const Version& version) {
  if (!history.empty() && history.back().is_gone == version.is_gone && history.back().move == version.move)
    return;
  if (!history.empty() && history.back().position == version.position)
    history.back() = version;
  else
    history.push_back(version);
}

void StepRecord::remember(std::size_t position, const lab::Moves& moves) {
  if (position + 1 < clocks_.size()) return;  // known from the run that is repeated
  std::vector<bool> seen(histories_.size());
  for (const lab::MoveInfo& info : moves.moves) {
    NextMove move = next_move(info);
    std::size_t index = 0;
    while (index < histories_.size() && histories_[index].front().move.id != move.id) ++index;
    if (index == histories_.size()) histories_.emplace_back();
    if (index < seen.size()) seen[index] = true;
    add(histories_[index], {position, false, std::move(move)});
  }
  for (std::size_t index = 0; index < seen.size(); ++index)
    if (!seen[index]) add(histories_[index], {position, true, histories_[index].back().move});
  const double before = clocks_.empty() ? 0 : clocks_.back();
  clocks_.resize(position, before);
  clocks_.push_back(moves.clock_s);
}

void StepRecord::take(const trace::Store& store, const lab::Moves& moves) {
  read(store);
  name_steps(moves.schedule);
  remember(count(), moves);
}

void StepRecord::finish(const trace::Store& store) {
  read(store);
}

StepRecord StepRecord::beginning(std::size_t count) const {
  StepRecord record;
  for (const History& history : histories_) {
    History shorter;
    for (const Version& version : history)
      if (version.position <= count) shorter.push_back(version);
    if (!shorter.empty()) record.histories_.push_back(std::move(shorter));
  }
  record.clocks_.assign(clocks_.begin(),
                        clocks_.begin() + static_cast<std::ptrdiff_t>(std::min(count, clocks_.size())));
  return record;
}

std::vector<NextMove> StepRecord::moves_at(std::size_t position) const {
  std::vector<NextMove> moves;
  for (const History& history : histories_) {
    const auto after = std::partition_point(
        history.begin(), history.end(), [&](const Version& version) { return version.position <= position; });
    if (after != history.begin() && !(after - 1)->is_gone) moves.push_back((after - 1)->move);
  }
  return moves;
}

double StepRecord::clock_at(std::size_t position) const {
  return clocks_.empty() ? 0 : clocks_[std::min(position, clocks_.size() - 1)];
}

std::int64_t StepRecord::time_at(std::size_t position, const trace::Store& store) const {
  if (position >= count()) return store.end_ns();
  const std::uint64_t first = steps_[position].first_event;
  return first > store.first_index() ? store.event(first - 1).time_ns : steps_[position].began_ns - 1;
}

std::size_t StepRecord::position_at(std::int64_t time_ns) const {
  const auto after = std::partition_point(steps_.begin(), steps_.end(),
                                          [&](const DoneStep& step) { return step.began_ns <= time_ns; });
  return static_cast<std::size_t>(after - steps_.begin());
}

std::vector<std::string> StepRecord::schedule(std::size_t count) const {
  std::vector<std::string> entries;
  for (std::size_t step = 0; step < std::min(count, steps_.size()); ++step)
    entries.push_back(steps_[step].entry);
  return entries;
}

}  // namespace forkscope::app
