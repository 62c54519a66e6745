#include "app/widgets/answer_text.h"

#include "app/model/names.h"
#include "app/widgets/format.h"

namespace forkscope::app {

namespace {

using trace::Answer;
using trace::Question;

std::string value_text(const Answer& answer) {
  switch (answer.question) {
    case Question::qsize:
      return std::to_string(answer.value);
    case Question::get:
      return answer.value != 0 ? tr("an item") : "Empty";
    case Question::put:
      return answer.value != 0 ? tr("done") : "Full";
    default:
      return answer.value != 0 ? "True" : "False";
  }
}

std::string call_text(const Answer& answer) {
  switch (answer.question) {
    case Question::empty:
      return "empty()";
    case Question::qsize:
      return "qsize()";
    case Question::full:
      return "full()";
    case Question::get:
      return tr("get without waiting");
    case Question::put:
      return tr("put without waiting");
  }
  return {};
}

std::string where_text(const Answer& answer) {
  std::string text = tr_format("{0} in the buffer, {1} in the feeder's hand, {2} in the pipe",
                               answer.in_buffer, answer.in_hand, answer.in_pipe);
  if (answer.being_read > 0) text += tr_format(", {0} being read", answer.being_read);
  return text;
}

std::string reason(const trace::Store& store, const Answer& answer) {
  if (answer.question == Question::empty)
    return tr_format("It looks at the pipe only. Where the items were: {0}.", where_text(answer));
  if (answer.lock_refused && answer.lock_owner != 0)
    return tr_format("Only one can read at a time, and {0} held the reader lock. Where the items were: {1}.",
                     full_thread_name(store, answer.lock_owner), where_text(answer));
  if (answer.lock_refused)
    return tr_format(
        "Only one can read at a time, and somebody else held the reader lock. Where the items were: {0}.",
        where_text(answer));
  return tr_format("The feeder thread is late: nothing is in the pipe yet. Where the items were: {0}.",
                   where_text(answer));
}

}  // namespace

AnswerText answer_text(const trace::Store& store, const Answer& answer) {
  const std::string value = value_text(answer);
  const auto queued = static_cast<std::uint64_t>(answer.queued);
  AnswerText text;
  text.brief = queued == 0 ? value : tr_format("{0}, with {1} queued", value, queued);
  if (answer.wrong && answer.question == Question::get)
    text.title = tr_format_plural("The queue said Empty. {0} item is in it.",
                                  "The queue said Empty. {0} items are in it.", queued);
  else if (answer.wrong)
    text.title =
        tr_format_plural("{1} said {2}. {0} item is in the queue.",
                         "{1} said {2}. {0} items are in the queue.", queued, call_text(answer), value);
  else
    text.title = tr_format("{0} said {1}.", call_text(answer), value);
  text.sentence =
      answer.wrong ? reason(store, answer) : tr_format("Where the items were: {0}.", where_text(answer));
  return text;
}

}  // namespace forkscope::app
