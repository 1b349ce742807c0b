// The reason is told at once, where the sentence stands. Without this script "Hear why" asks the server.
for (const row of document.querySelectorAll("[data-sort]")) {
  const why = row.querySelector("[data-why]");
  row.addEventListener("change", (event) => {
    const reason = row.querySelector(`template[data-when="${event.target.value}"]`);
    if (reason) why.replaceChildren(reason.content.cloneNode(true));
  });
}
document.querySelector("[data-hear-why]")?.setAttribute("hidden", "");
