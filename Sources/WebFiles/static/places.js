// The relics on a map: signs, circles and cells, what is not on the map, counts where there are too many.
"use strict";

class Places {
  constructor(page, data, address) {
    this.page = page;
    this.map = page.map;
    this.address = address;
    this.group = L.featureGroup().addTo(this.map);
    this.byCode = new Map();
    this.opener = null;
    this.map.on("popupclose", () => {
      // Who opened it gets the focus back; on a narrow page, where the map hides the list, the way back does.
      const isSeen = this.opener?.getClientRects().length !== 0;
      (isSeen ? this.opener : document.querySelector("[data-back]"))?.focus({ preventScroll: true });
      this.opener = null;
    });
    this.map.on("zoomend", () => { if (this.isDrawn) for (const place of this.places) this.reform(place); });
    this.places = [];
    this.bindList();
    if (page.figure.dataset.keeps) this.offerSearch(data);
    page.whenShown = () => this.draw(data);
    // A narrow page hides the map beside its list; the list leads to it all the same.
    this.take(data);
    this.offerButtons();
    page.show(data.bounds ?? page.county);
    if (data.isPartial) this.map.on("moveend", () => this.refresh());
  }

  take(data) {
    this.byCode.clear();
    this.places = data.places.map(place => ({ ...place, codes: place.relics.map(relic => relic.code) }));
    for (const place of this.places) {
      for (const code of place.codes) this.byCode.set(code, place);
      place.isChosen = place.codes.includes(data.chosen);
    }
  }

  draw(data) {
    this.group.clearLayers();
    this.isDrawn = true;
    this.take(data);
    for (const place of this.places) this.reform(place);
    for (const township of data.hidden) if (township.at) this.addHidden(township);
    for (const cell of data.cells ?? []) this.addCell(cell);
    this.offerButtons();
  }

  async refresh() {
    this.asked?.abort();
    this.asked = new AbortController();
    const address = this.address + (this.address.includes("?") ? "&" : "?") + `frame=${this.page.frame}`;
    const data = await fetched(address, this.asked.signal).catch(() => null);
    if (data) this.draw(data);
  }

  // The pixels of some metres here and now.
  pixels(metres, latitude) {
    return metres * 256 * 2 ** this.map.getZoom() / (40075016.686 * Math.cos(latitude * Math.PI / 180));
  }

  // Which form a place has at this scale: a sign only where it covers the circle.
  form(place) {
    if (place.kind === "cell") return this.pixels(1000, place.box[1]) < 9 ? "cell-mark" : "cell";
    if (place.kind === "unknown") return "unknown-mark";
    const isSmall = this.pixels(place.radius, place.at[1]) <= 6;
    return place.kind === "fix" ? (isSmall ? "sign-mark" : "circle") : (isSmall ? "least" : "circle");
  }

  reform(place) {
    const form = this.form(place);
    if (place.form === form && place.layer) return;
    place.form = form;
    for (const layer of place.layers ?? []) this.group.removeLayer(layer);
    place.layer = this.layer(place, form);
    place.layers = [place.layer];
    this.group.addLayer(place.layer);
    const made = place.layer.getElement();
    made.setAttribute("role", "button");
    made.setAttribute("tabindex", "-1");
    made.setAttribute("aria-label", place.relics.map(relic => relic.name).join(", "));
    made.classList.toggle("chosen", place.isChosen);
    place.layer.on("mouseover", () => this.light(place, true)).on("mouseout", () => this.light(place, false));
    place.layer.on("click", event => {
      // Where an outline is drawn, a click is a corner, whatever lies there.
      if (this.page.box.classList.contains("draws")) {
        if (!place.layer.options.bubblingMouseEvents) this.map.fire("click", event);
        return;
      }
      L.DomEvent.stopPropagation(event);
      this.open(place, event.latlng, made);
    });
    if (place.relics.length > 1) {
      const badge = L.marker(this.edge(place), { interactive: false, keyboard: false,
        icon: L.divIcon({ className: "badge", html: element("span", "", place.relics.length), iconSize: [0, 0] }) });
      place.layers.push(badge);
      this.group.addLayer(badge);
    }
  }

  layer(place, form) {
    const level = place.relics[0].level;
    if (form === "cell") {
      const [west, south, east, north] = place.box;
      return L.rectangle([[south, west], [north, east]], { className: `cell ${level}` });
    }
    const at = this.middle(place);
    if (form === "circle") return L.circle(at, { radius: place.radius, className: `area ${level}` });
    if (form === "least") return L.circleMarker(at, { radius: 6, className: `area ${level}` });
    return L.marker(at, { keyboard: false, icon: L.divIcon({ className: `${form} ${level}`, iconSize: [24, 24] }) });
  }

  middle({ at, box }) {
    return at ? [at[1], at[0]] : [(box[1] + box[3]) / 2, (box[0] + box[2]) / 2];
  }

  // The upper edge of what is drawn: a count in the middle would look like the place.
  edge(place) {
    const [latitude, longitude] = this.middle(place);
    if (place.box) return [place.box[3], longitude];
    return [latitude + (place.form === "circle" ? place.radius / 111195 : 0), longitude];
  }

  addHidden({ name, at: [x, y], count, href }) {
    const mark = L.marker([y, x], { keyboard: false, icon: L.divIcon(
      { className: "hidden-mark", html: element("span", "", count), iconSize: [30, 24], iconAnchor: [15, -4] }) });
    mark.bindPopup(() => {
      const text = element("div"), link = element("a", "", name);
      if (href) link.href = href;
      text.append(link, element("p", "facts", `${this.page.words.hidden}: ${count}`));
      return text;
    });
    this.group.addLayer(mark);
    mark.getElement().setAttribute("aria-label", `${name} · ${this.page.words.hidden}: ${count}`);
    mark.getElement().setAttribute("role", "button");
    mark.getElement().setAttribute("tabindex", "-1");
  }

  addCell({ at: [x, y], count }) {
    const size = Math.min(54, 28 + 5 * Math.log10(count));
    const text = count.toLocaleString(document.documentElement.lang);
    const mark = L.marker([y, x], { keyboard: false, icon: L.divIcon(
      { className: "cluster", html: element("span", "", text), iconSize: [size, size] }) });
    mark.on("click", () => this.map.setView([y, x], this.map.getZoom() + 2));
    this.group.addLayer(mark);
    mark.getElement().setAttribute("aria-label", `${this.page.words.count}: ${text}`);
    mark.getElement().setAttribute("role", "button");
    mark.getElement().setAttribute("tabindex", "-1");
  }

  open(place, at, opener) {
    const text = element("div", "popup");
    if (place.relics.length > 1) text.append(element("p", "facts", `${this.page.words.here}: ${place.relics.length}`));
    for (const relic of place.relics) {
      const link = element("a", "", relic.name);
      link.href = relic.href;
      text.append(link);
      if (relic.second) text.append(" ", element("span", "second", relic.second));
      text.append(element("p", "facts", relic.facts));
    }
    this.opener = null;
    const popup = L.popup({ maxHeight: 220 }).setLatLng(at).setContent(text).openOn(this.map);
    popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", this.page.words.close);
    this.opener = opener;
    text.querySelector("a").focus({ preventScroll: true });
  }

  light(place, isLit) {
    place.layer?.getElement()?.classList.toggle("lit", isLit);
    for (const code of place.codes) {
      for (const item of document.querySelectorAll(`li[data-code="${CSS.escape(code)}"]`)) item.classList.toggle("lit", isLit);
    }
  }

  bindList() {
    for (const item of document.querySelectorAll("li[data-code]")) {
      const light = isLit => {
        const place = this.byCode.get(item.dataset.code);
        if (place) this.light(place, isLit);
      };
      for (const name of ["mouseenter", "focusin"]) item.addEventListener(name, () => light(true));
      for (const name of ["mouseleave", "focusout"]) item.addEventListener(name, () => light(false));
    }
  }

  // A button beside each relic of the list that is on the map.
  offerButtons() {
    for (const item of document.querySelectorAll("li[data-code]")) {
      const place = this.byCode.get(item.dataset.code);
      if (!place || item.querySelector("button")) continue;
      const button = element("button", "plain", this.page.words.show);
      button.type = "button";
      button.setAttribute("aria-label", `${this.page.words.show}: ${item.querySelector("a").textContent}`);
      button.addEventListener("click", () => {
        this.showMap(item.closest(".found"));
        this.page.resize();
        const now = this.byCode.get(item.dataset.code);
        if (!now) return;
        const at = this.edge(now);
        if (!this.map.getBounds().contains(at)) this.map.setView(at, this.map.getZoom(), { animate: false });
        this.page.box.scrollIntoView({ block: "nearest" });
        this.open(now, at, button);
      });
      (item.querySelector(".acts") ?? item).append(" ", button);
    }
  }

  // A narrow page shows the map instead of its list, and leads back to it.
  showMap(found) {
    const link = found?.querySelector("[data-back]");
    if (!link || this.page.box.clientWidth > 0) return;
    found.classList.add("shows-map");
    [link.textContent, link.dataset.back] = [link.dataset.back, link.textContent];
    link.href = location.href;
  }

  offerSearch(data) {
    this.page.button(this.page.words.whole, () => { if (data.bounds) this.map.fitBounds(
      [[data.bounds[1], data.bounds[0]], [data.bounds[3], data.bounds[2]]], { padding: [12, 12] }); });
    this.page.button(this.page.words.searchHere, () => {
      const url = new URL(location.href);
      for (const name of ["map", "cursor"]) url.searchParams.delete(name);
      url.searchParams.set("bbox", this.page.frame);
      location.href = url.href.replaceAll("%2C", ",");
    });
  }
}
