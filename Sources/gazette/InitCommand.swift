import ArgumentParser
import Loading
import Publishing
import SampleFiles

/// `gazette init`: a small working publication that explains itself.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Makes a small working publication, which explains itself and builds clean.",
    discussion: "Nothing is ever overwritten: a folder that holds content/ already is left alone.")

  @Argument(
    help: "Where content/ is to be; this folder where it is left out.", completion: .directory)
  var dir = "."

  func run() throws {
    // Whatever is there already, even an empty folder, is somebody's.
    if (try? SourceTree(reading: dir)) != nil {
      Terminal.say("gazette: '\(content)' is there already; nothing was written\n")
      throw ExitCode.impossible
    }
    do {
      try NewFiles(in: dir).write(SamplePublication.files)
    } catch {
      Terminal.say("gazette: \(error)\n")
      throw ExitCode.impossible
    }
    for file in SamplePublication.files {
      Terminal.result(Array((dir == "." ? file.path : below(file.path)).utf8) + [0x0A])
    }
    Terminal.say(next)
  }

  private var content: String { dir == "." ? "content" : below("content") }

  private func below(_ path: String) -> String {
    dir.hasSuffix("/") ? dir + path : dir + "/" + path
  }

  /// What to do with it, as it would be typed.
  private var next: String {
    let enter = dir == "." ? "" : "  cd \(dir)\n"
    return """
      a publication of two made-up cases; next:
      \(enter)  gazette preview               shows it in a browser, and every save at once
        gazette build                 makes the site in public/
        gazette new case SLUG         writes a case of your own
        gazette list                  shows what there is
      content/pages/start-here.md says how it all hangs together

      """
  }
}
