#include "core/vm/unsupported.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <vector>

#include "core/vm/module_names.h"

namespace forkscope::vm {

namespace {

struct Entry {
  std::string_view what;
  std::string_view example;
};

constexpr std::array<Entry, static_cast<std::size_t>(Feature::count)> kFeatures = {{
#define FORKSCOPE_UNSUPPORTED(id, what, example) {what, example},
#include "core/vm/unsupported.inc"
#undef FORKSCOPE_UNSUPPORTED
}};

constexpr std::string_view kAdvice = "Run the file with python3 instead: CPython can.";

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + ("`" + name + "`");
  return text;
}

}  // namespace

std::string refusal_of(Feature feature) {
  return fmt::format("Forkscope cannot run {}. {}", kFeatures[static_cast<std::size_t>(feature)].what,
                     kAdvice);
}

std::string refusal_of_module(std::string_view module) {
  if (is_in_python(module)) return fmt::format("Forkscope cannot run the module '{}'. {}", module, kAdvice);
  return fmt::format(
      "There is no module '{}' here: neither in Python nor beside the program. If it is a package that you "
      "installed, run the file with python3 instead.",
      module);
}

std::string refusal_of_name(std::string_view module, std::string_view name) {
  return fmt::format("Forkscope's module '{}' has no '{}'. {}", module, name, kAdvice);
}

std::string list_unsupported() {
  std::string text =
      "# What Forkscope does not run\n\n"
      "Printed by `forkscope-lab check --list-unsupported`, from the tables that the checker uses.\n\n"
      "## Language\n\n"
      "| what | for example |\n|---|---|\n";
  for (const Entry& entry : kFeatures) text += fmt::format("| {} | `{}` |\n", entry.what, entry.example);
  text += "\n## Modules\n\nThese exist; every other module is refused: " + joined(public_modules()) + ".\n";
  text +=
      "\n## Names that these modules lack\n\nPublic names of CPython 3.11's modules that are refused where "
      "the text shows them.\n\n";
  for (const std::string& module : public_modules()) {
    const std::set<std::string> lacking = names_lacking(module);
    if (!lacking.empty()) text += fmt::format("- `{}`: {}\n", module, joined(lacking));
  }
  return text;
}

}  // namespace forkscope::vm
