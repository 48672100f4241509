/** What `valueType` says of the data: `csv|url|separator=;|headless`. */
export interface ValueType {
  readonly format: 'json' | 'csv';
  /** The value is an address. */
  readonly url: boolean;
  /** The first line of a CSV is no header. */
  readonly headless: boolean;
  /** One character; absent: it is to be found out. */
  readonly separator?: string;
  /** A word that means nothing here. */
  readonly stranger?: string;
}

const named: Readonly<Record<string, string>> = {
  tab: '\t',
  '\\t': '\t',
  comma: ',',
  semicolon: ';',
  pipe: '|',
  space: ' ',
};

export function readValueType(written: string | undefined): ValueType {
  // A pipe may itself be the separator: `csv|separator=|`.
  const piped = /\bseparator=\|(\||$)/i.test(written ?? '');
  const words = (written ?? '').replace(/\bseparator=\|(?=\||$)/i, '').split('|');
  let format: ValueType['format'] = 'json';
  let url = false;
  let headless = false;
  let separator = piped ? '|' : undefined;
  let stranger: string | undefined;
  for (const word of words) {
    const [key = '', ...rest] = word.split('=');
    const value = rest.join('=');
    const name = key.trim().toLowerCase();
    const off = value.trim().toLowerCase() === 'false';
    if (name === 'csv' || name === 'json') format = name;
    else if (name === 'tsv') [format, separator] = ['csv', separator ?? '\t'];
    else if (name === 'url') url = !off;
    else if (name === 'headless') headless = !off;
    else if (name === 'separator') separator = separatorOf(value) ?? separator;
    else if (name !== '') stranger ??= word.trim();
  }
  return { format, url, headless, ...(separator && { separator }), ...(stranger && { stranger }) };
}

function separatorOf(value: string): string | undefined {
  const word = value.trim().toLowerCase();
  if (word === 'auto') return undefined;
  return named[word] ?? (value.trim() || value).at(0);
}
