import type { Bar } from './bars.js';
import { DIAMOND } from './hit.js';
import type { Ink } from './ink.js';
import { rowAt, rowTop } from './layout.js';
import { paintLifespan, paintLock } from './paint-bars.js';
import { drawnStretch, pointX, type Scene } from './scene.js';
import type { Sheet } from './sheet.js';
import { shortened } from './short-text.js';

const FONT_SIZE = 12;
/** CSS pixels from a row's beginning to its dot and to its caption. */
const DOT = 12;
const TEXT = 22;
/** Diamonds nearer to each other than this are one. */
const APART = 3;

/** A row for each region, those that are in view: its caption, then when it is there, and its key frames. */
export function paintRows(sheet: Sheet, scene: Scene, sketch: Bar | undefined, ink: Ink): void {
  const { context } = sheet;
  const { layout, bars, scrolled } = scene;
  if (!context) return;
  const first = Math.max(0, rowAt(layout, layout.body.top, scrolled));
  const last = Math.min(bars.rowCount - 1, rowAt(layout, layout.body.top + layout.body.height - 1, scrolled));
  context.save();
  context.beginPath();
  context.rect(0, layout.body.top, layout.width, layout.body.height);
  context.clip();
  context.textBaseline = 'middle';
  for (let row = first; row <= last; row++) {
    const bar = bars.inRow(row);
    if (bar) paintRow(sheet, scene, bar, ink);
  }
  if (sketch) paintRow(sheet, scene, sketch, ink);
  context.restore();
  context.fillStyle = ink.line;
  context.fillRect(layout.captions - 1, layout.body.top, 1, layout.body.height);
}

function paintRow(sheet: Sheet, scene: Scene, bar: Bar, ink: Ink): void {
  const { context } = sheet;
  if (!context) return;
  const { layout, scrolled } = scene;
  const { layer } = bar;
  const top = rowTop(layout, bar.row, scrolled);
  const middle = top + layout.rowHeight / 2;
  if (layer.selected || layer.hovered) {
    context.fillStyle = layer.selected ? ink.accent : ink.raised;
    context.globalAlpha = layer.selected ? 0.14 : 1;
    context.fillRect(0, top, layout.width, layout.rowHeight - 1);
    context.globalAlpha = 1;
  }
  context.fillStyle = ink.line;
  context.globalAlpha = 0.6;
  context.fillRect(0, top + layout.rowHeight - 1, layout.width, 1);
  context.globalAlpha = 1;
  paintName(context, scene, bar, middle, ink);
  context.save();
  context.beginPath();
  context.rect(layout.captions, top, layout.width - layout.captions, layout.rowHeight);
  context.clip();
  const { start, end } = drawnStretch(scene);
  for (const span of bar.spans) if (span.end >= start && span.start <= end) paintLifespan(sheet, scene, bar, span);
  // Where the region ends is on top: nothing else tells it.
  for (const hollow of [false, true]) {
    let painted = Number.NEGATIVE_INFINITY;
    for (const { at, ends } of bar.keys) {
      const x = pointX(scene, at);
      if ((ends === true) !== hollow || at < start || at > end || x < painted + APART) continue;
      painted = x;
      paintDiamond(context, x, middle, layer.colour, ink.surface, hollow);
    }
  }
  context.restore();
}

function paintName(
  context: CanvasRenderingContext2D,
  { layout }: Scene,
  { layer, row }: Bar,
  middle: number,
  ink: Ink,
): void {
  context.beginPath();
  context.arc(DOT, middle, 4, 0, 2 * Math.PI);
  context.fillStyle = layer.colour;
  context.strokeStyle = layer.colour;
  if (layer.dashed) {
    context.lineWidth = 1.5;
    context.setLineDash([2.5, 2]);
    context.stroke();
    context.setLineDash([]);
  } else context.fill();
  const lock = layer.locked ? 14 : 0;
  if (lock) paintLock(context, layout.captions - 18, middle, ink.muted);
  const named = layer.caption !== undefined;
  const font = `${layer.selected ? 600 : 400} ${FONT_SIZE}px ${ink.font}`;
  context.font = font;
  context.fillStyle = named ? ink.text : ink.muted;
  const text = shortened(context, font, layer.caption ?? String(row + 1), layout.captions - TEXT - lock - 6);
  context.fillText(text, TEXT, middle + 0.5);
}

/** A key frame. @param hollow after it what it is of is not shown */
export function paintDiamond(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  colour: string,
  surface: string,
  hollow: boolean,
): void {
  context.beginPath();
  context.moveTo(x, y - DIAMOND);
  context.lineTo(x + DIAMOND, y);
  context.lineTo(x, y + DIAMOND);
  context.lineTo(x - DIAMOND, y);
  context.closePath();
  context.lineJoin = 'round';
  // A rim of the ground's colour sets it off from the bar that it lies on.
  context.lineWidth = hollow ? 4 : 2;
  context.strokeStyle = surface;
  context.stroke();
  context.fillStyle = hollow ? surface : colour;
  context.fill();
  if (!hollow) return;
  context.lineWidth = 1.5;
  context.strokeStyle = colour;
  context.stroke();
}
