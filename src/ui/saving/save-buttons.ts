import { html, nothing, type TemplateResult } from 'lit';
import { hint } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { closeMenu, menu } from '../menu.js';

/** Why nothing can be changed, and the way out of it. */
export function standing({ editor, texts }: Desk): TemplateResult | typeof nothing {
  const { selected, showsPrediction } = editor.workspace;
  if (!selected || !editor.readonly) return nothing;
  if (!showsPrediction || editor.readonlyWished)
    return html`<span class="badge">${icon('lock')}${texts.readonly}</span>`;
  return html`<button type="button" class="button wide" title=${texts.copyPrediction} @click=${() => editor.copy(selected)}
  >${icon('copy')}<span class="word">${texts.copyToEdit}</span></button>`;
}

export function saveButtons(desk: Desk): TemplateResult | typeof nothing {
  const { editor, texts } = desk;
  const { completion } = editor;
  if (!completion || completion.kind === 'prediction' || editor.readonlyWished) return nothing;
  const submitted = completion.stored === 'submitted';
  const busy = completion.busy !== undefined && completion.busy !== 'draft';
  const name = submitted ? texts.update : texts.submit;
  const submit = editor.actions.get('submit');
  const skip = editor.actions.get('skip');
  return html`${
    skip && editor.allowSkip && editor.task?.allowSkip !== false
      ? html`<button
          type="button" class="button wide skip" aria-label=${texts.skip} title=${hint(texts.skip, editor.actions.keysOf(skip))}
          ?disabled=${busy || editor.readonly} @click=${() => editor.saving.skip()}
        >${icon('skip-forward')}<span class="word">${texts.skip}</span></button>`
      : nothing
  }<span class="split"><button
    type="button" class="button primary" aria-busy=${busy ? 'true' : 'false'} ?disabled=${busy || editor.readonly}
    title=${submit ? hint(name, editor.actions.keysOf(submit)) : name} @click=${() => editor.saving.submit()}
  >${busy ? icon('loader-circle') : nothing}${name}</button>${menu('more-saving', texts.moreSaving, icon('chevron-down'), moreSaving(desk, submitted))}</span>`;
}

/** Other ways to save; those of a reviewer once there is something to review. */
function moreSaving({ editor, texts }: Desk, submitted: boolean): TemplateResult {
  const entry = (name: string, picture: string, enabled: boolean, run: () => unknown) => html`<button
    type="button" class="entry" ?disabled=${!enabled}
    @click=${(event: Event) => {
      closeMenu(event);
      run();
    }}
  >${icon(picture)}${name}</button>`;
  const { saving, completion } = editor;
  return html`${entry(texts.saveDraft, 'save', completion?.dirty === true, () => saving.saveDraft())}${
    submitted
      ? html`${entry(texts.accept, 'check', true, () => saving.accept())}${entry(texts.reject, 'circle-x', true, () => saving.reject())}`
      : nothing
  }`;
}
