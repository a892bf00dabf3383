import Markdown

/// The page at an old address: it leads to the new one, by itself and by a link.
enum RedirectPage {
  /// The HTML.
  ///
  /// - Parameters:
  ///   - redirect: from where.
  ///   - page: to where.
  ///   - configuration: for the language and the canonical address.
  static func html(
    _ redirect: Redirect, to page: ResolvedPage, _ configuration: SiteConfiguration
  ) -> String {
    let target = RelativeAddress.from(redirect.output, to: page.plan.output)
    let title = HTMLEscaping.escape(page.title)
    let canonical = configuration.address(of: page.plan.output).map {
      "<link rel=\"canonical\" href=\"\(HTMLEscaping.escape($0))\">\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="\(HTMLEscaping.escape(configuration.language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="robots" content="noindex">
      <meta http-equiv="refresh" content="0; url=\(target)">
      <title>\(title)</title>
      \(canonical ?? "")</head>
      <body>
      <main><h1>This page has moved</h1>
      <p>It is now at <a href="\(target)">\(title)</a>.</p></main>
      </body>
      </html>

      """
  }
}
