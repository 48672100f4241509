import { html, nothing, type TemplateResult } from 'lit';
import type { Desk } from './desk.js';
import { icon } from './icons.js';
import { menu } from './menu.js';
import { observe } from './observe.js';
import { problemList } from './problem-list.js';
import { stateOf } from './saving/saving-state.js';

/** Where the pointer is, how much there is, what is wrong, and whether it is saved. */
export const statusBar = (
  desk: Desk,
): TemplateResult => html`<section part="status" class="status" aria-label=${desk.texts.status}>
  ${observe(() => regionCount(desk))}
  <span class="pointer"><span>${observe(() => pointerText(desk))}</span></span>
  <span class="spacer"></span>
  ${observe(() => savingState(desk))}
  ${observe(() => problemButton(desk))}
</section>`;

function regionCount(desk: Desk): TemplateResult {
  const { editor, texts } = desk;
  const count = editor.doc.regions.size;
  const picked = editor.selection.ids.length;
  return html`<span>${texts.regionCount(desk.number(count), count === 1)}${picked > 0 ? ` · ${texts.selectedCount(desk.number(picked))}` : ''}</span>`;
}

/** The pointer in media units: percent and pixels of an image, a character, seconds or a frame, metres. */
function pointerText(desk: Desk): string {
  const { editor, texts } = desk;
  const { objectName, at } = desk.pointer ?? {};
  if (objectName === undefined) return '';
  const module = editor.config.byName.get(objectName)?.module;
  const space = module?.kind === 'object' ? module.space : undefined;
  const { width, height, frames } = editor.facts.of(objectName);
  if (typeof at === 'number') {
    if (space === 'flow') return `${texts.characters} ${desk.number(at)}`;
    return frames === undefined
      ? `${desk.number(Math.round(at * 1000) / 1000)} s`
      : `${texts.frame} ${desk.number(Math.floor(at))}`;
  }
  if (!Array.isArray(at)) return '';
  const parts = at.map(Number);
  if (parts.length === 3) return `${parts.map((part) => desk.number(Math.round(part * 100) / 100)).join(', ')} m`;
  const percent = `${parts.map((part) => desk.number(Math.round(part * 10) / 10)).join(', ')} %`;
  if (width === undefined || height === undefined) return percent;
  const [x = 0, y = 0] = parts;
  return `${percent} · ${desk.number(Math.round((x * width) / 100))}, ${desk.number(Math.round((y * height) / 100))} px`;
}

function savingState({ editor, locale }: Desk): TemplateResult | typeof nothing {
  const state = editor.completion && stateOf(editor.completion, locale);
  if (!state) return nothing;
  return html`<span class="saving" data-tone=${state.tone} title=${state.detail ?? state.text}>${icon(state.icon)}<span class="word">${state.text}</span></span>`;
}

function problemButton(desk: Desk): TemplateResult | typeof nothing {
  const { allProblems: problems } = desk.editor;
  if (problems.length === 0) return nothing;
  const name = desk.texts.problemCount(problems.length);
  const failed = problems.some(({ severity }) => severity === 'error');
  const face = html`<span class="problem-count" data-tone=${failed ? 'danger' : 'warning'}>${icon(failed ? 'circle-alert' : 'triangle-alert')}${problems.length}</span>`;
  return menu(
    'problems',
    name,
    face,
    observe(() => problemList(desk)),
  );
}
