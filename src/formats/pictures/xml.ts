/** An element: its name, and its text or what is inside. */
export type Element = readonly [name: string, content: string | number | readonly Element[]];

/** What XML cannot hold, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** What has to be written otherwise, or may have to. */
const special = /[^\t\n\r !#-%'-;=?-~\u00a0-\ud7ff]/;

export function escaped(text: string): string {
  if (!special.test(text)) return text;
  return text
    .replace(forbidden, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A line for each element. */
export function xmlOf([name, content]: Element, indent = '', step = ''): string {
  if (typeof content === 'number') return `${indent}<${name}>${content}</${name}>\n`;
  if (typeof content === 'string') return `${indent}<${name}>${escaped(content)}</${name}>\n`;
  let inner = '';
  for (const child of content) inner += xmlOf(child, indent + step, step);
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}
