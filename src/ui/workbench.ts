import { html, nothing, type TemplateResult } from 'lit';
import type { Scope } from '../contract/view.js';
import type { Action } from '../editor/actions/actions.js';
import { when } from '../reactive/index.js';
import type { Desk } from './desk.js';
import { later } from './later.js';
import { observe } from './observe.js';
import { openByKey, openByPointer, regionMenu } from './regions/region-menu-opening.js';

const help = later(() => import('./help/help-sheet.js'));
const chrome = later(() => import('./chrome.js'));
const rest = later(() => import('./rest.js'));
type Chrome = typeof import('./chrome.js');

/**
 * The frame round the config's own content. `#content` is filled by the mounting of the tag tree and by nobody else; what
 * stands round it comes when it is displayed, and its room is kept until then. A press anywhere gives the focus to the
 * editor, so that its keys work from then on.
 *
 * @param scope what ends when the element leaves the page
 */
export const workbench = (desk: Desk, scope: () => Scope | undefined): TemplateResult => html`<div
  class="le" tabindex="-1" lang=${observe(() => desk.locale)} data-theme=${observe(() => desk.scheme)}
>
  <div class="frame" @contextmenu=${(event: MouseEvent) => openByPointer(desk, event)}>
    ${observe(() => (desk.shows('topbar') ? round(desk, 'top-bar', ({ topBar }) => topBar(desk)) : nothing))}
    ${observe(() => (desk.shows('tools') && desk.hasTools ? round(desk, 'tools', ({ toolRail }) => toolRail(desk)) : nothing))}
    <section id="content" part="content" class="content" tabindex="0" aria-label=${observe(() => desk.texts.annotation)}></section>
    ${observe(() => (desk.tab !== undefined && desk.panelOpen ? round(desk, 'panel', ({ panelOf }) => panelOf(desk, scope)) : nothing))}
    ${observe(() => (desk.shows('status') ? round(desk, 'status', ({ statusBar }) => statusBar(desk)) : nothing))}
    ${observe(() => chrome.of(desk)?.overContent(desk) ?? nothing)}
  </div>
  ${observe(() => help.of(desk)?.helpSheet(desk) ?? nothing)}
  ${observe(() => regionMenu(desk))}
</div>`;

/** A part of what stands round the content, or its place. */
const round = (desk: Desk, name: string, part: (module: Chrome) => unknown): unknown => {
  const module = chrome.of(desk);
  return module ? part(module) : html`<div class=${name}></div>`;
};

/** Fetches what stands round the content, where there is any. Settles when it is there, or could not be had; never rejects. */
export async function surround(desk: Desk): Promise<void> {
  if (desk.panels.length > 0) await chrome.whenThere(desk);
}

/** Fetches it also where nothing is to stand round the content, once there is something to say over it. */
export function followNotices(desk: Desk, scope: Scope): void {
  const { notices, assist } = desk.editor;
  const says = () => notices.current !== undefined || assist.pending || assist.suggestions.regions.length > 0;
  // Once: that it could not be had is a notice too.
  when(says, () => void chrome.whenThere(desk), { signal: scope.signal });
}

/** Fetches what can wait until the task is displayed. */
export const followRest = (desk: Desk, scope: Scope): void =>
  rest.with(desk, ({ startRest }) => startRest(desk, scope));

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
    name: 'note',
    title: desk.texts.note,
    keys: 'alt+m',
    group: desk.texts.view,
    enabled: () => desk.shows('details') && desk.editor.selection.ids.length === 1,
    run: () => chrome.with(desk, ({ openNote }) => openNote(desk)),
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
