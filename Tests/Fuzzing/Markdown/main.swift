import Driver
import ProseChecks

// libFuzzer's loop over bodies: `make fuzz` builds and runs it, CONTRIBUTING.md says how.

@_cdecl("LLVMFuzzerTestOneInput")
func attempt(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  settle(start, count) { ProseCheck($0).flaws }
}

fuzz(attempt)
