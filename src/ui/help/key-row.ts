import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Action } from '../../editor/actions/actions.js';
import { changedKeys, changeKeys, isSeveral, resetKeys } from '../../editor/actions/key-changes.js';
import type { KeyConflict } from '../../editor/actions/key-conflicts.js';
import { isKeptByBrowser } from '../../editor/actions/key-spelling.js';
import { iconButton, keysText } from '../buttons.js';
import type { Desk } from '../desk.js';
import { icon } from '../icons.js';
import type { SheetState } from './state.js';
import { helpTexts } from './texts.js';

/** An action with its keys, each of which can be changed by pressing it. */
export function keyRow(
  desk: Desk,
  state: SheetState,
  entry: Action,
  conflicts: readonly KeyConflict[],
): TemplateResult {
  const { editor, locale } = desk;
  const texts = helpTexts(locale);
  const { name, title } = entry;
  const bound = editor.actions.boundTo(entry);
  const asked = state.asked?.name === name ? state.asked.place : undefined;
  const several = isSeveral(entry);
  const isChanged = Object.hasOwn(changedKeys(editor), name);
  const chip = (keys: string, place: number) =>
    place === asked
      ? recorder(desk, state, entry, place < bound.length && !several)
      : html`<button
          type="button" class="key" aria-label=${texts.changeKeys(title, keysText(keys))} title=${texts.toChange}
          @click=${() => state.ask(entry, place)}
        ><kbd>${keysText(after(bound[place - 1], keys))}</kbd></button>`;
  const isAdding = asked === bound.length;
  const more = several && bound.length > 0;
  return html`<div data-action=${name} ?data-changed=${isChanged}><dt>${title}</dt><dd>${
    isChanged
      ? iconButton({ label: texts.resetOne(title), icon: 'rotate-ccw', press: () => resetKeys(editor, entry) })
      : nothing
  }${
    more || asked !== undefined
      ? nothing
      : html`<span class="key-more">${iconButton({
          label: texts.addKeys(title),
          icon: 'plus',
          press: () => state.ask(entry, bound.length),
        })}</span>`
  }${bound.map(chip)}${isAdding ? recorder(desk, state, entry, false) : nothing}</dd>${warnings(entry, bound, conflicts, texts)}</div>`;
}

function warnings(
  entry: Action,
  bound: readonly string[],
  conflicts: readonly KeyConflict[],
  texts: ReturnType<typeof helpTexts>,
): unknown {
  const said = [
    ...bound.filter(isKeptByBrowser).map((keys) => texts.isKept(keysText(keys))),
    ...conflicts.flatMap(({ keys, one, other }) => {
      if (one !== entry && other !== entry) return [];
      return texts.conflict(keysText(keys), (one === entry ? other : one).title);
    }),
  ];
  return said.map(
    (each) => html`<p class="key-warning" data-tone="warning">${icon('triangle-alert')}<span>${each}</span></p>`,
  );
}

/** Takes the focus and waits for keys. */
function recorder(desk: Desk, state: SheetState, entry: Action, removable: boolean): TemplateResult {
  const texts = helpTexts(desk.locale);
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    if (state.press(event, entry)) void goToRow(desk, entry);
  };
  const remove = () => {
    const place = state.asked?.place ?? 0;
    state.leave();
    changeKeys(desk.editor, entry, place, undefined);
    void goToRow(desk, entry);
  };
  const blurred = ({ relatedTarget, currentTarget }: FocusEvent) => {
    const inside = relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget);
    if (!inside) state.leave();
  };
  return html`<span class="recorder" @focusout=${blurred}><span
    class="recording" tabindex="0" role="textbox" aria-readonly="true" aria-label=${texts.pressFor(entry.title)} @keydown=${press}
    ${ref(takeFocus)}
  >${texts.press}</span>${
    removable ? html`<button type="button" class="button" @click=${remove}>${texts.removeKeys}</button>` : nothing
  }${iconButton({ label: texts.cancel, icon: 'x', press: () => state.leave() })}</span>`;
}

/** Once it is in the page. */
const takeFocus = async (element: Element | undefined): Promise<void> => {
  await null;
  if (!element?.parentElement?.matches(':focus-within')) (element as HTMLElement | undefined)?.focus();
};

/** The focus goes back to where the keys are. */
async function goToRow({ root }: Desk, { name }: Action): Promise<void> {
  // The row is rendered in a microtask of its own.
  await null;
  await null;
  const rows = root.querySelectorAll<HTMLElement>('.help [data-action]');
  const row = [...rows].find(({ dataset }) => dataset.action === name);
  row?.querySelector<HTMLElement>('button')?.focus();
}

/** Arrows and digits with the same keys held are listed as `Shift+← ↑ → ↓`. */
export function after(before: string | undefined, keys: string): string {
  const [held, beside] = [keys, before].map((written) => written?.replace(/(left|up|right|down|(?<=\+)\d)$/, ''));
  return held === beside && held !== keys ? keys.slice(held?.length) : keys;
}
