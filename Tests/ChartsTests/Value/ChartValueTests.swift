import Charts
import Testing

@Suite("Chart values")
struct ChartValueTests {
  @Test("missing comes first, then NaN, numbers by size and texts by their letters")
  func order() {
    let values: [ChartValue] = ["b", .number(.nan), .null, "a", 3, -1]
    let sorted = values.sorted { ChartValue.compare($0, $1) < 0 }
    #expect(sorted.first == .null)
    #expect(ChartValue.compare(-1, 3) < 0)
    #expect(ChartValue.compare("a", "b") < 0)
    #expect(ChartValue.compare("10", "9") < 0)
    #expect(ChartValue.compare(.time(5), .time(4)) > 0)
    #expect(ChartValue.compare(.number(.nan), 1) < 0)
  }

  @Test("letters beyond the basic plane sort by their UTF-16 units")
  func surrogates() {
    #expect(ChartValue.compare("\u{1F600}", "\u{FB01}") < 0)
  }

  @Test("null, undefined, false and 0 meet as in JavaScript")
  func looseEquality() {
    #expect(ChartValue.looselyEqual(.null, .undefined))
    #expect(!ChartValue.looselyEqual(.null, 0))
    #expect(ChartValue.looselyEqual(false, "0"))
    #expect(ChartValue.looselyEqual("1", true))
    #expect(!ChartValue.strictlyEqual("1", 1))
  }

  @Test("a key is one for a moment and its number, for both zeros, and for every NaN")
  func keys() {
    #expect(ChartValue.time(5).key == ChartValue.number(5).key)
    #expect(ChartValue.number(-0.0).key == ChartValue.number(0).key)
    #expect(ChartValue.number(.nan).key == ChartValue.number(-.nan).key)
    #expect(ChartValue.text("5").key != ChartValue.number(5).key)
  }

  @Test("members are found in records, lists and texts")
  func members() {
    #expect(ChartValue.record(["a": 1]).member("a") == 1)
    #expect(ChartValue.list([4, 5]).member("1") == 5)
    #expect(ChartValue.list([4, 5]).member("-1") == .undefined)
    #expect(ChartValue.text("añ😀").member("length") == 4)
    #expect(ChartValue.null.member("a") == .undefined)
  }

  @Test("deeply nested lists become text without deep calls")
  func nesting() {
    var value: ChartValue = [1]
    for _ in 0..<200 { value = [value, 2] }
    #expect(value.toText.hasPrefix("1,2,2"))
  }
}

@Suite("Field paths")
struct FieldPathTests {
  @Test(
    "paths are taken apart",
    arguments: [
      ("a", ["a"]), ("a.b", ["a", "b"]), ("a[0].b", ["a", "0", "b"]), ("a\\.b", ["a.b"]),
      ("['odd name'].x", ["odd name", "x"]), ("a[\"b.c\"]", ["a", "b.c"]), ("a\\[0\\]", ["a[0]"]),
      ("a[b", ["a", "b"]), ("", [""]), ("..", [".."]), ("Größe (m)", ["Größe (m)"]),
    ])
  func steps(_ text: String, _ expected: [String]) {
    #expect(FieldPath(text).steps == expected)
  }

  @Test("a column whose name has a dot comes before a nested field")
  func dottedColumns() {
    let table = ChartTable(fields: ["a.b", "a"], rows: [[1, .record(["b": 2])]])
    #expect(table.value(0, "a.b") == 1)
    #expect(table.value(0, "a\\.b") == 1)
    #expect(table.value(0, "a['b']") == 2)
    #expect(table.value(0, "c") == .undefined)
    #expect(table.value(9, "a") == .undefined)
  }

  @Test("texts sort by their UTF-16 units, whatever their bytes")
  func textOrder() {
    let texts = [
      "", "a", "b", "ab", "a\u{7f}", "é", "e\u{301}", "ß", "日", "\u{d7ff}", "\u{e000}", "\u{ffff}",
      "\u{fffd}x", "\u{10000}", "😀", "a😀", "a\u{ff5e}", "\u{10ffff}", "ee", "\u{eeee}",
    ]
    for a in texts {
      for b in texts {
        #expect(ChartValue.precedes(a, b) == a.utf16.lexicographicallyPrecedes(b.utf16))
      }
    }
  }
}
