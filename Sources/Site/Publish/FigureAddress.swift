import Markdown

/// The address of a figure in a frozen edition: it leads to the page that the figure stands on, so that an edition
/// keeps each figure once.
struct FigureAddress: Sendable {
  let figure: Figure
  let place: FigureDirectory.Entry
  let site: ResolvedSite

  /// The HTML of the address.
  var html: String {
    let title = figure.title.isEmpty ? place.label : figure.title
    let target = RelativeAddress.from("figures/\(figure.id).html", to: place.address)
    var html = HTMLWriter()
    html.raw("<!DOCTYPE html>\n")
    html.open("html", [("lang", site.configuration.language)])
    html.raw("\n<head><meta charset=\"utf-8\">\n")
    html.element("title", text: "\(title) – \(site.configuration.title)")
    html.raw("\n<meta name=\"viewport\" content=\"width=device-width\">\n")
    html.raw("<meta name=\"robots\" content=\"noindex\">\n")
    html.raw("<meta http-equiv=\"refresh\" content=\"0; url=\(HTMLEscaping.escape(target))\">\n")
    html.raw("</head>\n<body><main><h1>")
    html.element("a", [("href", target)], text: title)
    html.raw("</h1></main></body>\n</html>\n")
    return html.html
  }
}
