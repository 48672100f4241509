import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../editor/actions/actions.js';
import type { Desk } from './desk.js';
import { later } from './later.js';
import { observe } from './observe.js';
import type { RegionList } from './regions/region-list.js';
import { openByKey, openByPointer, regionMenu } from './regions/region-menu-opening.js';
import { sidePanel } from './side-panel.js';
import { statusBar } from './status-bar.js';
import { suggestionBar } from './suggestion-bar.js';
import { toast } from './toast.js';
import { toolRail } from './tool-rail.js';
import { topBar } from './top-bar.js';

const help = later(() => import('./help/help-sheet.js'));

/**
 * The frame round the config's own content. `#content` is filled by the mounting of the tag tree and by nobody else.
 * A press anywhere gives the focus to the editor, so that its keys work from then on.
 */
export const workbench = (desk: Desk, list: RegionList): TemplateResult => html`<div
  class="le" tabindex="-1" lang=${observe(() => desk.locale)} data-theme=${observe(() => desk.scheme)}
>
  <div class="frame" @contextmenu=${(event: MouseEvent) => openByPointer(desk, event)}>
    ${observe(() => (desk.shows('topbar') ? topBar(desk) : nothing))}
    ${observe(() => (desk.shows('tools') ? toolRail(desk) : nothing))}
    <section id="content" part="content" class="content" tabindex="0" aria-label=${observe(() => desk.texts.annotation)}></section>
    ${observe(() => sidePanel(desk, list))}
    ${observe(() => (desk.shows('status') ? statusBar(desk) : nothing))}
    ${suggestionBar(desk)}
    ${toast(desk)}
  </div>
  ${observe(() => help.of(desk)?.helpSheet(desk) ?? nothing)}
  ${observe(() => regionMenu(desk))}
</div>`;

/** What the workbench adds to the editor's table of actions. */
export const workbenchActions = (desk: Desk): readonly Action[] => [
  {
    name: 'help',
    title: desk.texts.help,
    keys: '?',
    group: desk.texts.view,
    icon: 'circle-question-mark',
    run: () => help.with(desk, ({ openHelp }) => openHelp(desk)),
  },
  {
    name: 'region-menu',
    title: desk.texts.regionMenu,
    keys: 'shift+f10, contextmenu',
    group: desk.texts.view,
    enabled: () => desk.editor.selection.ids.length > 0,
    run: () => openByKey(desk),
  },
  {
    name: 'panel',
    title: desk.texts.panelToggle,
    keys: 'ctrl+\\',
    group: desk.texts.view,
    icon: 'panel-right',
    enabled: () => desk.tabs.length > 0,
    active: () => desk.panelOpen && desk.tabs.length > 0,
    run: () => desk.openPanel(!desk.panelOpen),
  },
];
