# What Unicode says of characters, and how older text files write them, as the Python that builds knows it.
# forkscope_table(NAME SCRIPT SOURCE): generated/NAME, which SCRIPT writes and SOURCE includes.
function(forkscope_table name script source)
  set(made ${PROJECT_BINARY_DIR}/generated/${name})
  set(maker ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/${script})
  add_custom_command(
    OUTPUT ${made}
    COMMAND ${Python3_EXECUTABLE} ${maker} ${made}
    DEPENDS ${maker}
    VERBATIM)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${made})
endfunction()

file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated)
forkscope_table(unicode_tables.inc make_tables.py unicode_data.cc)
forkscope_table(character_sets.inc make_character_sets.py character_sets.cc)
