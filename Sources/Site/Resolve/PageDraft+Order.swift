import Diagnostics
import Markdown

/// A construct that is put in place after the values.
enum PageConstruct {
  case heading(Int)
  case link(MarkdownLink)
  case image(MarkdownLink)
  case fence(MarkdownFence)
  case note(MarkdownNote)
  case inclusion(PagePart.Inclusion)
}

extension PagePart {
  /// The constructs in the order of the text; those within footnotes come last.
  var constructs: [PageConstruct] {
    let all = tree.constructs
    var placed: [(isInFootnote: Bool, start: SourcePosition, construct: PageConstruct)] = []
    for (number, heading) in all.headings.enumerated() {
      // A heading is finished when the links and notes in it are.
      placed.append((false, heading.range.end, .heading(number)))
    }
    for link in all.links {
      placed.append((link.context.inFootnote, link.range.start, .link(link)))
    }
    for image in all.images {
      placed.append((image.context.inFootnote, image.range.start, .image(image)))
    }
    for fence in all.fences where fence.language != "include" {
      placed.append((false, fence.range.start, .fence(fence)))
    }
    for inclusion in inclusions {
      placed.append((false, inclusion.fence.range.start, .inclusion(inclusion)))
    }
    for note in all.notes {
      switch note {
      case .footnote(let note):
        placed.append((note.context.inFootnote, note.range.start, .note(.footnote(note))))
      case .citation(let note):
        placed.append((note.context.inFootnote, note.range.start, .note(.citation(note))))
      }
    }
    let order = placed.indices.sorted { a, b in
      if placed[a].isInFootnote != placed[b].isInFootnote { return placed[b].isInFootnote }
      return placed[a].start != placed[b].start ? placed[a].start < placed[b].start : a < b
    }
    return order.map { placed[$0].construct }
  }

  /// The part with those put into it whose conditions hold, in the order of the text.
  var shown: [PagePart] {
    [self] + inclusions.filter(\.isShown).flatMap(\.part.shown)
  }
}

extension PageDraft {
  /// Decides which parts are put in.
  func settleInclusions(of part: PagePart) {
    for index in part.inclusions.indices {
      if let (sql, place) = part.inclusions[index].condition {
        let tested = conditions.test(sql, at: place)
        if let tested, tested.holds == nil {
          conditions.reportNoTruth(tested, what: "a condition", at: place.location)
        }
        part.inclusions[index].isShown = tested?.holds ?? false
      }
      if part.inclusions[index].isShown { settleInclusions(of: part.inclusions[index].part) }
    }
  }

  /// Puts everything but values in place, from the top of the page to its end.
  func putConstructs(of part: PagePart) {
    for fence in part.tree.constructs.fences where fence.language == "include" {
      // What is not shown leaves nothing; what is shown is put in below.
      let isShown = part.inclusions.contains {
        $0.isShown && $0.fence.node == fence.node
      }
      if !isShown { part.tree.remove(fence.node) }
    }
    checkCells(of: part)
    for construct in part.constructs {
      switch construct {
      case .heading(let number): putHeading(number, of: part)
      case .link(let link): put(link, of: part)
      case .image(let image): put(image: image, of: part)
      case .fence(let fence): put(fence, of: part)
      case .note(let note): put(note, of: part)
      case .inclusion(let inclusion): put(inclusion, of: part)
      }
    }
    putTables(of: part)
    for footnote in part.tree.constructs.footnotes {
      let text = places.siteHTML(part.tree.takeFootnote(footnote))
      notes.setText(text, of: .footnote(part: part.number, number: footnote.number))
    }
  }

  private func put(_ inclusion: PagePart.Inclusion, of part: PagePart) {
    guard inclusion.isShown else { return }
    putConstructs(of: inclusion.part)
    let tree = inclusion.part.tree
    part.tree.replace(inclusion.fence.node, html: tree.render(), text: tree.plainText)
  }

  /// A cell of a Markdown table that begins like a value has been cut at a bar.
  private func checkCells(of part: PagePart) {
    for table in part.tree.constructs.tables {
      for cell in table.header + table.rows.joined()
      where part.tree.plainText(cell.node).hasPrefix("`=") {
        report(
          "value.cell", part.location(cell.range), "a bar divides cells, also within a value",
          found: "`\(part.tree.plainText(cell.node))`", remedy: "write `\\|` in a table")
      }
    }
  }
}
