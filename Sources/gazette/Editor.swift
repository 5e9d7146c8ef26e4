import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program in which the person at the desk writes.
struct Editor {
  /// As a shell would take it: `vi`, `code --wait`.
  private let command: String

  /// $VISUAL, else $EDITOR; throws where neither is set.
  static func ofPerson() throws -> Editor {
    guard let command = environment("VISUAL") ?? environment("EDITOR") else {
      throw ValidationError("'--edit' needs $VISUAL or $EDITOR to say which program to open")
    }
    return Editor(command: command)
  }

  /// What programs that are started from here inherit.
  static var variables: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? {
    #if canImport(Darwin)
      _NSGetEnviron().pointee
    #else
      environ
    #endif
  }

  /// Opens a file and waits until the editor is closed.
  func open(_ path: String) throws {
    // The shell splits the command as the person wrote it; the path comes as an argument, untouched.
    let words = ["sh", "-c", command + " \"$1\"", "sh", path]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var process = pid_t()
    let code = posix_spawn(&process, "/bin/sh", nil, nil, arguments, Self.variables)
    guard code == 0 else {
      Terminal.say("gazette: cannot open '\(command)': \(String(cString: strerror(code)))\n")
      throw ExitCode.impossible
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    guard status == 0 else {
      Terminal.say("gazette: '\(command)' ended in an error; '\(path)' is there\n")
      throw ExitCode.impossible
    }
  }
}
