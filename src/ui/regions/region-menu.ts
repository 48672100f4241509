import { html, nothing, render, type TemplateResult } from 'lit';
import type { Action } from '../../editor/actions/actions.js';
import { actionEntry, possible } from '../action-entry.js';
import type { Desk } from '../desk.js';
import type { Point } from './region-menu-opening.js';

export { regionMenuStyles as styles } from './menu-styles.js';

/** By name. What is `only` there while it can be done comes and goes; all else keeps its place. */
const sections: readonly { readonly always?: readonly string[]; readonly only?: readonly string[] }[] = [
  { always: ['cut', 'copy', 'paste', 'duplicate'] },
  { only: ['nest', 'unnest', 'combine-'] },
  { only: ['convert:', 'operation:'] },
  { only: ['text:'] },
  { always: ['order-front', 'order-forward', 'order-backward', 'order-back'] },
  { always: ['relation:start', 'select-alike', 'isolate', 'hide', 'lock'] },
  { always: ['delete'] },
];

/** CSS pixels that are left to the edge of the window. */
const MARGIN = 4;

/** The place of the menu of the selected regions. What is in it is made when it opens, as the actions are then. */
export const regionMenu = (desk: Desk): TemplateResult => html`<div
  id="region-menu" class="popover region-menu" popover="manual" role="menu" aria-label=${desk.texts.regionMenu}
  @keydown=${(event: KeyboardEvent) => key(desk, event)} @focusout=${left}
  @contextmenu=${(event: Event) => event.preventDefault()}
></div>`;

const menuOf = ({ root }: Desk): HTMLElement | null => root.querySelector<HTMLElement>('#region-menu');
/** What had the focus before the menu. */
const before = new WeakMap<HTMLElement, HTMLElement>();

/** @param at client pixels */
export function openMenu(desk: Desk, { x, y }: Point): void {
  const menu = menuOf(desk);
  if (!menu) return;
  const { activeElement } = desk.root;
  if (activeElement instanceof HTMLElement && activeElement !== menu) before.set(menu, activeElement);
  render(entries(desk), menu);
  if (!menu.matches(':popover-open')) menu.showPopover();
  const { clientWidth, clientHeight } = document.documentElement;
  menu.style.left = `${Math.max(MARGIN, Math.min(x, clientWidth - menu.offsetWidth - MARGIN))}px`;
  menu.style.top = `${Math.max(MARGIN, Math.min(y, clientHeight - menu.offsetHeight - MARGIN))}px`;
  items(menu)[0]?.focus({ preventScroll: true });
}

function close(desk: Desk): void {
  const menu = menuOf(desk);
  if (!menu?.matches(':popover-open')) return;
  const back = before.get(menu);
  before.delete(menu);
  // First, so that the focus is not lost with the menu.
  back?.focus({ preventScroll: true });
  if (!menu.matches(':popover-open')) return;
  menu.hidePopover();
  render(nothing, menu);
}

function entries(desk: Desk): TemplateResult {
  const { actions } = desk.editor;
  const shown = sections.map(({ always = [], only = [] }) => [
    ...always.flatMap((name): Action[] => {
      const entry = actions.get(name);
      return entry ? [entry] : [];
    }),
    ...(only.length > 0 ? possible(desk, ...only) : []),
  ]);
  return html`${shown
    .filter((section) => section.length > 0)
    .map(
      (section, index) =>
        html`${index > 0 ? html`<hr />` : nothing}${section.map((entry) => actionEntry(desk, entry, () => close(desk), 'menuitem'))}`,
    )}`;
}

const items = (menu: Element): readonly HTMLElement[] => [
  ...menu.querySelectorAll<HTMLElement>('[role=menuitem]:not(:disabled)'),
];

/** No key that is pressed in the menu is for the editor. */
function key(desk: Desk, event: KeyboardEvent): void {
  event.stopPropagation();
  const menu = event.currentTarget as HTMLElement;
  const all = items(menu);
  const at = all.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) all[(to + all.length) % all.length]?.focus();
  else if (event.key === 'Escape' || event.key === 'Tab') close(desk);
  else return;
  event.preventDefault();
}

/** A press elsewhere takes the focus, and with it the menu. */
function left(event: FocusEvent): void {
  const menu = event.currentTarget as HTMLElement;
  if (event.relatedTarget instanceof Node && menu.contains(event.relatedTarget)) return;
  before.delete(menu);
  if (menu.matches(':popover-open')) menu.hidePopover();
}
