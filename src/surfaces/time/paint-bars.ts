import type { Layer } from '../../contract/surface.js';
import type { Bar, SpanMark } from './bars.js';
import type { Ink } from './ink.js';
import { rowAt, rowTop } from './layout.js';
import { drawnStretch, type Scene, sidesOf } from './scene.js';
import type { Sheet } from './sheet.js';
import { shortened } from './short-text.js';

const FONT_SIZE = 11;
/** CSS pixels: between lanes, round what is written, and of the edge that bears the colour. */
const GAP = 1.5;
const PADDING = 6;
const EDGE = 3;
/** What is narrower is filled with its colour and has no edge. */
const LEAST_EDGED = 9;
const CORNERS = [3, 0, 0, 3];

const strength = ({ fillOpacity, selected, hovered }: Layer): number =>
  Math.min(0.75, 0.12 + fillOpacity + (selected ? 0.2 : 0) + (hovered ? 0.1 : 0));

/** Bars in lanes, those that are in view, with what they are called. */
export function paintLanes(sheet: Sheet, scene: Scene, ink: Ink, sketch: Bar | undefined): void {
  const { context } = sheet;
  const { layout, bars, scrolled } = scene;
  if (!context || layout.body.height <= 0) return;
  context.save();
  context.beginPath();
  context.rect(0, layout.body.top, layout.width, layout.body.height);
  context.clip();
  context.font = `500 ${FONT_SIZE}px ${ink.font}`;
  context.textBaseline = 'middle';
  const { start, end } = drawnStretch(scene);
  const first = Math.max(0, rowAt(layout, layout.body.top, scrolled));
  const last = Math.min(bars.rowCount - 1, rowAt(layout, layout.body.top + layout.body.height, scrolled));
  for (let row = first; row <= last; row++) {
    let painted = Number.NEGATIVE_INFINITY;
    for (const bar of bars.meetingIn(row, start, end)) {
      for (const span of bar.spans) {
        const { left, right } = sidesOf(scene, span);
        // Several in one device pixel would not be seen.
        if (right <= painted + 0.5 / sheet.ratio && !bar.layer.selected) continue;
        paintBar(sheet, scene, bar, { left, right, ink });
        painted = right;
      }
    }
  }
  if (sketch) for (const span of sketch.spans) paintBar(sheet, scene, sketch, { ...sidesOf(scene, span), ink });
  context.restore();
}

interface Place {
  readonly left: number;
  readonly right: number;
  readonly ink: Ink;
}

function paintBar(sheet: Sheet, scene: Scene, { layer, row }: Bar, { left: from, right: to, ink }: Place): void {
  const { context } = sheet;
  if (!context) return;
  const { layout, scrolled } = scene;
  const top = rowTop(layout, row, scrolled) + GAP;
  const height = layout.rowHeight - 2 * GAP;
  const [left, right] = [sheet.snap(from), sheet.snap(to)];
  // Bars that touch stay two.
  const width = Math.max(2, right - left - (right - left > 6 ? 1 : 0));
  context.fillStyle = layer.colour;
  if (width < LEAST_EDGED) {
    context.globalAlpha = Math.max(0.75, strength(layer));
    context.fillRect(left, top, width, height);
    context.globalAlpha = 1;
  } else {
    context.globalAlpha = strength(layer);
    context.beginPath();
    context.roundRect(left, top, width, height, 3);
    context.fill();
    context.globalAlpha = 1;
    context.beginPath();
    context.roundRect(left, top, EDGE, height, CORNERS);
    context.fill();
  }
  if (layer.selected || layer.dashed || layer.hovered) outline(context, layer, { left, top, width, height }, ink);
  const start = Math.max(left, 0) + EDGE + PADDING - 2;
  const lock = layer.locked && width > 24 ? 12 : 0;
  if (lock) paintLock(context, start, top + height / 2, ink.text);
  const text = shortened(
    context,
    ink.font,
    layer.caption ?? '',
    Math.min(left + width, layout.width) - start - lock - PADDING,
  );
  if (text === '') return;
  context.fillStyle = ink.text;
  context.fillText(text, start + lock, top + height / 2 + 0.5);
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function outline(context: CanvasRenderingContext2D, layer: Layer, { left, top, width, height }: Box, ink: Ink): void {
  const line = layer.selected ? 1.5 : 1;
  context.beginPath();
  context.roundRect(left + line / 2, top + line / 2, Math.max(1, width - line), height - line, Math.min(3, width / 2));
  context.lineWidth = line;
  context.strokeStyle = layer.selected ? ink.text : layer.colour;
  context.globalAlpha = layer.selected ? 0.85 : 1;
  context.setLineDash(layer.dashed ? [4, 3] : []);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = 1;
}

/** A lock 8 CSS pixels wide, from its left edge and middle. */
export function paintLock(context: CanvasRenderingContext2D, x: number, y: number, colour: string): void {
  context.fillStyle = colour;
  context.strokeStyle = colour;
  context.beginPath();
  context.roundRect(x, y - 1, 8, 5.5, 1);
  context.fill();
  context.beginPath();
  context.arc(x + 4, y - 1.5, 2.5, Math.PI, 0);
  context.lineWidth = 1.25;
  context.stroke();
}

/** How a stretch in a row is painted: as a bar without a name, which stands at the row's beginning. */
export function paintLifespan(sheet: Sheet, scene: Scene, { layer, row }: Bar, span: SpanMark): void {
  const { context } = sheet;
  if (!context) return;
  const { left, right } = sidesOf(scene, span);
  const [from, to] = [sheet.snap(left), sheet.snap(right)];
  const height = 10;
  const top = rowTop(scene.layout, row, scene.scrolled) + (scene.layout.rowHeight - height) / 2;
  context.beginPath();
  context.roundRect(from, top, Math.max(2, to - from), height, Math.min(3, (to - from) / 2));
  context.fillStyle = layer.colour;
  context.globalAlpha = strength(layer) + 0.05;
  context.fill();
  context.globalAlpha = 1;
  if (!layer.dashed && !layer.selected && !layer.hovered) return;
  context.beginPath();
  context.roundRect(from + 0.5, top + 0.5, Math.max(1, to - from - 1), height - 1, 3);
  context.lineWidth = 1;
  context.strokeStyle = layer.colour;
  context.setLineDash(layer.dashed ? [4, 3] : []);
  context.stroke();
  context.setLineDash([]);
}
