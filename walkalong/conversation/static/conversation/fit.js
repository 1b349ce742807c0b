// Keeps the room as tall as what is seen: above an on-screen keyboard, in browsers that do not do so by themselves.
export function fitToWhatIsSeen() {
  const seen = window.visualViewport;
  if (!seen) return;
  const fit = () => {
    const covered = document.documentElement.clientHeight - seen.height * seen.scale > 80;
    if (covered) {
      document.documentElement.style.setProperty("--seen", `${seen.height}px`);
      window.scrollTo(0, 0);
    } else document.documentElement.style.removeProperty("--seen");
  };
  seen.addEventListener("resize", fit);
}

// How much room there is above the composer, for what opens there: in landscape and above a keyboard it is little.
export function tellRoomAbove(room, composer) {
  const top = (element) => element.getBoundingClientRect().top;
  const tell = () => room.style.setProperty("--above", `${top(composer) - top(room)}px`);
  const sizes = new ResizeObserver(tell);
  for (const element of [room, composer]) sizes.observe(element);
}
