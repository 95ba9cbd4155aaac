"use strict";
// Text from the report reaches the page through textContent alone.
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const get = (id) => document.getElementById(id);
  const marks = [...document.querySelectorAll("mark[id]")];
  const pieces = new Map();
  const put = (map, key, value) => {
    if (map.has(key)) map.get(key).push(value);
    else map.set(key, [value]);
  };
  for (const mark of document.querySelectorAll("mark")) put(pieces, Number(mark.dataset.m), mark);
  const off = new Set();
  let current = null;

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children.filter((child) => child !== null && child !== undefined));
    return made;
  };
  // The page's own words, in English or in Chinese; # stands for a value
  const chosen = (key, value) => {
    try {
      if (value) localStorage.setItem(`unodc-report-${key}`, value);
      return localStorage.getItem(`unodc-report-${key}`);
    } catch {
      return null; // a page that may store nothing follows the system
    }
  };
  let chinese = (chosen("language") ?? navigator.language).startsWith("zh");
  const say = (words, ...values) => ((chinese && data.words[words]) || words).replace(/#/g, () => values.shift());
  const speak = () => {
    document.documentElement.lang = chinese ? "zh-Hans" : "en";
    for (const each of document.querySelectorAll("[data-w]")) {
      each.dataset.w ||= each.textContent;
      each.textContent = say(each.dataset.w);
    }
    for (const name of ["aria-label", "title", "placeholder"]) {
      for (const each of document.querySelectorAll(`:is(button, input, nav, aside, section, .back)[${name}]`)) {
        const key = `w-${name}`;
        if (!each.hasAttribute(key)) each.setAttribute(key, each.getAttribute(name));
        each.setAttribute(name, say(each.getAttribute(key)));
      }
    }
    get("language").textContent = chinese ? "EN" : "中";
    get("language").lang = chinese ? "en" : "zh-Hans";
    if (current !== null) get("card").replaceChildren(...card(current));
    count();
  };
  get("language").addEventListener("click", () => {
    chinese = !chinese;
    chosen("language", chinese ? "zh" : "en");
    speak();
  });

  const reveal = (target, block = "center") => target.scrollIntoView({ block, inline: "nearest" });

  // Views
  const views = ["text", "figures", "countries", "documents"];
  const show = (name) => {
    for (const view of views) {
      get(view).hidden = view !== name;
      get(`tab-${view}`).setAttribute("aria-selected", String(view === name));
      get(`tab-${view}`).tabIndex = view === name ? 0 : -1;
    }
    document.body.dataset.view = name;
    count();
  };
  const shown = () => views.find((view) => !get(view).hidden);
  const open = (name) => {
    show(name);
    scrollTo({ top: 0, behavior: "instant" });
  };
  views.forEach((view, i) => {
    get(`tab-${view}`).addEventListener("click", () => open(view));
    get(`tab-${view}`).addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      event.stopPropagation();
      const next = views[(i + step + views.length) % views.length];
      open(next);
      get(`tab-${next}`).focus();
    });
  });

  // Types
  const boxes = [...get("switches").querySelectorAll("input")];
  const apply = () => {
    off.clear();
    for (const box of boxes) if (!box.checked) off.add(box.value);
    for (const [number, parts] of pieces) {
      const hidden = off.has(data.mentions[number].type);
      for (const part of parts) part.classList.toggle("off", hidden);
    }
    if (current !== null && off.has(data.mentions[current].type)) close();
  };
  const all = (checked) => {
    for (const box of boxes) box.checked = checked;
    apply();
  };
  get("switches").addEventListener("change", apply);
  get("all").addEventListener("click", () => all(true));
  get("none").addEventListener("click", () => all(false));

  // The selected mention
  const same = new Map();
  data.mentions.forEach((mention, i) => {
    if (!mention.normal || mention.type === "quantity") return;
    put(same, `${mention.type} ${mention.normal}`, i);
  });
  const others = (number) => {
    const mention = data.mentions[number];
    return (same.get(`${mention.type} ${mention.normal}`) ?? []).filter((i) => i !== number);
  };
  const clear = () => {
    for (const mark of document.querySelectorAll("mark.now, mark.same")) mark.classList.remove("now", "same");
  };
  const close = () => {
    clear();
    current = null;
    get("card").hidden = true;
    get("about").hidden = false;
    if (/^#m\d+$/.test(location.hash)) history.replaceState(null, "", location.pathname + location.search);
  };
  const select = (number, scroll = true) => {
    const parts = pieces.get(number);
    if (!parts) return;
    const box = boxes.find((each) => each.value === data.mentions[number].type);
    if (box && !box.checked) {
      box.checked = true;
      apply();
    }
    clear();
    current = number;
    for (const part of parts) part.classList.add("now");
    for (const i of others(number)) for (const part of pieces.get(i) ?? []) part.classList.add("same");
    if (get("text").hidden) show("text");
    get("card").replaceChildren(...card(number));
    get("card").hidden = false;
    get("about").hidden = true;
    get("panel").scrollTop = 0;
    history.replaceState(null, "", `#m${number}`);
    if (scroll) reveal(parts[0]);
  };
  const step = (by) => {
    const open = marks.filter((mark) => !mark.classList.contains("off"));
    if (!open.length) return;
    if (get("text").hidden) show("text");
    const at = current === null ? -1 : open.indexOf(pieces.get(current)[0]);
    const top = document.querySelector(".bar").offsetHeight;
    const first = open.findIndex((mark) => mark.getBoundingClientRect().top >= top);
    const next = at >= 0 ? at + by : first < 0 ? open.length - 1 : by > 0 ? first : first - 1;
    if (next >= 0 && next < open.length) select(Number(open[next].dataset.m));
  };

  const list = (pairs) => {
    const made = element("dl");
    for (const [name, value] of pairs) made.append(element("dt", {}, say(name)), element("dd", {}, value));
    return made;
  };
  const jump = (number, words) => element("a", { href: `#m${number}` }, words);
  const related = (number) => {
    const rows = [];
    const [mark] = pieces.get(number);
    const describe = (i) => `${data.mentions[i].text} (${say(data.types[data.mentions[i].type]).toLowerCase()})`;
    const outer = mark.parentElement.closest("mark");
    if (outer) rows.push(["inside", jump(Number(outer.dataset.m), describe(Number(outer.dataset.m)))]);
    for (const inner of mark.querySelectorAll("mark[id]")) rows.push(["holds", jump(Number(inner.dataset.m), describe(Number(inner.dataset.m)))]);
    return rows;
  };
  const card = (number) => {
    const mention = data.mentions[number];
    const button = (label, words, action) => {
      const made = element("button", { type: "button", "aria-label": say(label), title: say(label), "w-aria-label": label, "w-title": label }, words);
      made.addEventListener("click", action);
      return made;
    };
    const kind = element("div", { class: `kind ${mention.type}` }, element("span", { class: "swatch" }),
      element("span", {}, say(data.types[mention.type])), element("span", { class: "grow" }),
      button("Previous mention", "←", () => step(-1)), button("Next mention", "→", () => step(1)), button("Close", "✕", close));
    const parts = [kind, element("p", { class: "surface", lang: "zh-Hans" }, mention.text)];
    if (mention.fields.length !== 1) parts.push(element("p", mention.normal ? { class: "normal" } : { class: "normal undecided" }, mention.normal ?? say("the text does not decide")));
    if (mention.labels.length) parts.push(element("p", { class: "names" }, mention.labels.join(" · ")));
    if (mention.link) parts.push(element("p", {}, element("a", { href: mention.link, target: "_blank", rel: "noopener noreferrer" }, say("Open #", mention.link.replace(/^https?:\/\//, "")))));
    if (mention.target) parts.push(element("p", {}, element("a", { href: `#p-${mention.target}` }, say("Go to #", mention.target))));
    if (mention.fields.length) parts.push(element("h3", {}, say("Normal form")), list(mention.fields));
    if (mention.slots.length) parts.push(element("h3", {}, say("Observation")), list(mention.slots));
    if (mention.inferred.length) {
      parts.push(element("h3", {}, say("Told by context")), element("ul", { id: "inferred" }, ...mention.inferred.map((line) => element("li", {}, line))));
    }
    const place = related(number);
    if (mention.paragraph) place.unshift(["paragraph", element("a", { href: `#p-${mention.paragraph}` }, mention.paragraph)]);
    if (mention.page) place.push(["page", String(mention.page)]);
    place.push(["characters", say("# to # of the file", ...mention.span.map((offset) => offset.toLocaleString("en")))]);
    parts.push(element("h3", {}, say("Position")), list(place), element("h3", {}, say("Rule")), element("div", { id: "rule" }, mention.rule));
    const pattern = data.patterns[mention.rule];
    if (pattern) parts.push(element("details", {}, element("summary", {}, say("Pattern")), element("pre", {}, pattern)));
    const elsewhere = others(number);
    if (elsewhere.length) {
      const links = elsewhere.slice(0, 60).map((i) => jump(i, data.mentions[i].paragraph ?? "–"));
      parts.push(element("h3", {}, say(elsewhere.length === 1 ? "Named # more time, in" : "Named # more times, in", elsewhere.length)), element("div", { class: "else" }, ...links));
    }
    return parts;
  };

  // Links inside the page
  const follow = (hash) => {
    const id = decodeURIComponent(hash.slice(1));
    const mention = /^m(\d+)$/.exec(id);
    if (mention) {
      select(Number(mention[1]));
      return true;
    }
    if (views.includes(id)) {
      open(id);
      return true;
    }
    const target = get(id);
    if (!target || !get("text").contains(target)) return false;
    if (get("text").hidden) show("text");
    history.replaceState(null, "", hash);
    reveal(target, id.startsWith("r-") || target.matches(".footnote") ? "center" : "start");
    const block = target.closest(".b") ?? target;
    block.classList.remove("flash");
    void block.offsetWidth; // so that the animation starts anew
    block.classList.add("flash");
    return true;
  };
  document.addEventListener("click", (event) => {
    const anchor = event.target.closest("a[href^='#']");
    if (anchor) {
      get("side").classList.remove("open");
      get("drawer").setAttribute("aria-expanded", "false");
      if (follow(anchor.getAttribute("href"))) event.preventDefault();
      return;
    }
    const mark = event.target.closest("mark:not(.off)");
    if (mark && !String(getSelection())) select(Number(mark.dataset.m), false);
  });
  get("drawer").addEventListener("click", () => {
    const isOpen = get("side").classList.toggle("open");
    get("drawer").setAttribute("aria-expanded", String(isOpen));
  });

  // Search: words of the text, whatever their width, case and spacing, and mentions by their normal form
  const MOST = 5000;
  let index = null;
  let hits = [];
  let hit = -1;
  const letter = (c) => {
    const code = c.charCodeAt(0);
    return (code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : c).toLowerCase();
  };
  const fold = (words) => [...words].filter((c) => c.trim()).map(letter).join("");
  const read = (block) => {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const entry = { block, text: "", nodes: [], starts: [], offsets: [] };
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(".ref, .back")) continue;
      entry.starts.push(entry.text.length);
      entry.nodes.push(node);
      for (let i = 0; i < node.data.length; i += 1) {
        if (!node.data[i].trim()) continue;
        const folded = letter(node.data[i]);
        entry.text += folded.length === 1 ? folded : node.data[i];
        entry.offsets.push(i);
      }
    }
    return entry;
  };
  const at = (entry, position) => {
    let node = entry.starts.length - 1;
    while (entry.starts[node] > position) node -= 1;
    return [entry.nodes[node], entry.offsets[position]];
  };
  const range = (entry, from, to) => {
    const made = document.createRange();
    const [endNode, endOffset] = at(entry, to - 1);
    made.setStart(...at(entry, from));
    made.setEnd(endNode, endOffset + 1);
    return made;
  };
  const find = (query) => {
    index ??= {
      blocks: [...get("text").querySelectorAll(".b")].map(read),
      forms: data.mentions.map((m) => fold([m.normal ?? "", ...m.labels].join("\n"))),
    };
    const found = [];
    for (const entry of index.blocks) {
      for (let i = entry.text.indexOf(query); i >= 0 && found.length < MOST; i = entry.text.indexOf(query, i + query.length)) {
        found.push(range(entry, i, i + query.length));
      }
    }
    if (query.length > 1) {
      data.mentions.forEach((mention, i) => {
        if (found.length >= MOST || off.has(mention.type) || !index.forms[i].includes(query) || fold(mention.text).includes(query)) return;
        const made = document.createRange();
        made.selectNodeContents(pieces.get(i)?.[0] ?? get("text"));
        if (pieces.has(i)) found.push(made);
      });
      found.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
    }
    return found;
  };
  const paint = () => {
    for (const block of document.querySelectorAll(".found")) block.classList.remove("found");
    if (CSS.highlights) {
      CSS.highlights.set("hit", new Highlight(...hits));
      CSS.highlights.set("hit-now", new Highlight(...(hits[hit] ? [hits[hit]] : [])));
      CSS.highlights.get("hit-now").priority = 1;
    } else if (hits[hit]) {
      hits[hit].startContainer.parentElement.closest(".b")?.classList.add("found");
    }
  };
  const rows = () => [...get(shown()).querySelectorAll("tbody tr")];
  const count = () => {
    const query = fold(get("query").value);
    const isText = shown() === "text";
    const kept = isText ? 0 : rows().filter((row) => !row.hidden).length;
    get("hits").textContent = !query ? "" : !isText ? say("# rows", kept) : hits.length ? say("# of #", hit + 1, `${hits.length}${hits.length >= MOST ? "+" : ""}`) : say("none");
    get("hit-back").disabled = get("hit-on").disabled = !isText || !hits.length;
  };
  const search = () => {
    const query = fold(get("query").value);
    hits = query ? find(query) : [];
    const below = hits.findIndex((each) => each.getBoundingClientRect().top >= 0);
    hit = hits.length ? Math.max(below, 0) : -1;
    for (const row of document.querySelectorAll(".view > .scroll tbody tr")) row.hidden = query !== "" && !fold(row.textContent).includes(query);
    paint();
    count();
    if (hits[hit] && shown() === "text") reveal(hits[hit].startContainer.parentElement, "nearest");
  };
  const turn = (by) => {
    if (!hits.length || shown() !== "text") return;
    hit = (hit + by + hits.length) % hits.length;
    paint();
    count();
    reveal(hits[hit].startContainer.parentElement);
  };
  let waiting = 0;
  get("query").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  get("query").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      turn(event.shiftKey ? -1 : 1);
    }
  });
  get("hit-on").addEventListener("click", () => turn(1));
  get("hit-back").addEventListener("click", () => turn(-1));

  // Tables sort by their heads
  const value = (row, column) => row.cells[column].dataset.sort ?? row.cells[column].textContent;
  for (const table of document.querySelectorAll(".view > .scroll > table")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (!head.textContent) return;
      const button = element("button", { type: "button", "data-w": head.textContent }, head.textContent);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending" || (!head.hasAttribute("aria-sort") && head.classList.contains("number"));
        for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const compare = (a, b) => {
          const [x, y] = [value(a, column), value(b, column)];
          if (x === "" || y === "") return (x === "") - (y === ""); // what has no value stands last either way
          const numbers = !Number.isNaN(Number(x)) && !Number.isNaN(Number(y));
          return (numbers ? Number(x) - Number(y) : x.localeCompare(y, "zh-Hans", { numeric: true })) * (down ? -1 : 1);
        };
        table.tBodies[0].append(...[...table.tBodies[0].rows].sort(compare));
      });
    });
  }

  // Light and dark
  const dark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const theme = () => {
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    chosen("theme", document.documentElement.dataset.theme);
  };
  if (["light", "dark"].includes(chosen("theme"))) document.documentElement.dataset.theme = chosen("theme");
  get("theme").addEventListener("click", theme);
  get("help").addEventListener("click", () => get("keys").showModal());

  // Keys
  const escape = () => {
    if (document.activeElement === get("query") || get("query").value) {
      get("query").value = "";
      search();
      get("query").blur();
    } else if (get("side").classList.contains("open")) get("drawer").click();
    else if (current !== null) close();
  };
  const keys = {
    j: () => step(1), ArrowRight: () => step(1), k: () => step(-1), ArrowLeft: () => step(-1),
    "/": () => { get("query").focus(); get("query").select(); },
    t: theme, "?": () => get("keys").showModal(), Escape: escape,
    1: () => open("text"), 2: () => open("figures"), 3: () => open("countries"), 4: () => open("documents"),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || get("keys").open) return;
    if (document.activeElement === get("query") && event.key !== "Escape") return;
    if (!Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    keys[event.key]();
  });

  get("language").hidden = false;
  show("text");
  speak();
  if (location.hash) {
    follow(location.hash);
    addEventListener("load", () => requestAnimationFrame(() => follow(location.hash))); // after the browser's own jump
  }
  addEventListener("hashchange", () => follow(location.hash));
})();
