import { html, nothing, type TemplateResult } from 'lit';
import type { Completion } from '../../store/completion.js';
import { hint } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { closeMenu, menu } from '../menu.js';
import { observe } from '../observe.js';
import { commentForm } from './comment-form.js';
import { savingTexts } from './texts.js';

/** Why nothing can be changed, and the way out of it. */
export function standing({ editor, locale }: Desk): TemplateResult | typeof nothing {
  const texts = savingTexts(locale);
  const { selected, showsPrediction } = editor.workspace;
  if (!selected || !editor.readonly) return nothing;
  if (!showsPrediction || editor.readonlyWished)
    return html`<span class="badge">${icon('lock')}${texts.readonly}</span>`;
  return html`<button type="button" class="button wide" title=${texts.copyPrediction} @click=${() => editor.copy(selected)}
  >${icon('copy')}<span class="word">${texts.copyToEdit}</span></button>`;
}

/** Submit and skip; for a reviewer accept and reject; for what was skipped the way back. */
export function saveButtons(desk: Desk): TemplateResult | typeof nothing {
  const { editor, locale } = desk;
  const texts = savingTexts(locale);
  const { completion } = editor;
  if (!completion || completion.kind === 'prediction' || completion.isPreview || editor.readonlyWished) return nothing;
  if (editor.isReviewed) {
    const isMended = completion.dirty || completion.isAhead;
    const name = isMended ? texts.fixAndAccept : texts.accept;
    return html`${rejectButton(desk, completion)}${mainButton(desk, completion, name)}`;
  }
  const aside = completion.stored === 'skipped' ? cancelSkip(desk, completion) : skipButton(desk, completion);
  return html`${aside}${mainButton(desk, completion, completion.stored === 'submitted' ? texts.update : texts.submit)}`;
}

/** Something else than a draft is on its way. */
const isHeld = ({ busy }: Completion) => busy !== undefined && busy !== 'draft';

function mainButton(desk: Desk, completion: Completion, name: string): TemplateResult {
  const { editor, locale } = desk;
  const texts = savingTexts(locale);
  const { saving } = editor;
  const held = isHeld(completion);
  const submit = editor.actions.get('submit');
  const face = held && completion.slow ? texts.stillSaving : name;
  // Of a double click the second one is a slip.
  const press = ({ detail }: MouseEvent) => detail < 2 && void (editor.isReviewed ? saving.accept() : saving.submit());
  return html`<span class="split"><button
    type="button" class="button primary" aria-busy=${held ? 'true' : 'false'} ?disabled=${held || editor.readonly}
    title=${submit ? hint(name, editor.actions.keysOf(submit)) : name} @click=${press}
  >${held ? icon('loader-circle') : nothing}${face}</button>${menu(
    'more-saving',
    texts.moreSaving,
    icon('chevron-down'),
    observe(() => moreSaving(desk)),
  )}</span>`;
}

function moreSaving({ editor, locale }: Desk): TemplateResult {
  const texts = savingTexts(locale);
  return html`<button
    type="button" class="entry" ?disabled=${editor.completion?.dirty !== true}
    @click=${(event: Event) => {
      closeMenu(event);
      void editor.saving.saveDraft();
    }}
  >${icon('save')}${texts.saveDraft}</button>`;
}

function skipButton(desk: Desk, completion: Completion): TemplateResult | typeof nothing {
  const { editor, locale } = desk;
  const texts = savingTexts(locale);
  const skip = editor.actions.get('skip');
  if (!skip || !editor.allowSkip || editor.task?.allowSkip === false) return nothing;
  const press = ({ detail }: MouseEvent) => detail < 2 && void editor.saving.skip();
  const ask = commentForm(desk, {
    question: texts.skipComment,
    send: texts.skip,
    run: (comment) => editor.saving.skip(comment),
  });
  const disabled = isHeld(completion) || editor.readonly;
  return html`<span class="aside-split" ?inert=${disabled} data-disabled=${disabled ? '' : nothing}><button
      type="button" class="button wide skip" aria-label=${texts.skip} title=${hint(texts.skip, editor.actions.keysOf(skip))}
      ?disabled=${disabled} @click=${press}
    >${icon('skip-forward')}<span class="word">${texts.skip}</span></button>${menu('skip-comment', texts.skipWithComment, icon('chevron-down'), ask)}</span>`;
}

function rejectButton(desk: Desk, completion: Completion): TemplateResult {
  const { editor, locale } = desk;
  const texts = savingTexts(locale);
  const ask = commentForm(desk, {
    question: texts.rejectComment,
    send: texts.reject,
    isRefusal: true,
    run: (comment) => editor.saving.reject(comment),
  });
  const disabled = isHeld(completion) || editor.readonly;
  const face = html`${icon('circle-x')}<span class="word">${texts.reject}</span>`;
  return html`<span class="reject" ?inert=${disabled} data-disabled=${disabled ? '' : nothing}>${menu('reject-comment', texts.reject, face, ask)}</span>`;
}

function cancelSkip({ editor, locale }: Desk, completion: Completion): TemplateResult {
  const texts = savingTexts(locale);
  return html`<span class="badge skipped">${icon('skip-forward')}${texts.wasSkipped}</span><button
    type="button" class="button wide cancel-skip" aria-label=${texts.cancelSkip} title=${texts.cancelSkip}
    ?disabled=${isHeld(completion) || editor.readonly} @click=${() => void editor.saving.unskip()}
  >${icon('undo-2')}<span class="word">${texts.cancelSkip}</span></button>`;
}
