import CSQLite
import TestSupport
import Testing

/// `data/gazette.sqlite`, opened as others would open it.
struct DatabaseTests {
  @Test func `every reference leads to a row, and the file is sound`() async throws {
    let database = try await OpenedDatabase(Publication.whole)
    #expect(database.answers("PRAGMA integrity_check") == ["ok"])
    #expect(database.answers("PRAGMA foreign_key_check") == [])
    #expect(database.answers("SELECT count(*) FROM cases") == ["4"])
    let references = "SELECT count(*) FROM pragma_foreign_key_list('measures')"
    #expect(database.answers(references) == ["4"])
  }

  @Test func `counted measures add up to what the page of a company says`() async throws {
    let site = try await RenderedSite(Publication.whole)
    let database = try OpenedDatabase(bytes: site.files["data/gazette.sqlite"] ?? [])
    let totals = database.answers(
      """
      SELECT case_companies.company_slug || ' ' || measures.currency || ' ' || sum(amount)
      FROM case_companies JOIN measures USING (case_slug)
      WHERE is_counted AND coalesce(measures.company_slug, case_companies.company_slug)
        = case_companies.company_slug
      GROUP BY case_companies.company_slug, measures.currency ORDER BY 1
      """)
    #expect(totals == ["north-line EUR 1200000", "south-line EUR 1200000"])
    for page in ["north-line", "south-line"] {
      #expect(site.text("companies/\(page)/index.html").contains("<data value=\"1200000 EUR\""))
    }
  }

  @Test func `the full-text index finds words of a text, accents aside`() async throws {
    let database = try await OpenedDatabase(Publication.whole)
    let found = """
      SELECT slug FROM cases_fts JOIN cases ON cases.rowid = cases_fts.rowid
      WHERE cases_fts MATCH
      """
    #expect(database.answers(found + " 'beschwerde AND begrundet'") == ["mail-profiles"])
    #expect(database.answers(found + " 'summary: disclose'") == ["two-ferries"])
    #expect(database.answers(found + " 'okapi OR quagga'") == [])
  }

  @Test func `what is embargoed leaves no byte in the file`() async throws {
    let site = try await RenderedSite(Publication.whole)
    let bytes = site.files["data/gazette.sqlite"] ?? []
    #expect(bytes.starts(with: Array("SQLite format 3\0".utf8)))
    #expect(!String(decoding: bytes, as: UTF8.self).lowercased().contains("okapi"))
  }
}

private final class OpenedDatabase {
  private var connection: OpaquePointer?

  convenience init(_ text: String) async throws {
    let site = try await RenderedSite(text)
    try self.init(bytes: site.files["data/gazette.sqlite"] ?? [])
  }

  init(bytes: [UInt8]) throws {
    try #require(sqlite3_open(":memory:", &connection) == SQLITE_OK)
    let copy = try #require(sqlite3_malloc64(sqlite3_uint64(bytes.count)))
    bytes.withUnsafeBytes {
      UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyMemory(from: $0)
    }
    let code = sqlite3_deserialize(
      connection, "main", copy.assumingMemoryBound(to: UInt8.self), sqlite3_int64(bytes.count),
      sqlite3_int64(bytes.count), UInt32(SQLITE_DESERIALIZE_FREEONCLOSE))
    try #require(code == SQLITE_OK)
  }

  deinit { sqlite3_close(connection) }

  /// The first column of every row.
  func answers(_ sql: String) -> [String] {
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
      Issue.record("\(String(cString: sqlite3_errmsg(connection))): \(sql)")
      return []
    }
    defer { sqlite3_finalize(statement) }
    var answers: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      answers.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "NULL")
    }
    return answers
  }
}
