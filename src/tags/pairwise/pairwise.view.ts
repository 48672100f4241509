import { html, nothing, render, type TemplateResult } from 'lit';
import type { Scope, TagContext, View } from '../../contract/view.js';
import { attract } from '../parts/attention.js';
import { text } from '../parts/attributes.js';
import { mountContent } from '../parts/content.js';
import { hotkeyBadge, hotkeyBadgeStyles, hotkeyText } from '../parts/hotkey-badge.js';
import { icons } from '../parts/icons.js';
import { Side } from './side.js';

const sides = ['left', 'right'] as const;
type SideName = (typeof sides)[number];

/** Arrow keys are taken by pictures and films; brackets open to the side they stand for. */
const keys: Readonly<Record<SideName, string>> = { left: '[', right: ']' };
const titles: Readonly<Record<SideName, string>> = { left: 'Left', right: 'Right' };

/** Which of two: by a button, or by a click on the one itself. */
export const pairwiseView: View = {
  styles: `
${hotkeyBadgeStyles}
.le-pairwise { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 10px; padding: 2px 0 8px; }
.le-pairwise-sides { display: inline-grid; grid-template-columns: 1fr 1fr; gap: 2px; padding: 2px; background: var(--le-surface-2); border-radius: calc(var(--le-radius) + 2px); }
.le-pairwise-side {
  display: inline-flex; align-items: center; justify-content: center; gap: 6px; min-width: 96px; height: 26px; padding: 0 10px;
  font: inherit; color: var(--le-muted); cursor: pointer; background: none; border: 1px solid transparent; border-radius: var(--le-radius);
}
.le-pairwise-side:hover:not(:disabled) { color: var(--le-text); }
.le-pairwise-side:focus-visible { outline: 2px solid var(--le-accent); outline-offset: 0; }
.le-pairwise-side[aria-checked="true"] {
  color: var(--le-accent); background: var(--le-surface); border-color: color-mix(in srgb, var(--le-accent) 55%, var(--le-line));
}
.le-pairwise-side[aria-checked="true"]:hover:not(:disabled) { color: var(--le-accent); }
.le-pairwise-side:disabled { cursor: default; }
.le-pairwise-side:disabled:not([aria-checked="true"]) { opacity: 0.55; }
.le-pairwise-note { margin: 0; color: var(--le-muted); overflow-wrap: anywhere; }
.le-pairwise-note:empty { display: none; }
.le-pair { position: relative; padding: 6px; border-radius: calc(var(--le-radius) + 4px); outline: 1px solid var(--le-line); outline-offset: -1px; }
.le-pair-open { cursor: pointer; }
.le-pair-open:not(.le-pair-on):hover { outline-color: color-mix(in srgb, var(--le-accent) 60%, var(--le-line)); background: color-mix(in srgb, var(--le-accent) 4%, transparent); }
.le-pair-plain { outline: 2px solid var(--le-accent); outline-offset: -2px; background: color-mix(in srgb, var(--le-accent) 10%, transparent); }
.le-pair-on::after {
  content: "✓"; position: absolute; z-index: 1; inset-block-start: -7px; inset-inline-end: -5px; width: 18px; height: 18px; font-size: 12px; line-height: 18px; text-align: center;
  color: var(--le-accent-text); background: var(--le-accent); border-radius: 50%; pointer-events: none;
}
@media (pointer: coarse) { .le-pairwise-side { height: 36px; } .le-pairwise-sides { flex: 1; } }
@media (forced-colors: active) { .le-pairwise-side[aria-checked="true"] { border-color: Highlight; outline: 1px solid Highlight; } .le-pair-plain { outline-color: Highlight; } }
`,
  mount(host, context) {
    mountContent(host, context);
    const place = document.createElement('div');
    host.append(place);
    const press = (side: SideName) => {
      // A click on a picture whose question is hidden answers nothing.
      if (canAnswer(context) && host.checkVisibility()) choose(context, side);
    };
    mountSides(context, press);
    context.scope.react(() => draw(context, place, press));
    for (const side of sides) context.hotkey(keys[side], titles[side], () => press(side));
    context.onFocusRequest(() => attract(place, place.querySelector<HTMLElement>('button[tabindex="0"]:enabled')));
  },
};

const canAnswer = (context: TagContext): boolean => !context.readonly && !context.locked;

/** The one that is selected already is taken back. */
const choose = (context: TagContext, side: SideName): void =>
  context.setValue(context.value === side ? undefined : side);

/** Dresses the two where their own tags put them, whenever these are there. */
function mountSides(context: TagContext, press: (side: SideName) => void): void {
  const { scope, objects, node } = context;
  const { attributes } = node;
  sides.forEach((name, index) => {
    const object = objects[index]?.name;
    if (object === undefined) return;
    const look = { className: text(attributes, `${name}Class`), style: text(attributes, 'selectionStyle') };
    let there: Scope | undefined;
    scope.react(() => {
      there?.dispose();
      there = undefined;
      const host = context.hostOf(object);
      if (!host) return;
      const inside = scope.child();
      there = inside;
      const side = new Side(host, look, () => press(name), inside);
      inside.react(() => side.show(context.value === name ? 'on' : 'off', canAnswer(context)));
    });
  });
}

function draw(context: TagContext, place: HTMLElement, press: (side: SideName) => void): void {
  const { value, node } = context;
  const known = value === 'left' || value === 'right';
  const said = JSON.stringify(value ?? null);
  const short = said.length > 80 ? `${said.slice(0, 80)}…` : said;
  const note =
    value === undefined || value === null || known
      ? nothing
      : `The result says ${short}, which is neither. It is kept until you choose.`;
  render(
    html`<div class="le-pairwise">
      <div class="le-pairwise-sides" role="radiogroup" aria-label=${node.name ?? 'Which one'} @keydown=${(event: KeyboardEvent) => onKey(event, context, place)}>
        ${sides.map((side) => button(side, context, known ? value : 'left', press))}
      </div>
      <p class="le-pairwise-note" role="status">${note}</p>
    </div>`,
    place,
  );
}

/** @param inOrder the one that the Tab key comes to */
function button(side: SideName, context: TagContext, inOrder: string, press: (side: SideName) => void): TemplateResult {
  const on = context.value === side;
  const object = context.objects[sides.indexOf(side)]?.name;
  return html`<button
    type="button" role="radio" class="le-pairwise-side" aria-label=${titles[side]} aria-checked=${on ? 'true' : 'false'}
    title="${titles[side]}${object ? ` (${object})` : ''} — ${hotkeyText(keys[side])}" tabindex=${side === inOrder ? 0 : -1}
    ?disabled=${!canAnswer(context)} @click=${() => press(side)}
  >${on ? icons.check : nothing}<span>${titles[side]}</span>${hotkeyBadge(keys[side])}</button>`;
}

function onKey(event: KeyboardEvent, context: TagContext, place: HTMLElement): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const side = sideOf(event.key, place.matches(':dir(rtl)'));
  if (side === undefined || !canAnswer(context)) return;
  event.preventDefault();
  event.stopPropagation();
  if (context.value !== side) context.setValue(side);
  place.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
}

function sideOf(key: string, rtl: boolean): SideName | undefined {
  if (key === 'ArrowUp' || key === (rtl ? 'ArrowRight' : 'ArrowLeft')) return 'left';
  if (key === 'ArrowDown' || key === (rtl ? 'ArrowLeft' : 'ArrowRight')) return 'right';
  return undefined;
}
