// One open menu at a time; Escape and a press elsewhere close it.
export function closeMenus(room) {
  const others = (kept) => {
    for (const menu of room.querySelectorAll("details[open]")) if (menu !== kept) menu.open = false;
  };
  room.addEventListener("toggle", (event) => event.target.open && others(event.target), true);
  document.addEventListener("click", (event) => others(event.target.closest("details")));
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && event.target.closest?.("details[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}
