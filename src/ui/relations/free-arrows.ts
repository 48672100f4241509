import type { Space } from '../../contract/shape.js';
import type { Surfaces } from '../../contract/surface.js';
import type { Editor } from '../../editor/editor.js';
import type { Region } from '../../model/document.js';
import { type ArrowLook, svgElement } from './arrow.js';
import { ArrowSet } from './arrow-set.js';
import { ChipPlaces } from './chips.js';
import { layCurve } from './curves.js';
import { type Box, chipOrMiddle, type Drawing, meeting, middleOf, moved } from './paths.js';

export type AnySurface = Surfaces[Space];

/** A relation between regions of any media. */
export interface RegionLink {
  readonly id: string;
  readonly regions: readonly [from: Region, to: Region];
  readonly headed: readonly [atFrom: boolean, atTo: boolean];
  /** How wide its label is; 0: it has none. */
  readonly chip: number;
}

/** A region on the screen; `seen`: it is in view, else this is where one would look for it. */
interface Place {
  readonly box: Box;
  readonly seen: boolean;
}

/** The surfaces that a region may be drawn on. */
export function surfacesOf({ stages }: Editor, { toName }: Region): readonly AnySurface[] {
  const found = [stages.get(toName), stages.get(toName, [0, 0]), stages.get(toName, 0), stages.get(toName, [0, 0, 0])];
  return [...new Set(found.flatMap((surface) => surface ?? []))];
}

/** The arrows over pictures, and from one medium to another: over the content, and cut to what each surface shows. */
export class FreeArrows {
  readonly svg = svgElement('svg', 'le-relations le-relations-free');
  readonly set = new ArrowSet(this.svg, true);
  readonly #editor: Editor;
  #links: readonly RegionLink[] = [];
  #lookOf: (id: string) => ArrowLook = () => ({ text: '', colour: '' });
  #drawings: ReadonlyMap<string, Drawing> = new Map();
  readonly #boxes = new Map<string, readonly Box[]>();

  constructor(editor: Editor) {
    this.#editor = editor;
    this.svg.setAttribute('aria-hidden', 'true');
  }

  update(links: readonly RegionLink[], lookOf: (id: string) => ArrowLook): void {
    this.#links = links;
    this.#lookOf = lookOf;
  }

  /** Where the relation is drawn, in client pixels: its label, else the middle of it. */
  placeOf(id: string): Box | undefined {
    const drawing = this.#drawings.get(id);
    const { left, top } = this.svg.getBoundingClientRect();
    return drawing && moved(chipOrMiddle(drawing), { x: left, y: top });
  }

  /** Frames round the regions of a relation, as far as they are in view. */
  boxesOf(id: string): readonly Box[] {
    return this.#boxes.get(id) ?? [];
  }

  /** @param view what is to be seen of the content, in client pixels */
  draw(view: Box): void {
    if (this.#links.length === 0 && this.#drawings.size === 0) return;
    this.#editor.stages.flush();
    this.#boxes.clear();
    const places = new Map<string, Place | undefined>();
    const { left, top } = this.svg.getBoundingClientRect();
    const placeOf = (region: Region) => {
      if (!places.has(region.id)) places.set(region.id, this.#place(region, view, { x: -left, y: -top }));
      return places.get(region.id);
    };
    const chips = new ChipPlaces();
    const between = new Map<string, number>();
    const drawings: Drawing[] = [];
    for (const { id, regions, headed, chip } of this.#links) {
      const [from, to] = [placeOf(regions[0]), placeOf(regions[1])];
      if (!from || !to || (!from.seen && !to.seen)) continue;
      const pair = regions.map((region) => region.id).join(' ');
      const nth = between.get(pair) ?? 0;
      between.set(pair, nth + 1);
      const shown = [headed[0] && from.seen, headed[1] && to.seen] as const;
      drawings.push(layCurve({ id, from: from.box, to: to.box, headed: shown, chip, nth }, chips));
      const boxes = [from, to].flatMap(({ box, seen }) => (seen ? [box] : []));
      this.#boxes.set(id, boxes);
    }
    this.#drawings = new Map(drawings.map((drawing) => [drawing.id, drawing]));
    this.set.show(drawings, this.#lookOf);
  }

  /** Cut to what its surface shows; one that is panned out of view lies at the edge. */
  #place(region: Region, view: Box, by: { readonly x: number; readonly y: number }): Place | undefined {
    for (const surface of surfacesOf(this.#editor, region)) {
      const box = surface.bounds(region.id);
      if (!box) continue;
      const clip = meeting(surface.host.getBoundingClientRect(), view);
      if (!clip) return undefined;
      const seen = meeting(box, clip);
      if (seen) return { box: moved(seen, by), seen: true };
      const { x, y } = middleOf(box);
      const left = Math.max(clip.left, Math.min(clip.right, x));
      const top = Math.max(clip.top, Math.min(clip.bottom, y));
      return { box: moved({ left, top, right: left, bottom: top }, by), seen: false };
    }
    return undefined;
  }
}
