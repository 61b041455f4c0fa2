// What is nicer with a script: theme, suggestions, tips. Every page works without it.
"use strict";

// The switch of the theme.
(function () {
  const button = document.querySelector(".theme");
  const root = document.documentElement;
  const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  button.hidden = false;
  show();
  button.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("theme", root.dataset.theme); } catch { /* for this page only */ }
    show();
  });
})();

// Facets, and what is beside an article, are folded where there is little room.
(function () {
  const folds = document.querySelectorAll("details.facets, details.about-it");
  if (!folds.length) return;
  const narrow = matchMedia("(max-width: 899px)");
  const fold = () => { for (const one of folds) one.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();
})();

// Dragging over the months sets the days.
(function () {
  const chart = document.querySelector(".results .months svg");
  const form = document.querySelector("form.days");
  if (!chart || !form) return;
  const first = chart.dataset.first.split("-").map(Number), months = Number(chart.dataset.months);
  const chosen = document.createElement("div");
  chosen.className = "chosen";
  chosen.hidden = true;
  chart.parentElement.append(chosen);
  let from = null, dragged = false;
  const at = (event) => {
    const box = chart.getBoundingClientRect();
    return Math.max(0, Math.min(months - 1, Math.floor((event.clientX - box.left) / box.width * months)));
  };
  const day = (month, days) => new Date(Date.UTC(first[0], first[1] - 1 + month, days)).toISOString().slice(0, 10);
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button !== 0) return;
    from = { x: event.clientX, month: at(event) };
    dragged = false;
  });
  document.addEventListener("pointermove", (event) => {
    if (!from || !dragged && Math.abs(event.clientX - from.x) < 6) return;
    dragged = true;
    const low = Math.min(from.month, at(event)), high = Math.max(from.month, at(event));
    chosen.hidden = false;
    chosen.style.setProperty("left", 100 * low / months + "%");
    chosen.style.setProperty("width", 100 * (high + 1 - low) / months + "%");
  });
  document.addEventListener("pointerup", (event) => {
    if (from && dragged) {
      form.elements.from.value = day(Math.min(from.month, at(event)), 1);
      form.elements.to.value = day(Math.max(from.month, at(event)) + 1, 0);
      form.requestSubmit();
    }
    from = null;
  });
  chart.addEventListener("click", (event) => { if (dragged) event.preventDefault(); }, true);
})();

// A slash leads to the search box.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
  event.preventDefault();
  document.getElementById("q").focus();
});

// Suggestions below the search box: a combobox as ARIA has it.
(function () {
  const input = document.getElementById("q");
  const says = document.querySelector(".languages").dataset; // in the language of the page
  const list = document.createElement("ul");
  list.id = "suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", says.suggestions);
  list.hidden = true;
  input.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) input.setAttribute(name, value);
  const fields = { person: "person", org: "org", place: "place", name: "name" };
  let options = [], at = -1, asked = 0, timer = 0;

  function close() {
    list.hidden = true;
    options = [];
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function move(to) {
    if (at >= 0) list.children[at].setAttribute("aria-selected", "false");
    at = (to + options.length + 1) % (options.length + 1);
    if (at === options.length) at = -1;
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    list.children[at].setAttribute("aria-selected", "true");
    list.children[at].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[at].id);
  }
  function take(option) {
    const field = fields[option.kind];
    const quoted = '"' + option.text.replace(/[\\"]/g, "\\$&") + '"';
    input.value = field ? field + ":" + quoted : option.kind === "keyphrase" && option.text.includes(" ") ? quoted : option.text;
    close();
    input.form.requestSubmit();
  }
  function show(found) {
    options = found;
    at = -1;
    list.replaceChildren(...found.map((option, i) => {
      const item = document.createElement("li");
      item.id = "suggestion-" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const text = document.createElement("span");
      text.textContent = option.text;
      const kind = document.createElement("span");
      kind.className = "note";
      kind.textContent = (says[option.kind] || option.kind) + " · " + option.count;
      item.append(text, " ", kind);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); take(option); });
      return item;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
  }
  async function ask() {
    const typed = input.value.trim(), mine = ++asked;
    if (typed.length < 2 || typed.length > 100 || /[:"()]/.test(typed)) return close();
    try {
      const answer = await fetch("/api/suggest?n=8&q=" + encodeURIComponent(typed));
      if (!answer.ok || mine !== asked || document.activeElement !== input) return;
      show((await answer.json()).suggestions);
    } catch { close(); }
  }
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { if (!list.hidden) { event.preventDefault(); close(); } return; }
    if (list.hidden) return;
    if (event.key === "ArrowDown") { event.preventDefault(); move(at + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); move(at < 0 ? options.length - 1 : at - 1); }
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(options[at]); }
  });
})();

// A line about a name, while it has the pointer or the focus.
(function () {
  const tip = document.createElement("div");
  tip.className = "tip";
  tip.hidden = true;
  tip.setAttribute("aria-hidden", "true"); // its words stand beside the text as well
  document.body.append(tip);
  function show(event) {
    const name = event.target.closest && event.target.closest("[data-tip]");
    if (!name || !name.dataset.tip) { tip.hidden = true; return; }
    tip.textContent = name.dataset.tip;
    tip.hidden = false;
    const box = name.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8));
    const above = box.top - tip.offsetHeight - 8;
    tip.style.setProperty("left", left + scrollX + "px");
    tip.style.setProperty("top", (above > 0 ? above : box.bottom + 8) + scrollY + "px");
  }
  document.addEventListener("mouseover", show);
  document.addEventListener("focusin", show);
  document.addEventListener("focusout", () => { tip.hidden = true; });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true; });
})();
