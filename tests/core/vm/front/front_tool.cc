// A test's way into the front: `front_tool errors` reads snippets from standard input (a byte count on a
// line, then as many bytes), and answers each with a line: `ok`, or kind, line, column, end column and
// message, separated by tabs. `front_tool dis FILE` lists the code, `front_tool positions FILE` where its
// instructions stand, `front_tool show FILE` prints the error as python3 would.
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "core/vm/compiler.h"
#include "core/vm/disassembler.h"

namespace vm = forkscope::vm;

namespace {

std::string answer(const std::string& source) {
  const auto result = vm::compile_module(source, "<test>", vm::CodeUse::program);
  const auto* error = std::get_if<vm::SourceError>(&result);
  if (error == nullptr) return "ok";
  const std::string_view kind =
      error->kind == vm::SourceErrorKind::unsupported ? "unsupported" : vm::exception_name(error->kind);
  return fmt::format("{}\t{}\t{}\t{}\t{}", kind, error->line, error->column, error->end_column,
                     error->message);
}

int answer_all() {
  std::string length;
  while (std::getline(std::cin, length)) {
    std::string source(std::stoul(length), '\0');
    std::cin.read(source.data(), static_cast<std::streamsize>(source.size()));
    std::cin.ignore();
    std::cout << answer(source) << std::endl;
  }
  return 0;
}

// One line an instruction: name, line, end line, column, end column; codes inside after it.
void print_positions(const vm::Code& code) {
  static constexpr const char* kNames[] = {
#define FORKSCOPE_OPCODE(name, effect) #name,
#include "core/vm/opcodes.inc"
#undef FORKSCOPE_OPCODE
  };
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    const vm::Position& at = code.positions[i];
    std::cout << fmt::format("{} {} {} {} {}\n", kNames[static_cast<std::size_t>(code.instructions[i].op())],
                             at.line, at.end_line, at.column, at.end_column);
  }
  for (const vm::Value& constant : code.constants) {
    if (const auto* inner = constant.try_as<vm::Code>()) print_positions(*inner);
  }
}

}  // namespace

int main(int count, char** arguments) {
  const std::string mode = count > 1 ? arguments[1] : "";
  if (mode == "errors") return answer_all();
  if (count < 3) return 2;
  std::ifstream file(arguments[2], std::ios::binary);
  const std::string source((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const auto result = vm::compile_module(source, arguments[2], vm::CodeUse::program);
  if (const auto* error = std::get_if<vm::SourceError>(&result)) {
    std::cout << vm::format_source_error(*error, arguments[2]);
    return 1;
  }
  if (mode == "positions") print_positions(*std::get<vm::CompileOutput>(result).code.as<vm::Code>());
  if (mode == "dis") std::cout << vm::disassemble(*std::get<vm::CompileOutput>(result).code.as<vm::Code>());
  return 0;
}
