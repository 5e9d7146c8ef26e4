#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// What Gazette's passes over Markdown cost beside libcmark itself, on all bodies of one publication:
//
//   markdown-cost FOLDER [ROUNDS]
//   markdown-cost FOLDER 1 parse|cut|html|prose|linked    (one step alone, for a profiler)

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("usage: markdown-cost FOLDER [ROUNDS [STEP]]")
  exit(64)
}
let bodies = try Bodies(of: arguments[1])
let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 9
let steps =
  arguments.count > 3 ? Step.allCases.filter { $0.rawValue == arguments[3] } : Step.allCases

var best: [Step: Double] = [:]
for round in 0..<rounds {
  // Each round begins with another step, so that none always follows the same one.
  for index in steps.indices {
    let step = steps[(index + round) % steps.count]
    let seconds = processorTime { bodies.run(step) }
    best[step] = min(best[step] ?? .infinity, seconds)
  }
}

print("\(bodies.count) bodies, \(bodies.bytes) bytes of Markdown, best of \(rounds) rounds")
for step in steps {
  print("  \(milliseconds(best[step] ?? 0)) ms  \(step.words)")
}
if steps.count == Step.allCases.count, let parse = best[.parse], let html = best[.html],
  let linked = best[.linked]
{
  let onTop = percent(linked - html, of: html)
  print("  \(milliseconds(linked - html)) ms  on top of libcmark alone: \(onTop) %")
  let share = percent(linked - parse, of: html)
  print("everything but libcmark's parsing takes \(share) % of what libcmark does")
}

func percent(_ part: Double, of whole: Double) -> Int { Int((100 * part / whole).rounded()) }

/// Seconds of this process's processor time that `work` took.
func processorTime(_ work: () -> Void) -> Double {
  var start = timespec()
  var end = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
  work()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
  return Double(end.tv_sec - start.tv_sec) + Double(end.tv_nsec - start.tv_nsec) / 1e9
}

/// Right-aligned, with two digits behind the point.
func milliseconds(_ seconds: Double) -> String {
  let hundredths = Int(seconds * 100_000)
  let fraction = hundredths % 100
  let text = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  return String(repeating: " ", count: max(0, 9 - text.utf8.count)) + text
}
