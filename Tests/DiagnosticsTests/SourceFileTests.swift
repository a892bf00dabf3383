import Diagnostics
import Testing

@Suite("Source files")
struct SourceFileTests {
  @Test(
    "lines end with LF, CR LF or CR",
    arguments: ["a\nbé\n\nc", "a\r\nbé\r\n\r\nc", "a\rbé\r\rc", "a\nbé\r\n\rc"])
  func lineEnds(text: String) {
    let file = SourceFile(path: "a", text: text)
    #expect(file.lineCount == 4)
    #expect((1...5).map { file.line($0).map(String.init) } == ["a", "bé", "", "c", nil])
    #expect(file.line(0) == nil)
  }

  @Test("columns count Unicode scalars")
  func columns() {
    let file = SourceFile(path: "a", text: "x\né€😀y")
    #expect(file.position(atByte: 0) == .start)
    #expect(file.position(atByte: 4) == SourcePosition(line: 2, column: 2))
    #expect(file.position(atByte: 11) == SourcePosition(line: 2, column: 4))
    #expect(file.position(atByte: 12) == SourcePosition(line: 2, column: 5))
  }

  @Test("a byte inside a character belongs to that character")
  func insideCharacter() {
    let file = SourceFile(path: "a", text: "é€")
    #expect((0...5).map { file.position(atByte: $0).column } == [1, 1, 2, 2, 2, 3])
  }

  @Test("places become bytes and bytes places again")
  func roundTrip() {
    let file = SourceFile(path: "a", text: "ab\r\nc\u{301}d\n\n日本\r")
    for line in 1...file.lineCount {
      for column in 1...(file.line(line)?.unicodeScalars.count ?? 0) + 1 {
        let position = SourcePosition(line: line, column: column)
        #expect(file.position(atByte: file.byte(at: position)) == position)
      }
    }
  }

  @Test("places outside the text are moved to its ends")
  func outside() {
    let file = SourceFile(path: "a", text: "ab\ncd")
    #expect(file.position(atByte: -3) == .start)
    #expect(file.position(atByte: 99) == SourcePosition(line: 2, column: 3))
    #expect(file.byte(at: SourcePosition(line: 1, column: 99)) == 2)
    #expect(file.byte(at: SourcePosition(line: 9, column: 1)) == 5)
    #expect(file.byte(at: SourcePosition(line: 0, column: 1)) == 0)
  }
}
