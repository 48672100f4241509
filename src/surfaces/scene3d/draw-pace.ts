import type { Scope } from '../../contract/view.js';

/** Milliseconds that points may take while the camera moves, and what counts as no time at all. */
const AIM = 30;
const QUICK = 18;
/** Points that are drawn in any case, and at first. */
const LEAST = 20_000;
const FIRST = 250_000;
/** Milliseconds without another draw after which all points are drawn. */
const REST = 160;

/** How many points can be drawn while the camera moves. It is measured: nothing else tells how fast graphics are. */
export class DrawPace {
  readonly #gl: WebGL2RenderingContext;
  readonly #scope: Scope;
  readonly #rested: () => void;
  #most = FIRST;
  #stop = () => {};
  #waits = false;
  #isMoving = false;

  /** @param rested called when all points are to be drawn again */
  constructor(gl: WebGL2RenderingContext, scope: Scope, rested: () => void) {
    this.#gl = gl;
    this.#scope = scope;
    this.#rested = rested;
  }

  /** At most so many points are to be drawn now. */
  get most(): number {
    return this.#isMoving ? this.#most : Infinity;
  }

  /** What is seen has changed, and may change again at once. */
  moved(): void {
    this.#isMoving = true;
    this.#stop();
    this.#stop = this.#scope.timeout(() => {
      this.#isMoving = false;
      this.#rested();
    }, REST);
  }

  /** Measures how long the points take that were just asked for. */
  drew(count: number): void {
    if (this.#waits || !this.#isMoving) return;
    const gl = this.#gl;
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    if (!fence) return;
    gl.flush();
    this.#waits = true;
    const start = performance.now();
    const look = () => {
      const time = performance.now() - start;
      if (gl.getSyncParameter(fence, gl.SYNC_STATUS) !== gl.SIGNALED && time < 2000) {
        this.#scope.frame(look);
        return;
      }
      gl.deleteSync(fence);
      this.#waits = false;
      if (time <= QUICK) this.#most = Math.max(this.#most, 2 * count);
      else if (time > AIM) this.#most = Math.max(LEAST, Math.round((count * AIM) / time));
    };
    this.#scope.frame(look);
  }
}
