import { paint } from './code-paint.js';
import { plainJson, tidy } from './plain-json.js';

export type EntryKind = 'event' | 'saving' | 'host' | 'error';

interface Entry {
  readonly kind: EntryKind;
  readonly name: string;
  /** A few words on the same line. */
  readonly note: string;
  /** What there is to see when it is opened. */
  readonly detail?: unknown;
}

/** Older entries are dropped. */
const LIMIT = 200;
/** Characters of a detail that are shown. */
const LONGEST = 20_000;

/** What was said between the element and its host, the latest first. */
export class EventLog {
  readonly #list: HTMLElement;
  readonly #count: HTMLElement;
  #total = 0;

  constructor(list: HTMLElement, count: HTMLElement) {
    this.#list = list;
    this.#count = count;
    this.clear();
  }

  clear(): void {
    this.#total = 0;
    this.#count.textContent = '';
    const empty = Object.assign(document.createElement('li'), {
      className: 'empty',
      textContent: 'Nothing yet. Draw something, or submit.',
    });
    this.#list.replaceChildren(empty);
  }

  add({ kind, name, note, detail }: Entry): void {
    if (this.#total === 0) this.#list.replaceChildren();
    this.#total++;
    this.#count.textContent = this.#total > 99 ? '99+' : String(this.#total);

    const details = document.createElement('details');
    const summary = document.createElement('summary');
    const now = new Date();
    const time = Object.assign(document.createElement('time'), {
      dateTime: now.toISOString(),
      textContent: `${now.toTimeString().slice(0, 8)}.${String(now.getMilliseconds()).padStart(3, '0')}`,
    });
    summary.append(time, word('name', name), word('note', note));
    details.append(summary);
    details.addEventListener(
      'toggle',
      () => {
        const pre = document.createElement('pre');
        const text = tidy(plainJson(detail ?? null));
        pre.append(paint(text.length > LONGEST ? `${text.slice(0, LONGEST)}\n…` : text, 'json'));
        details.append(pre);
      },
      { once: true },
    );
    const item = document.createElement('li');
    item.dataset.kind = kind;
    item.append(details);
    this.#list.prepend(item);
    while (this.#list.childElementCount > LIMIT) this.#list.lastElementChild?.remove();
  }
}

function word(className: string, textContent: string): HTMLElement {
  return Object.assign(document.createElement('span'), { className, textContent, title: textContent });
}
