import Testing

@testable import Site

@Suite struct ImageSizeTests {
  private static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 4, 0xB0, 0, 0, 2, 0x76, 8, 2, 0, 0, 0]
  private static let gif = Array("GIF89a".utf8) + [0x40, 1, 0xC8, 0, 0]
  private static let jpeg: [UInt8] =
    [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xFF, 0xC2, 0, 11, 8, 0x01, 0x02, 0x03, 0x04, 3]
  private static let lossy: [UInt8] =
    Array("RIFF....WEBPVP8 ....".utf8) + [0, 0, 0, 0x9D, 1, 0x2A, 0x20, 0x03, 0x58, 0x02]
  private static let lossless: [UInt8] =
    Array("RIFF....WEBPVP8L....".utf8) + [0x2F, 0x1F, 0x43, 0x95, 0, 0, 0, 0, 0, 0]
  private static let extended: [UInt8] =
    Array("RIFF....WEBPVP8X....".utf8) + [0, 0, 0, 0, 0x1F, 3, 0, 0x57, 2, 0]

  @Test(
    "the size of an image is read from its head",
    arguments: [
      (png, 1200, 630), (gif, 320, 200), (jpeg, 0x304, 0x102), (lossy, 800, 600),
      (lossless, 800, 598), (extended, 800, 600),
    ])
  func pixels(bytes: [UInt8], width: Int, height: Int) throws {
    let size = try #require(ImageSize(bytes))
    #expect(size.width == width)
    #expect(size.height == height)
  }

  @Test(
    "a drawing has the size it names, else that of its view box",
    arguments: [
      ("<svg width=\"40\" height='30px'>", 40, 30), ("<svg viewBox=\"0 0 720.4 360\">", 720, 360),
      ("<?xml version=\"1.0\"?>\n<svg xmlns=\"x\" width=\"100%\" viewBox=\"-5,-5,10,20\">", 10, 20),
    ])
  func drawings(text: String, width: Int, height: Int) throws {
    let size = try #require(ImageSize(Array(text.utf8)))
    #expect(size.width == width)
    #expect(size.height == height)
  }

  @Test(
    "of a file that is cut off or no image nothing is said",
    arguments: [
      [], Array("plain text".utf8), Array(png.prefix(20)), [0xFF, 0xD8], Array(jpeg.prefix(14)),
      [0xFF, 0xD8, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF],
      Array(lossy.prefix(25)), Array("<svg width=\"NaN\" height=\"1e9\">".utf8),
      Array("<svg viewBox=\"0 0 1\">".utf8), Array("<svg".utf8),
    ] as [[UInt8]])
  func others(bytes: [UInt8]) {
    #expect(ImageSize(bytes) == nil)
  }

  @Test("every prefix of a head is read without harm")
  func prefixes() {
    for whole in [Self.png, Self.gif, Self.jpeg, Self.lossy, Self.lossless, Self.extended] {
      for count in whole.indices { _ = ImageSize(Array(whole.prefix(count))) }
    }
  }

  @Test("an image of a page keeps its place by width and height")
  func page() throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 640 480\"></svg>"
    let site = try SiteFixture([
      "index.md": SiteFixture.page("Home", "![A plant](plant.svg) and ![A file](other.bin)"),
      "plant.svg": svg, "other.bin": "?",
    ]).build()
    let page = site.markup("index.html")
    #expect(
      page.html.contains(
        "<img src=\"plant.svg\" alt=\"A plant\" width=\"640\" height=\"480\">"))
    #expect(page.html.contains("<img src=\"other.bin\" alt=\"A file\">"))
  }
}
