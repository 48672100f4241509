import type { TagContext } from '../../contract/view.js';
import type { ResultOrigin } from '../../model/document.js';
import type { Json } from '../../model/json.js';
import { warning } from '../../model/problem.js';
import { text } from '../parts/attributes.js';
import { limit } from './count.js';
import { contentOf, type Message, readMessage, withContent } from './message.js';
import { transcriptOf } from './transcript.js';

/** A message as it is shown. */
export interface Turn {
  readonly key: string;
  readonly message: Message;
  /** Of one that was added: the result that it is. */
  readonly id?: string;
  readonly mayEdit: boolean;
  readonly mayDelete: boolean;
  /** A model wrote it, and nobody has changed it. */
  readonly isPredicted: boolean;
}

/** The words of a comma list, in small letters. */
const wordsOf = (list: string | undefined): readonly string[] =>
  (list ?? '').split(',').flatMap((word) => word.trim().toLowerCase() || []);

/** Whose turn it is to write, after one with this role. */
export function nextRole(roles: readonly string[], last: string | undefined): string {
  const at = roles.indexOf(last ?? '');
  return roles[at < 0 ? 0 : (at + 1) % roles.length] ?? 'user';
}

/** The messages of the task and those that were added, and what can be done to them. */
export class Conversation {
  readonly #context: TagContext;
  readonly #given: readonly Turn[];
  readonly #read = new WeakMap<object, Message>();
  /** Whom one can write as; never empty. */
  readonly roles: readonly string[];
  readonly least: number | undefined;
  readonly most: number | undefined;

  constructor(context: TagContext) {
    this.#context = context;
    const { attributes } = context.node;
    const named = wordsOf(text(attributes, 'messageRoles'));
    const usual = text(attributes, 'llm') ? ['user'] : ['user', 'assistant'];
    this.roles = named.length > 0 ? [...new Set(named)] : usual;
    this.least = this.#limit('minMessages');
    this.most = this.#limit('maxMessages');
    this.#given = this.#readGiven();
  }

  /** Those of the task first, then those that were added, by the time they were. Observable. */
  get turns(): readonly Turn[] {
    const { answers, readonly } = this.#context;
    let time = 0;
    const added = answers.map(({ id, value, locked }) => {
      const message = this.#messageOf(value);
      // One without a time stays behind the one before it.
      time = message.createdAt ?? time;
      const open = !readonly && !locked;
      const mayEdit = open && this.#isEditable(id, message.role);
      return {
        time,
        turn: {
          key: id,
          id,
          message,
          mayEdit: mayEdit && contentOf(value) !== undefined,
          mayDelete: mayEdit || (open && this.#isOwn(id)),
          isPredicted: this.#originOf(id) === 'prediction',
        },
      };
    });
    return [...this.#given, ...added.sort((a, b) => a.time - b.time).map(({ turn }) => turn)];
  }

  /** Observable. */
  get isFull(): boolean {
    return this.most !== undefined && this.#given.length + this.#context.answers.length >= this.most;
  }

  /** Observable. */
  get mayAdd(): boolean {
    return !this.#context.readonly && !this.isFull;
  }

  /** The content of an added message, to be edited. */
  content(id: string): string | undefined {
    return contentOf(this.#context.answers.find((answer) => answer.id === id)?.value);
  }

  /** @param now milliseconds since 1970 */
  add(role: string, content: string, now: number): boolean {
    if (!this.mayAdd || content.trim() === '') return false;
    this.#context.putAnswer({ role, content, createdAt: now });
    return true;
  }

  /** What changes nothing is no edit. */
  change(id: string, content: string): void {
    const before = this.#context.answers.find((answer) => answer.id === id)?.value;
    if (before === undefined || content.trim() === '' || contentOf(before) === content) return;
    this.#context.putAnswer(withContent(before, content), id);
  }

  remove(id: string): void {
    this.#context.putAnswer(undefined, id);
  }

  #limit(attribute: 'minMessages' | 'maxMessages'): number | undefined {
    const { attributes, name } = this.#context.node;
    const found = limit(attributes[attribute]);
    if (text(attributes, attribute) !== undefined && found === undefined) {
      const message = `${attribute} of <Chat name="${name}"> is no whole number from 1 on, so it does not count. Give one, or take it out.`;
      this.#context.report(warning('config/wrong-attribute', message, { attribute }));
    }
    return found;
  }

  #messageOf(value: Json): Message {
    if (typeof value !== 'object' || value === null) return readMessage(value);
    const known = this.#read.get(value) ?? readMessage(value);
    this.#read.set(value, known);
    return known;
  }

  /** `editable` says it; where it says nothing, one's own can be. */
  #isEditable(id: string, role: string): boolean {
    const said = wordsOf(text(this.#context.node.attributes, 'editable'));
    if (said.length === 0) return this.#isOwn(id);
    return said.includes('true') || said.includes(role);
  }

  /** Whether a person wrote it. */
  #isOwn(id: string): boolean {
    return this.#originOf(id) === 'manual';
  }

  #originOf(id: string): ResultOrigin {
    const { values, regions } = this.#context.doc;
    return (values.get(id) ?? regions.get(id))?.origin ?? 'manual';
  }

  #readGiven(): readonly Turn[] {
    const { data, node } = this.#context;
    const list = transcriptOf(data);
    const wanted = 'Give a list of objects with "role" and "content".';
    const complain = (what: string) =>
      this.#context.report(
        warning('task/wrong-data', `<Chat name="${node.name}"> ${what} ${wanted}`, { attribute: 'value' }),
      );
    if (!list) complain('has data that are no list of messages.');
    const turns = (list ?? []).map((entry, index) => ({
      key: `given-${index}`,
      message: readMessage(entry),
      mayEdit: false,
      mayDelete: false,
      isPredicted: false,
    }));
    const strange = turns.flatMap(({ message }, index) => (message.isStrange ? index + 1 : []));
    if (strange.length > 0)
      complain(`has what is no message (number ${strange.slice(0, 5).join(', ')}${strange.length > 5 ? ', …' : ''}).`);
    return turns;
  }
}
