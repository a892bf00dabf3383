extension TimeUnit {
  /// The d3-time-format specifier for guides (vega-time: `timeUnitSpecifier`, with Vega-Lite's own forms
  /// of year, month and date): `Jan 2012`, `Jan 05, 2012`, `Q1`, `09:00`.
  public var formatSpecifier: String { Self.formatSpecifier(parts) }

  /// The specifier for parts; `overrides` replaces the forms of parts joined by `-`, such as `year-month`.
  static func formatSpecifier(_ parts: [Part], overrides: [String: String] = vegaLiteForms)
    -> String
  {
    var format = ""
    var start = 0
    while start < parts.count {
      var end = parts.count
      while end > start {
        let key = parts[start..<end].map(\.rawValue).joined(separator: "-")
        if let form = overrides[key] ?? vegaForms[key] {
          format += form
          break
        }
        end -= 1
      }
      start = max(end, start + 1)
    }
    while format.hasSuffix(" ") { format.removeLast() }
    return format
  }

  static let vegaLiteForms = [
    "year-month": "%b %Y ", "year-month-date": "%b %d, %Y ",
  ]

  private static let vegaForms = [
    "year": "%Y ", "quarter": "Q%q ", "month": "%b ", "date": "%d ", "week": "W%U ", "day": "%a ",
    "dayofyear": "%j ", "hours": "%H:00", "minutes": "00:%M", "seconds": ":%S",
    "milliseconds": ".%L", "year-month": "%Y-%m ", "year-month-date": "%Y-%m-%d ",
    "hours-minutes": "%H:%M",
  ]
}
