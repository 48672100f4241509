import type { KeyPointer } from '../../contract/surface.js';
import type { Hit, Input, Pointer } from '../../contract/tool.js';
import { makeObservable, observableRef, runInAction } from '../../reactive/index.js';
import type { Point, Size } from './camera.js';

/** What the key pointer acts on. Points are CSS pixels of the surface unless said otherwise. */
export interface PointedSurface {
  /** Absent while there is nothing to point at. */
  frame(): Size | undefined;
  /** In percent of the picture. */
  toMedia(at: Point): Point;
  hit(at: Point): Hit | undefined;
  emit(input: Input<Point>): void;
  /** Where it is; undefined when it has gone. */
  hover(at: Point | undefined, hit: Hit | undefined): void;
  panBy(dx: number, dy: number): void;
}

/** Milliseconds between the two presses of a double press. */
const DOUBLE = 400;
/** It keeps so far from the surface's edge, as long as the view can follow. */
const EDGE = 24;

/** A cross that keys move about and press with, in place of a mouse. */
export class CrossPointer implements KeyPointer {
  active = false;
  pressed = false;
  readonly #surface: PointedSurface;
  readonly #cross = document.createElement('div');
  #at: Point = [0, 0];
  #held: Hit | undefined;
  #lastPress: { readonly at: Point; readonly time: number } | undefined;

  constructor(into: HTMLElement, surface: PointedSurface) {
    makeObservable(this, { active: observableRef, pressed: observableRef });
    this.#surface = surface;
    const line = 'linear-gradient(rgb(255 255 255), rgb(255 255 255))';
    Object.assign(this.#cross.style, {
      position: 'absolute',
      left: '-14px',
      top: '-14px',
      width: '28px',
      height: '28px',
      display: 'none',
      pointerEvents: 'none',
      borderRadius: '50%',
      // A white cross with a free middle, dark around: it reads on any picture.
      background: `${line} 50% 0 / 2px 10px no-repeat, ${line} 50% 100% / 2px 10px no-repeat, ${line} 0 50% / 10px 2px no-repeat, ${line} 100% 50% / 10px 2px no-repeat, radial-gradient(rgb(0 0 0 / 0) 6px, rgb(0 0 0 / 0.45) 7px)`,
      willChange: 'transform',
    });
    into.append(this.#cross);
  }

  start(): void {
    const frame = this.#surface.frame();
    if (this.active || !frame) return;
    const isIn = this.#at[0] > 0 && this.#at[1] > 0 && this.#at[0] < frame.width && this.#at[1] < frame.height;
    if (!isIn) this.#at = [Math.round(frame.width / 2), Math.round(frame.height / 2)];
    runInAction(() => {
      this.active = true;
    });
    this.#show();
  }

  move(dx: number, dy: number): void {
    const frame = this.#surface.frame();
    if (!this.active || !frame) return;
    const [x, y] = [this.#at[0] + dx, this.#at[1] + dy];
    const beyond = (value: number, size: number) => Math.min(0, value - EDGE) + Math.max(0, value - (size - EDGE));
    this.#surface.panBy(-beyond(x, frame.width), -beyond(y, frame.height));
    this.#at = [Math.max(EDGE, Math.min(frame.width - EDGE, x)), Math.max(EDGE, Math.min(frame.height - EDGE, y))];
    this.#show();
    this.#send('move', this.pressed ? this.#held : this.#surface.hit(this.#at));
  }

  press(): void {
    if (!this.active || this.pressed) return;
    const hit = this.#surface.hit(this.#at);
    const [last, time] = [this.#lastPress, performance.now()];
    const isDouble = last !== undefined && time - last.time < DOUBLE && last.at === this.#at;
    this.#lastPress = isDouble ? undefined : { at: this.#at, time };
    this.#held = hit;
    runInAction(() => {
      this.pressed = true;
    });
    this.#send('press', hit);
    if (isDouble) this.#send('doublepress', hit);
  }

  release(): void {
    if (!this.pressed) return;
    runInAction(() => {
      this.pressed = false;
    });
    this.#held = undefined;
    this.#send('release', this.#surface.hit(this.#at));
  }

  end(): void {
    if (!this.active) return;
    if (this.pressed) this.#surface.emit({ kind: 'cancel' });
    runInAction(() => {
      this.active = false;
      this.pressed = false;
    });
    this.#cross.style.display = 'none';
    this.#surface.hover(undefined, undefined);
  }

  #show(): void {
    this.#cross.style.display = 'block';
    this.#cross.style.transform = `translate(${this.#at[0]}px, ${this.#at[1]}px)`;
    this.#surface.hover(this.#at, this.#surface.hit(this.#at));
  }

  #send(kind: 'press' | 'move' | 'release' | 'doublepress', hit: Hit | undefined): void {
    const pointer: Pointer<Point> = { at: this.#surface.toMedia(this.#at), ...(hit && { hit }) };
    this.#surface.emit({ kind, ...pointer });
  }
}
