import Testing

/// Who may touch what lies outside the program: docs/architecture.md, "Absences".
struct EffectTests {
  let sources: [SwiftFile]

  init() throws { sources = try Repository.sources.get() }

  @Test func `only Loading reads files, and Publishing what it published before`() {
    #expect(calls(of: Effects.reading, outside: ["Loading", "Publishing"]) == [])
    #expect(names(of: Effects.files, outside: []) == [])
  }

  @Test func `only Publishing writes files`() {
    #expect(calls(of: Effects.writing, outside: ["Publishing"]) == [])
    #expect(names(of: Effects.writingFlags, outside: ["Publishing"]) == [])
  }

  @Test func `only Previewing opens a socket`() {
    #expect(names(of: Effects.network, outside: ["Previewing"]) == [])
  }

  @Test func `only gazette prints`() {
    #expect(calls(of: Effects.printing, outside: ["gazette"]) == [])
    #expect(names(of: Effects.outputs, outside: ["gazette"]) == [])
  }

  @Test func `only gazette ends the program`() {
    #expect(calls(of: Effects.ending, outside: ["gazette"]) == [])
  }

  @Test func `only gazette asks for the date, the environment and the machine`() {
    #expect(calls(of: Effects.asking, outside: ["gazette"]) == [])
    #expect(names(of: Effects.surroundings, outside: ["gazette"]) == [])
  }

  @Test func `only gazette starts another program`() {
    #expect(calls(of: Effects.starting, outside: ["gazette"]) == [])
  }

  @Test func `nothing is left to chance`() {
    #expect(names(of: ["random", "randomElement", "shuffled", "hashValue"], outside: []) == [])
  }

  /// Calls of functions that belong to no value, in rooms other than `rooms`.
  private func calls(of functions: Set<String>, outside rooms: Set<String>) -> [Finding] {
    found(outside: rooms) { $0.isFreeCall && functions.contains($0.text) }
  }

  /// Any mention, in rooms other than `rooms`.
  private func names(of names: Set<String>, outside rooms: Set<String>) -> [Finding] {
    found(outside: rooms) { names.contains($0.text) }
  }

  private func found(outside rooms: Set<String>, _ isWrong: (SwiftFile.Word) -> Bool) -> [Finding] {
    sources.filter { !rooms.contains($0.target) }.flatMap { file in
      file.words.filter(isWrong).map {
        file.finding("\(file.target) may not use \($0.text)", line: $0.line)
      }
    }
  }
}

/// The names by which a program reaches what lies outside it.
///
/// `open`, `read`, `write`, `stat` and `close` alone would say too little, since values have such
/// methods: they need the C library, which the table of rooms gives to few.
private enum Effects {
  static let reading: Set = [
    "fopen", "fdopen", "freopen", "fread", "fgets", "getline", "opendir", "fdopendir", "readdir",
    "scandir", "nftw", "openat", "mmap", "realpath", "getcwd", "chdir", "lstat", "fstatat",
    "readlink", "Data", "NSData",
  ]
  static let files: Set = ["FileManager", "FileHandle", "InputStream", "OutputStream", "Process"]
  static let writing: Set = [
    "mkdir", "mkdirat", "mkdtemp", "mkstemp", "mkfifo", "rename", "renameat", "renameat2",
    "renamex_np", "renameatx_np", "unlink", "unlinkat", "rmdir", "linkat", "symlink", "symlinkat",
    "truncate", "ftruncate", "fwrite", "pwrite", "writev", "fsync", "chmod", "fchmod", "chown",
    "copyfile", "clonefile", "copy_file_range", "sendfile", "utimensat", "futimens", "flock",
    "system",
  ]
  static let starting: Set = [
    "popen", "posix_spawn", "posix_spawnp", "fork", "vfork", "execv", "execve", "execvp",
  ]
  static let writingFlags: Set = ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"]
  static let network: Set = [
    "socket", "AF_INET", "AF_INET6", "AF_UNIX", "SOCK_STREAM", "getaddrinfo", "URLSession",
    "NWListener", "NWConnection",
  ]
  static let printing: Set = [
    "print", "debugPrint", "dump", "puts", "fputs", "putchar", "printf", "fprintf", "vprintf",
    "perror", "NSLog", "syslog", "os_log",
  ]
  static let outputs: Set = ["stdout", "stderr", "STDOUT_FILENO", "STDERR_FILENO"]
  static let ending: Set = [
    "exit", "_exit", "quick_exit", "abort", "atexit", "raise", "kill", "signal", "sigaction",
  ]
  static let asking: Set = [
    "time", "clock", "clock_gettime", "gettimeofday", "localtime", "localtime_r", "gmtime",
    "mktime", "strftime", "getenv", "setenv", "setlocale", "sysconf", "gethostname", "uname",
    "getuid", "getlogin", "isatty", "ioctl", "Date",
  ]
  static let surroundings: Set = [
    "ProcessInfo", "CommandLine", "ContinuousClock", "SuspendingClock", "Locale", "TimeZone",
    "Calendar", "DateFormatter", "environ",
  ]
}
