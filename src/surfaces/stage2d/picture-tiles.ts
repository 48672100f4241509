import type { StageOptions, TiledSource } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import { apply, type Camera, type Matrix, type Rect, rectToPercent } from './camera.js';
import { onceAFrame } from './once-a-frame.js';
import type { Context, Sheet } from './paint-layers.js';
import { openPlane, type Plane } from './plane.js';
import { BUDGET, levelFor, type Tile, type TileImage, TileStore, tileBox, tilesIn } from './tiles.js';

/** CSS pixels round the surface for which tiles are fetched ahead of a pan. */
const AHEAD = 256;

/** A picture made of tiles, on a canvas as large as what is seen of it: coarse tiles until the fine ones have come. */
export class TiledPicture {
  readonly #source: TiledSource;
  readonly #scope: Scope;
  readonly #plane: Plane | undefined;
  readonly #store: TileStore;
  readonly #invalidate: () => void;
  #camera: Camera | undefined;
  #options: Pick<StageOptions, 'smoothing'>;
  #dirty: Rect[] = [];

  constructor(source: TiledSource, parent: Scope, options: Pick<StageOptions, 'smoothing'>) {
    this.#source = source;
    this.#scope = parent.child();
    this.#options = options;
    this.#invalidate = onceAFrame(this.#scope, () => this.#show());
    this.#plane = openPlane(this.#scope, {
      paint: (sheet, { box }) => this.#paint(sheet, box),
      outreach: () => 1,
    });
    this.#store = new TileStore(source, (tile) => {
      this.#dirty.push(inPercent(source, tileBox(source, tile)));
      this.#invalidate();
    });
    this.#scope.add(() => this.#store.dispose());
  }

  /** Absent where the browser gives no canvas. */
  get element(): HTMLCanvasElement | undefined {
    return this.#plane?.element;
  }

  look(camera: Camera): void {
    this.#camera = camera;
    this.#store.want(this.#tilesFor(camera));
    this.#show();
  }

  configure(options: Pick<StageOptions, 'smoothing'>): void {
    const { smoothing } = this.#options;
    this.#options = options;
    if (smoothing !== options.smoothing && this.#camera) this.#plane?.show(this.#camera, 'all');
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #show(): void {
    if (this.#camera) this.#plane?.show(this.#camera, this.#dirty.splice(0));
  }

  /** The coarsest level first, which is soon there and stands in for what is not; then what is in sight. */
  #tilesFor(camera: Camera): readonly Tile[] {
    const { view, picture, frame } = camera;
    const around = (more: number): Rect =>
      rectToPercent(view, picture, { left: -more, top: -more, right: frame.width + more, bottom: frame.height + more });
    const coarsest = this.#source.levels.length - 1;
    const best = this.#best(camera);
    const tiles = [
      ...tilesIn(this.#source, coarsest, { left: 0, top: 0, right: 100, bottom: 100 }),
      ...tilesIn(this.#source, best, around(0)),
      ...tilesIn(this.#source, best, around(AHEAD)),
    ];
    return tiles.slice(0, Math.max(16, BUDGET / (this.#source.tileSize ** 2 * 4)));
  }

  #best({ view, ratio }: Camera): number {
    return levelFor(this.#source, view.zoom * ratio);
  }

  #paint({ context, matrix }: Sheet, box: Rect): number {
    const best = this.#camera ? this.#best(this.#camera) : 0;
    const tiles = [...this.#store.kept].filter(({ tile }) => this.#isOnShow(tile, box, best));
    // Finer tiles fill the gaps between those of the best level.
    tiles.sort((a, b) => b.tile.level - a.tile.level);
    context.save();
    context.imageSmoothingEnabled = this.#options.smoothing;
    for (const { tile, image } of tiles) paintTile(context, matrix, image, tileBox(this.#source, tile));
    context.restore();
    return tiles.length;
  }

  #isOnShow(tile: Tile, box: Rect, best: number): boolean {
    const own = inPercent(this.#source, tileBox(this.#source, tile));
    const apart = own.left > box.right || own.right < box.left || own.top > box.bottom || own.bottom < box.top;
    if (apart || tile.level >= best) return !apart;
    const [x, y] = [(own.left + own.right) / 2, (own.top + own.bottom) / 2];
    return !tilesIn(this.#source, best, { left: x, top: y, right: x, bottom: y }).some((over) => this.#store.has(over));
  }
}

const inPercent = ({ width, height }: TiledSource, { left, top, right, bottom }: Rect): Rect => ({
  left: (left * 100) / width,
  top: (top * 100) / height,
  right: (right * 100) / width,
  bottom: (bottom * 100) / height,
});

/** Edges lie on whole pixels of the canvas, so that neighbours leave no seam. What was there before is not seen through. */
function paintTile(context: Context, matrix: Matrix, image: TileImage, box: Rect): void {
  const [x0, y0] = apply(matrix, [box.left, box.top]).map(Math.round) as [number, number];
  const [x1, y1] = apply(matrix, [box.right, box.bottom]).map(Math.round) as [number, number];
  if (x0 === x1 || y0 === y1) return;
  const { width, height } = image;
  const [across, down] = [x1 - x0, y1 - y0];
  // A quarter turn swaps the axes; it is seen by what the picture's x becomes.
  const upright = matrix[0] !== 0;
  const onto: Matrix = upright
    ? [across / width, 0, 0, down / height, x0, y0]
    : [0, down / width, across / height, 0, x0, y0];
  context.setTransform(...onto);
  context.clearRect(0, 0, width, height);
  context.drawImage(image, 0, 0);
}
