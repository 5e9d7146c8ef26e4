#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What libFuzzer calls with every input that it makes up.
package typealias Attempt = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// libFuzzer's own, from the compiler's runtime.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ attempt: Attempt
) -> CInt

/// Lets libFuzzer run an attempt with the arguments of the program, until time is up or it fails.
package func fuzz(_ attempt: Attempt) {
  var argumentCount = CommandLine.argc
  var arguments = CommandLine.unsafeArgv
  _ = runDriver(&argumentCount, &arguments, attempt)
}

/// Ends the program with what does not hold of an input, if anything does not.
package func settle(
  _ start: UnsafePointer<UInt8>?, _ count: Int, _ check: ([UInt8]) -> [String]
) -> CInt {
  let flaws = check(Array(UnsafeBufferPointer(start: start, count: count)))
  for flaw in flaws { print(flaw) }
  fflush(nil)
  precondition(flaws.isEmpty, "something that must hold of every input does not")
  return 0
}
