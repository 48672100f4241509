import type { PixelSource } from '../../contract/surface.js';
import type { Scope } from '../../contract/view.js';
import type { Slice, SlicePixels } from './slice.js';
import { defaultWindow, type Look } from './window.js';
import { WindowedCanvas } from './windowed-canvas.js';
import { openWindowedGraphics, type WindowedGraphics } from './windowed-graphics.js';

/** Draws slices as they look in a window. */
export interface SlicePainter {
  /** How it draws: with the graphics card, or, where that is refused, lost or slower, without. */
  readonly kind: 'webgl' | 'canvas';
  /** A picture of a slice. Cheap: a slice that is looked through gets one each time. */
  picture(slice: Slice, pixels: SlicePixels, look?: Look): WindowedPicture;
}

export interface SlicePainterOptions {
  /** `always`: even where WebGL is done without a graphics card and so is slower than the canvas. Default: `fast`. */
  readonly webgl?: 'fast' | 'always' | 'never';
}

/** One context of the graphics card for all painters of the page: there are few. */
let shared: { readonly graphics: WindowedGraphics; users: number } | undefined;

function share(scope: Scope, webgl: 'fast' | 'always'): WindowedGraphics | undefined {
  if (!shared || shared.graphics.isLost) {
    const graphics = openWindowedGraphics(webgl === 'fast');
    shared = graphics && { graphics, users: 0 };
  }
  const own = shared;
  if (!own) return undefined;
  own.users++;
  scope.add(() => {
    if (--own.users > 0) return;
    own.graphics.dispose();
    if (shared === own) shared = undefined;
  });
  return own.graphics;
}

/** @param scope as long as pictures are painted */
export function openSlicePainter(scope: Scope, { webgl = 'fast' }: SlicePainterOptions = {}): SlicePainter {
  const graphics = webgl === 'never' ? undefined : share(scope, webgl);
  const canvas = new WindowedCanvas();
  return {
    get kind() {
      return graphics && !graphics.isLost ? 'webgl' : 'canvas';
    },
    picture: (slice, pixels, look) => new WindowedPicture(slice, pixels, { graphics, canvas }, look),
  };
}

interface Means {
  readonly graphics: WindowedGraphics | undefined;
  readonly canvas: WindowedCanvas;
}

/** One slice as it looks in a window. Colours are as they are. */
export class WindowedPicture implements PixelSource {
  readonly slice: Slice;
  readonly values: SlicePixels;
  readonly width: number;
  readonly height: number;
  readonly #means: Means;
  #look: Look;
  #revision = 0;

  constructor(slice: Slice, values: SlicePixels, means: Means, look?: Look) {
    this.slice = slice;
    this.values = values;
    this.width = values.width;
    this.height = values.height;
    this.#means = means;
    this.#look = look ?? { window: defaultWindow(slice, values), inverted: false };
  }

  get revision(): number {
    return this.#revision;
  }

  get look(): Look {
    return this.#look;
  }

  /** Shows it in another window; the stage is then to be shown the picture again. */
  show(look: Partial<Look>): void {
    this.#look = { ...this.#look, ...look };
    this.#revision++;
  }

  /** Drawn anew each time, into a canvas that the next picture is drawn into too: to be copied at once. */
  pixels(): OffscreenCanvas {
    const { graphics, canvas } = this.#means;
    return graphics?.draw(this.slice, this.values, this.#look) ?? canvas.draw(this.slice, this.values, this.#look);
  }
}
