import type { Layer } from '../../contract/surface.js';
import { solidsOf } from './layer-solids.js';
import { type Layout, layoutOf } from './layout.js';
import { isIn, type Lens, type Point } from './lens.js';
import { SIDES, type Side, sideLens, visibleReach } from './side-frames.js';
import type { Solid } from './solid.js';
import type { Vec3 } from './vector.js';

export interface SideView {
  readonly side: Side;
  readonly lens: Lens;
}

/** CSS pixels. */
interface Size {
  readonly width: number;
  readonly height: number;
}

const FARTHEST = 0.05;
const NEAREST = 20;

/** The side views of the one selected box: where they are, and where they look from. */
export class Views {
  layout: Layout = layoutOf(0, 0, false);
  sides: readonly SideView[] = [];
  /** The layer that the side views show. */
  layer: Layer | undefined;
  #shown: { readonly solid: Solid; readonly layout: Layout; readonly zooms: string; readonly up: Vec3 } | undefined;
  readonly #zooms = new Map<Side, number>();
  #withSides = false;

  /** As it is now, also while the side views stand still. */
  get solid(): Solid | undefined {
    return this.layer && solidsOf(this.layer)[0];
  }

  /** @param still whether side views that show this layer stay as they are. @param withSides whether there are any */
  update(
    { width, height }: Size,
    layer: Layer | undefined,
    up: Vec3,
    { still, withSides }: { readonly still: boolean; readonly withSides: boolean },
  ): void {
    if (layer?.id !== this.layer?.id) this.#zooms.clear();
    const isSame = layer !== undefined && layer.id === this.layer?.id;
    this.layer = layer;
    const solid = withSides ? this.solid : undefined;
    this.#layOut({ width, height }, solid !== undefined);
    if (!solid) {
      this.sides = [];
      this.#shown = undefined;
      return;
    }
    const zooms = SIDES.map((side) => this.#zoomOf(side)).join();
    const shown = this.#shown;
    const isMoved = shown?.solid !== solid && !(still && isSame);
    if (!isMoved && shown?.layout === this.layout && shown.zooms === zooms && shown.up === up) return;
    const seen = still && isSame ? (shown?.solid ?? solid) : solid;
    this.#shown = { solid: seen, layout: this.layout, zooms, up };
    this.sides = this.layout.sides.map(([side, panel]) => ({
      side,
      lens: sideLens(seen, side, up, panel, this.#zoomOf(side)),
    }));
  }

  /** The side view at a point in CSS pixels of the surface; undefined: it is the main view's. */
  sideAt(at: Point): SideView | undefined {
    return this.sides.find(({ lens }) => isIn(lens.panel, at));
  }

  zoomBy(side: Side, factor: number): void {
    this.#zooms.set(side, Math.min(NEAREST, Math.max(FARTHEST, this.#zoomOf(side) * factor)));
  }

  /** Metres from the middle of the box within which lies all that the side views show. */
  get reach(): number {
    return visibleReach(this.sides.map(({ lens }) => lens));
  }

  #layOut({ width, height }: Size, withSides: boolean): void {
    const { main } = this.layout;
    if (main.width === width && main.height === height && this.#withSides === withSides) return;
    this.#withSides = withSides;
    this.layout = layoutOf(width, height, withSides);
  }

  #zoomOf(side: Side): number {
    return this.#zooms.get(side) ?? 1;
  }
}
