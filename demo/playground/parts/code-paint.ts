export type Language = 'xml' | 'json';
type Token = readonly [style: string, text: string];

const json =
  /"(?:\\.|[^"\\\n])*"(?=\s*:)|"(?:\\.|[^"\\\n])*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\b(?:true|false|null)\b/g;
const jsonStyle = (text: string, after: string) =>
  text[0] !== '"' ? 't-literal' : /^\s*:/.test(after) ? 't-name' : 't-string';

const xml =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<\/?[\w:.-]+|\/?>|[\w:.-]+(?=\s*=\s*["'])|"[^"<]*"|'[^'<]*'/g;
const xmlStyle = (text: string) => {
  if (text.startsWith('<!')) return 't-comment';
  if (/^[<>/]/.test(text)) return 't-tag';
  return /^["']/.test(text) ? 't-string' : 't-name';
};

function* tokens(text: string, language: Language): Generator<Token> {
  let done = 0;
  for (const match of text.matchAll(language === 'json' ? json : xml)) {
    const [found] = match;
    const end = match.index + found.length;
    if (match.index > done) yield ['', text.slice(done, match.index)];
    yield [language === 'json' ? jsonStyle(found, text.slice(end, end + 20)) : xmlStyle(found), found];
    done = end;
  }
  if (done < text.length) yield ['', text.slice(done)];
}

/** The text with its words in colour, for what is only read. */
export function paint(text: string, language: Language): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const [style, token] of tokens(text, language)) fragment.append(piece(style, token));
  return fragment;
}

function piece(style: string, text: string): Node {
  if (!style) return document.createTextNode(text);
  return Object.assign(document.createElement('span'), { className: style, textContent: text });
}
