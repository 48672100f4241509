/** The parts of a selector list as the browser serialises it: commas in brackets and strings do not part them. */
export function splitList(list: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const sign = list[at] ?? '';
    if (sign === '\\') at++;
    else if (quote) quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(' || sign === '[') depth++;
    else if (sign === ')' || sign === ']') depth--;
    else if (sign === ',' && depth === 0) {
      parts.push(list.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, list.slice(start).trim()];
}

const root = /^(?:html|body|:root|:scope)(?![\w-])/i;
const rootWithin = /^(?:html|:root)\s*[\s>]\s*(?=body(?![\w-]))/i;

/**
 * A selector of a config, for use inside of `@scope`. The page's root and body are the content. All others begin at the
 * content, which also makes them a little more specific than the editor's own of the same kind.
 */
export function inContent(selector: string): string {
  const plain = selector.replace(rootWithin, '');
  return root.test(plain) ? plain.replace(root, ':scope') : `:scope ${selector}`;
}
