import Diagnostics
import Documents
import Testing

@testable import Site

@Suite struct OpenPlacesTests {
  @Test("a rendered text is cut at its marks")
  func cut() {
    var places = OpenPlaces()
    let text =
      "<a href=\"" + places.mark(.address("a.html#b")) + "\">" + places.mark(.figureNumber("f"))
      + "</a>"
    #expect(
      places.siteHTML(text).parts == [
        .html("<a href=\""), .address("a.html#b"), .html("\">"), .figureNumber("f"), .html("</a>"),
      ])
  }

  @Test(
    "control characters of the author's are no marks",
    arguments: ["\u{1}", "\u{1}9\u{2}", "\u{1}x\u{2}", "\u{1}\u{2}", "\u{2}0\u{1}", "a\u{1}0"])
  func forged(text: String) {
    var places = OpenPlaces()
    _ = places.mark(.address("a.html"))
    #expect(places.siteHTML(text).parts == [.html(text)])
  }

  @Test("a number too long for any part is no mark")
  func long() {
    var places = OpenPlaces()
    _ = places.mark(.address("a.html"))
    let text = "\u{1}" + String(repeating: "9", count: 10_000) + "\u{2}"
    #expect(places.siteHTML(text).parts == [.html(text)])
  }

  @Test("open text becomes marks and open text again")
  func roundTrip() {
    var places = OpenPlaces()
    var html = SiteHTML("<b>")
    html.append(.figureAddress("x"))
    html.append("</b>")
    let marked = places.marked(html)
    #expect(places.siteHTML(marked) == html)
  }

  @Test("places within a text count where it stands as it is")
  func textPlaces() {
    let start = SourcePosition(line: 3, column: 10)
    let plain = DocumentNode(
      .string("abcde"), SourceRange(start, SourcePosition(line: 3, column: 15)))
    #expect(TextPlace("f", plain).location(1..<3).range.start.column == 11)
    let quoted = DocumentNode(
      .string("abcde"), SourceRange(start, SourcePosition(line: 3, column: 17)))
    #expect(TextPlace("f", quoted).location(1..<3).range.start.column == 12)
    let folded = DocumentNode(
      .string("abcde"), SourceRange(start, SourcePosition(line: 5, column: 1)))
    #expect(TextPlace("f", folded).location(1..<3).range.start == start)
  }

  @Test("words are found as words, in any case of letters")
  func words() {
    #expect(WordSearch.contains("about", in: "About 70%"))
    #expect(WordSearch.contains("more than", in: "it is more than 70%"))
    #expect(!WordSearch.contains("some", in: "a handsome sum"))
    #expect(!WordSearch.contains("estimate", in: "estimated"))
  }

  @Test("ids are taken once")
  func ids() {
    var ids = UniqueIDs()
    let made = ["China.share", "china[share]", "?"].map { ids.id("e-", for: $0) }
    #expect(made == ["e-china-share", "e-china-share-2", "e-1"])
    let isFree = ids.take("e-china-share")
    #expect(!isFree)
  }

  @Test("links are taken out of headings, and what they say stays")
  func withoutLinks() {
    #expect(
      WithoutLinks.html(
        "<a href=\"x\"><em>a</em></a> <abbr>b</abbr><sup><a class=\"note-ref\">1</a></sup>")
        == "<em>a</em> <abbr>b</abbr>")
    #expect(WithoutLinks.html("a < b <a href") == "a < b ")
    #expect(WithoutLinks.html("<a href=\"x\">\u{301}a</a><b>c</b>") == "\u{301}a<b>c</b>")
  }
}
