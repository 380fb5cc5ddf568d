# Writes OUTPUT: the libraries that PROGRAM names itself, each as an option of the linker.
# cmake -D READELF=… -D PROGRAM=… -D OUTPUT=… -P needed.cmake
cmake_minimum_required(VERSION 3.25)
execute_process(COMMAND ${READELF} --dynamic --wide ${PROGRAM} OUTPUT_VARIABLE dynamic COMMAND_ERROR_IS_FATAL ANY)
string(REGEX MATCHALL "\\(NEEDED\\)[^\n]*\\[[^]\n]+\\]" lines "${dynamic}")
list(TRANSFORM lines REPLACE ".*\\[(.*)\\]" "-l:\\1")
list(JOIN lines "\n" options)
file(WRITE ${OUTPUT} "${options}\n")
