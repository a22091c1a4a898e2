// Stops of a tour that are moved by hand; without this script the links beside each move it.
"use strict";
for (const list of document.querySelectorAll("ol.stops[data-moved]")) {
  const said = document.createElement("output");
  said.className = "facts";
  list.after(said);
  const stops = () => [...list.children];
  // A link that moves a stop leads to where it stands now: it is said, and has the focus.
  const moved = /^#stop-[0-9]+$/.test(location.hash) ? list.querySelector(location.hash) : null;
  if (moved) {
    const name = moved.querySelector("a").textContent;
    moved.tabIndex = -1;
    moved.focus({ preventScroll: true });
    requestAnimationFrame(() => { said.textContent = `${name}: ${list.dataset.moved} ${stops().indexOf(moved) + 1}`; });
  }
  if (stops().length < 2) continue;

  function end(stop, before) {
    const now = stops();
    if (now.every((one, index) => one === before[index])) return;
    const url = new URL(location.href);
    url.searchParams.set("stops", now.map(one => one.dataset.stop).join(","));
    // An order that somebody makes is an order that is kept.
    url.searchParams.set("order", "kept");
    url.searchParams.delete("add");
    url.hash = `stop-${now.indexOf(stop) + 1}`;
    location.href = url.href.replaceAll("%2C", ",");
  }

  for (const stop of stops()) {
    const grip = document.createElement("span");
    grip.className = "grip";
    grip.title = list.dataset.drag;
    grip.setAttribute("aria-hidden", "true");
    grip.textContent = "⠿";
    stop.prepend(grip, " ");
    grip.addEventListener("pointerdown", event => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      const before = stops();
      stop.classList.add("held");
      function move({ clientY }) {
        const other = stops().find(one => {
          const box = one.getBoundingClientRect();
          return one !== stop && clientY >= box.top && clientY <= box.bottom;
        });
        if (!other) return;
        const isBelow = stops().indexOf(other) > stops().indexOf(stop);
        if (isBelow) other.after(stop);
        else other.before(stop);
        // The element that holds the pointer has been moved with its stop.
        if (!grip.hasPointerCapture(event.pointerId)) grip.setPointerCapture(event.pointerId);
      }
      function leave() {
        grip.removeEventListener("pointermove", move);
        stop.classList.remove("held");
      }
      grip.addEventListener("pointermove", move);
      grip.addEventListener("pointerup", () => { leave(); end(stop, before); }, { once: true });
      grip.addEventListener("pointercancel", () => { leave(); list.append(...before); }, { once: true });
    });
  }
}
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
