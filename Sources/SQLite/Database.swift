import CSQLite

/// A database being made in memory; what was made is then lent as the bytes of a database file.
///
/// The same statements give the same bytes: free space within pages is zeroed, and nothing in a
/// file depends on time or chance.
package struct Database: ~Copyable {
  private let connection: OpaquePointer

  package init() {
    var opened: OpaquePointer?
    // The file system `memdb` keeps a database as one run of bytes, so that no copy is needed in the end.
    let code = sqlite3_open_v2(
      "gazette", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
      "memdb")
    guard code == SQLITE_OK, let opened else {
      preconditionFailure("a database in memory can be opened; sqlite3_open_v2 says \(code)")
    }
    connection = opened
    var limit = sqlite3_int64.max
    sqlite3_file_control(connection, "main", SQLITE_FCNTL_SIZE_LIMIT, &limit)
    // Nothing is ever taken back, so no journal has to be kept.
    run("PRAGMA journal_mode = OFF")
    run("PRAGMA synchronous = OFF")
    run("PRAGMA page_size = 4096")
    // What is left over in a page would otherwise be whatever the memory held before.
    run("PRAGMA secure_delete = ON")
    run("PRAGMA encoding = 'UTF-8'")
    run("BEGIN")
  }

  deinit { sqlite3_close(connection) }

  /// Whether the library at hand can make full-text indexes.
  package static var makesFullTextIndexes: Bool {
    sqlite3_compileoption_used("ENABLE_FTS5") == 1
  }

  /// Runs statements that are known to be right.
  package func run(_ sql: String) {
    let code = sqlite3_exec(connection, sql, nil, nil, nil)
    precondition(code == SQLITE_OK, "\(message): \(sql)")
  }

  /// A statement that is run once for each row.
  package func statement(_ sql: String) -> Statement {
    var prepared: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil)
    guard code == SQLITE_OK, let prepared else { preconditionFailure("\(message): \(sql)") }
    return Statement(prepared)
  }

  /// Ends the making and lends the file's bytes.
  package consuming func finished(_ body: (UnsafeRawBufferPointer) -> Void) {
    run("COMMIT")
    var size: sqlite3_int64 = 0
    let bytes = sqlite3_serialize(connection, "main", &size, UInt32(SQLITE_SERIALIZE_NOCOPY))
    guard let bytes else { preconditionFailure("a database in memory is one run of bytes") }
    body(UnsafeRawBufferPointer(start: bytes, count: Int(size)))
  }

  private var message: String { String(cString: sqlite3_errmsg(connection)) }
}
