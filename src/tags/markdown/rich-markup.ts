import { safeStyle } from '../parts/inline-style.js';

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
