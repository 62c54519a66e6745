# From source text to Code.
include(${CMAKE_CURRENT_LIST_DIR}/unicode/tables.cmake)
list(APPEND VM_SOURCES
  unicode_data.cc annotation_text.cc
  source_error.cc source_text.cc lexer.cc lexer_names.cc lexer_numbers.cc literals.cc
  parser.cc parser_arguments.cc parser_atoms.cc parser_compound.cc parser_match.cc parser_expressions.cc parser_statements.cc
  parser_strings.cc parser_targets.cc scope.cc
  check.cc lacking_attributes.cc module_names.cc unsupported.cc code_builder.cc disassembler.cc compiler.cc compiler_calls.cc compiler_exceptions.cc compiler_expressions.cc compiler_flow.cc
  compiler_functions.cc compiler_match.cc compiler_statements.cc compiler_targets.cc compiler_warnings.cc constant_folding.cc)
