/** A comment, CDATA, or something else that starts with `<!`. */
interface Section {
  readonly kind: 'comment' | 'cdata' | 'other';
  readonly start: number;
  /** Offset of what closes it, or of the end of the text. */
  readonly end: number;
}

function* sectionsOf(text: string): Generator<Section> {
  for (let start = text.indexOf('<!'); start >= 0; ) {
    const kind = text.startsWith('<!--', start) ? 'comment' : text.startsWith('<![CDATA[', start) ? 'cdata' : 'other';
    const found = kind === 'other' ? start + 2 : text.indexOf(kind === 'comment' ? '-->' : ']]>', start + 4);
    const end = found < 0 ? text.length : found;
    yield { kind, start, end };
    start = text.indexOf('<!', end);
  }
}

/** The offset of a `<!DOCTYPE` that is markup: one in a comment or in CDATA is not. */
export function findDoctype(text: string): number | undefined {
  if (!/<!doctype/i.test(text)) return undefined;
  for (const { kind, start } of sectionsOf(text)) {
    if (kind === 'other' && /^<!doctype$/i.test(text.slice(start, start + 9))) return start;
  }
  return undefined;
}

/**
 * The text for a strict parser that is to find where tags and attributes are, not what is in them: with other characters,
 * place by place, for what people write all the same. To XML a `&` starts an entity that may end far away, a `<`
 * a tag wherever it is, and `--` must not be in a comment. No use is made of declarations.
 */
export function smoothed(text: string): string {
  const smooth = text
    .replaceAll('&', '+')
    .replace(/<(?=[\s<=\d])/g, '+')
    .replaceAll('<!DOCTYPE', '<!doctype')
    .replaceAll('<?xml', '<?_ml');
  const pieces: string[] = [];
  let done = 0;
  for (const { kind, start, end } of text.includes('<!--') ? sectionsOf(text) : []) {
    if (kind !== 'comment') continue;
    const inside = smooth.slice(start + 4, end);
    if (!inside.includes('--') && !inside.endsWith('-')) continue;
    pieces.push(smooth.slice(done, start + 4), inside.replaceAll('-', ' '));
    done = end;
  }
  return done === 0 ? smooth : pieces.join('') + smooth.slice(done);
}

const entity = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/giy;

/** The first character of a raw text or value that XML wants written as an entity. */
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
