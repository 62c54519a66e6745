// What a move is and what it is for, in the user's language: a few bold words and a plain explanation for
// each kind of Request, told apart by what its object is good for; and what the notes beside it mean.
#pragma once

#include <cstdint>
#include <string>

#include "app/model/meaning.h"
#include "app/model/step_view.h"
#include "core/trace/event.h"

namespace forkscope::app {

struct MoveText {
  std::string what;  // "takes one of the slots of q"; begins with a verb
  std::string why;   // a sentence or two
};

// A Request about to be done or done. kind `none`: the thread computes; `thread_begins`: it begins.
struct MoveFacts {
  trace::EventKind kind = trace::EventKind::none;
  base::ObjectId object = 0;
  std::int64_t bytes = 0;  // of a read or a write, if known
  std::string text;        // what is printed, if known
};
MoveFacts facts_of(const NextMove& move);
MoveFacts facts_of(const trace::Store& store, const trace::Event& event);

MoveText move_text(const trace::Store& store, const trace::World& world, const MoveFacts& facts);
// What a Request's answer was worth telling: "It was not free."; "" = nothing.
std::string result_text(const trace::Event& event);
// "'red' is in the buffer now. ..."; "" for notes that need no words.
std::string note_text(const trace::Store& store, const trace::Event& event);

}  // namespace forkscope::app
