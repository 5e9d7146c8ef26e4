import TestSupport
import Testing

struct ImportCommandTests {
  private func folder() throws -> TemporaryFolder {
    let folder = try Fixture(Publication.small).written()
    try folder.write(
      """
      columns: { slug: id, title: title, companies: who, regulators: by, date: on }
      """, to: "map.yml")
    try folder.write(
      """
      id,title,who,by,on,note
      late-1,Late,Acme Energy,nl-ap,2024-05-16,first
      late-2,Later,Acme Enrgy,nl-ap,2024-06,second
      """, to: "fines.csv")
    return folder
  }

  private func run(_ more: String..., in folder: TemporaryFolder) throws -> Program {
    try Program(["import", "fines.csv", "--map", "map.yml"] + more, in: folder.path)
  }

  @Test func `rows become drafts, their paths are printed, and check passes`() throws {
    let folder = try folder()
    let program = try run(in: folder)
    #expect(program.status == 0)
    #expect(program.output == "content/cases/late-1.md\ncontent/cases/late-2.md\n")
    #expect(program.errors.contains("made 2 drafts of 2 rows of 'fines.csv'\n"))
    #expect(
      program.errors.contains(
        "still to be filled in: summary (2), title of the source (2), companies (1)"))
    #expect(
      program.errors.contains("companies:\n  Acme Enrgy: acme-energy  # 1 row; is it this one?"))
    #expect(try Program(["check"], in: folder.path).status == 0)
  }

  @Test func `imported again, the same table changes nothing`() throws {
    let folder = try folder()
    _ = try run(in: folder)
    let before = try folder.identities(of: "content")
    let program = try run(in: folder)
    #expect(program.status == 0)
    #expect(program.output == "")
    #expect(program.errors.contains("left out, since somebody has or had their addresses: 2"))
    #expect(try folder.identities(of: "content") == before)
  }

  @Test func `a rehearsal writes nothing`() throws {
    let folder = try folder()
    let before = try folder.identities(of: "content")
    let program = try run("--dry-run", in: folder)
    #expect(program.errors.contains("would make 2 drafts of 2 rows"))
    #expect(try folder.identities(of: "content") == before)
  }

  @Test func `a map that does not fit the table is refused with the nearest column`() throws {
    let folder = try folder()
    try folder.write("columns: { title: titel }", to: "map.yml")
    let program = try run(in: folder)
    #expect(program.status == 1)
    #expect(
      program.errors.contains(
        "'title' is to come from 'titel', which is no column; did you mean 'title'?"))
    #expect(program.errors.hasSuffix("nothing was written\n"))
  }

  @Test func `a map with a wrong key is reported at its place`() throws {
    let folder = try folder()
    try folder.write("colums: { title: title }", to: "map.yml")
    let program = try run(in: folder)
    #expect(program.status == 1)
    #expect(program.errors.contains("map.yml:1:1: error: key 'colums'"))
  }

  @Test func `a table that cannot be read is refused`() throws {
    let folder = try folder()
    try folder.write("id,title\n\"1,2\n", to: "fines.csv")
    let program = try run(in: folder)
    #expect(program.status == 2)
    #expect(
      program.errors.contains("the quotation mark that opens a cell in line 2 is never closed"))
  }

  @Test func `more rows than there are descriptors become drafts`() throws {
    let folder = try folder()
    let rows = (0..<2000).map { "case-\($0),Title \($0),Acme Energy,nl-ap,2024-05-16,\n" }
    try folder.write("id,title,who,by,on,note\n" + rows.joined(), to: "fines.csv")
    let program = try run("--dry-run", in: folder)
    #expect(program.errors.contains("would make 2000 drafts of 2000 rows"))
    let written = try Program(
      ["import", "fines.csv", "--map", "map.yml"], in: folder.path)
    #expect(written.status == 0)
    #expect(try folder.contents(of: "content/cases").count == 2001)
  }
}
