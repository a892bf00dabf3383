/// What is asked of a page in the browser, as JavaScript expressions.
enum PageScripts {
  /// The colour of the paper.
  static let paper = "getComputedStyle(document.body).backgroundColor"

  /// How many elements a script has put into the page.
  static let madeByScript = "document.querySelectorAll('[data-script]').length"

  /// What is wrong with how the page is laid out, one text a fault.
  ///
  /// Nothing may be wider than the window; of a chart's drawings exactly one may be shown, inside the
  /// window, with no text under 11 pixels; the heading must be there.
  static let faults = """
    (() => {
      const faults = [];
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > width)
        faults.push(`the page is ${document.documentElement.scrollWidth} px wide`);
      if (document.querySelectorAll('main h1').length !== 1) faults.push('not one h1');
      for (const chart of document.querySelectorAll('.chart')) {
        const drawings = [...chart.querySelectorAll(':scope > svg')];
        const shown = drawings.filter(d => d.getClientRects().length > 0);
        const name = chart.closest('figure')?.id ?? 'a chart';
        if (drawings.length > 0 && !chart.closest('details:not([open])') && shown.length !== 1)
          faults.push(`${name} shows ${shown.length} drawings`);
        for (const drawing of shown) {
          const box = drawing.getBoundingClientRect();
          if (box.left < -0.5 || box.right > width + 0.5) faults.push(`${name} leaves the window`);
          if (box.width < 100 || box.height < 20) faults.push(`${name} is ${box.width} by ${box.height} px`);
          const scale = box.width / drawing.viewBox.baseVal.width;
          for (const text of drawing.querySelectorAll('text'))
            if (parseFloat(getComputedStyle(text).fontSize) * scale < 10.99)
              faults.push(`${name} has text under 11 px: ${text.textContent}`);
        }
      }
      return faults;
    })()
    """

  /// The words that a reader sees, a line each, without what a script adds.
  static let lines = """
    (() => {
      for (const made of document.querySelectorAll('[data-script]')) made.hidden = true;
      return document.body.innerText.split('\\n').map(l => l.trim()).filter(l => l !== '');
    })()
    """

  private static let candidates = """
    [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
      .filter(e => e.tabIndex >= 0 && e.checkVisibility())
    """

  /// How many elements the Tab key should reach.
  static let focusable = "\(candidates).length"

  /// Takes down which element has the focus, and whether it shows it.
  static let noteFocus = """
    (() => {
      const element = document.activeElement;
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      (window.visited ??= []).push({
        element, outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
        seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth });
    })()
    """

  /// What was wrong with the elements that had the focus in turn, one text a fault.
  static let focusFaults = """
    (() => {
      const name = e => `${e.tagName.toLowerCase()} "${(e.textContent || e.id).trim().slice(0, 40)}"`;
      const expected = \(candidates).slice(0, visited.length);
      const faults = [];
      visited.forEach((stop, i) => {
        if (stop.element !== expected[i])
          faults.push(`stop ${i + 1} is ${name(stop.element)}, not ${name(expected[i])}`);
        if (!stop.outlined) faults.push(`${name(stop.element)} does not show the focus`);
        if (!stop.seen) faults.push(`${name(stop.element)} has the focus out of sight`);
      });
      if (!visited[0]?.element.matches('.skip')) faults.push('the first stop is not the skip link');
      return faults.slice(0, 5);
    })()
    """
}
