/** What a style attribute is called until its declarations are set by CSSOM. */
export const HIDDEN_STYLE = 'data-le-style';
/** On the element that is parsed in the place of a style sheet: which one it is of those that were hidden. */
export const SHEET = 'data-le-sheet';
/** What the type of a style sheet is called there. */
export const SHEET_TYPE = 'data-le-type';

export interface Hidden {
  readonly html: string;
  /** The style sheets that were in it, in order; those in comments too. */
  readonly sheets: readonly string[];
}

/** What begins something other than text: a comment, a declaration, a tag. */
const beginning = /<!--|<[!?]|<([a-z][^\s/>]*)/gi;
/** As a parser reads them: in quotes, or up to the next blank; a quote is one only after an equals sign. */
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/y;
/** Elements with nothing but text inside, whatever that looks like. */
const raw = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes)$/;

/**
 * Hides style sheets and style attributes in the source of a document: a strict content security policy reports every one
 * that is parsed. In the place of a style sheet stands an empty script, which may be wherever a style sheet may.
 */
export function hideStyles(html: string): Hidden {
  const sheets: string[] = [];
  let hidden = '';
  let done = 0;
  const put = (from: number, to: number, text: string) => {
    hidden += html.slice(done, from) + text;
    done = to;
  };
  const find = new RegExp(beginning);
  for (let start = find.exec(html); start; start = find.exec(html)) {
    const name = start[1]?.toLowerCase();
    if (name === undefined) {
      find.lastIndex = endOf(html, start[0], find.lastIndex);
      continue;
    }
    const { end: inside, places } = attributesOf(html, find.lastIndex);
    const isRaw = raw.test(name) && html[inside] === '>' && html[inside - 1] !== '/';
    const isSheet = isRaw && name === 'style';
    if (isSheet) {
      put(start.index, find.lastIndex, `<script type="text/plain" ${SHEET}="${sheets.length}"`);
    }
    for (const { key, at } of places) {
      if (key === 'style') put(at, at + key.length, HIDDEN_STYLE);
      if (isSheet && key === 'type') put(at, at + key.length, SHEET_TYPE);
    }
    const end = isRaw ? rawEnd(html, name, inside) : inside;
    find.lastIndex = end;
    if (!isSheet) continue;
    sheets.push(html.slice(inside + 1, end));
    if (end < html.length) put(inside + 1, end + '</style'.length, '</script');
    else put(inside + 1, end, '</script>');
  }
  return { html: hidden + html.slice(done), sheets };
}

interface Attribute {
  /** In lower case. */
  readonly key: string;
  readonly at: number;
}

/** The attributes of a tag, and where its `>` is, or the source's end. */
function attributesOf(html: string, from: number): { readonly end: number; readonly places: readonly Attribute[] } {
  const places: Attribute[] = [];
  attribute.lastIndex = from;
  let end = from;
  for (let found = attribute.exec(html); found; found = attribute.exec(html)) {
    const [whole, name = '', value = ''] = found;
    places.push({ key: name.toLowerCase(), at: found.index + whole.length - value.length - name.length });
    end = attribute.lastIndex;
  }
  return { end: indexOr(html, '>', end), places };
}

/** Where a comment or declaration ends. */
function endOf(html: string, start: string, from: number): number {
  if (start !== '<!--') return indexOr(html, '>', from);
  const short = /^-?>/.exec(html.slice(from, from + 2));
  if (short) return from + short[0].length;
  return Math.min(indexOr(html, '-->', from), indexOr(html, '--!>', from));
}

const indexOr = (html: string, text: string, from: number): number => {
  const at = html.indexOf(text, from);
  return at < 0 ? html.length : at;
};

/** Where the end tag of an element begins that has nothing but text inside. */
function rawEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
