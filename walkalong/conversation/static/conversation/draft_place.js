// Which kept draft a tab goes on with: its own after a reload, else one whose tab is gone. No two tabs share one.
const PATIENCE = 1000; // the page before this one may still be on its way out

// Answers a key that this tab alone keeps to while it is open. `kept` are the keys of drafts, the latest first.
export async function takePlace(prefix, kept) {
  const own = takeOwn(prefix);
  for (const key of [own, ...kept]) {
    if (!key || !(await held(key, key === own))) continue;
    leaveForReload(prefix, key);
    return key;
  }
  const fresh = prefix + Array.from(crypto.getRandomValues(new Uint32Array(2))).join("-");
  await held(fresh, false);
  leaveForReload(prefix, fresh);
  return fresh;
}

// Until the page is left or closed. Where the browser knows no locks, tabs share a draft.
function held(key, patient) {
  if (!navigator.locks) return true;
  const options = patient ? { signal: AbortSignal.timeout(PATIENCE) } : { ifAvailable: true };
  return new Promise((resolve) => {
    const hold = (lock) => (resolve(Boolean(lock)), lock ? new Promise(() => {}) : null);
    navigator.locks.request(key, options, hold).catch(() => resolve(false));
  });
}

// It lies in the tab's own storage only while no page of it is shown, so that a copied tab does not copy it.
function takeOwn(prefix) {
  try {
    const own = sessionStorage.getItem(prefix);
    sessionStorage.removeItem(prefix);
    return own;
  } catch {
    return null; // not allowed here
  }
}

function leaveForReload(prefix, key) {
  let own = key;
  addEventListener("walkalong:signing-out", () => (own = null));
  addEventListener("pagehide", () => {
    try {
      if (own) sessionStorage.setItem(prefix, own);
    } catch {
      // then it is found among those whose tab is gone
    }
  });
}
