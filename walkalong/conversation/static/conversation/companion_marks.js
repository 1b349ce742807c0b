// A mirror behind the words, of the same measure and invisible but for its underlines: marks in place, no shift.
const MEASURES = [
  "fontFamily", "fontSize", "fontWeight", "fontStyle", "lineHeight", "letterSpacing", "wordSpacing", "textIndent",
  "paddingTop", "paddingRight", "paddingBottom", "paddingLeft", "borderTopWidth", "borderRightWidth",
  "borderBottomWidth", "borderLeftWidth", "tabSize", "direction", "textAlign",
];

const standsAlone = (text, start, end) => !/\S/.test(text.charAt(start - 1)) && !/\S/.test(text.charAt(end));

export function drawMarks(paper, words) {
  const mirror = document.createElement("div");
  mirror.className = "companion-mirror";
  mirror.setAttribute("aria-hidden", "true");
  const inner = document.createElement("div");
  mirror.append(inner);
  paper.prepend(mirror);
  let drawn = [];
  let under = ""; // the words the marks were drawn under

  function measure() {
    const style = getComputedStyle(words);
    for (const name of MEASURES) inner.style[name] = style[name];
    inner.style.width = `${words.clientWidth + parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth)}px`;
    follow();
  }

  function follow() {
    inner.style.transform = `translateY(${-words.scrollTop}px)`;
  }

  function draw(marks) {
    drawn = [...marks].sort((one, other) => one.start - other.start);
    under = words.value;
    const parts = [];
    let end = 0;
    for (const mark of drawn) {
      if (mark.start < end) continue;
      const underlined = document.createElement("span");
      underlined.className = `companion-mark companion-mark--${mark.side}`;
      underlined.textContent = words.value.slice(mark.start, mark.end);
      parts.push(words.value.slice(end, mark.start), underlined);
      end = mark.end;
    }
    inner.replaceChildren(...parts, words.value.slice(end), "\u200b");
    measure();
  }

  // As one types on, a mark stays under its sentence while that sentence is untouched, and goes when it is not.
  function keep() {
    const [now, before] = [words.value, under];
    let same = 0;
    while (same < now.length && same < before.length && now[same] === before[same]) same += 1;
    let tail = 0;
    const most = Math.min(now.length, before.length) - same;
    while (tail < most && now.at(-1 - tail) === before.at(-1 - tail)) tail += 1;
    const moved = now.length - before.length;
    const kept = drawn.filter((mark) => {
      const shift = mark.end <= same ? 0 : mark.start >= before.length - tail ? moved : null;
      if (shift === null) return false;
      const [start, end] = [mark.start + shift, mark.end + shift];
      if (!standsAlone(now, start, end)) return false;
      Object.assign(mark, { start, end });
      return true;
    });
    draw(kept);
    return kept;
  }

  words.addEventListener("scroll", follow, { passive: true });
  new ResizeObserver(measure).observe(words);
  return {
    draw,
    keep,
    at: (place) => drawn.find((mark) => mark.start <= place && place <= mark.end),
  };
}
