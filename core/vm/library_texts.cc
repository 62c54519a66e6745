#include "core/vm/library_texts.h"

#include <algorithm>

namespace forkscope::vm {

const LibraryText* find_library_text(std::string_view module) {
  const auto texts = library_texts();
  const auto found = std::find_if(texts.begin(), texts.end(),
                                  [module](const LibraryText& text) { return text.module == module; });
  return found == texts.end() ? nullptr : &*found;
}

std::string_view library_source(std::string_view file) {
  constexpr std::string_view kFolder = "<forkscope>/";
  if (!file.starts_with(kFolder)) return {};
  file.remove_prefix(kFolder.size());
  for (const LibraryText& text : library_texts()) {
    if (text.file == file) return text.text;
  }
  return {};
}

}  // namespace forkscope::vm
