import { type Dict, isDict, isList, type Json } from '../../model/json.js';

/** Something that a model asked a tool for. */
export interface Call {
  readonly name: string;
  /** JSON, or whatever text it was. */
  readonly input: string;
}

/** One message of a conversation, whoever wrote it down. */
export interface Message {
  /** In small letters; empty where nothing is said of it. */
  readonly role: string;
  /** Who speaks, beside the role: the name of a tool. */
  readonly name?: string;
  /** Markdown. */
  readonly text: string;
  readonly calls: readonly Call[];
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
  /** It is no message, and what it is stands in `text`. */
  readonly isStrange?: true;
}

/** Reads a message of any of the usual forms; what is none is shown as JSON. */
export function readMessage(given: Json | undefined): Message {
  if (typeof given === 'string') return { role: '', text: given, calls: [] };
  const written = isDict(given) ? (given.content ?? given.text ?? given.message) : undefined;
  const calls = isDict(given) ? callsIn(given) : [];
  if (!isDict(given) || (written === undefined && calls.length === 0 && typeof given.role !== 'string')) {
    return { role: '', text: block(given ?? null), calls: [], isStrange: true };
  }
  const { role, name } = given;
  const createdAt = timeOf(given.createdAt ?? given.created_at);
  return {
    role: typeof role === 'string' ? role.trim().toLowerCase() : '',
    text: textOf(written),
    calls: [...calls, ...partsOf(written).flatMap(callsIn)],
    ...(typeof name === 'string' && name !== '' && { name }),
    ...(createdAt !== undefined && { createdAt }),
  };
}

/** What is edited of a message: its content, where that is a text. */
export const contentOf = (given: Json | undefined): string | undefined => {
  const content = isDict(given) ? (given.content ?? given.text) : given;
  return typeof content === 'string' ? content : undefined;
};

/** The message with another content; all else stays. */
export function withContent(given: Json, content: string): Json {
  if (!isDict(given)) return content;
  return typeof given.content !== 'string' && typeof given.text === 'string'
    ? { ...given, text: content }
    : { ...given, content };
}

const partsOf = (content: Json | undefined): readonly Dict[] => (isList(content) ? content.filter(isDict) : []);

/** Content is a text, or a list of parts: texts, pictures, calls and their results. */
function textOf(content: Json | undefined): string {
  if (content === undefined || content === null) return '';
  if (typeof content === 'string') return content;
  if (!isList(content)) return typeof content === 'object' ? block(content) : String(content);
  return content
    .map((part) => {
      if (typeof part === 'string') return part;
      if (!isDict(part)) return block(part);
      if (typeof part.text === 'string') return part.text;
      const picture = isDict(part.image_url) ? part.image_url.url : part.image_url;
      if (typeof picture === 'string') return `![picture](<${picture.replace(/[<>\s]/g, encodeURIComponent)}>)`;
      if (part.type === 'tool_use') return '';
      if (part.type === 'tool_result') return textOf(part.content);
      return block(part);
    })
    .filter((text) => text !== '')
    .join('\n\n');
}

function callsIn(given: Dict): readonly Call[] {
  if (given.type === 'tool_use') return [callOf(given)];
  const list = given.tool_calls ?? given.toolCalls;
  const calls = isList(list) ? list : given.function_call ? [given.function_call] : [];
  return calls.filter(isDict).map((call) => callOf(isDict(call.function) ? call.function : call));
}

function callOf({ name, arguments: given, args, input }: Dict): Call {
  const said = given ?? args ?? input;
  return {
    name: typeof name === 'string' ? name : 'tool',
    input: typeof said === 'string' ? pretty(said) : json(said),
  };
}

const json = (value: Json | undefined): string => (value === undefined ? '' : JSON.stringify(value, undefined, 2));

function pretty(text: string): string {
  try {
    return json(JSON.parse(text));
  } catch {
    return text;
  }
}

/** JSON as Markdown, in a fence that it cannot close. */
function block(value: Json): string {
  const text = json(value);
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}json\n${text}\n${fence}`;
}

/** From milliseconds, seconds, or a date in words of ISO 8601. */
function timeOf(value: Json | undefined): number | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined;
  const isFigure = typeof value === 'number' || /^\s*\d+(\.\d+)?\s*$/.test(value);
  const number = isFigure ? Number(value) : Date.parse(value);
  const time = number > 0 && number < 1e11 ? number * 1000 : number;
  return Math.abs(time) <= 8.64e15 ? time : undefined;
}
