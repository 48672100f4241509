import type { Span } from './span-index.js';

/** How a span is painted. Spans of the same `key` look the same. */
export interface Look {
  readonly key: string;
  /** Higher ones lie on top. */
  readonly priority: number;
  /** CSS colours. */
  readonly tint: string;
  readonly line: string;
  readonly dashed: boolean;
  /** CSS pixels: the underline, and how far it is below the usual place. */
  readonly thickness: number;
  readonly offset: number;
}

/** Underlines below each other that a line of text has room for, and one that room was made in. */
export const tracksShown = 4;
const mostTracks = 8;
/** How much of its tint a span keeps, by track. */
const fading = [1, 1, 0.75, 0.6];
const unknownColour = '#888';

/**
 * @param sketched whether it is being drawn right now and so lies on top of all
 * @param roomy whether lines have room for more tracks than usual
 */
export function lookOf({ layer, track }: Span, sketched = false, roomy = false): Look {
  const colour = safe(layer.colour);
  const selected = layer.selected ?? false;
  const hovered = layer.hovered ?? false;
  // Tints add up where spans lie in each other; the text has to stay readable below the last one.
  const usual = layer.fillOpacity * (fading[track] ?? 0.4);
  const strength = Math.min(0.9, usual + (selected ? 0.22 : 0) + (hovered ? 0.12 : 0));
  const percent = 5 * Math.round(20 * strength);
  const shown = track % (roomy ? mostTracks : tracksShown);
  const thickness = Math.min(3, Math.max(1, Math.round(layer.strokeWidth))) + (selected ? 1 : 0);
  const dashed = layer.dashed ?? false;
  const priority = (sketched ? 400 : 0) + (selected ? 200 : 0) + (hovered ? 100 : 0) + track;
  return {
    key: `${layer.colour} ${percent} ${thickness} ${dashed} ${priority}`,
    priority,
    // A touch of the text's own colour keeps light hues to be seen on white, and dark ones on black.
    tint: `color-mix(in srgb, color-mix(in oklab, ${colour} 86%, CanvasText) ${percent}%, transparent)`,
    line: `light-dark(oklch(from ${colour} min(l, ${selected ? 0.5 : 0.62}) c h), oklch(from ${colour} max(l, ${selected ? 0.8 : 0.68}) c h))`,
    dashed,
    thickness,
    offset: 2 + 3.5 * shown,
  };
}

/** What was looked for; it lies on top of all regions. */
export const foundLook: Look = {
  key: 'found',
  priority: 900,
  tint: 'light-dark(rgb(255 213 0 / 0.45), rgb(255 213 0 / 0.26))',
  line: 'transparent',
  dashed: false,
  thickness: 0,
  offset: 2,
};
/** The one of them that is being looked at. */
export const foundNowLook: Look = {
  ...foundLook,
  key: 'found now',
  priority: 1000,
  tint: 'light-dark(rgb(255 140 0 / 0.6), rgb(255 150 20 / 0.62))',
  line: 'currentcolor',
  thickness: 2,
};

/** A colour from a config becomes part of a style sheet: nothing but a colour may pass. */
export const safe = (colour: string): string => (CSS.supports('color', colour) ? colour : unknownColour);
