// A lab that plays written events instead of running Python: the window's tests see always the same thing, at
// once, whatever the engine does. FORKSCOPE_LAB names it. A program's first line chooses: "# crowd" plays ten
// seconds of producers and consumers in real time, "# refuse" is refused at line 2, anything else is lesson
// 1's lying queue. A measurement of starts is told at once, and after its first run where the program begins
// with
// "# slow": until it is cancelled. Speaks core/lab/protocol.h on descriptor 3.
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <map>
#include <memory>
#include <sstream>

#include "core/lab/protocol.h"
#include "core/trace/arena.h"
#include "core/trace/recorder.h"
#include "tests/support/sample_compare.h"
#include "tests/support/sample_starts.h"
#include "tests/support/sample_trace.h"

namespace forkscope::test {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSocket = 3;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The line of `source` that contains the call a label names: put('red') stands there as put("red").
std::uint32_t line_of_call(const std::string& source, std::string label) {
  std::replace(label.begin(), label.end(), '\'', '"');
  const std::size_t at = source.find(label);
  if (label.empty() || at == std::string::npos) return 0;
  return 1 + static_cast<std::uint32_t>(
                 std::count(source.begin(), source.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// Puts a script's events into the rings of an arena when their time has come.
class Player {
 public:
  Player(const TraceScript& script, std::string source)
      : events_(script.events()), source_(std::move(source)) {
    script.fill(texts_);
  }

  bool open() {
    auto made = trace::Arena::create();
    if (!made) return false;
    arena_ = std::make_unique<trace::Arena>(std::move(made).value());
    arena_->header().tracing.store(1);
    return true;
  }
  int descriptor() const { return arena_->fd(); }

  // True when everything has been played.
  bool play_until(std::int64_t session_ns) {
    for (; next_ < events_.size() && events_[next_].time_ns <= session_ns; ++next_) play(events_[next_]);
    return next_ == events_.size();
  }
  void close() {
    for (auto& [thread, recorder] : recorders_) recorder.close();
  }

 private:
  std::int64_t ticks_of(std::int64_t ns) const {
    const auto& header = arena_->header();
    return header.origin_ticks + static_cast<std::int64_t>(static_cast<double>(ns) / header.ns_per_tick) + 1;
  }

  void play(trace::Event event) {
    const auto [entry, made] = recorders_.try_emplace(event.thread);
    if (made) entry->second = trace::Recorder(arena_.get(), event.process, event.thread);
    if (event.kind == trace::EventKind::call_begins) {
      const std::uint32_t line = line_of_call(source_, texts_.string(event.string));
      if (line != 0) entry->second.set_line(line);
    }
    event.time_ns = ticks_of(event.time_ns);
    event.began_ns = ticks_of(event.began_ns);
    if (event.string != 0 && !trace::is_number_label(event.string))
      event.string = arena_->add_string(texts_.string(event.string));
    entry->second.write(event);
  }

  std::vector<trace::Event> events_;
  std::string source_;
  trace::Store texts_;
  std::unique_ptr<trace::Arena> arena_;
  std::map<base::ThreadId, trace::Recorder> recorders_;
  std::size_t next_ = 0;
};

class ScriptedLab {
 public:
  ScriptedLab() : channel_(kSocket) {}

  int serve() {
    send(lab::Hello{lab::kProtocolVersion, 1});
    while (!over_) {
      pollfd readable{kSocket, POLLIN, 0};
      ::poll(&readable, 1, player_ ? 2 : 1000);
      std::vector<int> passed;
      const auto messages = channel_.receive(passed);
      if (!messages) return 0;
      for (const std::string& json : messages.value()) take(json);
      if (player_ && !paused_) play();
    }
    return 0;
  }

 private:
  void send(const lab::FromLab& message, int descriptor = -1) {
    if (!channel_.send(lab::encode(message), descriptor)) over_ = true;
  }

  void take(const std::string& json) {
    const auto message = lab::decode_to_lab(json);
    if (!message) return;
    if (const auto* run = std::get_if<lab::RunProgram>(&message.value())) begin(*run);
    if (std::holds_alternative<lab::PauseProgram>(message.value())) pause(true);
    if (std::holds_alternative<lab::ResumeProgram>(message.value())) pause(false);
    if (const auto* order = std::get_if<lab::MeasureStarts>(&message.value())) measure(*order);
    if (const auto* order = std::get_if<lab::MeasureCompare>(&message.value())) compare(order->settings);
    if (std::holds_alternative<lab::StopProgram>(message.value()) && compares_) finish_comparing();
    if (std::holds_alternative<lab::StopProgram>(message.value()) && measures_) finish_measuring();
    if (std::holds_alternative<lab::StopProgram>(message.value()) && player_) end(true);
    if (std::holds_alternative<lab::Shutdown>(message.value())) over_ = true;
  }

  void begin(const lab::RunProgram& run) {
    const std::string source = read_file(run.path);
    if (source.starts_with("# refuse"))
      return send(lab::Refused{"invalid syntax", 2, 5,
                               "  File \"" + run.path + "\", line 2\nSyntaxError: invalid syntax\n", source});
    TraceScript script;
    if (source.starts_with("# crowd")) {
      script.step = 4'000;
      crowd(script, CrowdShape{2, 2, 600'000, 7});
    } else {
      lying_queue(script);
      script.note({1, 1}, trace::EventKind::stream_write, 0, 1, 0, "empty? But I put red and blue!\n")
          .result = 31;
    }
    player_ = std::make_unique<Player>(script, source);
    if (!player_->open()) return send(lab::Ended{1, false, "no arena"});
    lab::Started started{run.path, source, {}, 4711, -1};
    if (source.find("# knob") != std::string::npos)
      started.knobs = {{"ROUNDS", 1, 1000, 1, false, 4}, {"PAUSE", 0, 0.5, 0.02, true, 5}};
    send(started, player_->descriptor());
    send(lab::Processes{{{4711, 4710, "forkscope-lab run program.py", ""},
                         {4712, 4711, "forkscope-lab --tracker", "resource tracker"}}});
    paused_ = false;
    played_ns_ = 0;
    last_ = Clock::now();
  }

  void measure(const lab::MeasureStarts& order) {
    if (player_) end(true);
    const bool is_slow = read_file(order.path).starts_with("# slow");
    measured_ = {is_slow ? 1 : 33, 33, sample_starts(order.path)};
    lab::MethodReport& last = measured_.report.methods.back();
    if (is_slow) last = {};
    last.method = "forkserver";
    measures_ = is_slow;
    send(measured_);
  }

  // As the lab does: what is known is all that there will be.
  void finish_measuring() {
    measures_ = false;
    measured_.runs = measured_.done;
    send(measured_);
  }

  // All at once; work that waits goes on until it is cancelled.
  void compare(const lab::CompareSettings& order) {
    if (player_) end(true);
    compares_ = order.work == "io";
    for (const lab::CompareTimeline& timeline : sample_timelines()) send(timeline);
    compared_ = sample_compare(order, compares_ ? 40 : 100);
    send(compared_);
  }

  void finish_comparing() {
    compares_ = false;
    compared_.runs = compared_.done;
    compared_.report.cancelled = true;
    send(compared_);
  }

  void pause(bool wanted) {
    paused_ = wanted;
    last_ = Clock::now();
    send(lab::Paused{wanted});
  }

  void play() {
    const auto now = Clock::now();
    played_ns_ += std::chrono::nanoseconds(now - last_).count();
    last_ = now;
    if (player_->play_until(played_ns_)) end(false);
  }

  void end(bool by_user) {
    player_->close();
    player_.reset();
    send(lab::Ended{by_user ? -9 : 0, by_user, ""});
  }

  lab::Channel channel_;
  std::unique_ptr<Player> player_;
  bool paused_ = false, over_ = false, measures_ = false, compares_ = false;
  lab::CompareProgress compared_;
  lab::StartsProgress measured_;
  std::int64_t played_ns_ = 0;
  Clock::time_point last_;
};

}  // namespace

}  // namespace forkscope::test

int main() {
  return forkscope::test::ScriptedLab().serve();
}
