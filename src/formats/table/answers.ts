import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import type { ConfigFacts } from '../config-facts.js';
import type { Compat } from '../format.js';
import type { Item } from '../items.js';

/** All that one control says of a task, as JSON_MIN and tables have it. */
export interface Answer {
  /** The control's name; with a Repeater, that of the one control (`x_0`). */
  readonly name: string;
  /** `"Positive"` where there is one choice or one text; otherwise the list of values, each a text or an object. */
  readonly value: Json;
  /** Messages of a Chat, line by line; undefined for other controls. */
  readonly transcript?: string;
}

interface Said {
  readonly tag: string;
  readonly value: Dict;
  readonly result: Dict;
}

/** The answers of an item, in the order in which their controls first answered. */
export function answersOf(item: Item, config: ConfigFacts, compat: Compat['compat'] = false): readonly Answer[] {
  const byName = new Map<string, Said[]>();
  const add = (result: Dict, said: Said) => {
    const name = String(result.from_name);
    const list = byName.get(name);
    if (list) list.push(said);
    else byName.set(name, [said]);
  };
  for (const { control, value, result } of item.results) add(result, { tag: control.tag, value, result });
  for (const result of item.dropped) {
    if (isKept(result, config))
      add(result, { tag: String(result.type), value: isDict(result.value) ? result.value : {}, result });
  }
  return Array.from(byName, ([name, said]) => answerOf(name, said, compat));
}

/** Chats answer for themselves; and without any control in the config, nothing tells whose the answers are. */
export const isKept = (result: Dict, { controls }: ConfigFacts): boolean =>
  typeof result.from_name === 'string' &&
  result.from_name !== '' &&
  (result.type === 'chatmessage' || (controls.length === 0 && result.type !== 'relation'));

function answerOf(name: string, said: readonly Said[], compat: Compat['compat']): Answer {
  const values = said.map((each) => plainValue(each, compat));
  const tag = said.at(-1)?.tag;
  const single = tag === 'Choices' || (tag === 'TextArea' && compat !== '2021');
  const value = single && values.length === 1 ? (values[0] ?? null) : values;
  return said.some((each) => isChat(each.tag)) ? { name, value, transcript: transcriptOf(values) } : { name, value };
}

const isChat = (tag: string) => tag === 'Chat' || tag === 'chatmessage';

function plainValue({ tag, value, result }: Said, compat: Compat['compat']): Json {
  if (tag === 'Choices' && isList(value.choices) && value.choices.length === 1) return value.choices[0] ?? null;
  if (tag === 'TextArea' && compat !== '2021' && isList(value.text) && value.text.length === 1)
    return value.text[0] ?? null;
  if (isChat(tag) && value.chatmessage !== undefined) return value.chatmessage;
  const { original_width, original_height } = result;
  if (original_width === undefined && original_height === undefined && value.type === undefined) return value;
  const { type: _tag, ...rest } = value;
  return {
    ...rest,
    ...(original_width !== undefined && { original_width }),
    ...(original_height !== undefined && { original_height }),
  };
}

/** `user: Hello`, one message on each line. */
function transcriptOf(messages: readonly Json[]): string {
  return messages
    .filter(isDict)
    .map(({ role, content }) => {
      const [who, what] = [role, content].map((part) => (part === undefined || part === null ? '' : String(part)));
      return who ? `${who}:${what ? ` ${what}` : ''}` : (what ?? '');
    })
    .join('\n');
}
