import { html, nothing, type TemplateResult } from 'lit';
import { isRevisable, revise } from '../../editor/regions/revise.js';
import type { Region } from '../../model/document.js';
import type { Gesture } from '../../store/document-store.js';
import type { Desk } from '../desk.js';
import { detailTexts } from './texts.js';

/** Digits after the point; what was read has more of them, and keeps them unless it is changed. */
const SHOWN = 1000;

/** Steps by arrow keys in a field are one undo step, until the field is left. */
const stepping = new WeakMap<HTMLInputElement, Gesture>();

/** A figure of a region as a field to type in, where its shape takes another value; undefined where it does not. */
export function figureField(desk: Desk, region: Region, name: string, value: number): TemplateResult | undefined {
  const { editor } = desk;
  const texts = detailTexts(desk.locale);
  if (!isRevisable(editor, region, name, value)) return undefined;
  const shown = show(value);
  const size = sizeAlong(desk, region, name);
  const percent = editor.registry.shape(region.shape)?.space === 'stage2d' && axisOf(name) !== undefined;
  const pixels = size === undefined ? undefined : `${desk.number((value * size) / 100)} px`;

  const input = (event: Event) => event.currentTarget as HTMLInputElement;
  const settle = (field: HTMLInputElement) => {
    stepping.get(field)?.commit();
    stepping.delete(field);
  };
  const apply = (field: HTMLInputElement, wanted: number | undefined, typed: string, gesture?: Gesture) => {
    const done = wanted !== undefined && revise(editor, region.id, name, wanted, gesture);
    complain(field, done ? '' : wanted === undefined ? texts.notANumber : texts.figureRefused(name, typed));
    if (!done) return;
    const { geometry } = editor.doc.regions.get(region.id) ?? region;
    field.value = show(figureOf(desk, { ...region, geometry }, name) ?? wanted);
  };
  const leave = (event: Event) => {
    const field = input(event);
    settle(field);
    if (field.value.trim() !== shownNow(field)) apply(field, read(field.value, size), field.value);
    else complain(field, '');
  };
  const shownNow = (field: HTMLInputElement) => {
    const now = editor.doc.regions.get(region.id);
    return now ? show(figureOf(desk, now, name) ?? value) : field.value;
  };
  const key = (event: KeyboardEvent) => {
    const field = input(event);
    const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (event.key === 'Enter') leave(event);
    else if (event.key === 'Escape' && (field.value !== shownNow(field) || field.ariaInvalid === 'true')) {
      field.value = shownNow(field);
      complain(field, '');
    } else if (step !== undefined) {
      const now = editor.doc.regions.get(region.id);
      const from = now && figureOf(desk, now, name);
      const { store } = editor.completion ?? {};
      if (from === undefined || !store) return;
      if (!stepping.get(field)?.open) stepping.set(field, store.gesture(`Change ${name}`));
      const wanted = from + step * (event.shiftKey ? 10 : event.altKey ? 0.1 : 1);
      apply(field, wanted, show(wanted), stepping.get(field));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return html`<span class="figure"><input
    class="field" type="text" inputmode="decimal" autocomplete="off" spellcheck="false" aria-label=${name}
    title=${pixels === undefined ? texts.stepHint : `${value} % · ${pixels}\n${texts.stepHint}`}
    .value=${shown} ?disabled=${!editor.mayEdit(region)} @keydown=${key} @blur=${leave}
  /><span class="unit">${percent ? '%' : /rotation|angle/i.test(name) ? '°' : nothing}</span><span class="pixels">${pixels}</span
  ><span class="reason" role="alert"></span></span>`;
}

/** Marks a field as wrong, with the reason beside it; an empty reason takes that back. */
function complain(field: HTMLInputElement, reason: string): void {
  field.ariaInvalid = reason === '' ? null : 'true';
  const place = field.parentElement?.querySelector('.reason');
  if (place) place.textContent = reason;
}

const show = (value: number): string => String(Math.round(value * SHOWN) / SHOWN);

/** With a point or a comma; pixels where it says so. Undefined for what is no number. */
function read(typed: string, size: number | undefined): number | undefined {
  const found = /^([-+]?(?:\d+[.,]?\d*|[.,]\d+))\s*(%|px|°)?$/i.exec(typed.trim());
  if (!found?.[1]) return undefined;
  const value = Number(found[1].replace(',', '.'));
  if (found[2]?.toLowerCase() !== 'px') return value;
  return size === undefined ? undefined : (value * 100) / size;
}

function figureOf({ editor }: Desk, region: Region, name: string): number | undefined {
  const value = editor.faces.details(region)[name];
  return typeof value === 'number' ? value : undefined;
}

/** The side of the picture that a figure is percent of. */
const axisOf = (name: string): 'width' | 'height' | undefined =>
  /(^|\s)(x|width)$/i.test(name) ? 'width' : /(^|\s)(y|height)$/i.test(name) ? 'height' : undefined;

function sizeAlong({ editor }: Desk, { toName, itemIndex, shape }: Region, name: string): number | undefined {
  const axis = axisOf(name);
  if (axis === undefined || editor.registry.shape(shape)?.space !== 'stage2d') return undefined;
  return editor.facts.of(toName, itemIndex)[axis];
}
