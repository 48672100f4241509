import { safeStyle } from './inline-style.js';

/** For an element of the class `le-markdown`, which the nodes are put into. */
export const richMarkupStyles = `
.le-markdown { box-sizing: border-box; min-width: 0; line-height: 1.55; overflow-wrap: anywhere; }
.le-markdown > :first-child { margin-block-start: 0; } .le-markdown > :last-child { margin-block-end: 0; }
.le-markdown :where(p, ul, ol, dl, blockquote, pre, table, figure, details) { margin: 0 0 8px; }
.le-markdown :where(ul, ol) { padding-inline-start: 22px; }
.le-markdown :where(li > ul, li > ol) { margin-block-end: 0; }
.le-markdown :where(h1, h2, h3, h4, h5, h6) { margin: 14px 0 6px; line-height: 1.3; font-size: 13px; font-weight: 600; }
.le-markdown :where(h1) { font-size: 19px; } .le-markdown :where(h2) { font-size: 16px; } .le-markdown :where(h3) { font-size: 14px; }
.le-markdown :where(h6) { color: var(--le-muted); }
.le-markdown :where(a) { color: var(--le-accent); text-underline-offset: 2px; }
.le-markdown :where(a:focus-visible) { outline: 2px solid var(--le-accent); outline-offset: 1px; border-radius: 2px; }
.le-markdown :where(code, kbd, samp, pre) { font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
.le-markdown :where(code, kbd) { padding: 1px 4px; border-radius: 4px; background: var(--le-surface-2); }
.le-markdown :where(pre) { padding: 8px 12px; overflow: auto; border: 1px solid var(--le-line); border-radius: var(--le-radius); background: var(--le-surface-2); overflow-wrap: normal; }
.le-markdown :where(pre code) { padding: 0; background: none; }
.le-markdown :where(blockquote) { padding-inline-start: 12px; border-inline-start: 3px solid var(--le-line); color: var(--le-muted); }
.le-markdown :where(table) { display: block; width: fit-content; max-width: 100%; overflow-x: auto; border-collapse: collapse; overflow-wrap: normal; }
.le-markdown :where(th, td) { padding: 4px 10px; border: 1px solid var(--le-line); vertical-align: top; }
.le-markdown :where(th) { background: var(--le-surface-2); font-weight: 600; text-align: start; }
.le-markdown :where(img) { max-width: 100%; height: auto; vertical-align: middle; border-radius: 4px; }
.le-markdown :where(hr) { height: 0; margin: 12px 0; border: 0; border-block-start: 1px solid var(--le-line); }
.le-markdown :where(summary) { cursor: pointer; }
`;

/** What Markdown makes, and what people write into it by hand. Nothing that runs, asks, or plays by itself. */
const tags =
  'a abbr b blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp small span strike strong sub summary sup table tbody td tfoot th thead tr u ul var wbr'.split(
    ' ',
  );
const attributes = 'align alt class colspan data-style dir href height lang open rowspan src start title width'.split(
  ' ',
);

/** A strict content security policy reports every style attribute that is parsed, so they are set by hand afterwards. */
const hideStyles = (tag: string): string => tag.replace(/(\s)style(?=\s*=)/gi, '$1data-style');

/** Loads what turns Markdown into nodes that cannot run anything. Links open beside the page; pictures are fetched. */
export async function loadMarkdown(): Promise<(text: string) => DocumentFragment> {
  const [{ Marked }, { default: purify }] = await Promise.all([import('marked'), import('dompurify')]);
  const marked = new Marked({
    gfm: true,
    // As text: a box that cannot be ticked is no field.
    renderer: { checkbox: ({ checked }) => (checked ? '☑ ' : '☐ ') },
  });
  return (text) => {
    const markup = marked.parse(text, { async: false }).replace(/<[^>]*>/g, hideStyles);
    const made = purify.sanitize(markup, {
      RETURN_DOM_FRAGMENT: true,
      ALLOWED_TAGS: tags,
      ALLOWED_ATTR: attributes,
      // `color:` looks like the scheme of an address.
      ADD_URI_SAFE_ATTR: ['data-style'],
      ALLOW_ARIA_ATTR: false,
      ALLOW_DATA_ATTR: false,
    });
    for (const element of made.querySelectorAll<HTMLElement>('[data-style]')) {
      element.style.cssText = safeStyle(element.dataset.style ?? '');
      delete element.dataset.style;
    }
    for (const link of made.querySelectorAll('a')) secure(link);
    for (const picture of made.querySelectorAll('img')) {
      if (/^(https?|data):$/.test(protocolOf(picture.getAttribute('src')))) picture.loading = 'lazy';
      else picture.removeAttribute('src');
    }
    return made;
  };
}

function secure(link: HTMLAnchorElement): void {
  const address = link.getAttribute('href');
  // A place within the text would be looked for in the page.
  if (address?.startsWith('#') || !/^(https?|mailto):$/.test(protocolOf(address))) return link.removeAttribute('href');
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
}

const protocolOf = (address: string | null): string =>
  address && URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).protocol : '';
