import ProseChecks

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

// libFuzzer's loop over bodies: any bytes at all must be written as sound HTML that has lost no word,
// with every mistake placed inside the file. `make fuzz` builds and runs it; CONTRIBUTING.md says how.

/// libFuzzer's own, from the compiler's runtime.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// What libFuzzer calls with every input that it makes up.
@_cdecl("LLVMFuzzerTestOneInput")
func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let flaws = ProseCheck(Array(UnsafeBufferPointer(start: start, count: count))).flaws
  for flaw in flaws { print(flaw) }
  fflush(nil)
  precondition(flaws.isEmpty, "something that must hold of every body does not")
  return 0
}

var argumentCount = CommandLine.argc
var arguments = CommandLine.unsafeArgv
_ = runFuzzer(&argumentCount, &arguments, test)
