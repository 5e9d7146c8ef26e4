/// One open page that is told of changes, for as long as it stays open.
struct Following: Sendable {
  let visit: Visit
  let preview: Preview
  let time: Timekeeper

  /// Writes news as they come until the other side leaves or the program ends.
  func tell(_ reader: Reader) async {
    let (number, changes) = await preview.follow()
    await withTaskGroup { group in
      group.addTask {
        // A browser says nothing here, so this waits for it to leave.
        var ignored: [UInt8] = []
        while (try? await visit.wire.read(into: &ignored)) == true { ignored.removeAll() }
      }
      group.addTask {
        var reader = reader
        // Tells the browser how soon to come back, and that it is connected.
        guard await write(Array("retry: 500\n\n".utf8)) else { return }
        for await change in changes {
          let news = await preview.news(for: &reader, change)
          guard await write(news.flatMap(\.message)) else { return }
        }
      }
      await group.next()
      group.cancelAll()
      visit.wire.hangUp()
    }
    await preview.unfollow(number)
  }

  private func write(_ bytes: [UInt8]) async -> Bool {
    guard !bytes.isEmpty else { return true }
    visit.expect(by: time.now() + Conversation.patience)
    defer { visit.expectNothing() }
    return (try? await visit.wire.write(bytes)) != nil
  }
}
