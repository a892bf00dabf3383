/// A theme for Hugo that makes what Ytterby's makes: base layout, sections in the header, contents list, tags,
/// neighbours, lists, feeds. Sections are drawn once (`partialCached`) and tag links come from the front matter,
/// which is Hugo's fast way.
enum HugoTheme {
  static let files = [
    "hugo.toml": """
    baseURL = "https://example.org/"
    title = "Briefings"
    [taxonomies]
    tag = "tags"
    [markup.highlight]
    codeFences = false

    """,
    "layouts/_default/baseof.html": """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>{{ .Title }} | {{ .Site.Title }}</title><meta name="description" content="{{ .Params.summary }}">
    <link rel="canonical" href="{{ .Permalink }}"></head>
    <body><header><a href="/">{{ .Site.Title }}</a>{{ partialCached "nav.html" . }}</header>
    <main>{{ block "main" . }}{{ end }}</main></body></html>

    """,
    "layouts/partials/nav.html": """
    <nav><ul>{{ range .Site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>

    """,
    "layouts/_default/single.html": """
    {{ define "main" }}<article><h1>{{ .Title }}</h1><time>{{ .Date.Format "2 January 2006" }}</time>
    {{ .TableOfContents }}{{ .Content }}
    <ul>{{ range .Params.tags }}<li><a href="/tags/{{ urlize . }}/">{{ humanize . }}</a></li>{{ end }}</ul>
    <nav>{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
    {{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav></article>{{ end }}

    """,
    "layouts/_default/list.html": """
    {{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .RegularPages }}
    <li><time>{{ .Date.Format "2006-01-02" }}</time> <a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}

    """,
    "layouts/index.html": """
    {{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range first 20 .Site.RegularPages }}
    <li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}

    """,
  ]
}
