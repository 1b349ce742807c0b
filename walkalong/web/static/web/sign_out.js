// Signing out leaves nothing personal on the device: drafts, waiting messages, kept pages.
const PREFIX = "walkalong:";
const DATABASE = "walkalong";
const SIGNING_OUT = "walkalong:signing-out"; // an event of this page, and a word to the other pages
const SIGNED_OUT = "walkalong:signed-out"; // a word to the other pages
const PATIENCE_MS = 1500; // signing out itself must never wait on a stubborn browser

export async function forget() {
  for (const store of [localStorage, sessionStorage]) {
    for (const key of Object.keys(store)) {
      if (key.startsWith(PREFIX)) store.removeItem(key);
    }
  }
  tellOtherPages(SIGNING_OUT);
  await Promise.allSettled([deleteDatabase(), tellWorker()]);
}

function tellOtherPages(word) {
  localStorage.setItem(word, "now");
  localStorage.removeItem(word);
}

function deleteDatabase() {
  return new Promise((done) => {
    const request = indexedDB.deleteDatabase(DATABASE);
    request.onsuccess = request.onerror = request.onblocked = done;
  });
}

async function tellWorker() {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration?.active) return;
  const { port1, port2 } = new MessageChannel();
  await new Promise((done) => {
    port1.onmessage = done;
    registration.active.postMessage({ type: "sign-out" }, [port2]);
  });
}

// Rooms close their open databases, and keep no more of what is typed.
function tellThisPage() {
  dispatchEvent(new CustomEvent(SIGNING_OUT));
}

// A page that is still open elsewhere shows nothing from this moment, and goes to the way in once nobody is signed in.
function emptyThisPage() {
  tellThisPage();
  document.documentElement.classList.add("is-leaving");
  const leave = () => location.replace("/");
  addEventListener("storage", ({ key, newValue }) => key === SIGNED_OUT && newValue && leave());
  setTimeout(leave, 10 * PATIENCE_MS); // if signing out came to nothing, this brings the page back
}

addEventListener("storage", ({ key, newValue }) => key === SIGNING_OUT && newValue && emptyThisPage());
try {
  if (!document.documentElement.dataset.person) tellOtherPages(SIGNED_OUT);
} catch {
  // nothing can be kept here: the other pages leave by themselves
}
for (const form of document.querySelectorAll("form[data-sign-out]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    tellThisPage();
    const enough = new Promise((done) => setTimeout(done, PATIENCE_MS));
    await Promise.race([forget().catch(() => undefined), enough]);
    form.submit();
  });
}
