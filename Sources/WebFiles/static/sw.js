// What was seen stays when the network goes. VERSION, SHELL, WORDS and ROOT stand above this line.
"use strict";
const isStaff = url => /\/(zh|en)\/staff(\/|$)/.test(url.pathname);
// Only what anybody may see is kept: an answer to staff says that it is private.
const isPublic = answer => answer.ok && /public|immutable/.test(answer.headers.get("Cache-Control") ?? "");

self.addEventListener("install", event => event.waitUntil((async () => {
  const cache = await caches.open(VERSION);
  await Promise.all(SHELL.map(async address => {
    // Without the cookie of whoever is signed in: the shell is the public's.
    const answer = await fetch(address, { credentials: "omit", headers: { Accept: accept(address) } });
    if (isPublic(answer)) await cache.put(address, answer);
  }));
  await self.skipWaiting();
})()));

self.addEventListener("activate", event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== VERSION) await caches.delete(name);
  await self.clients.claim();
})()));

function accept(address) {
  return /\.(json|svg|css|js)(\?|$)|\/collections\//.test(address) ? "*/*" : "text/html";
}

self.addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || !request.url.startsWith(ROOT) || isStaff(url)
    || request.headers.has("Authorization")) return;
  const isKept = request.mode === "navigate" || /\/assets\/|\.(json|svg)$|\/collections\/sites\/items$/.test(url.pathname);
  if (isKept) event.respondWith(answered(request, url));
});

async function answered(request, url) {
  const cache = await caches.open(VERSION);
  if (url.pathname.includes("/assets/")) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (kept) return kept;
  }
  try {
    const answer = await fetch(request);
    if (isPublic(answer)) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await cache.match(request, { ignoreVary: true });
    if (request.mode !== "navigate") {
      if (kept) return kept;
      throw error;
    }
    const lang = url.pathname.slice(new URL(ROOT).pathname.length).startsWith("en") ? "en" : "zh";
    const page = kept ?? await cache.match(`${ROOT}offline?lang=${lang}`, { ignoreVary: true });
    if (!page) throw error;
    return marked(page, lang);
  }
}

// The page says that it is a kept one, and of when its data are.
async function marked(page, lang) {
  const date = new Date(page.headers.get("Last-Modified") ?? Date.now());
  const text = WORDS[lang].replace("{date}", date.toLocaleDateString(lang === "zh" ? "zh-CN" : "en-GB"));
  const html = (await page.text()).replace('<main id="content"', `<p class="offline" role="status">${text}</p>\n<main id="content"`);
  const headers = new Headers(page.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(html, { status: 200, headers });
}
