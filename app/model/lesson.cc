#include "app/model/lesson.h"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/model/lesson_questions.h"

namespace forkscope::app {

namespace {

namespace fs = std::filesystem;

base::Result<std::string> read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return base::Error{"cannot read " + path.string()};
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// "03_ten_tasks" -> 3; 0 where the folder is not a lesson.
int number_of(const std::string& folder_name) {
  std::size_t digits = 0;
  while (digits < folder_name.size() && std::isdigit(static_cast<unsigned char>(folder_name[digits])) != 0)
    ++digits;
  if (digits == 0 || digits > 4 || digits == folder_name.size() || folder_name[digits] != '_') return 0;
  return std::stoi(folder_name.substr(0, digits));
}

base::Result<toml::table> parse_toml(const fs::path& path) {
  auto text = read_text(path);
  if (!text) return text.error();
  try {  // toml++ is built with exceptions here; they end in this function
    return toml::parse(text.value(), path.string());
  } catch (const toml::parse_error& error) {
    std::ostringstream where;
    where << error;
    return base::Error{path.string() + ": " + where.str()};
  }
}

// What [compare] says; the rest is as usual.
std::optional<lab::CompareSettings> read_order(const toml::table& table) {
  const auto* wanted = table["compare"].as_table();
  if (wanted == nullptr) return std::nullopt;
  lab::CompareSettings order;
  order.work = (*wanted)["work"].value_or(order.work);
  order.tasks = (*wanted)["tasks"].value_or(order.tasks);
  order.size = (*wanted)["size"].value_or(order.size);
  order.repeat = (*wanted)["repeat"].value_or(order.repeat);
  if (const auto* ways = (*wanted)["ways"].as_array(); ways != nullptr) {
    order.ways.clear();
    for (const auto& way : *ways) order.ways.push_back(way.value_or(std::string()));
  }
  return order;
}

base::Result<std::vector<OutcomeGuess>> read_guesses(const toml::table& lesson) {
  std::vector<OutcomeGuess> guesses;
  const toml::array* list = lesson["outcomes"]["guesses"].as_array();
  for (std::size_t index = 0; list != nullptr && index < list->size(); ++index) {
    const toml::table* entry = (*list)[index].as_table();
    if (entry == nullptr) return base::Error{"a guess of [outcomes] is no table"};
    OutcomeGuess guess{(*entry)["end"].value_or(std::string("ok")),
                       (*entry)["output"].value_or(std::string())};
    if (guess.end != "ok" && guess.end != "stuck" && guess.end != "endless")
      return base::Error{"a guess of [outcomes] cannot end as \"" + guess.end + "\""};
    guesses.push_back(std::move(guess));
  }
  return guesses;
}

base::Result<Lesson> load_lesson(const fs::path& folder, int number) {
  auto table = parse_toml(folder / "lesson.toml");
  if (!table) return table.error();
  auto english = read_text(folder / "notes.en.md");
  if (!english) return english.error();
  auto korean = read_text(folder / "notes.ko.md");
  if (!korean) return korean.error();
  if (!fs::exists(folder / "program.py"))
    return base::Error{"cannot read " + (folder / "program.py").string()};

  Lesson lesson;
  lesson.number = number;
  lesson.folder = folder.string();
  lesson.program_path = (folder / "program.py").string();
  lesson.title_en = table.value()["title"]["en"].value_or(std::string());
  lesson.title_ko = table.value()["title"]["ko"].value_or(std::string());
  lesson.start_method = table.value()["start_method"].value_or(std::string("fork"));
  const std::string mode = table.value()["mode"].value_or(std::string());
  if (!mode.empty()) lesson.mode = mode_named(mode);
  if (lesson.mode && mode_name(*lesson.mode) != mode)
    return base::Error{(folder / "lesson.toml").string() + ": there is no mode \"" + mode + "\""};
  lesson.compare = read_order(table.value());
  lesson.is_pool_lab = table.value()["compare"]["pool_lab"].value_or(false);
  lesson.schedule = table.value()["schedule"].value_or(std::string());
  auto questions = read_questions(table.value());
  if (!questions) return base::Error{(folder / "lesson.toml").string() + ": " + questions.error().message};
  lesson.questions = std::move(questions).value();
  auto guesses = read_guesses(table.value());
  if (!guesses) return base::Error{(folder / "lesson.toml").string() + ": " + guesses.error().message};
  lesson.guesses = std::move(guesses).value();
  lesson.notes_en = std::move(english).value();
  lesson.notes_ko = std::move(korean).value();
  if (lesson.title_en.empty() || lesson.title_ko.empty())
    return base::Error{(folder / "lesson.toml").string() + ": title.en and title.ko are needed"};
  return lesson;
}

}  // namespace

base::Result<std::vector<Lesson>> load_lessons(const std::string& lessons_folder) {
  std::error_code code;
  fs::directory_iterator folders(lessons_folder, code);
  if (code)
    return base::Error{"cannot read the lessons in " + lessons_folder + ": " + code.message(), code.value()};
  std::vector<Lesson> lessons;
  for (const auto& entry : folders) {
    const int number = number_of(entry.path().filename().string());
    if (number == 0) continue;
    auto lesson = load_lesson(entry.path(), number);
    if (!lesson) return lesson.error();
    lessons.push_back(std::move(lesson).value());
  }
  std::sort(lessons.begin(), lessons.end(),
            [](const Lesson& a, const Lesson& b) { return a.number < b.number; });
  return lessons;
}

}  // namespace forkscope::app
