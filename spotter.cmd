@echo off
rem Starts Spotter; builds it first when a source is newer than the jar. Needs a JDK 17 or newer.
setlocal
set "home=%~dp0"
if "%home:~-1%"=="\" set "home=%home:~0,-1%"
set "jar=%home%\src\app\target\spotter.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"

powershell -NoProfile -Command "$jar = Get-Item '%jar%' -ErrorAction SilentlyContinue; if (-not $jar) { exit 1 }; $newer = Get-ChildItem '%home%\pom.xml','%home%\src\engine\pom.xml','%home%\src\service\pom.xml','%home%\src\app\pom.xml','%home%\src\engine\main','%home%\src\service\main','%home%\src\app\main' -Recurse -File | Where-Object { $_.LastWriteTime -gt $jar.LastWriteTime } | Select-Object -First 1; if ($newer) { exit 1 }"
if errorlevel 1 (
  echo spotter: building, a source is newer than the jar ^(the first time takes a minute or two^) 1>&2
  pushd "%home%"
  call mvnw.cmd -B -q -DskipTests package 1>&2
  if errorlevel 1 (
    popd
    echo spotter: the build failed, see above 1>&2
    exit /b 5
  )
  popd
)

set "speed=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%~1"=="prove" set "speed=-XX:+UseParallelGC"
if "%~1"=="batch" set "speed=-XX:+UseParallelGC"
if "%~1"=="watch" set "speed=-XX:+UseParallelGC"
if "%~1"=="publish" set "speed=-XX:+UseParallelGC"
if "%~1"=="diff" set "speed=-XX:+UseParallelGC"
"%java%" %speed% %SPOTTER_JAVA_OPTS% -Xshare:auto -Dspotter.home="%home%" -jar "%jar%" %*
exit /b %ERRORLEVEL%
