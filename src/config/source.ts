/** A place in the config's text, both 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets into lines and columns; `\r\n`, `\n` and `\r` end a line. */
export class LineTable {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const end of text.matchAll(/\r\n?|\n/g)) this.#starts.push(end.index + end[0].length);
  }

  at(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  offset(line: number, column: number): number {
    return (this.#starts[line - 1] ?? 0) + column - 1;
  }
}

/** An attribute as it stands in the text: `raw` is what is between the quotes. */
export interface RawAttribute {
  readonly name: string;
  readonly raw: string;
  readonly offset: number;
}

export interface StartTag {
  readonly attributes: readonly RawAttribute[];
  /** Offset behind the `>`. */
  readonly end: number;
  readonly closed: boolean;
}

const attribute = /\s*(?:([^\s=>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')|(\/?>)|[^\s>])/y;

/** Reads the start tag at `offset`, where a `<` stands. What is no attribute is passed over. */
export function readStartTag(text: string, offset: number, tag: string): StartTag {
  const attributes: RawAttribute[] = [];
  attribute.lastIndex = offset + 1 + tag.length;
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    const [whole, name, double, single, end] = found;
    if (end) return { attributes, end: attribute.lastIndex, closed: end === '/>' };
    if (name) {
      attributes.push({
        name,
        raw: double ?? single ?? '',
        offset: found.index + whole.length - whole.trimStart().length,
      });
    }
  }
  return { attributes, end: text.length, closed: false };
}

/** The offset of a `<!DOCTYPE` that is markup: one in a comment or in CDATA is not. */
export function findDoctype(text: string): number | undefined {
  const doctype = /<!doctype/i;
  if (!doctype.test(text)) return undefined;
  for (let at = text.indexOf('<!'); at >= 0; at = text.indexOf('<!', at)) {
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : undefined;
    if (!end) {
      if (doctype.test(text.slice(at, at + 9))) return at;
      at += 2;
      continue;
    }
    const close = text.indexOf(end, at + 4);
    if (close < 0) return undefined;
    at = close + end.length;
  }
  return undefined;
}

const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/giy;

/** The first character of an attribute's raw value that XML wants written as an entity. */
export function findUnescaped(raw: string): { readonly character: '&' | '<'; readonly index: number } | undefined {
  if (!raw.includes('&') && !raw.includes('<')) return undefined;
  for (let index = 0; index < raw.length; index++) {
    if (raw[index] === '<') return { character: '<', index };
    if (raw[index] !== '&') continue;
    entity.lastIndex = index;
    if (!entity.test(raw)) return { character: '&', index };
  }
  return undefined;
}
