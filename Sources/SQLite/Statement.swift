import CSQLite

/// A statement with places for values, run once for each row; a place that is not bound is NULL.
package struct Statement: ~Copyable {
  private let prepared: OpaquePointer

  init(_ prepared: OpaquePointer) { self.prepared = prepared }

  deinit { sqlite3_finalize(prepared) }

  /// Binds UTF-8 to a place, counted from 1; an empty text leaves it NULL. No copy is taken, so the
  /// bytes must stay where they are until `run`.
  package func bind(_ place: Int, text bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    check(
      sqlite3_bind_text64(
        prepared, Int32(place), start.assumingMemoryBound(to: CChar.self),
        sqlite3_uint64(bytes.count), nil, UInt8(SQLITE_UTF8)))
  }

  package func bind(_ place: Int, whole number: Int) {
    check(sqlite3_bind_int64(prepared, Int32(place), sqlite3_int64(number)))
  }

  /// Runs the statement with what is bound, and unbinds it.
  package func run() {
    let code = sqlite3_step(prepared)
    precondition(code == SQLITE_DONE, "a row fits its table; SQLite says \(words(code))")
    sqlite3_reset(prepared)
    sqlite3_clear_bindings(prepared)
  }

  private func check(_ code: Int32) {
    precondition(code == SQLITE_OK, "a value fits its place; SQLite says \(words(code))")
  }

  private func words(_ code: Int32) -> String { String(cString: sqlite3_errstr(code)) }
}
