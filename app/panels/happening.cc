#include "app/panels/happening.h"

#include <algorithm>

#include "app/model/names.h"
#include "app/model/step_goal.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/move_text.h"
#include "app/widgets/object_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

using trace::Event;

constexpr std::size_t kMostNotes = 2;  // more than that nobody reads

void heading(const char* title, const std::string& who, base::ProcessId process) {
  const Theme& t = theme();
  paragraph(t.fonts.small, t.palette.text_dim, title);
  if (who.empty()) return;
  const float gap = 6 * t.metrics.scale, width = ImGui::GetContentRegionAvail().x;
  if (text_width(t.fonts.small, title) + gap + text_width(t.fonts.small, who) <= width)
    ImGui::SameLine(0, gap);
  paragraph(t.fonts.small, process_colour(process), who);
}

void say(const std::string& title, const std::string& sentence) {
  const Theme& t = theme();
  paragraph(t.fonts.bold, t.palette.text, title);
  if (!sentence.empty()) paragraph(t.fonts.body, t.palette.text, sentence);
}

void space() {
  ImGui::Dummy(ImVec2(0, theme().metrics.gap * 0.6f));
}

// With a capital letter, where the language has them.
std::string sentence_of(std::string what) {
  if (!what.empty() && what.front() >= 'a' && what.front() <= 'z')
    what.front() = static_cast<char>(what.front() - 'a' + 'A');
  return what.empty() || what.back() == '.' ? what : what + ".";
}

struct LastStep {
  const Event* request = nullptr;
  std::vector<std::string> notes;
};

LastStep last_step(const trace::Store& store, const DoneStep& step) {
  constexpr std::uint64_t kMostEvents = 1000;
  LastStep last;
  const std::uint64_t end = std::min<std::uint64_t>(step.end_event, store.first_index() + store.size());
  std::uint64_t index = std::max(step.first_event, store.first_index());
  if (end > index + kMostEvents) index = end - kMostEvents;
  for (; index < end; ++index) {
    const Event& event = store.event(index);
    if (trace::info(event.kind).is_request) {
      if (event.phase == trace::Phase::done && (step.thread == 0 || event.thread == step.thread))
        last.request = &event;
      continue;
    }
    if (const std::string text = note_text(store, event); !text.empty()) last.notes.push_back(text);
  }
  if (last.notes.size() > kMostNotes) last.notes.erase(last.notes.begin(), last.notes.end() - kMostNotes);
  return last;
}

// What was no thread's move: time, a kill.
bool tell_intervention(const std::string& entry) {
  if (entry.starts_with("kill:")) {
    say(tr_format("{0} is killed.", entry.substr(5)),
        tr("It ends at once, in the middle of whatever it did. Locks that it held are never given back, and "
           "what was in its buffers is lost."));
    return true;
  }
  if (entry != "time" && !entry.starts_with("time:")) return false;
  say(tr("Time passes."), tr("Whoever slept long enough, or waited up to its time limit, goes on."));
  return true;
}

void tell_last(const Frame& frame, const DoneStep& step) {
  const auto thread = frame.store.now().threads.find(step.thread);
  const bool is_known = thread != frame.store.now().threads.end();
  heading(tr("LAST MOVE"), is_known ? full_thread_name(frame.store, step.thread) : std::string(),
          is_known ? thread->second.process : 0);
  const LastStep last = last_step(frame.store, step);
  if (!tell_intervention(step.entry)) {
    // A wait that has begun is a step, and has no answer yet.
    const MoveFacts facts = last.request != nullptr ? facts_of(frame.store, *last.request)
                                                    : MoveFacts{.kind = step.kind, .text = {}};
    const MoveText text = move_text(frame.store, frame.world, facts);
    const std::string result = last.request != nullptr ? result_text(*last.request) : std::string();
    say(sentence_of(text.what), result.empty() ? text.why : result + " " + text.why);
  }
  for (const std::string& note : last.notes) paragraph(theme().fonts.body, theme().palette.buffer, note);
  space();
}

void tell_blocked(const Frame& frame) {
  for (const NextMove& move : frame.step.moves) {
    if (move.can_move) continue;
    paragraph(theme().fonts.body, theme().palette.text,
              full_thread_name(frame.store, move.id) + ": " +
                  waiting_text(frame.store, frame.world, move.kind, move.object));
  }
}

void tell_move(const Frame& frame, const NextMove& move) {
  heading(tr("NEXT MOVE"), full_thread_name(frame.store, move.id), move.process);
  const MoveText text = move_text(frame.store, frame.world, facts_of(move));
  if (move.can_move) {
    say(sentence_of(text.what), text.why);
    if (move.time_ran_out)
      paragraph(theme().fonts.body, theme().palette.text_dim,
                tr("Its time limit is over: it gets nothing and goes on."));
    return;
  }
  say(tr_format("It cannot move: it {0}.", waiting_text(frame.store, frame.world, move.kind, move.object)),
      text.why);
}

void tell_next(const Frame& frame) {
  if (frame.step.is_stuck) {
    paragraph(theme().fonts.bold, theme().palette.wrong_text, tr("Nobody can move any more: a deadlock."));
    paragraph(theme().fonts.body, theme().palette.text,
              tr("Each waits for something that nobody is left to give."));
    return tell_blocked(frame);
  }
  if (const NextMove* move = chosen_move(frame.step, frame.selection.thread)) return tell_move(frame, *move);
  if (frame.step.time_can_pass) {
    heading(tr("NEXT MOVE"), {}, 0);
    say(tr("Only time can pass."),
        tr("Everybody sleeps, or waits with a time limit. Let time pass, and the first of them goes on."));
    return tell_blocked(frame);
  }
  if (frame.step.moves.empty())
    say(tr("The program has ended."), tr("Go back to any step and choose somebody else."));
}

}  // namespace

void draw_happening(const Frame& frame, CommandQueue&) {
  if (!frame.step.active && frame.step.count == 0) {
    paragraph(theme().fonts.body, theme().palette.text_dim,
              tr("Here each move is explained in a sentence or two."));
    return;
  }
  if (frame.step.last != nullptr)
    tell_last(frame, *frame.step.last);
  else
    say(tr("The program stands before its first move."),
        tr("Nothing happens until you choose who moves. Each move is one thing that a thread asks of the "
           "system."));
  if (frame.step.last == nullptr) space();
  tell_next(frame);
}

}  // namespace forkscope::app
