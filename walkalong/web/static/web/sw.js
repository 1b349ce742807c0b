// The service worker. The server puts `self.SHELL` before this text: { version, assets, static, offline, helpCard }.
// Kept on the device: the look of the pages, the offline page and the help card. Never a page with people's words.
const SHELL = self.SHELL;
const ASSETS = `assets-${SHELL.version}`;
const PAGES = `pages-${SHELL.version}`;
const PATIENCE_MS = 4000; // a help card that is slow to come is shown from the device
const HASHED = /\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(names.filter((name) => name !== ASSETS && name !== PAGES).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

async function fill() {
  const assets = await caches.open(ASSETS);
  // One file that is missing must not cost the help card.
  await Promise.allSettled(SHELL.assets.map((url) => assets.add(url)));
  await fillPages("same-origin");
}

async function fillPages(credentials) {
  const pages = await caches.open(PAGES);
  await Promise.all([keepPage(pages, SHELL.offline, "omit"), keepPage(pages, SHELL.helpCard, credentials)]);
}

async function keepPage(pages, url, credentials) {
  if (!url) return;
  try {
    const answer = await fetch(url, { credentials, cache: "no-store" });
    if (answer.ok && !answer.redirected) await pages.put(url, answer);
  } catch {
    // offline while installing: kept at the next visit
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(navigate(request, url));
  else if (request.method === "GET" && url.pathname.startsWith(SHELL.static)) event.respondWith(asset(request, url));
});

async function navigate(request, url) {
  const isHelpCard = request.method === "GET" && url.pathname === SHELL.helpCard;
  try {
    return await (isHelpCard ? freshCard(request) : fetch(request));
  } catch {
    const pages = await caches.open(PAGES);
    const kept = await pages.match(isHelpCard ? SHELL.helpCard : SHELL.offline);
    return kept ?? Response.error();
  }
}

async function freshCard(request) {
  const pages = await caches.open(PAGES);
  const coming = fetch(request).then(async (answer) => {
    if (answer.ok && !answer.redirected) await pages.put(SHELL.helpCard, answer.clone());
    return answer;
  });
  const kept = await pages.match(SHELL.helpCard);
  if (!kept) return coming;
  const enough = new Promise((done) => setTimeout(done, PATIENCE_MS, kept));
  // a server that is there but ill answers 5xx: the kept numbers are worth more
  return Promise.race([coming.then((answer) => (answer.status < 500 ? answer : kept)), enough]);
}

// A hashed name never changes its content; anything else is asked for, and kept for when nobody answers.
async function asset(request, url) {
  const assets = await caches.open(ASSETS);
  const kept = await assets.match(request);
  if (kept && HASHED.test(url.pathname)) return kept;
  try {
    const answer = await fetch(request);
    if (answer.ok) await assets.put(request, answer.clone());
    return answer;
  } catch (error) {
    if (kept) return kept;
    const plain = await assets.match(url.pathname, { ignoreSearch: true });
    if (plain) return plain;
    throw error;
  }
}

self.addEventListener("message", (event) => {
  if (event.data?.type === "keep-card") event.waitUntil(fillPages("same-origin"));
  if (event.data?.type !== "sign-out") return;
  event.waitUntil(forget().finally(() => event.ports[0]?.postMessage({ type: "forgotten" })));
});

// The card may name a person's country and their programme's people: after signing out, only the stranger's card stays.
async function forget() {
  await caches.delete(PAGES);
  fillPages("omit"); // not waited for: signing out must not depend on the network
}
