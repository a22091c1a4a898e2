// Plans and checks on a map, and an outline that is drawn on it.
"use strict";

// The parts of a way that lie outside the circles of its stops: it leads to somewhere in a circle, and a line to
// the middle would say that the relic stands there.
function outside(line, stops) {
  let parts = [line];
  for (const { at: [x, y], radius } of stops) {
    const east = 111195 * Math.cos(y * Math.PI / 180);
    const metres = ([a, b]) => [(a - x) * east, (b - y) * 111195];
    parts = parts.flatMap(part => part.slice(1).flatMap((to, index) => {
      const from = part[index], [px, py] = metres(from), [qx, qy] = metres(to);
      const [dx, dy] = [qx - px, qy - py], a = dx * dx + dy * dy, b = px * dx + py * dy;
      const root = b * b - a * (px * px + py * py - radius * radius);
      if (a === 0 || root <= 0) return [[from, to]];
      const at = t => [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
      const [enters, leaves] = [-1, 1].map(sign => (-b + sign * Math.sqrt(root)) / a);
      if (leaves <= 0 || enters >= 1) return [[from, to]];
      return [...enters > 0 ? [[from, at(enters)]] : [], ...leaves < 1 ? [[at(leaves), to]] : []];
    }));
  }
  return parts;
}

// Features of GeoJSON: the days and stops of a tour, the outline of a check and what it touches.
function drawFeatures(page, { features }) {
  const group = L.featureGroup().addTo(page.map);
  const stops = features.filter(one => one.geometry?.type === "Point" && one.properties?.accuracy_m > 0)
    .map(one => ({ at: one.geometry.coordinates, radius: one.properties.accuracy_m }));
  for (const feature of features) {
    const known = feature.properties ?? {}, shape = feature.geometry;
    if (!shape) continue;
    if (shape.type.endsWith("LineString")) {
      const lines = shape.type === "LineString" ? [shape.coordinates] : shape.coordinates;
      const coordinates = lines.flatMap(line => outside(line, stops));
      // A line is drawn through where it is the road, dotted where it is straight or a walk.
      const kind = known.walk_m || known.line ? "" : " road";
      group.addLayer(L.geoJSON({ type: "MultiLineString", coordinates },
        { style: () => ({ className: `leg day-${(known.day - 1) % 7 + 1}${kind}` }), interactive: false }));
      continue;
    }
    if (shape.type !== "Point") {
      const className = `asked ${known.role ?? ""}`;
      const layer = L.geoJSON(shape, { style: () => ({ className }), interactive: Boolean(known.name) });
      if (known.name) layer.bindTooltip(element("span", "", known.name), { sticky: true });
      group.addLayer(layer);
      continue;
    }
    const [x, y] = shape.coordinates, radius = known.accuracy_m ?? 0;
    if (radius > 0) group.addLayer(L.circle([y, x], { radius, className: "area registered", interactive: false }));
    const text = element("div", "popup"), times = [known.arrival, known.leave].filter(Boolean).join("–");
    text.append(element("p", "", known.name ?? known.code ?? ""), element("p", "facts", times));
    // A stop has the number that it has in the tables, and the colour of the line of its day.
    const label = known.number === undefined ? "·" : known.day ? `${known.day}.${known.number}` : known.number;
    const className = known.day ? `badge stop day-${(known.day - 1) % 7 + 1}` : "badge stop";
    group.addLayer(L.marker([y + radius / 111195, x], { keyboard: false, icon: L.divIcon(
      { className, html: element("span", "", label), iconSize: [0, 0] }) }).bindPopup(text));
  }
  const bounds = group.getBounds();
  page.show(bounds.isValid() ? [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()] : page.county);
}

// Corners that are clicked one after another, or taken from the middle of the map by a button.
class OutlineDrawing {
  constructor(page) {
    this.page = page;
    this.field = document.getElementById("outline");
    if (!this.field) return;
    this.corners = [];
    this.count = element("output");
    this.start = page.button(page.words.draw, () => this.begin());
  }

  begin() {
    const { page } = this, { words, map } = page;
    this.start.hidden = true;
    page.box.classList.add("draws");
    this.shape = L.polygon([], { className: "asked", interactive: false }).addTo(map);
    this.dots = L.layerGroup().addTo(map);
    map.on("click", event => this.add(event.latlng));
    page.button(words.again, () => { this.corners = []; this.update(); });
    page.button(words.undo, () => { this.corners.pop(); this.update(); });
    page.button(words.corner, () => this.add(map.getCenter()));
    page.bar.append(element("span", "hint", ` ${words.drawHint} `), this.count);
    page.box.focus();
  }

  add({ lng, lat }) {
    this.corners.push([Number(lng.toFixed(6)), Number(lat.toFixed(6))]);
    this.update();
  }

  update() {
    const { corners } = this;
    const places = corners.map(([x, y]) => [y, x]);
    this.shape.setLatLngs(places);
    this.dots.clearLayers();
    for (const place of places) {
      this.dots.addLayer(L.circleMarker(place, { radius: 4, className: "corner", interactive: false }));
    }
    this.count.textContent = `${this.page.words.corners}: ${corners.length}`;
    this.field.value = corners.length < 3 ? ""
      : JSON.stringify({ type: "Polygon", coordinates: [[...corners, corners[0]]] });
    // A circle and an outline exclude each other.
    for (const id of ["at", "radius"]) document.getElementById(id).value = "";
  }
}
