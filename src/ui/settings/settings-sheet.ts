import { html, nothing, type TemplateResult } from 'lit';
import type { Action } from '../../editor/actions/actions.js';
import { keptOf } from '../../editor/keeping/kept.js';
import { keysText } from '../buttons.js';
import type { Desk } from '../desk.js';
import { closeMenu } from '../menu.js';
import { settingsTexts } from './texts.js';

export { settingsStyles as styles } from './styles.js';

/** What belongs together, by the actions' names; what is in no group comes under the last heading. */
const groups = {
  drawing: ['continuous', 'select-after-create', 'snapping', 'preserve-tool', 'accept-at-once'],
  looks: ['show-labels', 'smoothing', 'inverted-zoom'],
  keys: ['hotkeys'],
} as const;

/** All that can be set, and the way to the keys. */
export function settingsSheet(desk: Desk): TemplateResult {
  const { editor, locale } = desk;
  const texts = settingsTexts(locale);
  const settings = editor.actions.all.filter(({ active, group }) => active && group === 'Settings');
  const named: readonly string[] = Object.values(groups).flat();
  const others = settings.filter(({ name }) => !named.includes(name));
  const isChanged = Object.keys(keptOf(editor, 'settings').value).length > 0;
  return html`${(['drawing', 'looks', 'keys'] as const).map((group) => {
    const names: readonly string[] = groups[group];
    const entries = settings.filter(({ name }) => names.includes(name));
    const all = group === 'looks' ? [...entries, ...others] : entries;
    if (all.length === 0) return nothing;
    return html`<fieldset class="settings-group"><legend>${texts[group]}</legend>${all.map((entry) => choice(desk, entry))}</fieldset>`;
  })}<div class="settings-foot">${
    editor.actions.get('help')
      ? html`<button type="button" class="button wide" @click=${(event: Event) => {
          closeMenu(event);
          editor.actions.run('help');
        }}>${texts.shortcuts}</button>`
      : nothing
  }<span class="spacer"></span><button
    type="button" class="button wide" ?disabled=${!isChanged} title=${texts.resetHint} @click=${() => keptOf(editor, 'settings').clear()}
  >${texts.reset}</button></div>`;
}

const choice = ({ editor }: Desk, entry: Action): TemplateResult => html`<label class="choice setting"
  ><input type="checkbox" .checked=${entry.active?.() ?? false} ?disabled=${entry.enabled?.() === false} @change=${() => editor.actions.run(entry.name)}
/><span>${entry.title}</span>${editor.actions.keysOf(entry).map((keys) => html` <kbd>${keysText(keys)}</kbd>`)}</label>`;
