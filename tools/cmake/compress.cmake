# What Debian wants compressed in a package: run by cpack on the files it is about to pack.
file(GLOB_RECURSE files "${CPACK_TEMPORARY_DIRECTORY}/*.1" "${CPACK_TEMPORARY_DIRECTORY}/*/changelog.Debian")
if(NOT files)
  message(FATAL_ERROR "no manual pages below ${CPACK_TEMPORARY_DIRECTORY}")
endif()
execute_process(COMMAND gzip -9 -n ${files} COMMAND_ERROR_IS_FATAL ANY)
