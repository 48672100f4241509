import { html, nothing, type TemplateResult } from 'lit';
import { chatIcons } from './chat-icons.js';
import type { Turn } from './conversation.js';
import type { Call } from './message.js';

/** How a message looks right now, and what is done with it. */
export interface TurnLook {
  readonly id: string;
  readonly body: HTMLElement;
  /** Keys start from it. */
  readonly active: boolean;
  readonly selected: boolean;
  readonly pickable: boolean;
  /** What stands in place of the text while it is edited. */
  readonly field: TemplateResult | undefined;
  readonly onSeen: () => void;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

const named: Readonly<Record<string, string>> = {
  user: 'User',
  assistant: 'Assistant',
  system: 'System',
  tool: 'Tool',
  developer: 'Developer',
};

export const roleName = (role: string): string => named[role] ?? (role || 'Note');

export function turn({ key, message, mayEdit, mayDelete, isPredicted }: Turn, look: TurnLook): TemplateResult {
  const { role, name, calls, createdAt, text } = message;
  const side = role === 'user' ? 'le-chat-user' : role === 'assistant' ? 'le-chat-assistant' : 'le-chat-note';
  const who = roleName(role);
  const onState = (event: Event) => {
    if (!(event as Event & { readonly skipped?: boolean }).skipped) look.onSeen();
  };
  const acts = look.field === undefined && (mayEdit || mayDelete);
  return html`<article
    class="le-chat-turn ${side} ${isPredicted ? 'le-chat-predicted' : ''} ${look.pickable ? 'le-chat-pickable' : ''}"
    data-key=${key} tabindex=${look.active ? 0 : -1} aria-labelledby="${look.id}-who ${look.id}-text" aria-current=${look.selected ? 'true' : nothing}
    @contentvisibilityautostatechange=${onState}
  >
    <div class="le-chat-head">
      <b id="${look.id}-who">${who}${name ? html` · ${name}` : nothing}</b>${createdAt === undefined ? nothing : time(createdAt)}${
        acts
          ? html`<span class="le-chat-acts">${
              mayEdit
                ? html`<button type="button" tabindex=${look.active ? 0 : -1} aria-label="Edit message" title="Edit — F2" @click=${look.onEdit}>${chatIcons.edit}</button>`
                : nothing
            }${
              mayDelete
                ? html`<button type="button" tabindex=${look.active ? 0 : -1} aria-label="Delete message" title="Delete — Del" @click=${look.onDelete}>${chatIcons.remove}</button>`
                : nothing
            }</span>`
          : nothing
      }
    </div>
    <div id="${look.id}-text" aria-live="off">${look.field ?? (text === '' ? nothing : look.body)}${calls.map(call)}</div>
  </article>`;
}

function call({ name, input }: Call): TemplateResult {
  return html`<details class="le-chat-call" ?open=${input.length < 400}>
    <summary>${chatIcons.tool}Calls ${name}</summary>
    ${input ? html`<pre>${input}</pre>` : nothing}
  </details>`;
}

const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const calendar = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

function time(at: number): TemplateResult {
  const date = new Date(at);
  const isToday = date.toDateString() === new Date().toDateString();
  return html`<time datetime=${date.toISOString()} title=${calendar.format(date)}>${(isToday ? clock : calendar).format(date)}</time>`;
}
