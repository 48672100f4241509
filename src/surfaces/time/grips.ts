import type { Handle } from '../../contract/shape.js';
import type { Bar } from './bars.js';
import { rowTop } from './layout.js';
import { pointX, type Scene } from './scene.js';
import { toX } from './view-window.js';

/** A handle where it stands on the screen. */
export interface Grip {
  readonly bar: Bar;
  readonly handle: Handle<number>;
  /** `start` and `end` of a stretch, or a key frame. */
  readonly kind: 'start' | 'end' | 'key';
  /** CSS pixels from the surface's left edge. */
  readonly x: number;
  /** How far it can be grabbed from, to either side. */
  readonly before: number;
  readonly after: number;
}

/** CSS pixels to either side. */
const REACH = { fine: 6, coarse: 13 } as const;
/** What is left free of a short bar, to move it by. */
const SHARE = 1 / 3;

/** The handles of all regions that have some. A finger needs them larger than a mouse. */
export function gripsOf(scene: Scene, coarse: boolean): readonly Grip[] {
  const reach = coarse ? REACH.coarse : REACH.fine;
  return scene.bars.handled.flatMap((bar) => {
    const handles = (bar.layer.handles ?? []) as unknown as readonly Handle<number>[];
    const placed = handles
      .map((handle) => {
        const kind = kindOf(bar, handle);
        return { bar, handle, kind, x: kind === 'key' ? pointX(scene, handle.at) : toX(scene.scale, handle.at) };
      })
      .sort((a, b) => a.x - b.x);
    return placed.map((grip, i) => {
      const room = (other: { readonly x: number } | undefined) => (other ? Math.abs(grip.x - other.x) * SHARE : reach);
      const [before, after] = [Math.min(reach, room(placed[i - 1])), Math.min(reach, room(placed[i + 1]))];
      // What it lacks on one side it has more on the other, where nothing is in its way.
      return {
        ...grip,
        before: placed[i - 1] ? before : 2 * reach - after,
        after: placed[i + 1] ? after : 2 * reach - before,
      };
    });
  });
}

function kindOf(bar: Bar, { id, at }: Handle<number>): Grip['kind'] {
  const isEdge = /^(start|end)/.test(id);
  if (!isEdge && bar.keys.some((key) => key.at === at)) return 'key';
  if (isEdge) return id.startsWith('start') ? 'start' : 'end';
  return at <= (bar.start + bar.end) / 2 ? 'start' : 'end';
}

/** The grip that is nearest to a point. @param y from the field's top */
export function gripUnder(scene: Scene, grips: readonly Grip[], x: number, y: number): Grip | undefined {
  const { layout } = scene;
  let nearest: Grip | undefined;
  for (const grip of grips) {
    if (x < grip.x - grip.before || x > grip.x + grip.after) continue;
    const top = rowTop(layout, grip.bar.row, scene.scrolled);
    const inRow = y >= layout.body.top && y >= top && y < top + layout.rowHeight;
    if (!inRow && !(y < layout.wave.height)) continue;
    if (!nearest || Math.abs(grip.x - x) < Math.abs(nearest.x - x)) nearest = grip;
  }
  return nearest;
}
