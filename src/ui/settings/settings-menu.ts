import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import { later } from '../later.js';
import { menu } from '../menu.js';
import { observe } from '../observe.js';

const sheet = later(() => import('./settings-sheet.js'));

/** The button of the settings. What it opens is fetched when the pointer or the focus comes near it. */
export function settingsMenu(desk: Desk): TemplateResult {
  const fetch = () => sheet.of(desk) ?? sheet.with(desk, () => {});
  const body = observe(() => sheet.of(desk)?.settingsSheet(desk) ?? nothing);
  return html`<span class="menu" @pointerenter=${fetch} @focusin=${fetch} @click=${fetch}>${menu(
    'settings',
    desk.texts.settings,
    icon('settings-2'),
    body,
  )}</span>`;
}

/** Opens them by key; the focus goes to the first. */
export function openSettings(desk: Desk): void {
  sheet.with(desk, () => {
    const popover = desk.root.querySelector<HTMLElement>('#settings');
    if (!popover || popover.matches(':popover-open')) return popover?.hidePopover();
    popover.showPopover();
    popover.querySelector('input')?.focus();
  });
}
