list(APPEND VM_SOURCES
  builtins.cc builtins_execution.cc builtins_functions.cc builtins_iteration.cc builtins_support.cc codecs.cc letters.cc types_bytes.cc types_numbers.cc
  types_sequences.cc types_tables.cc types_text.cc types_text_split.cc modules/files_module.cc)
