// What the lab says of a comparison is put together of these sentences, in English; here they are translated
// one by one and their numbers put in.
#include <algorithm>
#include <optional>
#include <string_view>

#include "app/widgets/compare_text.h"
#include "app/widgets/i18n.h"
#include "app/widgets/lab_text.h"

namespace forkscope::app {

namespace {

// Marks a text for xgettext; it is translated where it is found.
constexpr const char* tr_mark(const char* english) {
  return english;
}

// A sentence that another one begins with comes behind it.
constexpr const char* kSentences[] = {
    tr_mark("{workers} threads were {speed_up} times as fast as one after another: while one waits it lets "
            "go of the GIL, and another goes on. {waiting} % of their time was waiting."),
    tr_mark("{workers} threads were {speed_up} times as fast as one after another."),
    tr_mark("Threads did not help: between {workers} threads and one after another there is no difference "
            "beyond the noise ({speed_up} times as fast)."),
    tr_mark("Only one thread runs Python at a time: the GIL was held {held} % of the time and handed over "
            "{handovers} times."),
    tr_mark("Threads made it slower: {workers} threads were {speed_up} times as fast as one after another."),
    tr_mark("Threads hardly helped: {workers} threads were {speed_up} times as fast as one after another."),
    tr_mark("{workers} threads were {speed_up} times as fast where the work is done by a function that lets "
            "go of the GIL meanwhile (hashlib)."),
    tr_mark("Also where the work lets go of the GIL {workers} threads were only {speed_up} times as fast."),
    tr_mark("Of a worker's time {work} % was the work itself, {start} % starting, {passing} % pickling and "
            "the pipe, {waiting} % waiting."),
    tr_mark("Between {workers} workers ({way}) and one after another there is no difference beyond the noise "
            "({speed_up} times as fast)."),
    tr_mark("{workers} workers ({way}) made it slower: {speed_up} times as fast."),
    tr_mark("{workers} workers ({way}) were {speed_up} times as fast."),
    tr_mark("A worker had its first task after {fork} ms by fork and after {spawn} ms by spawn: a spawned "
            "process begins with an empty interpreter."),
    tr_mark("With {workers} workers ({way}) it was {speed_up} times as fast: this machine has {cores} cores, "
            "and more workers than that share them."),
    tr_mark("CPython {version} agrees: there {workers} workers ({way}) were {theirs} times as fast, here "
            "{ours} times."),
    tr_mark("CPython {version} differs: there {workers} workers ({way}) were {theirs} times as fast, here "
            "{ours} times."),
    tr_mark("Up to {workers} workers share {cores} cores: what computes cannot get faster beyond."),
    tr_mark("Other programs kept {busy} of {cores} cores busy: the times are not those of a quiet machine."),
    tr_mark("The runs of {workers} workers ({way}) differ by {spread} % of their median."),
    tr_mark("A run of {workers} workers ({way}) takes {time} ms only: more tasks would tell more."),
    tr_mark("The run that shows where the time went, of {workers} workers ({way}), took {tracing} % longer "
            "than the others."),
};

// The known sentence that `text` begins with.
const char* first_sentence(std::string_view text) {
  const auto found = std::find_if(std::begin(kSentences), std::end(kSentences),
                                  [&](const char* sentence) { return text.starts_with(sentence); });
  return found == std::end(kSentences) ? nullptr : *found;
}

// Nothing where a part of it is not known.
std::optional<std::string> translated(std::string_view pattern) {
  std::string result;
  while (!pattern.empty()) {
    const char* sentence = first_sentence(pattern);
    if (sentence == nullptr) return std::nullopt;
    result += (result.empty() ? "" : " ") + std::string(tr(sentence));
    pattern.remove_prefix(std::string_view(sentence).size());
    if (pattern.starts_with(' ')) pattern.remove_prefix(1);
  }
  return result;
}

// The name of a way is a number of the sentence, too.
std::vector<lab::CompareNumber> in_words(std::vector<lab::CompareNumber> numbers) {
  for (lab::CompareNumber& number : numbers) {
    if (number.name != "way") continue;
    for (const lab::CompareWay& way : lab::kCompareWays)
      if (way.called == number.shown) number.shown = way_text(std::string(way.name));
  }
  return numbers;
}

}  // namespace

std::string sentence_text(const lab::CompareSentence& sentence) {
  const auto pattern = translated(sentence.pattern);
  if (!pattern || pattern->empty()) return lab_text(sentence.text);
  return filled(*pattern, in_words(sentence.numbers));
}

}  // namespace forkscope::app
