# Test of `cpack -G DEB`: packs BUILD into WORK, looks at what is in the package, and runs the program from it.
# cmake -D BUILD=… -D WORK=… -D VERSION=… -P package.cmake
cmake_minimum_required(VERSION 3.25)

foreach(tool dpkg-deb dpkg-shlibdeps)
  find_program(${tool}_found ${tool})
  if(NOT ${tool}_found)
    message("skipped: ${tool} is not installed, so the Debian package is not tested")
    return()
  endif()
endforeach()

function(run)
  execute_process(COMMAND ${ARGV} WORKING_DIRECTORY "${WORK}" OUTPUT_VARIABLE out ERROR_VARIABLE out
                  RESULT_VARIABLE status)
  if(NOT status EQUAL 0)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "${command}\nended with ${status}:\n${out}")
  endif()
  set(out "${out}" PARENT_SCOPE)
endfunction()

function(expect_in text what)
  string(FIND "${text}" "${what}" at)
  if(at EQUAL -1)
    message(FATAL_ERROR "no '${what}' in\n${text}")
  endif()
endfunction()

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
cmake_path(GET CMAKE_COMMAND PARENT_PATH bin)
run("${bin}/cpack" -G DEB --config "${BUILD}/CPackConfig.cmake" -B "${WORK}")
file(GLOB package "${WORK}/zhibiao_${VERSION}-1_*.deb")
list(LENGTH package count)
if(NOT count EQUAL 1)
  message(FATAL_ERROR "one package was to be made, not: ${package}")
endif()

run(dpkg-deb -f "${package}")
foreach(what "Package: zhibiao" "Version: ${VERSION}-1" "libicu" "libc6" "Recommends: poppler-utils, poppler-data")
  expect_in("${out}" "${what}")
endforeach()

run(dpkg-deb -x "${package}" "${WORK}/root")
foreach(file bin/zhibiao share/man/man1/zhibiao.1.gz share/man/man1/zhibiao-targets.1.gz
             share/man/zh_CN/man1/zhibiao-targets.1.gz share/bash-completion/completions/zhibiao
             share/zsh/vendor-completions/_zhibiao share/fish/vendor_completions.d/zhibiao.fish
             share/doc/zhibiao/copyright share/doc/zhibiao/changelog.Debian.gz share/doc/zhibiao/manual.md)
  if(NOT EXISTS "${WORK}/root/usr/${file}")
    message(FATAL_ERROR "not in the package: ${file}")
  endif()
endforeach()
foreach(folder include lib)
  if(EXISTS "${WORK}/root/usr/${folder}")
    message(FATAL_ERROR "what builds other programs is in the package too: ${folder}")
  endif()
endforeach()
file(WRITE "${WORK}/plan.txt" "新增床位1270张。\n")
run("${WORK}/root/usr/bin/zhibiao" targets plan.txt --columns value,unit)
expect_in("${out}" "1270,张")

find_program(lintian lintian)
if(lintian)
  run(${lintian} --fail-on error "${package}")
else()
  message("skipped: lintian is not installed, so Debian's rules for packages are not tested")
endif()
