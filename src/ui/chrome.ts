import { html, type TemplateResult } from 'lit';
import type { Scope } from '../contract/view.js';
import type { Desk } from './desk.js';
import { RegionList } from './regions/region-list.js';
import { saveButtonStyles } from './saving/styles.js';
import { sidePanel } from './side-panel.js';
import { bars } from './styles/bars.js';
import { controls } from './styles/controls.js';
import { narrow } from './styles/narrow.js';
import { panel } from './styles/panel.js';
import { suggestions } from './styles/suggestions.js';
import { suggestionBar } from './suggestion-bar.js';
import { toast } from './toast.js';

/** What comes later outranks what came before. */
export const styles = [controls, bars, panel, suggestions, saveButtonStyles, narrow];

export { openNote } from './side-panel.js';
export { statusBar } from './status-bar.js';
export { toolRail } from './tool-rail.js';
export { topBar } from './top-bar.js';

/** One for each editor: it remembers where it was scrolled to. */
const lists = new WeakMap<Desk, RegionList>();

/** @param scope what ends when the element leaves the page */
export function panelOf(desk: Desk, scope: () => Scope | undefined): unknown {
  const list = lists.get(desk) ?? new RegionList(desk, scope);
  lists.set(desk, list);
  return sidePanel(desk, list);
}

/** What comes and goes over the content. */
export const overContent = (desk: Desk): TemplateResult => html`${suggestionBar(desk)}${toast(desk)}`;
