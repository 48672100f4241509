import { html, type TemplateResult } from 'lit';
import type { Scope } from '../../contract/view.js';
import type { Desk } from '../desk.js';
import { compareTexts } from './texts.js';

/** CSS pixels by which an arrow key changes it, and the least that it can be. */
const STEP = 24;
const LEAST = 120;
/** CSS pixels that are left to the medium. */
const LEFT = 160;
/** The share of the workbench that it takes at first. */
const AT_FIRST = 0.36;

/** The edge that the table is pulled taller or lower by, with the pointer or arrow keys. */
export function heightHandle(desk: Desk): TemplateResult {
  const { resize } = compareTexts(desk.locale);
  return html`<div
    class="compare-edge" role="separator" aria-orientation="horizontal" aria-label=${resize} title=${resize} tabindex="0"
    @pointerdown=${grab} @pointermove=${pull} @keydown=${key}
  ></div>`;
}

/** Gives the table its height, and tells the edge what it is. */
export function followHeight(section: HTMLElement, scope: Scope): void {
  set(section, Math.min(400, (section.parentElement?.clientHeight ?? 0) * AT_FIRST));
  scope.onResize(section, () => {
    const edge = section.querySelector('.compare-edge');
    edge?.setAttribute('aria-valuenow', String(Math.round(section.offsetHeight)));
    edge?.setAttribute('aria-valuemin', String(LEAST));
    edge?.setAttribute('aria-valuemax', String(Math.round(mostOf(section))));
  });
}

const mostOf = (section: HTMLElement): number => Math.max(LEAST, (section.parentElement?.clientHeight ?? 0) - LEFT);

function set(section: HTMLElement, height: number): void {
  section.style.height = `${Math.max(LEAST, Math.min(mostOf(section), height))}px`;
}

const sectionOf = (event: Event): HTMLElement | null =>
  (event.currentTarget as Element).closest<HTMLElement>('.compare');

function grab(event: PointerEvent): void {
  if (event.button !== 0) return;
  (event.currentTarget as Element).setPointerCapture(event.pointerId);
  event.preventDefault();
  (event.currentTarget as HTMLElement).focus({ preventScroll: true });
}

function pull(event: PointerEvent): void {
  const section = sectionOf(event);
  if (!section || !(event.currentTarget as Element).hasPointerCapture(event.pointerId)) return;
  set(section, section.getBoundingClientRect().bottom - event.clientY);
}

function key(event: KeyboardEvent): void {
  const section = sectionOf(event);
  const by = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
  if (!section || by === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  set(section, section.offsetHeight + by);
}
