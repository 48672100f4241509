import type { Message } from './message.js';

type ToNodes = (markdown: string) => DocumentFragment;

interface Body {
  readonly message: Message;
  readonly element: HTMLElement;
  isRich: boolean;
}

/** Whether the browser tells when something that it left out comes into view. */
const tells = 'oncontentvisibilityautostatechange' in document.documentElement;

/**
 * What is said in messages, as elements. At first they are plain text; Markdown takes its time, and of thousands of
 * messages only those that are looked at need it.
 */
export class Bodies {
  readonly #bodies = new Map<string, Body>();
  readonly #seen = new Set<string>();
  #toNodes: ToNodes | undefined;

  /** The Markdown is there. */
  start(toNodes: ToNodes): void {
    this.#toNodes = toNodes;
    for (const [key, body] of this.#bodies) if (!tells || this.#seen.has(key)) this.#enrich(body);
  }

  of(key: string, message: Message): HTMLElement {
    const known = this.#bodies.get(key);
    if (known?.message === message) return known.element;
    const element = document.createElement('div');
    element.className = 'le-markdown le-chat-plain';
    element.textContent = message.text;
    const body = { message, element, isRich: false };
    this.#bodies.set(key, body);
    if (!tells || this.#seen.has(key)) this.#enrich(body);
    return element;
  }

  /** The message came into view. */
  see(key: string): void {
    this.#seen.add(key);
    const body = this.#bodies.get(key);
    if (body) this.#enrich(body);
  }

  #enrich(body: Body): void {
    if (body.isRich || !this.#toNodes) return;
    body.isRich = true;
    body.element.classList.remove('le-chat-plain');
    body.element.replaceChildren(this.#toNodes(body.message.text));
  }
}
