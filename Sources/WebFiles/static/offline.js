// The relics that were kept, searched and shown without a server.
"use strict";
(async () => {
  const home = document.getElementById("kept");
  const labels = Object.fromEntries([...home.querySelectorAll("data")].map(one => [one.value, one.textContent]));
  const isChinese = document.documentElement.lang.startsWith("zh");
  const answer = await fetch(home.dataset.items).catch(() => null);
  if (!answer?.ok) return;
  const relics = (await answer.json()).features.map(feature => feature.properties);
  const nameOf = relic => isChinese ? relic.name_zh : relic.name_en ?? relic.name_zh;
  const list = home.querySelector("ol"), box = home.querySelector("input"), facts = home.querySelector("dl");

  // An address of a relic that was never opened shows what is kept of it.
  const code = location.pathname.match(/\/sites\/([^/]+)$/)?.[1];
  const asked = relics.find(relic => relic.code === decodeURIComponent(code ?? ""));
  if (asked) {
    document.querySelector("h1").textContent = nameOf(asked);
    for (const key of ["code", "name_zh", "name_en", "protection_level", "category", "period_zh", "township", "address",
      isChinese ? "summary_zh" : "summary_en"]) {
      if (asked[key] === undefined || asked[key] === null) continue;
      const label = document.createElement("dt"), value = document.createElement("dd");
      label.textContent = labels[key] ?? key;
      value.textContent = labels[asked[key]] ?? asked[key];
      facts.append(label, value);
    }
  }
  box.value = new URL(location.href).searchParams.get("q") ?? "";
  const show = () => {
    const words = box.value.trim().toLowerCase();
    list.replaceChildren(...relics.filter(relic => [relic.code, relic.name_zh, relic.name_en, relic.township]
      .some(text => text?.toLowerCase().includes(words))).slice(0, 200).map(relic => {
      const item = document.createElement("li"), link = document.createElement("a");
      link.textContent = nameOf(relic);
      link.href = home.dataset.sites + encodeURIComponent(relic.code);
      item.append(link, ` ${labels[relic.protection_level] ?? ""}`);
      return item;
    }));
  };
  box.addEventListener("input", show);
  show();
  home.querySelector("form").addEventListener("submit", event => event.preventDefault());
})();
