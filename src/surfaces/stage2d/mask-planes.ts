import type { Layer } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import { meets, union } from './bounds.js';
import { apply, between, type Camera, type Rect } from './camera.js';
import { rgbaOf } from './colour.js';
import { composeMasks } from './compose-masks.js';
import { composeOutlines } from './compose-outlines.js';
import type { LayerTable } from './layer-table.js';
import { changedBox, isMasked, opacityOf, rastersOf } from './masks.js';
import { HALO_OPACITY, haloColour, type Sheet } from './paint-layers.js';
import type { Dirty } from './painter.js';
import { type Content, openPlane, type Part, type Plane } from './plane.js';

/** CSS pixels that the paint of an edge reaches out of what has changed: averaged pixels, outlines. */
const OUTREACH = 4;

/**
 * The masks, composed into one picture under all other marks, and over these the outlines of the masks that are selected
 * or under the pointer. There are canvases only while there is something on them.
 */
export class MaskPlanes {
  readonly #table: LayerTable;
  readonly #fills: OnDemand;
  readonly #outlines: OnDemand;
  #raised: readonly Layer[] = [];

  /** @param into where the painter of the other marks has its canvases */
  constructor(into: HTMLElement, table: LayerTable, scope: Scope) {
    this.#table = table;
    this.#fills = new OnDemand(scope, content(this.#paintFills), (canvas) => into.prepend(canvas));
    this.#outlines = new OnDemand(scope, content(this.#paintOutlines), (canvas) => {
      canvas.style.zIndex = '1';
      into.append(canvas);
    });
  }

  show(camera: Camera): void {
    const { masked, raised } = this.#table;
    this.#fills.show(masked.length > 0, camera, this.#table.takeDirtyMasks());
    const before = this.#raised;
    if (masked.length === 0 && before.length === 0) return;
    this.#raised = raised.filter(isMasked);
    this.#outlines.show(this.#raised.length > 0, camera, changesBetween(before, this.#raised));
  }

  readonly #paintFills = (sheet: Sheet, { box, pixels }: Part): void => {
    const layers: Layer[] = [];
    this.#table.index.each(box, (layer) => {
      if (isMasked(layer)) layers.push(layer);
    });
    const masks = layers.flatMap((layer) => {
      const opacity = opacityOf(layer);
      const colour = rgbaOf(layer.colour);
      return opacity > 0 ? rastersOf(layer).map((raster) => ({ raster, colour, opacity })) : [];
    });
    put(sheet, pixels, (part) => composeMasks(masks, sheet.matrix, sheet.picture, part));
  };

  readonly #paintOutlines = (sheet: Sheet, { pixels }: Part): void => {
    const { ratio, matrix, picture } = sheet;
    const outlines = this.#raised.flatMap((layer) => {
      const line = rgbaOf(layer.colour);
      const look = layer.selected
        ? ({ halo: [255, 255, 255, 242], reach: 0.75 * ratio, haloReach: 1.5 * ratio } as const)
        : { halo: withAlpha(rgbaOf(haloColour(layer.colour)), HALO_OPACITY), reach: ratio / 2, haloReach: 1.5 * ratio };
      return rastersOf(layer).map((raster) => ({ raster, line, ...look }));
    });
    put(sheet, pixels, (part) => composeOutlines(outlines, matrix, picture, part));
  };
}

const withAlpha = ([red, green, blue]: ReturnType<typeof rgbaOf>, alpha: number) =>
  [red, green, blue, Math.round(alpha * 255)] as const;

/** However few masks there are, a frame is too short to compose them: a zoom waits until it has come to rest. */
const content = (paint: (sheet: Sheet, part: Part) => void): Content => ({
  outreach: () => OUTREACH,
  paint(sheet, part) {
    paint(sheet, part);
    return Infinity;
  },
});

/** Puts what is composed for the part of `pixels` that shows the picture, and what stands out of its edges. */
function put(
  { context, matrix, picture, ratio }: Sheet,
  pixels: Rect,
  compose: (part: Rect) => Uint8ClampedArray<ArrayBuffer>,
): void {
  const all = between(apply(matrix, [0, 0]), apply(matrix, [picture.width, picture.height]));
  const more = OUTREACH * ratio;
  const part: Rect = {
    left: Math.max(pixels.left, Math.floor(all.left - more)),
    top: Math.max(pixels.top, Math.floor(all.top - more)),
    right: Math.min(pixels.right, Math.ceil(all.right + more)),
    bottom: Math.min(pixels.bottom, Math.ceil(all.bottom + more)),
  };
  if (part.left >= part.right || part.top >= part.bottom) return;
  context.putImageData(new ImageData(compose(part), part.right - part.left), part.left, part.top);
}

function changesBetween(before: readonly Layer[], after: readonly Layer[]): Dirty {
  const places = new Map(before.map((layer) => [layer.id, layer]));
  const boxes: (Rect | undefined)[] = after.map((layer) => {
    const from = places.get(layer.id);
    places.delete(layer.id);
    return changedBox(from, layer);
  });
  for (const gone of places.values()) boxes.push(changedBox(gone, undefined));
  return apart(boxes.filter((box) => box !== undefined));
}

/** Boxes that meet are composed as one, or what they have in common would be composed twice. */
function apart(boxes: readonly Rect[]): readonly Rect[] {
  const found: Rect[] = [];
  for (const box of boxes) {
    let whole = box;
    for (let i = found.length - 1; i >= 0; i--) {
      if (meets(found[i] as Rect, whole)) whole = union(found.splice(i, 1)[0], whole) as Rect;
    }
    found.push(whole);
  }
  return found;
}

/** A plane that is there only while it is wanted. */
class OnDemand {
  readonly #parent: Scope;
  readonly #content: Content;
  readonly #place: (canvas: HTMLCanvasElement) => void;
  #open: { readonly plane: Plane; readonly scope: Scope } | undefined;

  constructor(parent: Scope, content: Content, place: (canvas: HTMLCanvasElement) => void) {
    this.#parent = parent;
    this.#content = content;
    this.#place = place;
  }

  show(wanted: boolean, camera: Camera, dirty: Dirty): void {
    if (!wanted) {
      this.#open?.scope.dispose();
      this.#open = undefined;
      return;
    }
    this.#open ??= this.#make();
    this.#open?.plane.show(camera, dirty);
  }

  #make() {
    const scope = this.#parent.child();
    const plane = openPlane(scope, this.#content);
    if (!plane) return undefined;
    this.#place(plane.element);
    return { plane, scope };
  }
}
