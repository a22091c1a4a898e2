// Suggestions below the search box; without this script the box is a plain form.
"use strict";
for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("ul");
  let chosen = -1;
  let asked = 0;
  list.className = "suggest";
  list.id = "suggestions";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  input.closest(".row").after(list);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-autocomplete", "list");
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

  function close() {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
  function choose(index) {
    const options = list.children;
    if (options.length === 0) return;
    chosen = (index + options.length) % options.length;
    for (const [i, option] of [...options].entries()) option.setAttribute("aria-selected", String(i === chosen));
    input.setAttribute("aria-activedescendant", options[chosen].id);
  }
  async function ask() {
    const text = input.value.trim();
    const number = ++asked;
    if (text === "") return close();
    const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(text)}&lang=${lang}`).catch(() => null);
    if (!answer?.ok) return;
    const found = await answer.json();
    // What was typed since has its own answer; what was closed stays closed.
    if (number !== asked) return;
    close();
    for (const [i, item] of found.suggestions.entries()) {
      const option = document.createElement("li");
      option.id = `suggestion-${i}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.textContent = `${item.name} · ${item.code}`;
      option.dataset.href = item.href;
      option.addEventListener("mousedown", event => { event.preventDefault(); location.href = item.href; });
      list.append(option);
    }
    list.hidden = list.children.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
  }
  input.addEventListener("input", ask);
  function leave() { asked++; close(); }
  input.addEventListener("blur", leave);
  input.addEventListener("keydown", event => {
    if (event.key === "ArrowDown") { event.preventDefault(); choose(chosen + 1); }
    else if (event.key === "ArrowUp") { event.preventDefault(); choose(chosen - 1); }
    else if (event.key === "Escape" && !list.hidden) { event.preventDefault(); leave(); }
    else if (event.key === "Enter" && chosen >= 0) { event.preventDefault(); location.href = list.children[chosen].dataset.href; }
  });
}

// What was seen stays readable without a network; staff's pages are never kept.
const manifest = document.querySelector("link[rel=manifest]");
if (manifest && "serviceWorker" in navigator && !/\/(zh|en)\/staff/.test(location.pathname)) {
  navigator.serviceWorker.register(new URL("sw.js", manifest.href)).catch(() => null);
}
