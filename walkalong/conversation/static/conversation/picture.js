// Choosing a picture, and seeing it before it goes. The server draws it anew without what it carries along.
const KNOWN = new Set(["image/jpeg", "image/png", "image/webp", "image/gif"]);

export function startPicture(form, refuse) {
  const field = form.querySelector("[data-picture]");
  const line = form.querySelector("[data-picture-line]");
  const preview = form.querySelector("[data-preview]");
  const alt = form.elements.alt;
  const sayings = document.querySelector('[data-part="words"]').dataset;
  let file = null;

  function put(chosen, description = "") {
    clear();
    if (!KNOWN.has(chosen.type)) return refuse(sayings.notAPicture);
    if (chosen.size > Number(form.dataset.pictureBytes)) return refuse(sayings.pictureLarge);
    refuse("");
    file = chosen;
    alt.value = description;
    preview.src = URL.createObjectURL(chosen);
    line.hidden = false;
  }

  function clear() {
    if (preview.src) URL.revokeObjectURL(preview.src);
    preview.removeAttribute("src");
    file = null;
    field.value = "";
    alt.value = "";
    line.hidden = true;
  }

  // named like a picture, but none that can be opened: said before it is sent, not after
  preview.addEventListener("error", () => {
    if (!file) return;
    clear();
    refuse(sayings.notAPicture);
  });
  field.addEventListener("change", () => field.files[0] && put(field.files[0]));
  form.querySelector("[data-drop-picture]").addEventListener("click", clear);
  form.addEventListener("paste", (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])].find((one) => KNOWN.has(one.type));
    if (!pasted) return;
    event.preventDefault();
    put(pasted);
  });
  return { put, clear, chosen: () => file, alt: () => alt.value };
}
