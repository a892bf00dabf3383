// The search: a button and a dialog, put in place of the template of the header. The index is a script file that
// is loaded when the dialog is first opened, so that it works from a folder as well. Without scripts the template
// stays inert and nothing of this is seen. What the script puts into the page has the attribute `data-script`.
(() => {
  "use strict";
  const template = document.getElementById("page-search");
  if (!template || !window.HTMLDialogElement) return;
  const words = template.dataset;
  const kinds = words.kinds.split(", ");
  const indexAddress = new URL(words.index, document.baseURI);
  const root = new URL("..", indexAddress);

  /** How many results of one kind are shown, so that none crowds out the others. */
  const kindLimit = 8;
  /** What a kind weighs, in the order of the index: page, heading, figure, term, source, value. */
  const kindWeights = [50, 40, 30, 20, 10, 0];
  const valueKind = 5;

  const parts = template.content.cloneNode(true);
  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.dataset.script = "";
  dialog.setAttribute("aria-label", words.name);
  dialog.append(parts.querySelector("[role=search]"));
  parts.append(dialog);
  template.replaceWith(parts);

  const find = (selector) => document.querySelector(selector);
  const button = find(".search-open");
  const input = find("#page-search-words");
  const status = find("#page-search-status");
  const list = find("#page-search-results");
  const keySwitch = find("#page-search-key");

  let entries = null;
  let isLoading = false;
  let isPartial = false;
  let active = -1;

  // Texts: compared without case and accents, by the beginnings of words.

  /** Letters that Unicode does not take apart. */
  const latin = { đ: "d", ð: "d", ø: "o", ł: "l", ß: "ss", æ: "ae", œ: "oe", þ: "th", ı: "i" };

  const wordsOf = (text) =>
    text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[đðøłßæœþı]/g, (letter) => latin[letter])
      .split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  const entry = (kind, title, address, context) =>
    ({ kind, title, address, context, titleWords: wordsOf(title), contextWords: wordsOf(context) });

  /** The entries of the index, with one for each value of its series. */
  function expand(index) {
    const all = index.entries.map(([kind, title, address, context = ""]) => entry(kind, title, address, context));
    for (const [address, context, measures, rows] of index.series) {
      for (const [subject, ...values] of rows) {
        if (measures.length === 0) all.push(entry(valueKind, subject, address, context));
        values.forEach((value, place) => {
          if (value) all.push(entry(valueKind, `${measures[place]}, ${subject}: ${value}`, address, context));
        });
      }
    }
    return all;
  }

  /** How well a word fits the words of a text: 0 not, 1 as a beginning, 2 whole. */
  const fit = (word, texts) =>
    texts.reduce((best, text) => (text === word ? 2 : best || (text.startsWith(word) ? 1 : 0)), 0);

  /** The merit of an entry; nothing where a word asked for is in neither its title nor its context. */
  function merit(entry, asked) {
    let quality = 0;
    let isInTitle = true;
    for (const word of asked) {
      const inTitle = fit(word, entry.titleWords);
      if (inTitle === 0) {
        isInTitle = false;
        if (fit(word, entry.contextWords) === 0) return null;
      }
      quality += inTitle;
    }
    const isWhole = isInTitle && entry.titleWords.length === asked.length;
    return (isInTitle ? 200 : 0) + (isWhole ? 100 : 0) + kindWeights[entry.kind] + (4 * quality) / asked.length;
  }

  /** The best entries for what is asked, and how many there are in all. */
  function search(asked) {
    const found = [];
    for (const entry of entries) {
      const value = merit(entry, asked);
      if (value !== null) found.push([value, entry]);
    }
    found.sort((a, b) => b[0] - a[0]);
    const counts = kinds.map(() => 0);
    const best = found.map(([, entry]) => entry).filter((entry) => ++counts[entry.kind] <= kindLimit);
    return { best, count: found.length };
  }

  // The list of results.

  function option(entry, place) {
    const link = document.createElement("a");
    link.id = `page-search-result-${place}`;
    link.href = new URL(entry.address, root).href;
    link.tabIndex = -1;
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    for (const [name, text] of [["title", entry.title], ["kind", kinds[entry.kind]], ["context", entry.context]]) {
      if (!text) continue;
      const part = document.createElement("span");
      part.className = `search-${name}`;
      part.textContent = text;
      link.append(part, " ");
    }
    return link;
  }

  function select(place) {
    const options = list.children;
    options[active]?.setAttribute("aria-selected", "false");
    active = options.length === 0 ? -1 : (place + options.length) % options.length;
    const chosen = options[active];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  }

  function show(options) {
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    list.scrollTop = 0;
    input.setAttribute("aria-expanded", String(options.length > 0));
    input.removeAttribute("aria-activedescendant");
    active = -1;
  }

  function say(count) {
    const text = count === 0 ? words.none : count === 1 ? words.one : words.many;
    status.textContent = text.replace("{count}", count.toLocaleString(document.documentElement.lang));
    if (isPartial) status.textContent += ` ${words.partial}`;
  }

  function update() {
    if (!entries) return;
    const asked = wordsOf(input.value);
    if (asked.length === 0) {
      show([]);
      status.textContent = "";
      return;
    }
    const { best, count } = search(asked);
    show(best.map(option));
    say(count);
  }

  // The index: a script that leaves it in `window.searchIndex`.

  function load() {
    if (entries || isLoading) return;
    isLoading = true;
    status.textContent = words.loading;
    const script = document.createElement("script");
    script.src = indexAddress.href;
    script.onload = () => {
      isLoading = false;
      if (!window.searchIndex) return script.onerror();
      isPartial = window.searchIndex.isPartial;
      entries = expand(window.searchIndex);
      delete window.searchIndex;
      status.textContent = "";
      update();
    };
    script.onerror = () => {
      isLoading = false;
      script.remove();
      status.textContent = words.failed;
    };
    document.head.append(script);
  }

  function open() {
    if (dialog.open) return;
    // A dialog gives the focus back to where it was; by a key alone it may have been nowhere.
    if (document.activeElement === document.body) button.focus({ preventScroll: true });
    dialog.showModal();
    input.focus();
    input.select();
    load();
  }

  // A key alone can be in the way of those who speak to their computer: it can be turned off.

  const stored = {
    get isKeyOn() {
      try { return localStorage.getItem("search-key") !== "off"; } catch { return true; }
    },
    set isKeyOn(isOn) {
      try { localStorage.setItem("search-key", isOn ? "on" : "off"); } catch { /* kept for this page alone */ }
    },
  };
  keySwitch.checked = stored.isKeyOn;
  keySwitch.addEventListener("change", () => { stored.isKeyOn = keySwitch.checked; });

  const isTyping = (element) => element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.isComposing) return;
    const isCommand = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && keySwitch.checked && !isTyping(event.target);
    if (!isCommand && !isSlash) return;
    event.preventDefault();
    open();
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    switch (event.key) {
      case "ArrowDown": select(active + 1); break;
      case "ArrowUp": select(active < 0 ? -1 : active - 1); break;
      case "Enter": (list.children[active] ?? list.firstElementChild)?.click(); break;
      default: return;
    }
    event.preventDefault();
  });

  button.addEventListener("click", open);
  input.addEventListener("input", update);
  find(".search-close").addEventListener("click", () => dialog.close());
  // A result may stand on this very page; one opened in a tab of its own leaves the list as it is.
  list.addEventListener("click", (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey && event.target.closest("a")) dialog.close();
  });
  // Beside the dialog, on what it covers.
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
})();
