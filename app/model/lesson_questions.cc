#include "app/model/lesson_questions.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "app/model/request_names.h"

namespace forkscope::app {

namespace {

std::string text_in(const toml::table& table, std::string_view key) {
  const toml::node* node = table.get(key);
  return node == nullptr ? std::string() : node->value_or(std::string());
}

TwoTexts texts_in(const toml::table& table) {
  return {text_in(table, "en"), text_in(table, "ko")};
}

// An empty table where there is none.
const toml::table& table_in(const toml::table& table, std::string_view key) {
  static const toml::table none;
  const toml::node* node = table.get(key);
  const toml::table* found = node == nullptr ? nullptr : node->as_table();
  return found == nullptr ? none : *found;
}

bool is_whole(const TwoTexts& texts) {
  return !texts.en.empty() && !texts.ko.empty();
}

// False: a key that means nothing, or a Request that does not exist.
bool read_moment(const toml::table& table, QuestionMoment& moment) {
  for (const auto& [key, value] : table) {
    if (key == "start") {
      moment.start = value.value_or(false);
    } else if (key == "line") {
      moment.line = value.value_or(0u);
    } else if (key == "step") {
      moment.step = value.value_or(std::size_t{0});
    } else if (key == "thread") {
      moment.thread = value.value_or(std::string());
    } else if (key == "before") {
      moment.before = kind_of_name(value.value_or(std::string()));
      if (moment.before == trace::EventKind::none) return false;
    } else {
      return false;
    }
  }
  return moment.start || moment.line > 0 || moment.step || moment.before != trace::EventKind::none;
}

bool read_answer(const toml::table& table, QuestionAnswer& answer) {
  static constexpr std::array<std::pair<std::string_view, AnswerSource>, 7> kSources{{
      {"call", AnswerSource::call},
      {"printed", AnswerSource::printed},
      {"next_line", AnswerSource::next_line},
      {"exit_code", AnswerSource::exit_code},
      {"processes", AnswerSource::processes},
      {"stuck", AnswerSource::stuck},
      {"items", AnswerSource::items},
  }};
  if (table.size() != 1) return false;
  for (const auto& [name, source] : kSources) {
    const toml::node* value = table.get(name);
    if (value == nullptr) continue;
    answer.source = source;
    answer.name = value->value_or(std::string());
    const bool has_name = source != AnswerSource::next_line && source != AnswerSource::processes &&
                          source != AnswerSource::stuck;
    return has_name ? !answer.name.empty() : value->value_or(false);
  }
  return false;
}

// What is wrong with it; "" = nothing.
std::string read_choice(const toml::node& node, QuestionChoice& choice) {
  const toml::table* table = node.as_table();
  if (table == nullptr) return "a choice is no table";
  choice.value = text_in(*table, "value");
  choice.text = texts_in(*table);
  if (choice.value.empty()) return "a choice has no value";
  if (choice.text.en.empty() && choice.text.ko.empty()) choice.text = {choice.value, choice.value};
  return is_whole(choice.text) ? "" : "a choice has one language only";
}

std::string read_question(const toml::table& table, LessonQuestion& question) {
  question.text = texts_in(table_in(table, "text"));
  question.reason = texts_in(table_in(table, "reason"));
  if (!is_whole(question.text)) return "text.en and text.ko are needed";
  if (!is_whole(question.reason)) return "reason.en and reason.ko are needed";
  if (!read_moment(table_in(table, "when"), question.when)) return "'when' names no moment";
  if (!read_answer(table_in(table, "answer"), question.answer)) return "'answer' names nothing of the run";
  const toml::node* number = table.get("number");
  question.is_number = number != nullptr && number->value_or(false);
  const toml::node* choices = table.get("choices");
  if (choices != nullptr && choices->as_array() != nullptr) {
    for (const toml::node& node : *choices->as_array())
      if (std::string wrong = read_choice(node, question.choices.emplace_back()); !wrong.empty())
        return wrong;
  }
  if (question.is_number != question.choices.empty() || question.choices.size() == 1)
    return "it needs choices, or number = true";
  return "";
}

}  // namespace

base::Result<std::vector<LessonQuestion>> read_questions(const toml::table& lesson) {
  std::vector<LessonQuestion> questions;
  const toml::node* found = lesson.get("question");
  const toml::array* tables = found == nullptr ? nullptr : found->as_array();
  if (tables == nullptr) return questions;
  for (const toml::node& node : *tables) {
    LessonQuestion question;
    const toml::table* table = node.as_table();
    const std::string wrong = table == nullptr ? "it is no table" : read_question(*table, question);
    if (!wrong.empty()) return base::Error{"question " + std::to_string(questions.size() + 1) + ": " + wrong};
    questions.push_back(std::move(question));
  }
  return questions;
}

}  // namespace forkscope::app
