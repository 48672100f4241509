import { loadSanitiser } from '../parts/sanitiser.js';
import { HIDDEN_STYLE, hideStyles, SHEET, SHEET_TYPE } from './hide-styles.js';
import { PAGE, pageGuard, pageStyles } from './page-styles.js';
import type { Origin } from './page-text.js';
import { dropRemote, isColoured, isRemote, safeSheet } from './safe-css.js';
import { putStandIns, sheetOf } from './stand-ins.js';

export interface PageOptions {
  /** Among the editor's styles, and without its own style sheets. */
  readonly inline: boolean;
  /** Links open beside the page. */
  readonly clickableLinks: boolean;
  /** Where the document is from: what its relative addresses are relative to. */
  readonly url?: string | undefined;
}

/** A document that can do nothing but be read. */
export interface Page {
  readonly element: HTMLElement;
  readonly origin: Origin<Node>;
  /** None where it is inline. */
  readonly sheets?: readonly CSSStyleSheet[];
}

export type ReadPage = (html: string, options: PageOptions) => Page;

/**
 * What the sanitiser would let through, and we do not: what takes the focus or the user's clicks, fetches, or speaks to what
 * is around the page.
 */
const forbidden =
  `style tabindex contenteditable autofocus accesskey inert draggable enterkeyhint inputmode name slot part
  exportparts is popover popovertarget popovertargetaction command commandfor srcset sizes background autoplay preload loading
  usemap ismap download target ping rel integrity crossorigin nonce itemscope autocomplete for role aria-live aria-hidden
  aria-labelledby aria-describedby aria-controls aria-owns aria-modal`.split(/\s+/);

/** Loads the sanitiser. Documents are parsed where nothing runs or loads, and are harmless before they come into the page. */
export async function loadPageReader(): Promise<ReadPage> {
  const purify = await loadSanitiser();
  return (html, options) => {
    // In the mode of today's documents, as inside of others; what is inline has no head that could swallow anything.
    const { html: plain, sheets } = hideStyles(html);
    const source = `<!DOCTYPE html>${options.inline ? '<body>' : ''}${plain}`;
    const parsed = new DOMParser().parseFromString(source, 'text/html');
    const base = baseOf(parsed, options.url ?? document.baseURI);
    const rules = options.inline ? [] : [...parsed.querySelectorAll(`script[${SHEET}]`)].filter(isCss);
    const element = pageOf(parsed);
    const { names, unseen } = putStandIns(element, sheets);
    purify.sanitize(element, {
      IN_PLACE: true,
      USE_PROFILES: { html: true, svg: true, mathMl: true },
      FORBID_ATTR: forbidden,
    });
    const own = rules.map((rule) =>
      safeSheet(sheetOf(rule, sheets) ?? '', rule.getAttribute('media') ?? '', `.${PAGE}`),
    );
    const coloured = dress(element, options, base) || own.some((sheet) => sheet.coloured);
    element.classList.add(PAGE);
    element.classList.toggle('le-paper', coloured);
    document.adoptNode(element);
    return {
      element,
      origin: {
        nameOf: (node) => names.get(node) ?? node.nodeName.toLowerCase(),
        unseenText: (node) => unseen.get(node),
      },
      ...(!options.inline && { sheets: [baseSheet(), ...own.map(({ sheet }) => sheet)] }),
    };
  };
}

const isCss = (style: Element) => /^(?:|text\/css)$/i.test(style.getAttribute(SHEET_TYPE)?.trim() ?? '');

let base: CSSStyleSheet | undefined;

/** Shared by all pages. */
function baseSheet(): CSSStyleSheet {
  if (!base) {
    base = new CSSStyleSheet();
    base.replaceSync(pageStyles + pageGuard);
  }
  return base;
}

/** The body's content, in an element that has what the body had. */
function pageOf({ body, documentElement }: Document): HTMLElement {
  const page = body.ownerDocument.createElement('div');
  for (const source of [documentElement, body]) {
    for (const key of ['class', 'id', 'lang', 'dir', 'bgcolor', 'text', HIDDEN_STYLE]) {
      const value = source.getAttribute(key);
      if (value !== null) page.setAttribute(key, value);
    }
  }
  while (body.firstChild) page.append(body.firstChild);
  return page;
}

/** Sets styles and addresses, as far as they are harmless. @returns whether it brings colours */
function dress(page: HTMLElement, { inline, clickableLinks }: PageOptions, base: string): boolean {
  let coloured = false;
  const all = <E extends Element>(selector: string) => page.querySelectorAll<E>(selector);
  for (const element of [page, ...all<HTMLElement>(`[${HIDDEN_STYLE}]`)]) {
    const { style } = element;
    style.cssText = element.getAttribute(HIDDEN_STYLE) ?? '';
    dropRemote(style);
    coloured ||= isColoured(style);
    element.removeAttribute(HIDDEN_STYLE);
  }
  for (const element of [page, ...all<HTMLElement>('[bgcolor], [text], font[color]')]) {
    const background = element === page ? element.getAttribute('bgcolor') : null;
    if (background) element.style.backgroundColor = background;
    const text = element === page ? element.getAttribute('text') : null;
    if (text) element.style.color = text;
    coloured ||= element !== page || Boolean(background || text);
  }
  for (const element of [page, ...all('[class*="le-"]')]) {
    for (const name of [...element.classList]) if (name.startsWith('le-')) element.classList.remove(name);
  }
  if (inline) for (const element of [page, ...all('[id]')]) element.removeAttribute('id');
  for (const element of all<SVGElement>('svg, svg *')) clearSvg(element);
  for (const media of all<HTMLElement>('img, audio, video, source')) allowMedium(media, base);
  for (const link of all<HTMLElement>('a')) settleLink(link, clickableLinks, base);
  // All of it is there to be read and marked.
  for (const details of all<HTMLDetailsElement>('details')) details.open = true;
  return coloured;
}

/** Takes out what refers to other places than the page itself. */
function clearSvg(element: SVGElement): void {
  for (const { name, value } of [...element.attributes]) {
    if (isRemote(value) || (/(?:^|:)href$/i.test(name) && !value.startsWith('#'))) element.removeAttribute(name);
  }
}

/** Pictures load when they come into view, sound and film when they are played. */
function allowMedium(medium: HTMLElement, base: string): void {
  for (const key of ['src', 'poster']) {
    const address = addressOf(medium.getAttribute(key), base, /^(?:https?|data):$/);
    medium.removeAttribute(key);
    if (address === undefined) continue;
    if (medium instanceof HTMLImageElement || medium.localName === 'img') medium.setAttribute('loading', 'lazy');
    medium.setAttribute(key, address);
  }
  if (medium.localName === 'img') medium.setAttribute('draggable', 'false');
  if (/^(?:audio|video)$/.test(medium.localName)) {
    medium.setAttribute('preload', 'none');
    medium.setAttribute('controls', '');
  }
}

function settleLink(link: HTMLElement, clickable: boolean, base: string): void {
  const written = link.getAttribute('href');
  // A place within the page would be looked for in the page around it.
  const address = written?.startsWith('#') ? undefined : addressOf(written, base, /^(?:https?|mailto):$/);
  link.removeAttribute('href');
  if (clickable && address !== undefined) {
    link.setAttribute('href', address);
    link.setAttribute('target', '_blank');
    link.setAttribute('rel', 'noopener noreferrer');
    link.setAttribute('draggable', 'false');
  } else if (written !== null) {
    link.setAttribute('data-le-link', '');
    if (address !== undefined && !link.title) link.title = address;
  }
}

function baseOf(parsed: Document, url: string): string {
  const written = parsed.querySelector('base')?.getAttribute('href') ?? '';
  return URL.canParse(written, url) ? new URL(written, url).href : url;
}

function addressOf(address: string | null, base: string, protocols: RegExp): string | undefined {
  const trimmed = address?.trim();
  if (!trimmed || !URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  return protocols.test(url.protocol) ? url.href : undefined;
}
