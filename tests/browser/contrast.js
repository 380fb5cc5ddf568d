// All texts of the page that can be seen, with less contrast than arguments[0]: one line each. Colours may be translucent;
// a text's ground is what its ancestors paint, one upon the other.
const canvas = document.createElement('canvas');
canvas.width = canvas.height = 1;
const pen = canvas.getContext('2d', {willReadFrequently: true});
const known = new Map();
const rgba = (colour) => {
  if (!known.has(colour)) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
    known.set(colour, [r, g, b, a / 255]);
  }
  return known.get(colour);
};
const over = ([r, g, b, a], below) => [r, g, b].map((v, i) => v * a + below[i] * (1 - a));
const channel = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const ratio = (a, b) => {
  const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
const grounds = new Map();
const ground = (element) => {
  if (!element) return rgba('canvas').slice(0, 3);
  if (!grounds.has(element)) {
    const below = ground(element.parentElement);
    const paint = element instanceof SVGElement ? 'transparent' : getComputedStyle(element).backgroundColor;
    grounds.set(element, over(rgba(paint), below));
  }
  return grounds.get(element);
};
const opacity = (element) => {
  let all = 1;
  for (let e = element; e; e = e.parentElement) all *= Number(getComputedStyle(e).opacity);
  return all;
};
const faults = [];
let seen = 0;
const check = (element, colour, text) => {
  const [r, g, b, a] = rgba(colour);
  const below = ground(element);
  const shown = over([r, g, b, a * opacity(element)], below);
  const found = ratio(shown, below);
  ++seen;
  if (found < arguments[0]) {
    faults.push(`${found.toFixed(2)} ${element.tagName}.${element.getAttribute('class')} ${colour} on ${below.map(Math.round)}: ${text.trim().slice(0, 30)}`);
  }
};
for (const element of document.querySelectorAll('body *')) element.style.contentVisibility = 'visible';
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (texts.nextNode()) {
  const element = texts.currentNode.parentElement;
  if (!texts.currentNode.data.trim() || element.closest('title, desc, template, script, noscript, option')) continue;
  if (!element.checkVisibility({checkVisibilityCSS: true})) continue;
  const style = getComputedStyle(element);
  check(element, element instanceof SVGElement ? style.fill : style.color, texts.currentNode.data);
}
for (const element of document.querySelectorAll('body *')) {
  if (!element.checkVisibility({checkVisibilityCSS: true})) continue;
  for (const part of ['::before', '::after', '::marker']) {
    const style = getComputedStyle(element, part);
    if (/^"(?=[^"]*[^"\s])/.test(style.content)) check(element, style.color, part + style.content);
  }
  if (element.matches('input[placeholder]')) check(element, getComputedStyle(element, '::placeholder').color, element.placeholder);
  if (element.matches('select, input:not([type=checkbox], [type=radio])')) check(element, getComputedStyle(element).color, element.tagName);
}
return {seen, faults: [...new Set(faults)]};
