import { isLight, rgbaOf } from '../stage2d/colour.js';
import type { Vec3 } from './vector.js';

/** What has to be known of the theme to draw on it. Colours are 0 to 1. */
export interface Theme {
  readonly dark: boolean;
  readonly background: Vec3;
  readonly accent: Vec3;
}

/** Dark themes have a pale accent, which would be lost on white handles. */
const accent = 'var(--le-accent, #2f6fed)';

/** Lays the theme's colours on elements, where they can be read from. */
export function dressForTheme(root: HTMLElement, canvas: HTMLElement): void {
  root.style.background = 'var(--le-canvas, light-dark(#f4f5f7, #141517))';
  // A theme that is switched makes a transition, which is an event.
  root.style.transition = 'background-color 1ms';
  canvas.style.outlineColor = `light-dark(${accent}, color-mix(in srgb, ${accent} 60%, #00127a))`;
}

export function readTheme(root: HTMLElement, canvas: HTMLElement): Theme {
  const background = rgbaOf(getComputedStyle(root).backgroundColor);
  return {
    dark: !isLight(background),
    background: share(background),
    accent: share(rgbaOf(getComputedStyle(canvas).outlineColor)),
  };
}

const share = ([red, green, blue]: readonly number[]): Vec3 => [
  (red ?? 0) / 255,
  (green ?? 0) / 255,
  (blue ?? 0) / 255,
];
