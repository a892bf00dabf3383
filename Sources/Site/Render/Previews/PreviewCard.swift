import Charts

/// The picture that stands for a page where it is shared: its title, its main chart, the site and the
/// edition. 1200 by 630 pixels, which is what Open Graph readers show whole.
struct PreviewCard: Sendable {
  /// Its size in pixels.
  static let width = 1200.0
  static let height = 630.0

  /// The name of the site.
  var site: String
  /// The title of the page.
  var title: String
  /// The page in one or two sentences; shown where there is no chart.
  var description: String?
  /// The edition with its date.
  var edition: String?
  /// The main chart.
  var chart: Chart?

  /// A drawing with what it says.
  struct Chart: Sendable {
    /// The finding; nil where the page's title is the same.
    var title: String?
    /// A drawing that stands alone, in literal colours.
    var svg: String
  }

  private static let margin = 60.0
  private static let fonts = "Liberation Sans, Arial, Helvetica, sans-serif"
  private static let ink = "#1a1d21"
  private static let muted = "#565d66"

  /// The picture.
  var svg: String {
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630" \
      font-family="\(Self.fonts)">
      <rect width="1200" height="630" fill="#ffffff"/>
      <rect width="1200" height="12" fill="#0b4f9e"/>

      """
    let margin = Self.margin
    svg += Self.text([site], x: margin, y: 74, size: 26, fill: Self.muted)
    if let edition {
      svg += Self.text([edition], x: margin, y: Self.height - 44, size: 22, fill: Self.muted)
    }
    svg += chart.map(beside) ?? alone
    return svg + "</svg>\n"
  }

  /// The title over the whole width, and what the page is about.
  private var alone: String {
    let width = Self.width - 2 * Self.margin
    let lines = TextLines.wrapped(title, width: width, size: 64, isBold: true, limit: 4)
    var svg = Self.text(lines, x: Self.margin, y: 178, size: 64, isBold: true, fill: Self.ink)
    let top = 178 + Double(lines.count) * 64 * Self.leading
    if let description, top < 460 {
      let room = Int((Self.height - 90 - top) / (30 * Self.leading))
      let about = TextLines.wrapped(description, width: width, size: 30, limit: min(3, room))
      svg += Self.text(about, x: Self.margin, y: top, size: 30, fill: Self.muted)
    }
    return svg
  }

  /// The title in a column, and the chart beside it.
  private func beside(_ chart: Chart) -> String {
    let column = 420.0
    let size = title.unicodeScalars.count > 70 ? 40.0 : 48
    let lines = TextLines.wrapped(title, width: column, size: size, isBold: true, limit: 8)
    var svg = Self.text(lines, x: Self.margin, y: 146, size: size, isBold: true, fill: Self.ink)
    let left = Self.margin + column + 50
    let width = Self.width - Self.margin - left
    var top = 50.0
    if let title = chart.title {
      let lines = TextLines.wrapped(title, width: width, size: 26, isBold: true, limit: 2)
      svg += Self.text(lines, x: left, y: top + 26, size: 26, isBold: true, fill: Self.ink)
      top += Double(lines.count) * 26 * Self.leading + 14
    }
    return svg
      + Self.placed(chart.svg, x: left, y: top, width: width, height: Self.height - 40 - top)
  }

  /// A drawing fitted into a place. Its own size gives way to that of the place; its `viewBox` stays.
  private static func placed(
    _ svg: String, x: Double, y: Double, width: Double, height: Double
  ) -> String {
    guard let start = svg.firstRange(of: "<svg"),
      let end = svg[start.upperBound...].firstIndex(of: ">"),
      let box = svg[start.upperBound..<end].firstRange(of: "viewBox=\"")
    else { return "" }
    let view = svg[box.upperBound...].prefix { $0 != "\"" }
    return """
      <svg x="\(x)" y="\(y)" width="\(width)" height="\(height)" viewBox="\(view)" \
      preserveAspectRatio="xMidYMid meet">\(svg[svg.index(after: end)...])
      """
  }

  // MARK: Text

  /// Of the height of a line to the size of its font.
  private static let leading = 1.2

  private static func text(
    _ lines: [String], x: Double, y: Double, size: Double, isBold: Bool = false, fill: String
  ) -> String {
    var svg = ""
    for (number, line) in lines.enumerated() {
      let weight = isBold ? " font-weight=\"700\"" : ""
      svg += """
        <text x="\(x)" y="\(y + Double(number) * size * leading)" font-size="\(size)"\(weight) \
        fill="\(fill)">\(XMLText.escape(line))</text>

        """
    }
    return svg
  }
}
