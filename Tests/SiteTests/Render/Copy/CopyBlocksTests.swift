import Testing

@testable import Site

@Suite struct CopyBlocksTests {
  private func copy(_ html: String) -> String {
    CopyBlocks(page: "a.html").blocks(MarkupReader.read(html)).joined(separator: "\n\n")
  }

  @Test(
    "text comes back as Markdown that says the same",
    arguments: [
      ("<p>Words\nin  lines</p>", "Words in lines"),
      (
        "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code></p>",
        "a *b* **c** ~~d~~ `e`"
      ),
      ("<p>a<br>b</p>", "a\\\nb"), ("<h2 id=\"x\">A <em>b</em></h2>", "## A *b*"),
      ("<p>5 &lt; 6 &amp; 7 &gt; 4</p>", "5 \\< 6 & 7 > 4"), ("<p>&amp;amp;</p>", "\\&amp;"),
      ("<p>a_b _c_ 2*3 [e]</p>", "a_b \\_c\\_ 2\\*3 [e]"),
      ("<p># no heading</p>", "\\# no heading"), ("<p>1. no list</p>", "1\\. no list"),
      ("<p>- no list</p>", "\\- no list"), ("<p>2024 was dry</p>", "2024 was dry"),
      ("<p>[a](b) and [^1]</p>", "[a\\](b) and \\[^1]"),
      ("<p>10\u{A0}kt</p>", "10\u{A0}kt"),
      ("<hr>", "---"), ("", ""), ("<p></p>", ""), ("<!-- a --><p>b</p>", "b"),
      (
        "<pre><code class=\"language-sql\">SELECT\n  1 &lt; 2\n</code></pre>",
        "```sql\nSELECT\n  1 < 2\n```"
      ),
      ("<pre><code>a ``` b</code></pre>", "````\na ``` b\n````"),
      ("<p><code>a`b</code> <code>`</code></p>", "``a`b`` `` ` ``"),
      ("<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>", "> a\n>\n> b"),
      (
        "<aside class=\"alert alert-note\"><p class=\"alert-title\">Note</p>\n<p>a</p></aside>",
        "> [!NOTE]\n> a"
      ),
      ("<details><summary>More</summary><p>a</p></details>", "**More**\n\na"),
    ])
  func text(html: String, expected: String) {
    #expect(copy(html) == expected)
  }

  @Test(
    "links lead where they led, those within the page to the page",
    arguments: [
      ("<p><a href=\"b.html#c\">b</a></p>", "[b](b.html#c)"),
      ("<p><a href=\"#c\">b</a></p>", "[b](a.html#c)"),
      ("<p><a href=\"b(1).html\">b</a></p>", "[b](<b(1).html>)"),
      ("<p><a class=\"value\" href=\"#e-x\">12</a> kt</p>", "12 kt"),
      ("<p>a<sup><a href=\"#n2\">2</a></sup></p>", "a[^2]"),
      ("<p><img src=\"b.png\" alt=\"A [mine]\"></p>", "![A [mine]](b.png)"),
    ])
  func links(html: String, expected: String) {
    #expect(copy(html) == expected)
  }

  @Test(
    "lists keep their marks, numbers and what is inside",
    arguments: [
      ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b"),
      ("<ol start=\"3\"><li>a</li><li>b</li></ol>", "3. a\n4. b"),
      ("<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"),
      ("<ul><li><p>a</p><p>b</p></li><li><p>c</p></li></ul>", "- a\n\n  b\n\n- c"),
      ("<ul><li><input type=\"checkbox\" checked disabled> a</li></ul>", "- [x] a"),
      ("<dl><div><dt>Edition</dt><dd>2026</dd></div></dl>", "* **Edition:** 2026"),
      (
        "<section class=\"notes\"><ol><li id=\"n1\">a <a class=\"back\" href=\"#r1\">↩</a></li></ol></section>",
        "[^1]: a"
      ),
      (
        "<ul class=\"key\"><li><strong>12 <span>kt</span></strong> <span><a href=\"b.html\">Output</a></span> <span>2025</span></li></ul>",
        "- **12 kt** [Output](b.html); 2025"
      ),
    ])
  func lists(html: String, expected: String) {
    #expect(copy(html) == expected)
  }

  @Test("a figure is its numbered title, its notes and its table, without the drawing")
  func figure() {
    let html = """
      <figure id="fig-a" class="figure"><figcaption><span class="fig-number">Figure 1</span>
      <h3 class="fig-title">It grew</h3><p class="fig-sub">Tonnes</p></figcaption>
      <div class="chart"><svg><title>T</title><text>12</text></svg></div>
      <details><summary>Table</summary><div class="scroll"><table>
      <caption>The rows<span>[e] estimated</span></caption>
      <thead><tr><th scope="col">Year</th><th scope="col" class="num">t</th></tr></thead>
      <tbody><tr><th scope="row">2024</th><td class="num">1<abbr class="status">[e]</abbr></td></tr></tbody>
      </table></div></details></figure>
      """
    #expect(
      copy(html) == """
        ### Figure 1. It grew

        Tonnes

        **The rows. [e] estimated**

        | Year | t |
        | --- | ---: |
        | 2024 | 1[e] |
        """)
  }

  @Test("cells that span rows stand in each, bars and lists in cells do not end them")
  func cells() {
    let html = """
      <table><thead><tr><th>A</th><th colspan="2">B</th></tr></thead><tbody>
      <tr><th rowspan="2">x</th><td>1|2</td><td><code>a|b</code></td></tr>
      <tr><td>3<br>4</td><td><ul><li>5</li><li>6</li></ul></td></tr></tbody></table>
      """
    #expect(
      copy(html) == """
        | A | B | |
        | --- | --- | --- |
        | x | 1\\|2 | `a\\|b` |
        | x | 3 4 | 5 6 |
        """)
  }

  @Test("what only leads around the site is left out")
  func frame() {
    let html = """
      <nav aria-label="Tags"><ul><li>a</li></ul></nav><nav class="contents" aria-labelledby="c"><p>b</p></nav>
      <section class="evidence"><p>c</p></section><nav class="margin" aria-labelledby="d"><p>d</p></nav>
      """
    #expect(copy(html) == "d")
  }

  @Test(
    "broken and deep markup is read to its end",
    arguments: [
      "<p>a", "a</p>", "<p><em>a</p>b</em>", "<a href=\"x", "<", "<p a=b c>", "<!-- a", "</",
      String(repeating: "<div>", count: 5000) + "a", String(repeating: "</div>", count: 5000),
      "<table><tr><td rowspan=\"999999\" colspan=\"999999\">a</td></tr></table>", "<svg><p>a",
    ])
  func broken(html: String) {
    #expect(copy(html).utf8.count <= max(4000, html.utf8.count))
  }
}
