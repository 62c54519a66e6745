#include "core/lab/server.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/base/log.h"
#include "core/lab/compare_settings.h"
#include "core/lab/process_table.h"
#include "core/lab/program_text.h"
#include "core/vm/library_texts.h"

namespace forkscope::lab {

namespace {

constexpr std::chrono::milliseconds kTurn{50};
constexpr std::chrono::milliseconds kMeasuringTurn{2};
// What the random numbers of a stepped program begin with: the same in every run.
constexpr std::uint64_t kSteppedEntropy = 1;
constexpr std::chrono::milliseconds kBetweenProcessLists{100};
constexpr int kShareOfTimeForProcessLists = 20;  // at most one part in so many

std::vector<std::string> command_line_of(const RunProgram& order) {
  std::vector<std::string> arguments{"forkscope-lab", "run"};
  if (!order.start_method.empty()) arguments.insert(arguments.end(), {"--start-method", order.start_method});
  const std::vector<std::string> flags =
      vm::Personality{order.python_version, order.personality, order.empty_by_semaphore}.flags();
  arguments.insert(arguments.end(), flags.begin(), flags.end());
  if (!order.arguments.empty()) arguments.push_back("--");
  arguments.push_back(order.path.starts_with('-') ? "./" + order.path : order.path);
  arguments.insert(arguments.end(), order.arguments.begin(), order.arguments.end());
  return arguments;
}

std::vector<KnobInfo> knob_infos(const std::vector<vm::KnobDeclaration>& knobs) {
  std::vector<KnobInfo> infos;
  for (const vm::KnobDeclaration& knob : knobs)
    infos.push_back({knob.name, knob.low, knob.high, knob.initial, knob.is_float, knob.line});
  return infos;
}

bool same(const ProcessLine& left, const ProcessLine& right) {
  return left.pid == right.pid && left.parent_pid == right.parent_pid &&
         left.command_line == right.command_line && left.role == right.role;
}

}  // namespace

Server::Server(Channel channel, Guarded guarded)
    : channel_(std::move(channel)), guarded_(std::move(guarded)) {}

int Server::serve() {
  send(Hello{.pid = ::getpid()});
  while (!window_gone_) {
    wait();
    take_messages();
    if (starts_) turn_starts();
    turn_outcomes();
    if (compare_) turn_compare();
    if (!session_) continue;
    session_->turn();
    send_processes();
    if (session_->over()) finish_session();
  }
  if (starts_) starts_->stop();
  search_.reset();
  python_runs_.reset();
  if (compare_) compare_->stop();
  end_steps();
  session_.reset();
  return 0;
}

void Server::turn_starts() {
  const int done = starts_->progress().done;
  starts_->turn();
  if (starts_->progress().done != done) send(starts_->progress());
  if (starts_->over()) starts_.reset();
}

void Server::turn_compare() {
  const int done = compare_->progress().done;
  compare_->turn();
  for (CompareTimeline& timeline : compare_->take_timelines()) send(std::move(timeline));
  if (compare_->progress().done != done) send(compare_->progress());
  if (compare_->over()) compare_.reset();
}

void Server::wait() {
  std::vector<pollfd> descriptors{
      {signals_.descriptor(), POLLIN, 0}, {channel_.fd(), POLLIN, 0}, {guarded_.guard_handle, POLLIN, 0}};
  if (session_) session_->add_descriptors(descriptors);
  if (starts_) starts_->add_descriptors(descriptors);
  if (compare_) compare_->add_descriptors(descriptors);
  if (search_) search_->add_descriptors(descriptors);
  if (python_runs_) python_runs_->add_descriptors(descriptors);
  const auto turn = starts_ || python_runs_ || compare_ ? kMeasuringTurn : kTurn;
  const bool works = session_ || starts_ || compare_ || (search_ && !search_->is_idle()) || python_runs_;
  ::poll(descriptors.data(), descriptors.size(), works ? static_cast<int>(turn.count()) : -1);
  if (descriptors[2].revents != 0) window_gone_ = true;
  signals_.take([this](int signal) {
    if (signal != SIGCHLD) window_gone_ = true;
  });
}

void Server::take_messages() {
  std::vector<int> passed;
  auto messages = channel_.receive(passed);
  for (const int descriptor : passed) ::close(descriptor);
  if (!messages.ok()) {
    window_gone_ = true;
    return;
  }
  for (const std::string& text : messages.value()) {
    auto message = decode_to_lab(text);
    if (message.ok())
      std::visit([this](const auto& order) { handle(order); }, message.value());
    else
      send(Trouble{message.error().message});
  }
}

void Server::send(const FromLab& message, int descriptor) {
  if (!window_gone_ && !channel_.send(encode(message), descriptor).ok()) window_gone_ = true;
}

void Server::send_processes() {
  const auto begin = Clock::now();
  if (begin < next_processes_) return;
  std::vector<ProcessLine> lines = lines_of(descendants_of(::getpid()));
  const auto end = Clock::now();
  next_processes_ =
      begin + std::max<Clock::duration>(kBetweenProcessLists, (end - begin) * kShareOfTimeForProcessLists);
  if (std::equal(lines.begin(), lines.end(), processes_.begin(), processes_.end(), same)) return;
  processes_ = std::move(lines);
  send(Processes{processes_});
}

void Server::finish_session() {
  end_steps();
  processes_.clear();
  send(Processes{});
  const int status = session_->wait_status();
  send(Ended{.exit_code = WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status),
             .by_user = session_->stopped_by_user(),
             .reason = session_->reason()});
  session_.reset();
}

void Server::handle(const RunProgram& order) {
  handle(StopProgram{});
  if (!search_is_beside_ || !order.stepped) drop_unfinished_search();
  auto loaded = load_program(order.path);
  if (const auto* refused = std::get_if<Refused>(&loaded)) return send(*refused);
  const auto& program = std::get<ProgramText>(loaded);

  SessionPlan plan;
  plan.arguments = command_line_of(order);
  plan.names = guarded_.names;
  plan.group = guarded_.group;
  plan.piped = plan.tracing = plan.terminal_output = true;
  plan.stepped = plan.lossless = order.stepped;
  plan.entropy = order.stepped ? kSteppedEntropy : 0;
  for (const vm::KnobDeclaration& knob : program.knobs) plan.float_knobs.push_back(knob.is_float);
  plan.turned_knobs = order.knobs;
  auto session = Session::start(plan);
  if (!session.ok()) return send(Refused{.message = session.error().message, .source = program.source});
  session_ = std::move(session.value());
  for (const TurnKnobTo& knob : order.knobs) session_->turn_knob(knob.knob, knob.value);
  next_processes_ = {};
  send(Started{.path = order.path,
               .source = program.source,
               .knobs = knob_infos(program.knobs),
               .pid = session_->pid()},
       session_->arena().fd());
  if (!order.stepped) return;
  begin_steps(encode(order) + program.source);
  send(Paused{true});
  handle(ListMoves{});
}

void Server::handle(const PauseProgram&) {
  if (!session_) return;
  session_->pause();
  send(Paused{true});
}

void Server::handle(const ResumeProgram&) {
  if (!session_) return;
  end_steps();
  session_->resume();
  send(Paused{false});
}

void Server::handle(const StopProgram&) {
  stop_outcomes();
  if (starts_) {
    starts_->stop();
    send(starts_->progress());
    starts_.reset();
  }
  if (compare_) {
    compare_->stop();
    send(compare_->progress());
    compare_.reset();
  }
  if (!session_) return;
  session_->stop("");
  finish_session();
}

void Server::handle(const TurnKnobTo& order) {
  if (session_) session_->turn_knob(order.knob, order.value);
}

void Server::handle(const GiveInput& order) {
  if (session_) session_->give_input(order.text);
}

void Server::handle(const KillProcess& order) {
  if (!session_) return;
  if (kill_as_step(order.pid)) return;
  session_->kill_process(order.pid);
  if (steps_) handle(ListMoves{});
}

void Server::handle(const MeasureStarts& order) {
  handle(StopProgram{});
  drop_unfinished_search();
  const auto loaded = load_program(order.path);
  if (const auto* refused = std::get_if<Refused>(&loaded)) return send(*refused);
  starts_ = std::make_unique<Starts>(
      order, vm::Personality{order.python_version, order.personality, order.empty_by_semaphore}.flags(),
      guarded_);
}

void Server::handle(const MeasureCompare& order) {
  handle(StopProgram{});
  drop_unfinished_search();
  if (const std::string objection = objection_to(order.settings); !objection.empty())
    return send(Refused{.message = objection});
  if (order.settings.work == "function") {
    const auto loaded = load_program(order.settings.path);
    if (const auto* refused = std::get_if<Refused>(&loaded)) return send(*refused);
  }
  compare_ = std::make_unique<Compare>(order.settings, guarded_);
  send(compare_->progress());
}

void Server::handle(const ReadLibrary& order) {
  send(LibrarySource{order.file, std::string(vm::library_source("<forkscope>/" + order.file))});
}

void Server::handle(const Shutdown&) {
  window_gone_ = true;
}

int serve_command(int socket) {
  ::fcntl(socket, F_SETFD, FD_CLOEXEC);
  auto guarded = begin_guarded(socket);
  if (!guarded.ok()) {
    base::log(guarded.error().message);
    return 1;
  }
  return Server(Channel(socket), std::move(guarded.value())).serve();
}

}  // namespace forkscope::lab
