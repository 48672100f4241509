import { SaxesParser } from 'saxes';
import { error, type Problem, warning } from '../model/problem.js';
import { type ConfigAttribute, ElementBuilder } from './elements.js';
import { decodeEntities } from './entities.js';
import {
  bareAmpersand,
  bareLess,
  cutOff,
  FirstFault,
  faultInTag,
  faultsByMessage,
  faultsInTags,
  lateDeclaration,
  repeated,
  secondRoot,
  type TagFault,
  textBefore,
  textBehind,
  unclosed,
  unquoted,
  wrongEnd,
} from './faults.js';
import { htmlEntities } from './html-entities.js';
import type { LineTable } from './lines.js';
import type { ParsedConfig } from './parse.js';
import { maxDepth } from './quick-reader.js';
import { findUnescaped, smoothed } from './source.js';

/** A start tag, while it is read. */
interface Pending {
  readonly tag: string;
  readonly start: number;
  attributes: ConfigAttribute[];
  /** Offset behind the name, or behind the last attribute. */
  end: number;
  /** Offsets of the last attribute, and behind the quote that opens its value. */
  nameAt: number;
  valueAt: number;
  isKept: boolean;
  isMerged: boolean;
}

/** To an object it is no name as others are. */
const reserved = '__proto__';
const quoteAt = /\s*=\s*["']/y;
const openQuote = /\s*([^\s=>"'/<]+)\s*=\s*["']/y;

/**
 * Tells what is wrong in words, not as an `error` event, for which it would make an Error each time. It is a class of its
 * own for one more reason: an instance of the parser itself gets slow with as many listeners as the reader has.
 */
class Parser extends SaxesParser {
  readonly #tell: (message: string) => void;

  constructor(tell: (message: string) => void) {
    super({ position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' });
    this.#tell = tell;
  }

  override fail(message: string): this {
    this.#tell(message);
    return this;
  }
}

/**
 * Lets the parser tell where tags, comments and CDATA are, and takes what is in them and between them from the text. Its
 * own values and its stack of open tags are not used: they are of no use once something is wrong.
 */
export class Reader {
  readonly #text: string;
  readonly #lines: LineTable;
  readonly #parser: Parser;
  readonly #builder: ElementBuilder;
  readonly #fault: FirstFault;
  readonly #warnings: Problem[] = [];
  /** Behind the last tag, comment or CDATA: the text up to the next one is not taken yet. */
  #from = 0;
  #pending: Pending | undefined;
  /** Behind the last closing tag. */
  #ended = 0;
  /** Elements that are nested too deep, and open. */
  #tooDeep = 0;
  #isCut = false;

  constructor(text: string, lines: LineTable) {
    this.#text = text;
    this.#lines = lines;
    this.#builder = new ElementBuilder(text);
    this.#fault = new FirstFault(lines);
    const parser = new Parser((message) => this.#fail(message));
    this.#parser = parser;
    parser.on('opentagstart', ({ name }) => this.#tag(name));
    parser.on('attribute', ({ name }) => this.#attribute(name));
    parser.on('opentag', ({ isSelfClosing }) => this.#start(isSelfClosing));
    parser.on('closetag', ({ isSelfClosing }) => isSelfClosing || this.#end());
    parser.on('cdata', () => this.#cdata());
    // It is told of at its second hyphen.
    parser.on('comment', () => this.#pass('<!--', 1));
    parser.on('processinginstruction', () => this.#instruction());
  }

  read(): ParsedConfig {
    this.#parser.write(smoothed(this.#text)).close();
    if (this.#isCut) this.#cut();
    else this.#take(this.#text.length);
    const { innermost } = this.#builder;
    if (innermost && !this.#fault.problem) {
      const { tag, at } = innermost.element;
      this.#fault.tell(innermost.start, unclosed(tag), { tag, ...at });
    }
    this.#builder.finish();
    const { root } = this.#builder;
    const none = () =>
      error('config/malformed', 'The config has no element. Start it with <View>.', { line: 1, column: 1 });
    const first = this.#fault.problem ?? (root ? undefined : none());
    // A value without its quote has all kinds of signs in it.
    const warnings = this.#warnings.filter(
      ({ at }) => at?.line !== first?.at?.line || at?.column !== first?.at?.column,
    );
    return { ...(root && { root }), problems: [...(first ? [first] : []), ...warnings] };
  }

  /** The text up to an offset, where something else starts. */
  #take(end: number): void {
    if (end <= this.#from) return;
    const raw = this.#text.slice(this.#from, end);
    const offset = this.#from;
    this.#from = end;
    if (this.#builder.depth === 0) {
      const found = raw.search(/\S/);
      if (found >= 0) this.#outside(offset + found);
      return;
    }
    if (this.#tooDeep > 0) return;
    const bare = this.#fault.isBefore(end) ? findUnescaped(raw) : undefined;
    if (bare) this.#fault.tell(offset + bare.index, bare.character === '&' ? bareAmpersand : bareLess);
    this.#builder.add(decodeEntities(raw.replace(/\r\n?/g, '\n'), htmlEntities));
  }

  #outside(offset: number): void {
    this.#fault.tell(offset, this.#builder.root ? textBehind : textBefore);
  }

  #tag(tag: string): void {
    const start = this.#text.lastIndexOf('<', this.#parser.position - 2);
    this.#take(start);
    const { depth, root } = this.#builder;
    const isReserved = tag === reserved;
    const isSecond = depth === 0 && root !== undefined;
    if (isReserved) this.#fault.tell(start + 1, `"${tag}" cannot be the name of a tag.`);
    else if (isSecond) this.#fault.tell(start, secondRoot(tag, root.tag), { tag });
    else if (depth >= maxDepth) {
      this.#fault.tell(start, `Tags are nested more than ${maxDepth} deep.`, {}, 'config/too-large');
    }
    const end = start + 1 + tag.length;
    this.#pending = {
      tag,
      start,
      attributes: [],
      end,
      nameAt: -1,
      valueAt: -1,
      isKept: !isReserved && !isSecond,
      isMerged: false,
    };
  }

  /** What has no quotes is passed over. */
  #attribute(name: string): void {
    const pending = this.#pending;
    if (!pending) return;
    const { position } = this.#parser;
    const { tag, end } = pending;
    // Once something is wrong, it need not be there at all.
    const offset = this.#fault.problem
      ? end + this.#text.slice(end, position).indexOf(name)
      : this.#text.indexOf(name, end);
    quoteAt.lastIndex = offset + name.length;
    pending.end = position;
    if (offset < end || !quoteAt.test(this.#text) || quoteAt.lastIndex >= position) return;
    pending.nameAt = offset;
    pending.valueAt = quoteAt.lastIndex;
    if (name === reserved) {
      this.#fault.tell(offset, `"${name}" cannot be the name of an attribute.`, { tag });
      return;
    }
    const raw = this.#text.slice(pending.valueAt, position - 1);
    const at = this.#lines.at(offset);
    const bare = findUnescaped(raw);
    if (bare) {
      const mended = bare.character === '&' ? '&amp;' : '&lt;';
      const message = `A bare "${bare.character}" in ${name} of <${tag}>. Write ${mended} for it.`;
      this.#warnings.push(warning('config/malformed', message, { tag, attribute: name, ...at }));
    }
    // To XML, line breaks in an attribute are spaces.
    pending.attributes.push({ name, value: decodeEntities(raw.replace(/\r\n|[\r\n\t]/g, ' '), htmlEntities), at });
  }

  #start(isSelfClosing: boolean): void {
    const pending = this.#pending;
    if (!pending) return;
    const { tag, start, attributes, isKept } = pending;
    const end = this.#parser.position;
    this.#pending = undefined;
    this.#from = end;
    const isClosed = isSelfClosing || (this.#fault.problem !== undefined && this.#hasSlash(end));
    if (this.#builder.depth >= maxDepth) {
      if (!isClosed) this.#tooDeep++;
      return;
    }
    this.#builder.start({ tag, attributes, at: this.#lines.at(start), start, end }, isClosed, isKept);
  }

  /** The parser takes `<Text name=a/>` and `<Text / >` for open. */
  #hasSlash(end: number): boolean {
    let at = end - 2;
    while (/\s/.test(this.#text.charAt(at))) at--;
    return this.#text.charAt(at) === '/';
  }

  /** Of one closing tag the parser tells once for each element that it takes for closed, or not at all. */
  #end(): void {
    const { position } = this.#parser;
    if (position === this.#ended) return;
    this.#ended = position;
    const start = this.#text.lastIndexOf('</', position - 1);
    this.#take(start);
    this.#from = position;
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const tag = /^[^\s<>/]*/.exec(this.#text.slice(start + 2, position).trimStart())?.[0] ?? '';
    const expected = this.#builder.innermost?.element;
    const closing = this.#builder.end(tag, start);
    if (closing !== 'closed' && this.#fault.isBefore(start)) this.#fault.tell(start, wrongEnd(tag, expected, closing));
  }

  #cdata(): void {
    const start = this.#text.indexOf('<![CDATA[', this.#from);
    this.#take(start);
    this.#from = this.#parser.position;
    if (this.#builder.depth === 0) this.#outside(start);
    else if (this.#tooDeep === 0) {
      this.#builder.add(this.#text.slice(start + 9, this.#from - 3).replace(/\r\n?/g, '\n'));
    }
  }

  #instruction(): void {
    const start = this.#pass('<?', 0);
    if (start > 0 && /<\?xml[\s?]/y.test(this.#text.slice(start, start + 6))) this.#fault.tell(start, lateDeclaration);
  }

  #pass(sign: string, rest: number): number {
    const start = this.#text.indexOf(sign, this.#from);
    this.#take(start);
    this.#from = this.#parser.position + rest;
    return start;
  }

  /** What the parser finds wrong. Much of what it says people write all the same, as `]]>` in a text. */
  #fail(message: string): void {
    const pending = this.#pending;
    if (/^(weird|unmatched)/.test(message)) this.#end();
    else if (message === 'unexpected end.') this.#isCut = true;
    else if (pending && message.startsWith('duplicate')) this.#mergeRepeated(pending);
    else if (this.#fault.problem) return;
    else if (pending) this.#failInTag(pending, message);
    else {
      const [sign, words] = faultsByMessage[message] ?? [];
      if (sign && words) this.#fault.tell(this.#text.lastIndexOf(sign, this.#parser.position - 2), words);
    }
  }

  /** Of attributes with the same name the last one counts. */
  #mergeRepeated(pending: Pending): void {
    if (pending.isMerged) return;
    pending.isMerged = true;
    const { tag } = pending;
    const byName = new Map<string, ConfigAttribute>();
    for (const attribute of pending.attributes) {
      const { name, at } = attribute;
      if (byName.has(name)) this.#fault.tell(this.#lines.offset(at), repeated(name, tag), { tag, attribute: name });
      byName.set(name, attribute);
    }
    pending.attributes = [...byName.values()];
  }

  #failInTag({ tag, end, nameAt, valueAt }: Pending, message: string): void {
    if (!faultsInTags.test(message)) return;
    const value = this.#text.slice(valueAt, end - 1);
    const last = nameAt < 0 ? undefined : { name: this.#nameAt(nameAt), offset: nameAt, value };
    this.#tellInTag(tag, faultInTag(this.#text, tag, end, last));
  }

  #nameAt(offset: number): string {
    return /^[^\s=>"'/<]+/.exec(this.#text.slice(offset))?.[0] ?? '';
  }

  #tellInTag(tag: string, { offset, message, attribute }: TagFault): void {
    this.#fault.tell(offset, message, { tag, ...(attribute && { attribute }) });
  }

  /** The text ends where something has not ended. */
  #cut(): void {
    if (!this.#pending) {
      const found = this.#text.slice(this.#from).search(/<(?![\s<=\d])/);
      const start = found < 0 ? this.#text.lastIndexOf('<') : this.#from + found;
      this.#take(start);
      this.#fault.tell(start, cutOff(this.#text, start));
      return;
    }
    const { tag, start, end } = this.#pending;
    openQuote.lastIndex = end;
    const name = openQuote.exec(this.#text)?.[1];
    if (name) this.#tellInTag(tag, unquoted(tag, name, this.#text.indexOf(name, end)));
    else this.#fault.tell(start, cutOff(this.#text, start), { tag });
  }
}
