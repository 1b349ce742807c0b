/**
 * Choosing a time zone: a field to find it by typing, and (data-guess) the browser's own as the first choice.
 * Everything also works as plain selects.
 */
const script = document.querySelector('script[src*="people/place"]');
const zone = document.querySelector('[data-place="zone"]');
const country = document.querySelector('[data-place="country"]');

if (zone) {
  if (script.dataset.guess && !document.querySelector(".field--invalid")) guess();
  zone.before(finder());
}

function guess() {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!here) return;
  let option = [...zone.options].find((one) => one.value === here);
  if (!option) {
    option = new Option(here.replaceAll("_", " "), here);
    zone.append(option);
  }
  zone.value = here;
  if (country && option.dataset.country) country.value = option.dataset.country;
}

function finder() {
  const field = document.createElement("input");
  field.type = "search";
  field.placeholder = script.dataset.find;
  field.setAttribute("aria-label", script.dataset.find);
  field.setAttribute("aria-controls", zone.id);
  field.autocomplete = "off";
  field.addEventListener("input", () => narrow(field.value));
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // finding is not sending
  });
  return field;
}

function narrow(typed) {
  const wanted = typed.trim().toLowerCase().replaceAll("_", " ");
  let first = null;
  for (const option of zone.options) {
    const shown = !wanted || `${option.value} ${option.text}`.toLowerCase().replaceAll("_", " ").includes(wanted);
    option.hidden = !shown;
    if (shown && option.value && !first) first = option;
  }
  const chosen = zone.selectedOptions[0];
  if (wanted && first && (!chosen?.value || chosen.hidden)) zone.value = first.value;
}
