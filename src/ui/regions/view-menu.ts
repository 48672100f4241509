import { html, nothing, type TemplateResult } from 'lit';
import { runInAction } from '../../reactive/index.js';
import { groupings, sorts } from '../../store/settings.js';
import type { RegionList } from './region-list.js';
import { outlineTexts } from './texts.js';

/** How the list is put together: groups, order, what is open. */
export function viewMenu({ desk, outline }: RegionList): TemplateResult {
  const { settings } = desk.editor;
  const own = outlineTexts(desk.locale);
  const choice = <K extends 'regionGroup' | 'regionSort'>(
    key: K,
    title: string,
    words: readonly (typeof settings)[K][],
    names: Readonly<Record<(typeof settings)[K], string>>,
  ) =>
    html`<fieldset class="list-choices"><legend>${title}</legend>${words.map(
      (word) => html`<label class="choice"><input
      type="radio" name=${key} .checked=${settings[key] === word} @change=${() =>
        runInAction(() => {
          settings[key] = word;
        })}
    />${names[word]}</label>`,
    )}</fieldset>`;
  const openings = [
    { name: own.openAll, folded: false },
    { name: own.closeAll, folded: true },
  ];
  return html`${choice('regionGroup', own.group, groupings, own.groups)}${choice('regionSort', own.sort, sorts, own.sorts)}
    <hr /><label class="choice"><input
      type="checkbox" .checked=${settings.regionDescending} @change=${() => settings.toggle('regionDescending')}
    />${own.descending}</label>${
      outline.hasParts
        ? html`<hr />${openings.map(
            ({ name, folded }) =>
              html`<button type="button" class="entry" @click=${() => outline.foldAll(folded)}><span class="entry-name">${name}</span></button>`,
          )}`
        : nothing
    }`;
}
