list(APPEND VM_SOURCES
  builtins.cc builtins_execution.cc builtins_functions.cc builtins_iteration.cc builtins_support.cc codecs.cc escape_codec.cc character_sets.cc letters.cc byte_array.cc memory_view.cc number_items.cc types_byte_array.cc types_bytes.cc types_complex.cc types_numbers.cc
  sort_order.cc types_sequences.cc types_tables.cc types_text.cc types_text_split.cc modules/files_module.cc)
