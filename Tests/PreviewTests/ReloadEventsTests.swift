import Testing

@testable import Preview

@Suite struct ReloadEventsTests {
  @Test("every open page is told of a build")
  func reload() async {
    let events = ReloadEvents()
    let streams = [events.open(), events.open()]
    events.send(revision: 7)
    events.finish()
    for stream in streams {
      var text = ""
      for await bytes in stream { text += String(decoding: bytes, as: UTF8.self) }
      #expect(text == ": open\n\nevent: reload\ndata: 7\n\n")
    }
  }

  @Test("a page that opens after the end gets a stream that ends")
  func afterEnd() async {
    let events = ReloadEvents()
    events.finish()
    var count = 0
    for await _ in events.open() { count += 1 }
    #expect(count == 0)
  }
}
