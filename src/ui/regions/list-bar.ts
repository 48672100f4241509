import { html, nothing, type TemplateResult } from 'lit';
import { runInAction } from '../../reactive/index.js';
import { actionButton } from '../buttons.js';
import { menu } from '../menu.js';
import { listTools } from './list-tools-opening.js';
import { filterIcon, treeIcon } from './pictures.js';
import type { RegionList } from './region-list.js';
import { outlineTexts } from './texts.js';

/** How many regions there are, and what can be done with their list. */
export function listBar(list: RegionList): TemplateResult {
  const { desk, outline } = list;
  const { editor, texts } = desk;
  const own = outlineTexts(desk.locale);
  const count = editor.regionIds.length;
  const picked = editor.selection.ids.length;
  const { hidden } = outline.view;
  const said = outline.isFiltered
    ? own.shown(desk.number(count - hidden), texts.regionCount(desk.number(count), count === 1))
    : texts.regionCount(desk.number(count), count === 1);
  const { regionGroup, regionSort, regionDescending } = editor.settings;
  const isOther = regionGroup !== 'none' || regionSort !== 'made' || regionDescending;
  return html`<div class="list-bar">
    <span class="count" role="status">${said}${picked > 1 ? ` · ${texts.selectedCount(desk.number(picked))}` : ''}</span>
    ${
      count === 0 && !list.filterShown
        ? nothing
        : html`<button
            type="button" class="button" aria-label=${own.filter} title=${own.filter} aria-expanded=${list.filterShown ? 'true' : 'false'}
            ?data-on=${list.filterShown} @click=${() => showFilter(list, !list.filterShown)}
          >${filterIcon()}</button>`
    }
    <span ?data-on=${isOther}>${menu(
      'list-view',
      own.view,
      treeIcon(),
      listTools.of(desk)?.viewMenu(list) ?? nothing,
    )}</span>
    ${actionButton(desk, 'hide-all')}${actionButton(desk, 'delete')}
  </div>`;
}

/** Shows the filter and goes to it, or takes it away. */
export function showFilter(list: RegionList, shown: boolean): void {
  const { desk } = list;
  runInAction(() => {
    list.filterShown = shown;
    if (!shown) list.unfilter();
  });
  if (!shown) return;
  listTools.with(desk, async () => {
    // The field is drawn in a microtask of its own.
    await null;
    await null;
    desk.root.querySelector<HTMLInputElement>('.list-filter input')?.focus();
  });
}

/** Why there is nothing in the list. */
export function nothingHere(list: RegionList): TemplateResult | typeof nothing {
  const { desk } = list;
  const { editor, texts } = desk;
  if (editor.doc.regions.size > 0) {
    if (list.rows.length > 0) return nothing;
    const own = outlineTexts(desk.locale);
    return html`<div class="empty"><p>${own.noMatch}</p><button type="button" class="button wide" @click=${() => list.unfilter()}>${own.clearFilter}</button></div>`;
  }
  const draws = [...editor.toolbox.bySpace.values()].flat().some(({ shape }) => shape !== undefined);
  const words = !editor.completion
    ? texts.pickTask
    : !draws
      ? texts.noAnswersOnly
      : editor.readonly
        ? texts.noRegions
        : texts.noRegionsYet;
  return html`<p class="empty">${words}</p>`;
}
