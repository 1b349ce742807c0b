// The worker keeps the help card on the device; the product works without it.
const { worker } = document.querySelector("script[data-worker]").dataset;
const CARD_KEPT = "walkalong:card-kept"; // whose card, and when: forgotten at sign-out with the rest
const FRESH_MS = 30 * 60 * 1000;

if ("serviceWorker" in navigator && isSecureContext) {
  navigator.serviceWorker.register(worker, { scope: "/" }).catch(() => {
    // a private window or a full disk: nothing else depends on it
  });
  keepOwnCard();
}

// The worker often comes before somebody signs in, and people move: the card kept must be that of their country.
async function keepOwnCard() {
  const { person } = document.documentElement.dataset;
  const [whose, when] = (sessionStorage.getItem(CARD_KEPT) ?? "").split(" ");
  if (!person || (whose === person && Date.now() - when < FRESH_MS)) return;
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage({ type: "keep-card" });
  sessionStorage.setItem(CARD_KEPT, `${person} ${Date.now()}`);
}
