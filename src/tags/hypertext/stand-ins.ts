import { SHEET } from './hide-styles.js';

/** Where a stand-in says what was there; a style sheet shows it. */
export const SHOWS = 'data-le-shows';

const SVG = 'http://www.w3.org/2000/svg';
const MATH = 'http://www.w3.org/1998/Math/MathML';

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Elements that stay as they are. */
export const kept = {
  html: words(`a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup data
    dd del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd label li
    main mark menu meter nav nobr ol p picture pre progress q rp rt ruby s samp search section small span strike strong sub
    summary sup table tbody td tfoot th thead time tr tt u ul var video wbr`),
  svg: words(`svg g path rect circle ellipse line polyline polygon text tspan title desc defs marker lineargradient
    radialgradient stop pattern mask clippath`),
  math: words(`math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mroot mrow ms mspace msqrt
    mstyle msub msubsup msup mtable mtd mtext mtr munder munderover`),
};

/** Elements that give way to a block, to preformatted text; what is in them stays. All others give way to a span. */
const toBlock = words('form fieldset legend dialog marquee');
const toPre = words('xmp listing plaintext');
/** Of these nothing is left, neither to be seen nor to be marked. */
const emptied =
  words(`script noscript template style link meta title base head param source track noembed noframes datalist area
  bgsound basefont canvas`);
/** These are said to be left out, as they would show something of their own. */
const said = words('iframe frame frameset embed object applet portal');
/** What is in these does not count as text. */
const countless = words('script noscript template iframe noembed noframes textarea select datalist');
const shared = ['class', 'id', 'title', 'lang', 'dir', 'align', 'data-le-style'];

/** What a page's elements were before something harmless took their places. */
export interface Left {
  /** The names that stand-ins go by in XPaths. */
  readonly names: Map<Node, string>;
  /** Text that counts, and is not to be seen. */
  readonly unseen: Map<Node, string>;
}

/**
 * Puts something harmless in the place of everything in a parsed, inert page that could run, load, ask or embed, so that
 * every other element keeps its place among those of its name.
 *
 * @param sheets the style sheets that were hidden from the parser
 */
export function putStandIns(page: HTMLElement, sheets: readonly string[]): Left {
  const left: Left = { names: new Map(), unseen: new Map() };
  const walker = page.ownerDocument.createTreeWalker(page, NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as Element;
    if (isKept(element)) continue;
    const sheet = sheetOf(element, sheets);
    const name = sheet === undefined ? element.localName.toLowerCase() : 'style';
    if (sheet) element.textContent = sheet;
    const standIn = standInFor(element, name);
    left.names.set(standIn, name);
    if (!standIn.firstChild && element.textContent && !countless.has(name))
      left.unseen.set(standIn, element.textContent);
    walker.currentNode = standIn;
  }
  return left;
}

/** The style sheet that an element stands for. */
export function sheetOf(element: Element, sheets: readonly string[]): string | undefined {
  const number = element.localName === 'script' ? element.getAttribute(SHEET) : null;
  return number === null ? undefined : sheets[Number(number)];
}

function isKept({ namespaceURI, localName, parentElement }: Element): boolean {
  const name = localName.toLowerCase();
  if (namespaceURI === SVG) return kept.svg.has(name);
  if (namespaceURI === MATH) return kept.math.has(name);
  return kept.html.has(name) || (name === 'source' && /^(audio|video)$/.test(parentElement?.localName ?? ''));
}

/** Takes the element's place, with what may stay of what was in it. */
function standInFor(element: Element, name: string): Element {
  const { ownerDocument: page, namespaceURI } = element;
  if (namespaceURI === SVG || namespaceURI === MATH) {
    const group = page.createElementNS(namespaceURI, namespaceURI === SVG ? 'g' : 'mrow');
    if (name === 'a' || name === 'semantics') group.append(...element.childNodes);
    element.replaceWith(group);
    return group;
  }
  const standIn = page.createElement(toBlock.has(name) ? 'div' : toPre.has(name) ? 'pre' : 'span');
  for (const key of shared) {
    const value = element.getAttribute(key);
    if (value !== null) standIn.setAttribute(key, value);
  }
  const shows = said.has(name) ? leftOut(element, name) : fieldText(element, name);
  if (shows !== undefined) standIn.setAttribute(SHOWS, shows);
  else if (!emptied.has(name)) while (element.firstChild) standIn.append(element.firstChild);
  standIn.hidden =
    emptied.has(name) ||
    element.hasAttribute('hidden') ||
    shows === '' ||
    (name === 'dialog' && !element.hasAttribute('open'));
  element.replaceWith(standIn);
  return standIn;
}

function leftOut(element: Element, name: string): string {
  const address = element.getAttribute(name === 'object' ? 'data' : 'src')?.trim() ?? '';
  return `Left out: ${name}${/^https?:/i.test(address) ? ` ${address.replace(/[?#].*$/s, '')}` : ''}`;
}

/** What a field of a form shows; nothing for other elements. */
function fieldText(element: Element, name: string): string | undefined {
  if (name === 'textarea') return element.textContent || element.getAttribute('placeholder') || ' ';
  if (name === 'select') {
    const option = element.querySelector('option[selected]') ?? element.querySelector('option');
    return option?.textContent?.trim() || ' ';
  }
  if (name !== 'input') return undefined;
  const type = element.getAttribute('type')?.toLowerCase();
  const checked = element.hasAttribute('checked');
  if (type === 'hidden' || type === 'image') return '';
  if (type === 'checkbox') return checked ? '☑' : '☐';
  if (type === 'radio') return checked ? '◉' : '○';
  const value = element.getAttribute('value') ?? '';
  return (type === 'password' ? value.replace(/./gs, '•') : value) || element.getAttribute('placeholder') || ' ';
}
