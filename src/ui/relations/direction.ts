import { html, svg, type TemplateResult } from 'lit';
import type { Relation } from '../../model/document.js';
import type { RelationTexts } from './texts.js';

type Direction = Relation['direction'];

const heads: Readonly<Record<Direction, readonly string[]>> = {
  right: ['M13 8l4 4-4 4'],
  left: ['M11 8l-4 4 4 4'],
  bi: ['M14 8l4 4-4 4', 'M10 8l-4 4 4 4'],
};

/** An arrow from left to right, from right to left, or both. */
export const directionIcon = (direction: Direction): TemplateResult => html`<svg
  class="icon" viewBox="4 4 16 16" width="16" height="16" fill="none" stroke="currentColor" stroke-width="1.5"
  stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"
><path d="M6 12h12"></path>${heads[direction].map((path) => svg`<path d=${path}></path>`)}</svg>`;

export const directionName = (texts: RelationTexts, direction: Direction): string =>
  ({ right: texts.from, left: texts.to, bi: texts.bothWays })[direction];
