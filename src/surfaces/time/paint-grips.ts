import type { Grip } from './grips.js';
import type { Ink } from './ink.js';
import { rowTop } from './layout.js';
import { paintDiamond } from './paint-rows.js';
import type { Scene } from './scene.js';
import type { Sheet } from './sheet.js';

/** CSS pixels. */
const PILL = { width: 7, height: 22 } as const;

/** What the selected region can be grabbed by: its ends, over the wave and at its bar, and its key frames. */
export function paintGrips(
  sheet: Sheet,
  scene: Scene,
  grips: readonly Grip[],
  under: Grip | undefined,
  ink: Ink,
): void {
  const { context } = sheet;
  const { layout } = scene;
  if (!context) return;
  const isUnder = ({ bar, handle }: Grip) => under?.bar.layer.id === bar.layer.id && under.handle.id === handle.id;
  context.save();
  context.beginPath();
  context.rect(layout.captions, 0, layout.width - layout.captions, layout.field.height);
  context.clip();
  for (const grip of grips) if (grip.kind !== 'key') paintOnWave(sheet, scene, grip, isUnder(grip), ink);
  context.beginPath();
  context.rect(0, layout.body.top, layout.width, layout.body.height);
  context.clip();
  for (const grip of grips) {
    if (grip.kind === 'key') {
      const y = rowTop(layout, grip.bar.row, scene.scrolled) + layout.rowHeight / 2;
      if (isUnder(grip)) paintDiamond(context, grip.x, y, ink.accent, ink.surface, isEnding(grip));
    } else paintOnBar(sheet, scene, grip, isUnder(grip), ink);
  }
  context.restore();
}

const isEnding = ({ bar, handle }: Grip): boolean => bar.keys.some(({ at, ends }) => at === handle.at && ends === true);

function paintOnWave(sheet: Sheet, { layout }: Scene, grip: Grip, strong: boolean, ink: Ink): void {
  const { context } = sheet;
  if (!context || layout.wave.height === 0) return;
  const x = sheet.snap(grip.x);
  const width = strong ? 3 : 2;
  context.fillStyle = grip.bar.layer.colour;
  context.fillRect(grip.kind === 'start' ? x : x - width, 0, width, layout.wave.height);
  const height = Math.min(PILL.height, layout.wave.height / 2);
  pill(context, x, layout.wave.height / 2, { width: PILL.width, height }, strong, ink);
}

function paintOnBar(sheet: Sheet, scene: Scene, grip: Grip, strong: boolean, ink: Ink): void {
  const { context } = sheet;
  if (!context) return;
  const { layout } = scene;
  const middle = rowTop(layout, grip.bar.row, scene.scrolled) + layout.rowHeight / 2;
  const each = layout.captions > 0;
  pill(context, sheet.snap(grip.x), middle, { width: 5, height: each ? 16 : layout.rowHeight - 3 }, strong, ink);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function pill(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  { width, height }: Size,
  strong: boolean,
  ink: Ink,
): void {
  context.beginPath();
  context.roundRect(x - width / 2, y - height / 2, width, height, width / 2);
  context.fillStyle = strong ? ink.accent : ink.surface;
  context.fill();
  context.lineWidth = 1.5;
  context.strokeStyle = strong ? ink.accent : ink.text;
  context.stroke();
}
