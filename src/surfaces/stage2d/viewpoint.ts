import type { StageOptions, StageView } from '../../contract/surface.js';
import { makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import {
  exceeds,
  fitZoom,
  named,
  type Point,
  place,
  quarterTurn,
  type Rect,
  recentre,
  revealing,
  type Scene,
  type Size,
  showing,
  zoomAbout,
} from './camera.js';

export type NamedZoom = 'fit' | 'original' | 'auto';

/** Where one looks from, and the rules by which that may change. */
export class Viewpoint {
  /** Observable. */
  view: StageView = Object.freeze({ x: 0, y: 0, zoom: 1, rotation: 0 });
  readonly #changed: () => void;
  #options: StageOptions;
  #picture: Size | undefined;
  #frame: Size | undefined;
  /** The zoom that is kept when the surface is resized. */
  #kept: NamedZoom | undefined = 'fit';

  constructor(options: StageOptions, changed: () => void) {
    makeObservable(this, { view: observableRef });
    this.#options = options;
    this.#changed = changed;
  }

  /** Absent while there is no picture, or no room to show it in. */
  get scene(): Scene | undefined {
    const [picture, frame] = [this.#picture, this.#frame];
    return picture && frame && { picture, frame };
  }

  /** Whether any of the picture is out of sight. */
  get canPan(): boolean {
    const { scene } = this;
    return scene !== undefined && exceeds(scene, this.view);
  }

  configure(options: StageOptions): void {
    this.#options = options;
    const { scene } = this;
    if (this.#kept) this.zoomTo(this.#kept);
    else if (scene) this.#set(place(this.view, scene, options));
  }

  /** A picture of another size is shown whole; one of the same size takes the place of the last. */
  setPicture(size: Size | undefined): void {
    const before = this.#picture;
    this.#picture = size && size.width > 0 && size.height > 0 ? { width: size.width, height: size.height } : undefined;
    const after = this.#picture;
    if (after && (before?.width !== after.width || before.height !== after.height)) this.zoomTo(this.#kept ?? 'fit');
  }

  /** The surface's size in CSS pixels. One that is hidden has none, and keeps what it had. */
  setFrame(frame: Size): void {
    const before = this.scene;
    if (frame.width === 0 || frame.height === 0) return;
    this.#frame = frame;
    const { scene, view } = this;
    if (!scene) return;
    if (before && !this.#kept) this.#set(recentre(view, before, scene, view.rotation, this.#options));
    else this.zoomTo(this.#kept ?? 'fit');
  }

  look(part: Partial<StageView>): void {
    const { scene, view } = this;
    const rotation = quarterTurn(part.rotation ?? view.rotation);
    const moves = part.x !== undefined || part.y !== undefined || part.zoom !== undefined;
    if (!scene) {
      if (moves) this.#kept = undefined;
      this.#set({ ...view, ...part, rotation });
    } else if (moves) this.#pan(place({ ...view, ...part, rotation }, scene, this.#options));
    else if (rotation === view.rotation) return;
    else if (this.#kept) this.#set(named(this.#kept, scene, rotation, this.#options));
    else this.#set(recentre(view, scene, scene, rotation, this.#options));
  }

  zoomTo(what: NamedZoom): void {
    this.#kept = what;
    const { scene } = this;
    if (scene) this.#set(named(what, scene, this.view.rotation, this.#options));
  }

  /** @param about CSS pixels of the surface; its middle if it is not given */
  zoomBy(factor: number, about?: Point): void {
    const { scene } = this;
    if (!scene) return;
    const { width, height } = scene.frame;
    const view = zoomAbout(this.view, factor, about ?? [width / 2, height / 2], scene, this.#options);
    this.#kept = Math.abs(view.zoom - fitZoom(scene, view.rotation)) < 1e-9 ? 'fit' : undefined;
    this.#set(view);
  }

  panBy(dx: number, dy: number): void {
    const { scene } = this;
    if (scene) this.#pan(place({ ...this.view, x: this.view.x + dx, y: this.view.y + dy }, scene, this.#options));
  }

  /** As large and in the middle as it can be shown. @param box percent of the picture */
  zoomToBox(box: Rect): void {
    const { scene } = this;
    if (!scene) return;
    this.#pan(showing(this.view, box, scene, this.#options));
  }

  /** @param box CSS pixels of the surface */
  reveal(box: Rect): void {
    const { scene } = this;
    if (scene) this.#pan(revealing(this.view, box, scene, this.#options));
  }

  #pan(view: StageView): void {
    // What the limits do not let move is still as it was asked for.
    if (view.x !== this.view.x || view.y !== this.view.y || view.zoom !== this.view.zoom) this.#kept = undefined;
    this.#set(view);
  }

  #set(view: StageView): void {
    const { x, y, zoom, rotation } = this.view;
    if (view.x === x && view.y === y && view.zoom === zoom && view.rotation === rotation) return;
    runInAction(() => {
      this.view = Object.freeze(view);
    });
    this.#changed();
  }
}
