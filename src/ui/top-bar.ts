import { html, type TemplateResult } from 'lit';
import { actionButton } from './buttons.js';
import { completionTabs } from './completions/tabs.js';
import type { Desk } from './desk.js';
import { navigation } from './navigation/navigation.js';
import { observe } from './observe.js';
import { saveButtons, standing } from './saving/save-buttons.js';
import { settingsMenu } from './settings/settings-menu.js';

/** What is worked on, by whom, and what to do with it. */
export const topBar = (
  desk: Desk,
): TemplateResult => html`<section part="top-bar" class="top-bar" aria-label=${desk.texts.taskBar}>
  <slot name="toolbar-start"></slot>
  ${navigation(desk)}
  ${observe(() => taskName(desk))}
  ${completionTabs(desk)}
  ${observe(() => standing(desk))}
  <span class="spacer"></span>
  <span class="group">${actionButton(desk, 'undo')}${actionButton(desk, 'redo')}</span>
  <span class="group">
    ${actionButton(desk, 'instructions')}
    ${actionButton(desk, 'panel')}
    ${settingsMenu(desk)}
    <span class="to-help">${actionButton(desk, 'help')}</span>
  </span>
  ${observe(() => saveButtons(desk))}
  <slot name="toolbar-end"></slot>
</section>`;

function taskName({ editor, texts }: Desk): TemplateResult {
  const { task } = editor.workspace;
  const name = !task ? texts.noTask : task.id === '' ? texts.task : `${texts.task} ${task.id}`;
  return html`<span class="task" title=${name}>${name}</span>`;
}
