import { html, nothing, type TemplateResult } from 'lit';
import { actionButton, hint } from './buttons.js';
import type { Desk } from './desk.js';
import { icon } from './icons.js';
import { observe } from './observe.js';

/** What the model is at, what it suggests, and what to do with that. What is said of it has a place that is always there. */
export const suggestionBar = (desk: Desk): TemplateResult =>
  html`<section class="suggestions" aria-label=${observe(() => desk.texts.suggestions)}><span class="said" role="status">${observe(() => note(desk))}</span>${observe(() => body(desk))}</section>`;

function body(desk: Desk): TemplateResult | typeof nothing {
  const { assist } = desk.editor;
  const { texts } = desk;
  const { regions, picked } = assist.suggestions;
  const said = note(desk);
  if (said === '') return nothing;
  return html`<div class="suggestion-bar"><span class="suggestion-note">${assist.pending ? icon('loader-circle') : nothing}${said}</span>${
    assist.pending ? wide(texts.cancel, () => assist.stop()) : nothing
  }${regions.length > 1 ? actionButton(desk, 'next-suggestion') : nothing}${
    picked === undefined
      ? nothing
      : html`${choice(desk, 'accept-suggestion', texts.acceptThis)}${choice(desk, 'reject-suggestion', texts.rejectThis)}`
  }${
    regions.length === 0
      ? nothing
      : html`${choice(desk, 'accept-suggestions', texts.acceptAll)}${choice(desk, 'reject-suggestions', texts.rejectAll)}`
  }</div>`;
}

/** That the model is at work; else of the suggestion that is picked what it is, else how many there are. */
function note(desk: Desk): string {
  const { editor, texts } = desk;
  const { pending, suggestions } = editor.assist;
  const { store, regions, picked } = suggestions;
  if (pending) return texts.asking;
  if (regions.length === 0) return '';
  const at = regions.findIndex(({ id }) => id === picked);
  const region = regions[at];
  if (!region) return texts.suggestionCount(desk.number(regions.length), regions.length === 1);
  return `${editor.faces.caption(region, store)} · ${texts.suggestionOf(desk.number(at + 1), desk.number(regions.length))}`;
}

function choice({ editor }: Desk, name: string, label: string): TemplateResult | typeof nothing {
  const entry = editor.actions.get(name);
  if (!entry) return nothing;
  const title = hint(entry.title, editor.actions.keysOf(entry));
  return wide(label, () => editor.actions.run(name), title);
}

const wide = (label: string, press: () => unknown, title = label) =>
  html`<button type="button" class="button wide" title=${title} @click=${press}>${label}</button>`;
