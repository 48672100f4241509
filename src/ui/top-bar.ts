import { html, nothing, type TemplateResult } from 'lit';
import { actionButton, hint } from './buttons.js';
import { completionTabs } from './completion-tabs.js';
import type { Desk } from './desk.js';
import { icon } from './icons.js';
import { closeMenu, menu } from './menu.js';
import { observe } from './observe.js';

/** What is worked on, by whom, and what to do with it. */
export const topBar = (
  desk: Desk,
): TemplateResult => html`<section part="top-bar" class="top-bar" aria-label=${desk.texts.taskBar}>
  <slot name="toolbar-start"></slot>
  ${observe(() => taskName(desk))}
  ${completionTabs(desk)}
  ${observe(() => standing(desk))}
  <span class="spacer"></span>
  <span class="group">${actionButton(desk, 'undo')}${actionButton(desk, 'redo')}</span>
  <span class="group">
    ${actionButton(desk, 'panel')}
    ${menu(
      'settings',
      desk.texts.settings,
      icon('settings-2'),
      observe(() => settings(desk)),
    )}
    ${actionButton(desk, 'help')}
  </span>
  ${observe(() => saveButtons(desk))}
  <slot name="toolbar-end"></slot>
</section>`;

function taskName({ editor, texts }: Desk): TemplateResult {
  const { task } = editor.workspace;
  const name = !task ? texts.noTask : task.id === '' ? texts.task : `${texts.task} ${task.id}`;
  return html`<span class="task" title=${name}>${name}</span>`;
}

/** Why nothing can be changed, and the way out of it. */
function standing({ editor, texts }: Desk): TemplateResult | typeof nothing {
  const { selected, showsPrediction } = editor.workspace;
  if (!selected || !editor.readonly) return nothing;
  if (!showsPrediction || editor.readonlyWished)
    return html`<span class="badge">${icon('lock')}${texts.readonly}</span>`;
  return html`<button type="button" class="button wide" title=${texts.copyPrediction} @click=${() => editor.copy(selected)}
  >${icon('copy')}<span class="word">${texts.copyToEdit}</span></button>`;
}

function settings({ editor }: Desk): readonly TemplateResult[] {
  return editor.actions.all.flatMap((entry) =>
    entry.active && entry.group === 'Settings'
      ? html`<label class="choice" title=${hint(entry.title, editor.actions.keysOf(entry))}><input
          type="checkbox" .checked=${entry.active()} @change=${() => editor.actions.run(entry.name)}
        />${entry.title}</label>`
      : [],
  );
}

function saveButtons(desk: Desk): TemplateResult | typeof nothing {
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
