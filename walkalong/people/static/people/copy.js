/** A button that copies a field: <button data-copy="field-id" data-done="Copied" hidden>. */
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  if (!navigator.clipboard || !field) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.done;
    } catch {
      // refused by the browser: the text is selected, so it can be copied by hand
    }
  });
}
