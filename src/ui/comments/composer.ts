import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { hint, iconButton } from '../buttons.js';
import type { Desk } from '../desk.js';
import { nameOfEnd } from '../relations/names.js';
import type { CommentsState } from './state.js';
import { commentTexts } from './texts.js';

/** The field to say something in, and of what it is said. Ctrl and Enter send it. */
export function composer(desk: Desk, state: CommentsState): TemplateResult {
  const { editor } = desk;
  const texts = commentTexts(desk.locale);
  const region = editor.doc.regions.get(state.target ?? '');
  const isPicked = editor.selection.ids.length === 1;
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    state.send();
  };
  const about = region
    ? html`<span class="comment-target">${nameOfEnd(desk, region, state.numbers.get(region.id))}${iconButton({
        label: texts.notOfRegion,
        icon: 'x',
        press: () => state.aim(false),
      })}</span>`
    : isPicked
      ? html`<button type="button" class="button comment-target" title=${texts.ofRegion} @click=${() => state.aim(true)}>${texts.ofTask}</button>`
      : html`<span class="comment-target muted">${texts.ofTask}</span>`;
  const empty = state.draft.trim() === '';
  return html`<div class="composer">
    <textarea class="comment-field" rows="2" aria-label=${texts.yours} placeholder=${region ? texts.askOfRegion : texts.askOfTask}
      .value=${live(state.draft)} @input=${(event: Event) => state.write((event.target as HTMLTextAreaElement).value)} @keydown=${key}></textarea>
    <div class="composer-foot">${about}<span class="spacer"></span><button
      type="button" class="button primary comment-send" ?disabled=${empty} title=${hint(texts.send, ['ctrl+enter'])} @click=${() => state.send()}
    >${texts.send}</button></div>
  </div>`;
}

export const goToComposer = ({ root }: Desk): void => root.querySelector<HTMLElement>('.composer textarea')?.focus();
