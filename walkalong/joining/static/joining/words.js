// Words typed here before, kept on the device by web/forms.js, are offered and never put over what stands in the field.
const form = document.querySelector("form[data-words]");
const field = form.querySelector("textarea");
const offer = form.querySelector("[data-found]");
const key = `walkalong:kept:${document.documentElement.dataset.person}:${form.dataset.keep}`;

function keptWords() {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null")?.[field.name] ?? "";
  } catch {
    return "";
  }
}

const kept = keptWords();
offer.hidden = !kept || kept === field.value || field.value !== field.defaultValue;
offer.querySelector("[data-bring-back]").addEventListener("click", () => {
  field.value = kept;
  offer.hidden = true;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});
