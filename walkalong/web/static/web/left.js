// A classic script in the head: after Leave, "back" must not bring any page of ours to the screen, not for a moment.
// It leads away again, until somebody comes here by themselves.
(() => {
  const LEFT = "walkalong:left";
  const cameBack = () => performance.getEntriesByType("navigation")[0]?.type === "back_forward";
  const away = () => {
    const address = sessionStorage.getItem(LEFT);
    if (!address) return;
    document.documentElement.classList.add("is-leaving");
    location.replace(address);
  };
  try {
    if (cameBack()) away();
    else sessionStorage.removeItem(LEFT);
    addEventListener("pageshow", (event) => event.persisted && away());
  } catch {
    // nothing can be kept here: then only the page that was left is gone from the history
  }
})();
