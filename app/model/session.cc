#include "app/model/session.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <utility>

namespace forkscope::app {

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

Session::Session(std::string lab_program)
    : lab_program_(std::move(lab_program)), store_(std::make_unique<trace::Store>()) {}

Session::~Session() = default;

base::Status Session::start_lab() {
  auto client = lab::Client::launch(lab_program_);
  if (!client) return client.error();
  client_ = std::move(client).value();
  if (state_ == RunState::lab_lost) {
    state_ = RunState::stopped;
    state_detail_.clear();
  }
  changed_ = true;
  return base::Done{};
}

void Session::run(const std::string& path, const std::string& start_method, const Personality& personality,
                  RunKind kind) {
  PendingRun wanted{path, start_method, personality, kind};
  if (active()) {
    pending_ = std::move(wanted);  // begins when the lab says that the old one has ended
    stop();
  } else {
    begin(wanted);
  }
}

void Session::begin(const PendingRun& run) {
  if (client_ == nullptr || !client_->alive()) return lose_lab();
  if (run.path != path_) turned_.clear();
  forget_run(run.kind);
  path_ = run.path;
  state_ = RunState::starting;
  ++runs_;
  lab::RunProgram order{.path = run.path, .start_method = run.start_method, .arguments = {}};
  order.python_version = run.personality.python_version;
  order.personality = run.personality.system;
  order.empty_by_semaphore = run.personality.empty_by_semaphore;
  order.stepped = stepped_ = run.kind != RunKind::free;
  for (const auto& [knob, value] : turned_) order.knobs.push_back({knob, value});
  client_->send(order);
}

void Session::show(const std::string& path) {
  stop();
  pending_.reset();
  if (path != path_) turned_.clear();
  forget_run(RunKind::free);
  path_ = path;
  knobs_.clear();
  if (state_ != RunState::lab_lost) state_ = RunState::nothing;
  std::ifstream file(path, std::ios::binary);
  set_source(std::string(std::istreambuf_iterator<char>(file), {}));
}

void Session::forget_run(RunKind kind) {
  reader_.reset();
  arena_ = trace::Arena();
  if (kind != RunKind::again)
    kept_.reset();
  else if (!kept_)
    kept_ = Kept{std::move(store_), console_};
  store_ = std::make_unique<trace::Store>();
  console_.clear();
  refusal_ = Refusal();
  exit_code_ = 0;
  state_detail_.clear();
  trouble_.clear();
  moves_ = {};
  system_processes_.clear();
  current_lines_.clear();
  changed_ = true;
}

void Session::show_newest() {
  kept_.reset();
  changed_ = true;
}

void Session::order(const lab::ToLab& message) {
  if (!active() || client_ == nullptr) return;
  stepped_ = !std::holds_alternative<lab::ResumeProgram>(message);
  client_->send(message);
}

std::string Session::take_trouble() {
  return std::exchange(trouble_, {});
}

void Session::wait(int milliseconds) const {
  if (client_ != nullptr) client_->wait(milliseconds);
}

void Session::pause() {
  if (state_ == RunState::running && client_ != nullptr) client_->send(lab::PauseProgram{});
}

void Session::go_on() {
  if (state_ == RunState::paused && client_ != nullptr) client_->send(lab::ResumeProgram{});
}

void Session::stop() {
  if (active() && client_ != nullptr) client_->send(lab::StopProgram{});
}

void Session::kill_process(int pid) {
  if (active() && client_ != nullptr) client_->send(lab::KillProcess{pid});
}

void Session::turn_knob(int knob, double value) {
  if (knob < 0 || static_cast<std::size_t>(knob) >= knobs_.size()) return;
  KnobView& view = knobs_[static_cast<std::size_t>(knob)];
  view.value = value;
  turned_[knob] = value;
  if (active() && client_ != nullptr) client_->send(lab::TurnKnobTo{knob, value});
  changed_ = true;
}

bool Session::knobs_are_turned() const {
  return !std::equal(knobs_.begin(), knobs_.end(), initial_knobs_.begin(), initial_knobs_.end(),
                     [](const KnobView& knob, double initial) { return knob.value == initial; });
}

void Session::give_input(const std::string& line) {
  if (active() && client_ != nullptr) client_->send(lab::GiveInput{line + "\n"});
}

const std::vector<std::string>* Session::library_lines(const std::string& file) {
  const auto [found, is_new] = library_.try_emplace(file);
  if (is_new && client_ != nullptr) client_->send(lab::ReadLibrary{file});
  return found->second ? &*found->second : nullptr;
}

void Session::measure_starts(const std::string& path, int repeat, const Personality& personality) {
  if (client_ == nullptr || !client_->alive()) return lose_lab();
  pending_.reset();
  lab::MeasureStarts order{.path = path, .arguments = {}, .repeat = repeat};
  order.python_version = personality.python_version;
  order.personality = personality.system;
  order.empty_by_semaphore = personality.empty_by_semaphore;
  ++measurements_;
  starts_ = {};
  changed_ = true;
  if (state_ == RunState::refused) state_ = RunState::stopped;
  refusal_ = Refusal();
  client_->send(order);
}

void Session::cancel_starts() {
  if (measures_starts() && client_ != nullptr) client_->send(lab::StopProgram{});
}

void Session::measure_compare(const lab::CompareSettings& order) {
  if (client_ == nullptr || !client_->alive()) return lose_lab();
  pending_.reset();
  ++comparisons_;
  compared_ = {};
  timelines_.clear();
  changed_ = true;
  if (state_ == RunState::refused) state_ = RunState::stopped;
  refusal_ = Refusal();
  client_->send(lab::MeasureCompare{order});
}

void Session::cancel_compare() {
  if (compares() && client_ != nullptr) client_->send(lab::StopProgram{});
}

bool Session::poll() {
  receive();
  if (reader_ != nullptr && state_ != RunState::ended && reader_->poll() > 0) changed_ = true;
  if (reader_ != nullptr && active()) sample_lines();
  console_.update(*store_);
  return std::exchange(changed_, false);
}

void Session::receive() {
  if (client_ == nullptr) return;
  for (auto& message : client_->receive()) std::visit([this](auto& content) { take(content); }, message);
  if (!client_->alive()) lose_lab();
}

void Session::take(lab::Hello&) {}

void Session::take(lab::Started& message) {
  changed_ = true;
  set_source(message.source);
  knobs_.clear();
  for (const auto& knob : message.knobs)
    knobs_.push_back(KnobView{knob.name, knob.low, knob.high, knob.value, knob.is_float, knob.line});
  initial_knobs_.clear();
  for (const KnobView& knob : knobs_) initial_knobs_.push_back(knob.value);
  auto arena = trace::Arena::open(message.arena);
  if (!arena) {
    state_detail_ = arena.error().message;
    client_->send(lab::StopProgram{});
    return;
  }
  arena_ = std::move(arena).value();
  reader_ = std::make_unique<trace::Reader>(&arena_, store_.get());
  state_ = RunState::running;
  for (std::size_t index = 0; index < knobs_.size(); ++index) {
    const auto turned = turned_.find(static_cast<int>(index));
    if (turned != turned_.end())
      knobs_[index].value = std::clamp(turned->second, knobs_[index].low, knobs_[index].high);
  }
}

void Session::take(lab::Refused& message) {
  changed_ = true;
  measurements_ = comparisons_ = 0;
  forget_outcome_orders();
  state_ = RunState::refused;
  refusal_ = Refusal{message.message, message.line, message.column, message.report};
  set_source(message.source);
  knobs_.clear();
}

void Session::take(lab::Ended& message) {
  changed_ = true;
  if (reader_ != nullptr) reader_->finish();
  state_ = message.by_user ? RunState::stopped : RunState::ended;
  exit_code_ = message.exit_code;
  state_detail_ = message.reason;
  system_processes_.clear();
  current_lines_.clear();
  console_.update(*store_);
  if (pending_) begin(*std::exchange(pending_, std::nullopt));
}

void Session::take(lab::Processes& message) {
  changed_ = true;
  system_processes_.clear();
  for (auto& line : message.lines)
    system_processes_.push_back(
        SystemProcess{line.pid, line.parent_pid, std::move(line.command_line), std::move(line.role)});
}

// The last message of every measurement says that it is over, of one that was cancelled too.
void Session::take(lab::StartsProgress& message) {
  changed_ = true;
  const bool newest = measurements_ == 1;
  if (message.done == message.runs) measurements_ = std::max(0, measurements_ - 1);
  if (newest && message.done > 0) starts_ = std::move(message);
}

void Session::take(lab::CompareProgress& message) {
  changed_ = true;
  const bool newest = comparisons_ == 1;
  if (message.done == message.runs) comparisons_ = std::max(0, comparisons_ - 1);
  if (newest) compared_ = std::move(message);
}

void Session::take(lab::CompareTimeline& message) {
  changed_ = true;
  if (comparisons_ == 1) timelines_.push_back(std::move(message));
}

void Session::take(lab::Moves& message) {
  changed_ = true;
  ++moves_heard_;
  // Everybody stands still: all that was written is there.
  if (reader_ != nullptr) reader_->finish();
  moves_ = std::move(message);
}

void Session::take(lab::LibrarySource& message) {
  changed_ = true;
  library_[message.file] = lines_of(message.text);
}

void Session::take(lab::Paused& message) {
  changed_ = true;
  if (active()) state_ = message.paused ? RunState::paused : RunState::running;
}

void Session::take(lab::Trouble& message) {
  changed_ = true;
  (stepped_ ? trouble_ : state_detail_) = std::move(message.message);
}

void Session::lose_lab() {
  if (reader_ != nullptr) reader_->finish();
  client_.reset();
  pending_.reset();
  std::erase_if(library_, [](const auto& entry) { return !entry.second; });
  measurements_ = comparisons_ = 0;
  forget_outcome_orders();
  forget_remaining();
  system_processes_.clear();
  current_lines_.clear();
  state_ = RunState::lab_lost;
  changed_ = true;
}

void Session::set_source(const std::string& text) {
  source_ = text;
  source_lines_ = lines_of(text);
}

void Session::sample_lines() {
  std::map<base::ThreadId, std::uint32_t> lines;
  for (const auto& slot : arena_.header().threads) {
    if (slot.state.load(std::memory_order_acquire) != trace::SlotState::live) continue;
    lines[slot.thread.load(std::memory_order_relaxed)] = slot.line.load(std::memory_order_relaxed);
  }
  if (lines == current_lines_) return;
  current_lines_ = std::move(lines);
  changed_ = true;
}

}  // namespace forkscope::app
