// Maps that move, in place of the pictures of a page; without this script the pictures stay.
"use strict";

// An element with a class and a text. Whatever comes from the register is set as text, never as markup.
function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

// The frame of a map: what lies below, its buttons, and the view in the address.
class PageMap {
  constructor(figure, ground) {
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const isTouched = matchMedia("(pointer: coarse)").matches;
    this.figure = figure;
    this.words = ground.words;
    this.picture = figure.querySelector("img");
    this.box = element("div", "webmap");
    this.box.setAttribute("role", "region");
    this.box.setAttribute("aria-label", this.picture.alt);
    this.picture.before(this.box);
    this.picture.hidden = true;
    this.map = L.map(this.box, {
      zoomControl: false, attributionControl: false, minZoom: 3, maxZoom: 18,
      zoomSnap: ground.baseMaps.length ? 1 : .25,
      // Nothing that scrolls the page is taken from it: the wheel only after a click, one finger never.
      scrollWheelZoom: false, dragging: !isTouched,
      zoomAnimation: !isCalm, fadeAnimation: !isCalm, markerZoomAnimation: !isCalm, inertia: !isCalm,
    });
    // Layers ask for a view; the one that is wanted follows when the data are there.
    this.map.setView([30, 111], 8, { animate: false });
    this.box.addEventListener("focusin", () => this.map.scrollWheelZoom.enable());
    this.box.addEventListener("focusout", event => {
      if (!this.box.contains(event.relatedTarget)) this.map.scrollWheelZoom.disable();
    });
    this.box.addEventListener("keydown", event => { if (event.key === "Escape") this.map.closePopup(); });
    L.control.zoom({ zoomInTitle: this.words.zoomIn, zoomOutTitle: this.words.zoomOut }).addTo(this.map);
    L.control.scale({ imperial: false }).addTo(this.map);
    this.bar = element("p", "mapbar");
    this.box.after(this.bar);
    this.drawGround(ground);
    this.offerBaseMaps(ground.baseMaps);
    this.bar.append(element("span", "hint", this.words.hint));
    new ResizeObserver(() => this.resize()).observe(this.box);
  }

  drawGround(ground) {
    // Labels come first for whoever reads the page aloud; what is below says nothing that the list does not.
    const style = className => ({ interactive: false, style: () => ({ className }) });
    this.county = [73, 18, 135, 54];
    for (const outline of ground.outlines) {
      const layer = L.geoJSON(outline.geometry, style(outline.kind)).addTo(this.map);
      if (outline.kind !== "county") continue;
      const bounds = layer.getBounds();
      this.county = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    }
    for (const river of ground.rivers) {
      L.polyline(river.map(([x, y]) => [y, x]), { interactive: false, className: "river" }).addTo(this.map);
    }
    for (const zone of ground.zones) {
      L.geoJSON(zone.geometry, { style: () => ({ className: `zone ${zone.kind}` }) })
        .bindTooltip(element("span", "", zone.name), { sticky: true }).addTo(this.map);
    }
    for (const { name, at: [x, y] } of ground.townships) {
      L.marker([y, x], { interactive: false, keyboard: false,
        icon: L.divIcon({ className: "township", html: element("span", "", name), iconSize: [0, 0] }) }).addTo(this.map);
    }
    const near = () => this.box.classList.toggle("near", this.map.getZoom() >= 10.5);
    this.map.on("zoomend", near);
  }

  // A choice of the operator's base maps; none is shown before somebody chooses one.
  offerBaseMaps(maps) {
    if (maps.length === 0) return;
    const label = element("label", "", `${this.words.base} `), select = element("select");
    const credit = element("span", "credit");
    for (const [index, name] of [this.words.noBase, ...maps.map(map => map.name)].entries()) {
      const option = element("option", "", name);
      option.value = index;
      select.append(option);
    }
    let layers = [];
    const choose = () => {
      for (const layer of layers) layer.remove();
      const map = maps[select.value - 1];
      layers = (map?.layers ?? []).map(address => new (map.isShifted ? ShiftedTiles : L.TileLayer)(
        address, { subdomains: map.subdomains, maxZoom: map.maxZoom }).addTo(this.map));
      this.box.classList.toggle("has-base", layers.length > 0);
      credit.textContent = map ? `© ${map.credit}` : "";
    };
    select.addEventListener("change", choose);
    label.append(select);
    this.bar.append(label, " ", credit, " ");
  }

  button(text, action) {
    const button = element("button", "plain", text);
    button.type = "button";
    button.addEventListener("click", action);
    this.bar.prepend(button, " ");
    return button;
  }

  // Shows a box of west, south, east, north, once there is room to show it in.
  show([west, south, east, north]) {
    this.pending = [[south, west], [north, east]];
    this.resize();
  }

  resize() {
    if (this.box.clientWidth === 0) return;
    this.map.invalidateSize({ animate: false });
    if (!this.pending) return;
    const bounds = this.pending;
    this.pending = null;
    const view = this.figure.dataset.keeps ? (new URL(location.href).searchParams.get("map") ?? "").split(",").map(Number) : [];
    if (view.length === 3 && view.every(Number.isFinite)) {
      this.map.setView([view[1], view[0]], view[2], { animate: false });
    } else {
      this.map.fitBounds(bounds, { animate: false, maxZoom: 14, padding: [12, 12] });
    }
    if (this.figure.dataset.keeps) this.map.on("moveend", () => this.keepView());
    this.whenShown?.();
  }

  // The view stands in the address, so that the address shows it again; Back goes back a page, not a nudge.
  keepView() {
    const { lng, lat } = this.map.getCenter();
    const view = [lng.toFixed(5), lat.toFixed(5), this.map.getZoom()].join(",");
    const put = address => {
      const url = new URL(address);
      url.searchParams.set("map", view);
      return url.href.replaceAll("%2C", ",");
    };
    history.replaceState(null, "", put(location.href));
    for (const link of document.querySelectorAll("header a[hreflang], .jump a[href*='/search']")) link.href = put(link.href);
  }

  // The picture stands where it stood.
  give() {
    this.box.remove();
    this.bar.remove();
    this.picture.hidden = false;
  }

  get frame() {
    const bounds = this.map.getBounds();
    return [Math.max(-180, bounds.getWest()), Math.max(-85, bounds.getSouth()),
      Math.min(180, bounds.getEast()), Math.min(85, bounds.getNorth())].map(value => value.toFixed(5)).join(",");
  }
}

// Pictures that are drawn in GCJ-02 are moved on the screen until they fit; no position is changed.
const ShiftedTiles = L.TileLayer.extend({
  onAdd(map) {
    L.TileLayer.prototype.onAdd.call(this, map);
    map.on("zoomend moveend viewreset", this.shift, this);
    this.shift();
  },
  onRemove(map) {
    map.off("zoomend moveend viewreset", this.shift, this);
    L.TileLayer.prototype.onRemove.call(this, map);
  },
  shift() {
    const map = this._map, centre = map.getCenter();
    const moved = map.project(gcj02(centre)).subtract(map.project(centre)).round();
    this.getContainer().style.transform = `translate(${-moved.x}px, ${-moved.y}px)`;
  },
  _getTiledPixelBounds(centre) {
    return L.TileLayer.prototype._getTiledPixelBounds.call(this, gcj02(centre));
  },
});

// Where GCJ-02 has a position of WGS 84; the formula that is in public use.
function gcj02({ lng, lat }) {
  if (lng < 72.004 || lng > 137.8347 || lat < .8293 || lat > 55.8271) return L.latLng(lat, lng);
  const x = lng - 105, y = lat - 35, pi = Math.PI, root = Math.sqrt(Math.abs(x));
  const wave = (20 * Math.sin(6 * x * pi) + 20 * Math.sin(2 * x * pi)) * 2 / 3;
  const north = -100 + 2 * x + 3 * y + .2 * y * y + .1 * x * y + .2 * root + wave
    + (20 * Math.sin(y * pi) + 40 * Math.sin(y / 3 * pi)) * 2 / 3
    + (160 * Math.sin(y / 12 * pi) + 320 * Math.sin(y * pi / 30)) * 2 / 3;
  const east = 300 + x + 2 * y + .1 * x * x + .1 * x * y + .1 * root + wave
    + (20 * Math.sin(x * pi) + 40 * Math.sin(x / 3 * pi)) * 2 / 3
    + (150 * Math.sin(x / 12 * pi) + 300 * Math.sin(x / 30 * pi)) * 2 / 3;
  const angle = lat / 180 * pi, a = 6378245, ee = .00669342162296594323;
  const magic = 1 - ee * Math.sin(angle) ** 2;
  return L.latLng(lat + north * 180 / (a * (1 - ee) / (magic * Math.sqrt(magic)) * pi),
    lng + east * 180 / (a / Math.sqrt(magic) * Math.cos(angle) * pi));
}

async function fetched(address, signal) {
  const answer = await fetch(address, { signal, headers: { Accept: "application/json, application/geo+json" } });
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

addEventListener("DOMContentLoaded", async () => {
  for (const figure of document.querySelectorAll("figure[data-ground]")) {
    let page;
    try {
      const { map, geojson } = figure.dataset;
      const [ground, data, features] = await Promise.all(
        [figure.dataset.ground, map, geojson].map(address => address && fetched(address)));
      page = new PageMap(figure, ground);
      if (data) new Places(page, data, map);
      if (features) drawFeatures(page, features);
      if (figure.dataset.draw) new OutlineDrawing(page);
    } catch (error) {
      // The picture stays: it shows the same.
      console.info(error);
      page?.give();
    }
  }
});
