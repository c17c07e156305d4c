// Asks axe-core for the contrast of those elements alone that look unlike all that were asked for before.
// Two look alike if they and all around them have the same names, classes and colours, and stand alike in their
// lines. Takes the signatures of what was asked for, gives those of what will be.
(asked) => {
  const known = new Set(asked);
  const signatures = new Map();
  const PROPERTIES = [
    "color", "backgroundColor", "backgroundImage", "backgroundClip", "opacity", "filter", "mixBlendMode",
    "fontSize", "fontWeight", "textShadow", "textDecorationLine", "borderBottomWidth", "borderBottomColor",
    "position", "zIndex",
  ];
  const look = (style) => PROPERTIES.map((property) => style[property]).join();
  const hashed = (text) => {
    let [one, other] = [0xdeadbeef, 0x41c6ce57];
    for (let at = 0; at < text.length; at++) {
      one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
      other = Math.imul(other ^ text.charCodeAt(at), 1597334677);
    }
    return (one >>> 0).toString(36) + (other >>> 0).toString(36);
  };
  // What else decides whether axe-core asks: letters of its own (of one it asks nothing), and a line around a link.
  const letters = (node) => {
    const own = [...node.childNodes].filter((each) => each.nodeType === Node.TEXT_NODE);
    return (own.map((each) => each.data).join("").match(/[\p{L}\p{N}]/gu) || []).length;
  };
  const described = (node) => [
    node.localName,
    node.getAttribute("class"),
    Math.min(letters(node), 2),
    node.matches("a, [role=link]") && axe.commons.dom.isInTextBlock(node),
    node.matches(":disabled, [aria-disabled=true]"),
    look(getComputedStyle(node)),
  ].join("|");
  const signature = (node) => {
    if (!node) return "";
    if (!signatures.has(node)) {
      signatures.set(node, hashed(`${signature(node.parentElement)}>${described(node)}`));
    }
    return signatures.get(node);
  };
  const unlike = [];
  axe.setup();
  for (const node of document.querySelectorAll("body, body *")) {
    node.removeAttribute("data-unlike");
    if (node.getClientRects().length && !known.has(signature(node))) {
      known.add(signature(node));
      unlike.push(signature(node));
      node.setAttribute("data-unlike", "");
    }
  }
  axe.teardown();
  axe.configure({ rules: [
    { id: "color-contrast", selector: "[data-unlike]" },
    { id: "link-in-text-block", selector: ":is(a[href], [role=link])[data-unlike]" },
  ] });
  return unlike;
}
