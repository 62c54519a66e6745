# What Unicode says of characters, as the Python that builds knows it.
set(UNICODE_FOLDER ${CMAKE_CURRENT_LIST_DIR})
set(UNICODE_TABLES ${PROJECT_BINARY_DIR}/generated/unicode_tables.inc)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/generated)
add_custom_command(
  OUTPUT ${UNICODE_TABLES}
  COMMAND ${Python3_EXECUTABLE} ${UNICODE_FOLDER}/make_tables.py ${UNICODE_TABLES}
  DEPENDS ${UNICODE_FOLDER}/make_tables.py
  VERBATIM)
set_source_files_properties(unicode_data.cc PROPERTIES OBJECT_DEPENDS ${UNICODE_TABLES})
set(KOREAN_TABLE ${PROJECT_BINARY_DIR}/generated/korean_table.inc)
add_custom_command(
  OUTPUT ${KOREAN_TABLE}
  COMMAND ${Python3_EXECUTABLE} ${UNICODE_FOLDER}/make_korean_table.py ${KOREAN_TABLE}
  DEPENDS ${UNICODE_FOLDER}/make_korean_table.py
  VERBATIM)
set_source_files_properties(korean_codec.cc PROPERTIES OBJECT_DEPENDS ${KOREAN_TABLE})
