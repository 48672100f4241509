import type { Mark } from '../../contract/shape.js';
import type { Layer } from '../../contract/surface.js';
import { jsonEqual } from '../../model/json.js';
import { BoundsIndex, commonEnds, layerBounds } from './bounds.js';
import type { Rect, Size } from './camera.js';
import { boundsBesides, changedBox, isMasked } from './masks.js';
import { hasTag } from './paint-captions.js';
import type { Dirty, Settled } from './painter.js';

/** Beyond so many changed layers one is not compared with the other any more; beyond so many boxes all is painted anew. */
const MANY = 2000;
const MANY_BOXES = 64;

/**
 * The layers on show: which are settled and which are live, and what has to be painted anew.
 * A region that changes while it is selected or pressed becomes live: it leaves the settled ones once, is painted by
 * itself for as long as it moves, and goes back once when it is let go. Masks are too large for that: they are painted
 * where they are, and of one that changes only what is another.
 */
export class LayerTable implements Settled {
  readonly index = new BoundsIndex();
  readonly live = new Map<string, Layer>();
  /** Selected or under the pointer. */
  raised: readonly Layer[] = [];
  /** With handles to grab. */
  handled: readonly Layer[] = [];
  /** With masks. */
  masked: readonly Layer[] = [];
  /** Round several selected regions. */
  frames: readonly Layer[] = [];
  #dirty: Rect[] | 'all' = 'all';
  #dirtyMasks: Rect[] | 'all' = 'all';

  get layers(): readonly Layer[] {
    return this.index.layers;
  }

  get liveLayers(): readonly Layer[] {
    return [...this.live.values()];
  }

  /** All has to be painted anew: the picture or the painter is another. */
  stale(): void {
    this.#dirty = 'all';
    this.#dirtyMasks = 'all';
  }

  /** What has to be painted anew since it was last asked for. */
  takeDirty(): Dirty {
    const dirty = this.#dirty;
    this.#dirty = [];
    return dirty;
  }

  takeDirtyMasks(): Dirty {
    const dirty = this.#dirtyMasks;
    this.#dirtyMasks = [];
    return dirty;
  }

  boundsOf(id: string): Rect | undefined {
    return this.index.at(this.layers.findIndex((layer) => layer.id === id));
  }

  draw(layers: readonly Layer[], picture: Size, pressed: boolean): void {
    const before = this.layers;
    const ends = commonEnds(before, layers);
    if (before !== layers) {
      const changes = changesBetween(before, layers, ends);
      if (changes === 'many') {
        this.live.clear();
        this.stale();
      } else {
        for (const { from, to } of changes) this.#change(from, to, picture, pressed);
      }
      this.raised = picked(this.raised, isRaised, changes, layers);
      this.handled = picked(this.handled, isHandled, changes, layers);
      this.masked = picked(this.masked, isMasked, changes, layers);
      this.frames = picked(this.frames, isFrame, changes, layers);
    }
    this.index.update(layers, picture, ends);
    if (!pressed) {
      for (const layer of this.liveLayers) if (!layer.selected) this.#settle(layer, picture);
    }
  }

  #change(from: Layer | undefined, to: Layer | undefined, picture: Size, pressed: boolean): void {
    if (from?.frame || to?.frame) return;
    if ((from && isMasked(from)) || (to && isMasked(to))) return this.#changeMask(from, to, picture);
    if (!to) {
      if (from && !this.live.delete(from.id)) this.#touch(from, picture);
      return;
    }
    if (this.live.has(to.id)) {
      this.live.set(to.id, to);
      return;
    }
    if (from && isSameLook(from, to)) return;
    if (from) this.#touch(from, picture);
    if (from && (to.selected || pressed)) this.live.set(to.id, to);
    else this.#touch(to, picture);
  }

  #changeMask(from: Layer | undefined, to: Layer | undefined, picture: Size): void {
    const box = changedBox(from, to);
    if (box) this.#dirtyMasks = withBox(this.#dirtyMasks, box);
    if (from && to && isSameLook(from, to)) return;
    if (from) this.live.delete(from.id);
    const isTagStill = from && to && isSameTag(from, to, picture);
    for (const layer of [from, to]) {
      if (!layer) continue;
      const box = hasTag(layer) && !isTagStill ? layerBounds(layer, picture) : boundsBesides(layer, picture);
      if (box) this.#dirty = withBox(this.#dirty, box);
    }
  }

  #settle(layer: Layer, picture: Size): void {
    this.live.delete(layer.id);
    this.#touch(layer, picture);
  }

  #touch(layer: Layer, picture: Size): void {
    const bounds = layerBounds(layer, picture);
    if (bounds) this.#dirty = withBox(this.#dirty, bounds);
  }
}

function withBox(dirty: Rect[] | 'all', box: Rect): Rect[] | 'all' {
  if (dirty === 'all' || dirty.length >= MANY_BOXES) return 'all';
  dirty.push(box);
  return dirty;
}

const isRaised = ({ selected, hovered, frame }: Layer): boolean => !frame && (selected === true || hovered === true);
const isFrame = ({ frame }: Layer): boolean => frame === true;
const isHandled = ({ handles }: Layer): boolean => handles !== undefined;

/** The layers that pass a test. As long as it is the same ones, as in a drag, not all are asked. */
function picked(
  before: readonly Layer[],
  test: (layer: Layer) => boolean,
  changes: readonly Change[] | 'many',
  layers: readonly Layer[],
): readonly Layer[] {
  if (changes === 'many') return layers.filter(test);
  const replaced = new Map<Layer, Layer>();
  for (const { from, to } of changes) {
    if (!(from && to && test(from) === test(to))) return layers.filter(test);
    replaced.set(from, to);
  }
  return before.map((layer) => replaced.get(layer) ?? layer);
}

interface Change {
  readonly from?: Layer | undefined;
  readonly to?: Layer | undefined;
}

function changesBetween(
  before: readonly Layer[],
  after: readonly Layer[],
  [head, tail]: ReturnType<typeof commonEnds>,
): readonly Change[] | 'many' {
  if (Math.abs(before.length - after.length) > MANY) return 'many';
  const from = before.slice(head, before.length - tail);
  const to = after.slice(head, after.length - tail);
  return changesInStep(from, to) ?? changesById(from, to);
}

/**
 * By far the most frequent: layers were replaced where they stand, and those that are selected were taken out and put on
 * top. Undefined if it is more than that.
 */
function changesInStep(before: readonly Layer[], after: readonly Layer[]): readonly Change[] | 'many' | undefined {
  const changes: Change[] = [];
  const lifted = new Map<string, { from?: Layer; to?: Layer }>();
  for (const layer of before) if (layer.selected) lifted.set(layer.id, { from: layer });
  for (const layer of after) if (layer.selected) lifted.set(layer.id, { ...lifted.get(layer.id), to: layer });
  const isLifted = (layer: Layer) => lifted.size > 0 && lifted.has(layer.id);
  let i = 0;
  for (const to of after) {
    // Of thousands that are looked at, nearly all are as they were.
    if (before[i] === to) {
      i++;
      continue;
    }
    if (isLifted(to)) {
      lifted.set(to.id, { ...lifted.get(to.id), to });
      continue;
    }
    for (let from = before[i]; from && isLifted(from); from = before[++i])
      lifted.set(from.id, { ...lifted.get(from.id), from });
    const from = before[i++];
    if (from?.id !== to.id) return undefined;
    if (from !== to && changes.push({ from, to }) > MANY) return 'many';
  }
  for (const layer of before.slice(i)) {
    if (!isLifted(layer)) return undefined;
    lifted.set(layer.id, { ...lifted.get(layer.id), from: layer });
  }
  for (const { from, to } of lifted.values()) if (from !== to) changes.push({ from, to });
  return changes.length > MANY ? 'many' : changes;
}

/** Layers came or went. A selected one is on top for as long as it is; the order of the others counts. */
function changesById(before: readonly Layer[], after: readonly Layer[]): readonly Change[] | 'many' {
  const changes: Change[] = [];
  const places = new Map(before.map(({ id }, place) => [id, place]));
  let last = -1;
  for (const to of after) {
    const place = places.get(to.id);
    const from = place === undefined ? undefined : before[place];
    if (from !== to) changes.push({ from, to });
    if (changes.length > MANY) return 'many';
    if (place === undefined) continue;
    places.delete(to.id);
    if (from?.selected || to.selected) continue;
    if (place < last) return 'many';
    last = place;
  }
  if (changes.length + places.size > MANY) return 'many';
  for (const place of places.values()) changes.push({ from: before[place], to: undefined });
  return changes;
}

/** Whether the captions of two layers look alike and are in one place. */
function isSameTag(a: Layer, b: Layer, picture: Size): boolean {
  const isSame = a.colour === b.colour && a.locked === b.locked && a.caption === b.caption;
  return isSame && (!hasTag(a) || jsonEqual(layerBounds(a, picture), layerBounds(b, picture)));
}

/** Whether two layers are the same but for being selected, hovered or given handles. */
function isSameLook(a: Layer, b: Layer): boolean {
  return (
    a.colour === b.colour &&
    a.fillOpacity === b.fillOpacity &&
    a.strokeWidth === b.strokeWidth &&
    a.dashed === b.dashed &&
    a.locked === b.locked &&
    a.caption === b.caption &&
    isSameMarks(a.marks, b.marks)
  );
}

/** A mask is the same only where its raster is: to compare pixels would cost more than to paint them. */
const isSameMarks = (a: readonly Mark[], b: readonly Mark[]): boolean =>
  a.length === b.length &&
  a.every((mark, i) => {
    const other = b[i];
    return mark.draw === 'mask' ? other?.draw === 'mask' && other.raster === mark.raster : jsonEqual(mark, other);
  });
