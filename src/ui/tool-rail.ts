import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Tool } from '../contract/tool.js';
import { actionButton, hint, iconButton } from './buttons.js';
import type { Desk } from './desk.js';
import { roveButtons } from './roving.js';
import { toolSettings } from './tool-settings.js';

/** The tools of each kind of medium in the config that leaves a choice. */
export function toolRail(desk: Desk): TemplateResult {
  const { editor, texts } = desk;
  const groups = desk.choices;
  return html`<section part="tools" class="tools" aria-label=${texts.tools} ${ref((rail) => void bringInHandIntoView(rail))}><span class="tool-buttons" role="toolbar" aria-label=${texts.tools} @keydown=${roveButtons}>${groups.map(
    ([space, tools]) =>
      html`<span class="group" role="group" aria-label=${texts.toolsOf[space]}>${tools.map((tool) =>
        toolButton(desk, tool),
      )}</span>`,
  )}${assistButtons(desk)}</span>${toolSettings(
    desk,
    groups.flatMap(([space]) => editor.toolbox.active(space) ?? []),
  )}</section>`;
}

/** Whether what is drawn asks a model, where there is one. */
function assistButtons(desk: Desk): TemplateResult | typeof nothing {
  const { assist } = desk.editor;
  if (!assist.possible) return nothing;
  return html`<span class="group" role="group" aria-label=${desk.texts.suggestions}>${actionButton(desk, 'assist')}${
    assist.asksByPoints ? actionButton(desk, 'assist-exclude') : nothing
  }</span>`;
}

function toolButton({ editor }: Desk, tool: Tool): TemplateResult {
  const { actions, toolbox } = editor;
  const entry = actions.get(`tool:${tool.name}`);
  const inHand = toolbox.active(tool.space) === tool;
  return iconButton({
    label: tool.title,
    title: hint(tool.title, entry ? actions.keysOf(entry) : []),
    icon: tool.icon ?? '',
    pressed: inHand,
    roving: !inHand,
    disabled: editor.readonly,
    press: () => toolbox.pick(tool),
  });
}

/** Scrolls a rail that is too short to the tool that was taken up by a key. */
async function bringInHandIntoView(rail: Element | undefined): Promise<void> {
  // The buttons are rendered after the rail.
  await Promise.resolve();
  const list = rail?.querySelector('.tool-buttons');
  // Where all are in view anyway, the page must not be scrolled to them.
  if (!list || (list.scrollHeight <= list.clientHeight && list.scrollWidth <= list.clientWidth)) return;
  list.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
