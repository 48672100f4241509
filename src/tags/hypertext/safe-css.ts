/** A value that would fetch something; `data:` and places in the page itself do not. */
const remote = /(?:url|src)\((?!\s*["']?\s*(?:data:|#))|image-set\(/i;

export const isRemote = (value: string): boolean => remote.test(value);

/** Takes out declarations that would fetch something. A declaration that nobody can see through goes as well. */
export function dropRemote(style: CSSStyleDeclaration): void {
  for (const name of [...style]) {
    const value = style.getPropertyValue(name);
    // In custom properties escapes survive, which can spell `url`.
    if (isRemote(value) || (name.startsWith('--') && value.includes('\\'))) style.removeProperty(name);
  }
  // A shorthand with var() hides its parts.
  if (isRemote(style.cssText) || (style.cssText.includes('var(') && style.cssText.includes('\\'))) style.cssText = '';
}

const paints = ['color', 'background-color', 'background-image', 'background', 'fill'];

/** Whether declarations choose colours, so that text is legible only on what it was made for. */
export const isColoured = (style: CSSStyleDeclaration): boolean =>
  paints.some((name) => {
    const value = style.getPropertyValue(name);
    return value !== '' && !/^(inherit|initial|unset|none|transparent|currentcolor)$/i.test(value);
  });

export interface SafeSheet {
  readonly sheet: CSSStyleSheet;
  readonly coloured: boolean;
}

/**
 * The style sheet of a document, for a shadow root with a page in it: nothing is imported or fetched, and rules for `html`,
 * `body` and `:root` are for the page.
 *
 * @param page a selector of the page, of one class
 */
export function safeSheet(css: string, media: string, page: string): SafeSheet {
  const sheet = new CSSStyleSheet(media ? { media } : {});
  sheet.replaceSync(css);
  let coloured = false;
  const clean = (style: CSSStyleDeclaration) => {
    dropRemote(style);
    coloured ||= isColoured(style);
  };
  const walk = (group: CSSStyleSheet | CSSGroupingRule | CSSStyleRule) => {
    for (let at = group.cssRules.length - 1; at >= 0; at--) {
      const rule = group.cssRules[at] as CSSRule;
      if (rule instanceof CSSKeyframesRule) {
        for (const frame of rule.cssRules) clean((frame as CSSKeyframeRule).style);
      } else {
        if (rule instanceof CSSStyleRule) rule.selectorText = forPage(rule.selectorText, page);
        if ('style' in rule) clean(rule.style as CSSStyleDeclaration);
        if ('cssRules' in rule) walk(rule as CSSGroupingRule);
      }
      // Fonts from elsewhere, what reaches out of the shadow root, and what is not known to be harmless.
      if (isRemote(rule.cssText) || /:host|::slotted|::part/i.test(rule.cssText)) group.deleteRule(at);
    }
  };
  walk(sheet);
  return { sheet, coloured };
}

const roots = /(?<![\w.#:[\]"'-])(?:html|body|:root)(?![\w-])/gi;
const rootOfBody = /(?<![\w.#:[\]"'-])(?:html|:root)[^\s,>+~()]*(?:\s*>\s*|\s+)(?=body(?![\w-]))/gi;

/** What was said of the document's root or body is said of the page; links are none any more, but look like some. */
function forPage(selector: string, page: string): string {
  return selector
    .replace(rootOfBody, '')
    .replace(roots, `:where(${page})`)
    .replace(/:(?:any-)?link(?![\w-])/g, '[data-le-link]');
}
