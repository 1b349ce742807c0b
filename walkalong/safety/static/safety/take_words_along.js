// Whom it is about can be chosen after writing: the words come along. They are kept under whom they are about, so
// that words about somebody never wait in a form that this somebody would receive.
const form = document.querySelector("form[data-keep]");
const prefix = `walkalong:kept:${document.documentElement.dataset.person}:`;

document.addEventListener("click", (event) => {
  const chosen = event.target.closest("[data-keep-under]")?.dataset.keepUnder;
  if (chosen === undefined || !form || chosen === form.dataset.keep) return;
  try {
    const words = localStorage.getItem(prefix + form.dataset.keep);
    if (words === null) return;
    localStorage.removeItem(prefix + form.dataset.keep);
    localStorage.setItem(prefix + chosen, words);
  } catch {
    // nothing can be kept here
  }
});
