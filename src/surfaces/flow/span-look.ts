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

/** Underlines below each other that a line of text has room for. */
const tracksShown = 4;
const unknownColour = '#888';

/** @param sketched whether it is being drawn right now and so lies on top of all */
export function lookOf({ layer, track }: Span, sketched = false): Look {
  const colour = safe(layer.colour);
  const selected = layer.selected ?? false;
  const hovered = layer.hovered ?? false;
  const strength = Math.min(0.9, layer.fillOpacity + (selected ? 0.22 : 0) + (hovered ? 0.12 : 0));
  const percent = 5 * Math.round(20 * strength);
  const shown = track % tracksShown;
  const thickness = Math.min(3, Math.max(1, Math.round(layer.strokeWidth))) + (selected ? 1 : 0);
  const dashed = layer.dashed ?? false;
  const priority = (sketched ? 400 : 0) + (selected ? 200 : 0) + (hovered ? 100 : 0) + track;
  return {
    key: `${layer.colour} ${percent} ${thickness} ${dashed} ${priority}`,
    priority,
    // A touch of the text's own colour keeps light hues to be seen on white, and dark ones on black.
    tint: `color-mix(in srgb, color-mix(in oklab, ${colour} 86%, CanvasText) ${percent}%, transparent)`,
    line: `color-mix(in oklab, ${colour} ${selected ? 70 : 85}%, CanvasText)`,
    dashed,
    thickness,
    offset: 2 + 3.5 * shown,
  };
}

/** A colour from a config becomes part of a style sheet: nothing but a colour may pass. */
export const safe = (colour: string): string => (CSS.supports('color', colour) ? colour : unknownColour);
