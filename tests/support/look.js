/* What is wrong with the look of a page: text that is too small, too faint, cut off, or over other text. */
() => {
  const LEAST_SIZE = 12;
  const found = [];
  const width = document.documentElement.clientWidth;
  const say = (fault, text) => found.push(fault + ": " + text.trim().replace(/\s+/g, " ").slice(0, 60));

  const numbers = (colour) => (colour.match(/[\d.]+/g) || []).map(Number);
  const light = ([red, green, blue]) => {
    const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
  };
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  // Asked for each stretch of text, of ancestors that most of them share.
  const once = (ask) => {
    const known = new Map();
    return (element) => {
      if (!known.has(element)) known.set(element, ask(element));
      return known.get(element);
    };
  };
  const ground = once((element) => {
    if (!element) return [255, 255, 255];
    const colour = numbers(getComputedStyle(element).backgroundColor);
    return colour.length === 3 || colour[3] > 0.99 ? colour : ground(element.parentElement);
  });
  const hides = once((node) => {
    if (!node || node === document.body) return false;
    const style = getComputedStyle(node);
    if (style.clipPath === "inset(50%)" || style.opacity === "0" || style.visibility === "hidden") return true;
    return /^(desc|title|style|script|option)$/i.test(node.tagName) || hides(node.parentElement);
  });
  const unseen = (element) => !element.checkVisibility() || hides(element); // as in closed details

  /** Whether a box lies in a picture, but for a hair: half a numeral may stand over the end of a scale. */
  const isWithin = (box, picture) => {
    const frame = picture.getBoundingClientRect();
    const [across, down] = [Math.min(box.width / 2, 24) + 2, 3];
    return box.left > frame.left - across && box.right < frame.right + across && box.top > frame.top - down && box.bottom < frame.bottom + down;
  };

  const article = document.querySelector("article.md-content__inner");
  const walk = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  const lines = [];
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const element = node.parentElement;
    if (!node.data.trim() || unseen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    // Ranges do not know that an SVG text is held to a width.
    const rects = element.hasAttribute("textLength") ? [element.getBoundingClientRect()] : [...range.getClientRects()];
    const boxes = rects.filter((box) => box.width > 1 && box.height > 1);
    if (!boxes.length) continue;
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    if (size < LEAST_SIZE - 0.01) say("text of " + size + " px", node.data);
    const colour = numbers(element.namespaceURI.endsWith("svg") ? style.fill : style.color);
    const least = size >= 24 || (size >= 18.66 && +style.fontWeight >= 700) ? 3 : 4.5;
    const ratio = contrast(colour, ground(element));
    if (ratio < least) say("contrast of " + ratio.toFixed(2), node.data);
    for (const box of boxes) {
      const scrolls = element.closest(".table-box");
      if (!scrolls && (box.right > width + 1 || box.left < -1)) say("cut off", node.data);
      const picture = element.closest("svg");
      if (picture && !isWithin(box, picture)) say("beyond its picture", node.data);
      lines.push({ box, text: node.data, element, picture });
    }
  }
  lines.sort((a, b) => a.box.top - b.box.top);
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].box.top < one.box.bottom; next++) {
      const other = lines[next];
      const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const down = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      // The labels of a picture stand by themselves: no line of them is set solid.
      const most = one.picture && one.picture === other.picture ? 0.3 : 0.5;
      if (across > 2 && down > most * Math.min(one.box.height, other.box.height))
        say("text over text", one.text.slice(0, 28) + " / " + other.text);
    }
  });
  for (const link of width < 768 ? [] : article.querySelectorAll(".headerlink")) {
    const range = document.createRange();
    range.setStart(link.parentElement, 0);
    range.setEndBefore(link);
    const last = [...range.getClientRects()].pop();
    if (link.offsetWidth && last && link.getBoundingClientRect().top > last.bottom - 2)
      say("link on a line of its own", link.parentElement.textContent);
  }
  return found;
}
