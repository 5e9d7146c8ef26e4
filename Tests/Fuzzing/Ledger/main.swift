import Driver
import ParserChecks

// libFuzzer's loop over ledgers: `make fuzz` builds and runs it, CONTRIBUTING.md says how.

@_cdecl("LLVMFuzzerTestOneInput")
func attempt(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  settle(start, count) { LedgerCheck($0).flaws }
}

fuzz(attempt)
