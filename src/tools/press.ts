import type { Intent, Pointer } from '../contract/tool.js';
import { type Env, onPicture, type Point } from './on-picture.js';

/** Pressed with a tool that draws. `over`: a region was, which is drawn over if a drag follows. */
export interface Pressed {
  readonly in: 'pressed';
  readonly from: Point;
  readonly over?: string;
}

const idle = { in: 'idle' } as const;

export const press = <S>(state: S, { at, hit }: Pointer<Point>): S | Pressed =>
  onPicture(at) ? { in: 'pressed', from: at, ...(hit && { over: hit.regionId }) } : state;

/** A click that draws nothing: it picks the region under it, or lets go of what is selected. Undefined: it is one to draw by. */
export function picking({ over }: Pressed, { selected }: Env): readonly [typeof idle, Intent] | undefined {
  if (over !== undefined) return [idle, { ask: 'select', regionIds: [over], toggle: true }];
  return selected.length > 0 ? [idle, { ask: 'select', regionIds: [] }] : undefined;
}

/** Drawn at once: a region in place of the preview. */
export const made = <G>(geometry: G) =>
  [idle, { ask: 'sketch', geometry: undefined }, { ask: 'create', geometry }, { ask: 'settle' }] as const;
