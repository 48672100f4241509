/** Where the caret is in a config, as far as completion is concerned. */
export type Spot =
  /** In the name of a start tag, behind its `<`. */
  | { readonly kind: 'tag'; readonly from: number; readonly open: readonly string[] }
  /** In the name of an end tag, behind its `</`. */
  | { readonly kind: 'end'; readonly from: number; readonly open: readonly string[] }
  /** In a start tag, where an attribute may begin or has begun; `present`: those that are there. */
  | {
      readonly kind: 'attribute';
      readonly from: number;
      readonly tag: string;
      readonly open: readonly string[];
      readonly present: readonly string[];
    }
  /** In the value of an attribute, of which `from` is the beginning; `quoted`: behind its quote. */
  | {
      readonly kind: 'value';
      readonly from: number;
      readonly tag: string;
      readonly open: readonly string[];
      readonly attribute: string;
      readonly quoted: boolean;
    }
  /** Between tags. */
  | { readonly kind: 'content'; readonly open: readonly string[] };

/** A start tag as it is written. */
export interface WrittenTag {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const skipped = /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<[?!][^>]*(?:>|$)/y;
const endTag = /<\/([\w:.-]*)\s*>?/y;
const startTag = /<([\w:.-]*)/y;
// An attribute, the end of the tag, or a sign that belongs nowhere. Values end at a "<", which cannot be in one.
const attribute = /\s*(?:([\w:.-]+)(\s*=\s*(?:"[^"<]*("?)|'[^'<]*('?))?)?|(\/?>)|[^\s<])/y;

/** Where the offset is; undefined in a comment, or where nothing can be offered. */
export function spotAt(text: string, offset: number): Spot | undefined {
  const before = text.slice(0, offset);
  const open: string[] = [];
  for (let at = before.indexOf('<'); at >= 0; at = before.indexOf('<', at)) {
    const other = matchAt(skipped, before, at);
    if (other) {
      if (at + other[0].length === offset && !/(-->|\]\]>|>)$/.test(other[0])) return undefined;
      at += other[0].length;
      continue;
    }
    const end = matchAt(endTag, before, at);
    if (end) {
      const [whole, name = ''] = end;
      if (!whole.endsWith('>') && at + whole.length === offset) return { kind: 'end', from: at + 2, open };
      const opened = open.lastIndexOf(name);
      if (opened >= 0) open.length = opened;
      at += whole.length;
      continue;
    }
    const start = readStart(before, at);
    if (start.spot === null) return undefined;
    if (start.spot) return { ...start.spot, open, ...presentIn(text, offset, start.spot) };
    if (start.tag && !start.closed) open.push(start.tag);
    at = start.end;
  }
  return { kind: 'content', open };
}

/** An attribute that stands behind the caret is present too. */
function presentIn(
  text: string,
  offset: number,
  spot: { readonly kind: string; readonly present?: readonly string[] },
) {
  if (!spot.present) return {};
  const rest = /^(?:[^<>"']|"[^"<]*"|'[^'<]*')*/.exec(text.slice(offset))?.[0] ?? '';
  const later = [...rest.matchAll(/([\w:.-]+)\s*=/g)].map(([, name = '']) => name);
  return { present: [...spot.present, ...later] };
}

type Inside = Spot extends infer S
  ? S extends { kind: 'tag' | 'attribute' | 'value' }
    ? Omit<S, 'open'>
    : never
  : never;

interface Start {
  readonly tag: string;
  readonly end: number;
  readonly closed: boolean;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where the text ends, if that is inside of the tag; null: where nothing can follow but a space. */
  readonly spot?: Inside | null;
}

/** Reads the start tag at an offset. The text may end in it. */
function readStart(text: string, offset: number): Start {
  const [whole = '<', tag = ''] = matchAt(startTag, text, offset) ?? [];
  const attributes = new Map<string, string>();
  let end = offset + whole.length;
  const inside = (spot: Inside | null): Start => ({ tag, end: text.length, closed: false, attributes, spot });
  if (end === text.length) return inside({ kind: 'tag', from: offset + 1 });
  if (!tag) return { tag, end, closed: true, attributes };
  for (let found = matchAt(attribute, text, end); found; found = matchAt(attribute, text, end)) {
    const [all, name, rest, double, single, close] = found;
    const at = end;
    end += all.length;
    if (close) return { tag, end, closed: close === '/>', attributes };
    if (!name) continue;
    if (end === text.length) {
      const present = [...attributes.keys()];
      if (rest === undefined) return inside({ kind: 'attribute', from: at + all.indexOf(name), tag, present });
      const quote = rest.search(/["']/);
      const quoted = quote >= 0;
      const isOpen = quoted ? !(double || single) : true;
      const from = quoted ? at + all.length - rest.length + quote + 1 : end;
      if (isOpen) return inside({ kind: 'value', from, tag, attribute: name, quoted });
    }
    attributes.set(name, (rest ?? '').replace(/^\s*=\s*["']?|["']$/g, ''));
  }
  if (!text.slice(end).trim()) {
    const present = [...attributes.keys()];
    return inside(/\s$/.test(text) ? { kind: 'attribute', from: text.length, tag, present } : null);
  }
  return { tag, end: Math.max(end, offset + 1), closed: false, attributes };
}

/** All start tags of a config, broken ones too. */
export function tagsIn(text: string): readonly WrittenTag[] {
  const tags: WrittenTag[] = [];
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const other = matchAt(skipped, text, at) ?? matchAt(endTag, text, at);
    if (other) at += other[0].length;
    else {
      const { tag, attributes, end } = readStart(text, at);
      if (tag) tags.push({ tag, attributes });
      at = end;
    }
  }
  return tags;
}

/** How far a word goes that a problem is about, from where it begins: a tag's name, an attribute with its value. */
export function wordAt(text: string, offset: number): number {
  const found = matchAt(/<\/?[\w:.-]*|[\w:.-]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'))?/y, text, offset);
  return offset + (found?.[0].length ?? 1);
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
