// Runs while Forkscope is built: writes a C++ source with every module of the library as compiled code, so
// that no process of a program has to compile them anew.
//
//     embed_images OUTPUT.cc
#include <cstdio>
#include <fstream>
#include <string>

#include "core/vm/import.h"
#include "core/vm/library_texts.h"
#include "core/vm/state.h"

namespace {

// As string literals: a compiler reads them many times faster than lists of numbers. Three digits each, or
// the next character could become a part of the number.
void write_literal(std::ostream& out, const std::string& bytes) {
  constexpr std::size_t kBytesInLine = 40;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (at % kBytesInLine == 0) out << (at == 0 ? "\"" : "\"\n    \"");
    const auto byte = static_cast<unsigned char>(bytes[at]);
    char escaped[5];
    std::snprintf(escaped, sizeof(escaped), "\\%03o", byte);
    out << escaped;
  }
  out << "\"";
}

bool write_images(std::ostream& out) {
  const auto texts = forkscope::vm::library_texts();
  out << "#include \"core/library/library_images.h\"\n\n#include <array>\n\nnamespace forkscope::library "
         "{\n\n"
      << "std::span<const std::string_view> images() {\n"
      << "  static constexpr std::array<std::string_view, " << texts.size() << "> kImages = {{\n";
  for (const forkscope::vm::LibraryText& text : texts) {
    const forkscope::vm::Value code = forkscope::vm::compile_library_module(text);
    if (code.empty()) {
      std::fprintf(stderr, "embed_images: %s is not Python\n", std::string(text.file).c_str());
      return false;
    }
    const std::string bytes = forkscope::vm::capture_code(code);
    out << "  std::string_view(\n    ";
    write_literal(out, bytes);
    out << ", " << bytes.size() << "),\n";
  }
  out << "  }};\n  return kImages;\n}\n\n}  // namespace forkscope::library\n";
  return true;
}

}  // namespace

int main(int argument_count, char** arguments) {
  if (argument_count != 2) return 2;
  std::ofstream out(arguments[1]);
  return write_images(out) && out.flush() ? 0 : 1;
}
