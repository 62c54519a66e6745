#include "core/vm/library_texts.h"

#include <algorithm>

#include "core/base/check.h"

namespace forkscope::vm {

namespace {

std::span<const std::string_view> given_images;

}  // namespace

std::span<const std::string_view> library_images() {
  return given_images;
}

void use_library_images(std::span<const std::string_view> images) {
  FORKSCOPE_CHECK(images.size() == library_texts().size(), "an image for every module of the library");
  given_images = images;
}

const LibraryText* find_library_text(std::string_view module) {
  const auto texts = library_texts();
  const auto found = std::find_if(texts.begin(), texts.end(),
                                  [module](const LibraryText& text) { return text.module == module; });
  return found == texts.end() ? nullptr : &*found;
}

std::string_view library_file_name(std::string_view file) {
  constexpr std::string_view kFolder = "<forkscope>/";
  return file.starts_with(kFolder) ? file.substr(kFolder.size()) : std::string_view();
}

std::string_view library_source(std::string_view file) {
  file = library_file_name(file);
  for (const LibraryText& text : library_texts()) {
    if (text.file == file) return text.text;
  }
  return {};
}

}  // namespace forkscope::vm
