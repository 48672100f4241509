import type { Dispose } from '../../contract/surface.js';
import type { Hit, Input } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import { dragThumb, pan, scrub } from './axis-drags.js';
import type { AxisRoom, Spot } from './axis-room.js';
import { FieldDrags } from './field-drag.js';
import { type Drag, Gestures } from './gestures.js';
import { Hairline } from './hairline.js';
import { contentHeight } from './layout.js';
import { dragWindow, windowPart } from './overview-drag.js';
import { pointX } from './scene.js';
import { thumbOf } from './time-frame.js';
import { listenToWheel } from './wheel.js';

export interface PointingTarget {
  /** The playhead, in the axis' own unit. */
  readonly now: number;
  /** @param at in the axis' own unit; it may lie outside */
  seek(at: number): void;
  /** Another handle or region is under the pointer. */
  changed(): void;
  /** A drag has ended. */
  released(): void;
}

/** CSS pixels from the playhead's line in the ruler by which it is dragged. */
const HEAD = { fine: 8, coarse: 14 } as const;

type Listener<A extends unknown[]> = (...given: A) => void;

/** What pointers and the wheel do, by where they do it. */
export class Pointing {
  readonly #room: AxisRoom;
  readonly #target: PointingTarget;
  readonly #hairline: Hairline;
  readonly #gestures: Gestures;
  readonly #fieldDrags: FieldDrags;
  readonly #inputs = new Set<Listener<[input: Input<number>]>>();
  readonly #hovers = new Set<Listener<[regionId: string | undefined, at: number | undefined]>>();
  #cursor = 'default';
  /** Of what is dragged. */
  #dragCursor: string | undefined;
  /** Where the pointer is on the surface. */
  #pointer: Spot | undefined;
  /** What the pointer is on. */
  under: Hit | undefined;

  constructor(room: AxisRoom, scope: Scope, target: PointingTarget) {
    this.#room = room;
    this.#target = target;
    const { root, over } = room.frame;
    this.#hairline = new Hairline(over);
    this.#fieldDrags = new FieldDrags(root, scope, {
      at: (event) => this.#at(event),
      hit: (event) => room.hit(room.fromClient(event)),
      emit: (input) => this.#emit(input),
      click: (event) => target.seek(this.#at(event)),
    });
    const zoomBy = (factor: number, x: number) => room.viewport.zoomBy(factor, this.#at({ x, y: 0 }));
    const panBy = (dx: number, dy: number) => this.#panBy(dx, dy);
    listenToWheel(root, scope, {
      zoomBy,
      panBy: (dx, dy) => panBy(-dx, -dy),
      canZoom: () => !this.#isBlank,
      canPan: () => room.viewport.canPan,
      canScroll: (event) => room.canScroll && ['body', 'captions', 'thumb'].includes(room.zone(room.fromClient(event))),
      turned: () => !this.active && this.#hover(this.#pointer),
    });
    this.#gestures = new Gestures(root, scope, {
      begin: (event) => this.#begin(event),
      hover: (event) => this.#hoverWith(event),
      changed: () => this.#pressChanged(),
      zoomBy,
      panBy,
      beside: (clientX) => {
        const { x } = room.fromClient({ x: clientX, y: 0 });
        const { captions, width } = room.layout;
        return x < captions ? x - captions : Math.max(0, x - width);
      },
    });
    scope.add(() => {
      this.#inputs.clear();
      this.#hovers.clear();
    });
  }

  /** Whether a press among the regions has been sent, its release not yet. */
  get pressed(): boolean {
    return this.#fieldDrags.pressed;
  }

  /** Whether anything is held down. */
  get active(): boolean {
    return this.#gestures.active;
  }

  onInput(listener: Listener<[input: Input<number>]>): Dispose {
    this.#inputs.add(listener);
    return () => this.#inputs.delete(listener);
  }

  onHover(listener: Listener<[regionId: string | undefined, at: number | undefined]>): Dispose {
    this.#hovers.add(listener);
    return () => this.#hovers.delete(listener);
  }

  cursor(css: string): void {
    this.#cursor = css || 'default';
    this.#showCursor();
  }

  /** What is in view is another. */
  viewChanged(): void {
    this.#showHairline();
  }

  get #isBlank(): boolean {
    return this.#room.viewport.limits === undefined;
  }

  #emit(input: Input<number>): void {
    if (!this.#isBlank) for (const listener of [...this.#inputs]) listener(input);
  }

  #panBy(dx: number, dy: number): void {
    const { viewport, scrolled } = this.#room;
    if (dx !== 0) viewport.panBy(-dx);
    if (dy !== 0) this.#room.scrollTo(scrolled - dy);
  }

  #begin(event: PointerEvent): Drag | undefined {
    const room = this.#room;
    if (this.#isBlank) return undefined;
    room.coarse = event.pointerType === 'touch';
    this.#pointer = room.fromClient(event);
    const zone = room.zone(this.#pointer);
    this.#dragCursor = event.button === 1 ? 'grabbing' : zone === 'ruler' ? 'ew-resize' : undefined;
    if (event.button === 1) return pan(event, (dx, dy) => this.#panBy(dx, dy));
    if (zone === 'overview') return this.#dragWindow(event);
    if (zone === 'ruler') return this.#scrub(event);
    if (zone === 'thumb') {
      const [content, { height }] = [contentHeight(room.content), room.layout.body];
      const perPixel = (content - height) / Math.max(1, thumbOf(height, content).travel);
      return dragThumb(event, room.scrolled, perPixel, (top) => room.scrollTo(top));
    }
    return zone === 'captions' ? this.#pressCaption(event) : this.#fieldDrags.begin(event);
  }

  #scrub(event: PointerEvent): Drag {
    const room = this.#room;
    const by = pointX(room.scene, this.#target.now) - room.fromClient(event).x;
    const isHead = Math.abs(by) <= (room.coarse ? HEAD.coarse : HEAD.fine);
    return scrub(event, isHead ? by : 0, (x) => this.#target.seek(this.#at({ x, y: 0 })));
  }

  #dragWindow(event: PointerEvent): Drag {
    const room = this.#room;
    this.#dragCursor = this.#overviewCursor(room.fromClient(event), true);
    return dragWindow(event, {
      get view() {
        return room.viewport.view;
      },
      whole: room.whole,
      look: (view) => room.viewport.look(view),
      x: (now) => room.fromClient(now).x,
    });
  }

  /** A caption stands for its region, but not at a time: nothing can be dragged by it. */
  #pressCaption(event: PointerEvent): Drag | undefined {
    const hit = this.#room.hit(this.#room.fromClient(event));
    const bar = hit && this.#room.bars.of(hit.regionId);
    if (!bar) return undefined;
    const held = { ...(event.shiftKey && { shift: true }), ...((event.ctrlKey || event.metaKey) && { ctrl: true }) };
    const end = () => {
      this.#emit({ kind: 'press', at: bar.start, hit, ...held });
      this.#emit({ kind: 'release', at: bar.start, hit, ...held });
    };
    return { move: () => {}, end, cancel: () => {} };
  }

  #pressChanged(): void {
    if (!this.active) {
      this.#dragCursor = undefined;
      this.#target.released();
    }
    this.#showCursor();
    this.#showHairline();
  }

  /** A client point in the axis' own unit. */
  #at(client: Spot): number {
    return this.#room.at(this.#room.fromClient(client));
  }

  #hoverWith(event: PointerEvent | undefined): void {
    const room = this.#room;
    const place = event && room.fromClient(event);
    if (event) room.coarse = event.pointerType === 'touch';
    // After a drag it may be let go beside the surface.
    this.#hover(place && room.zone(place) !== 'outside' ? place : undefined);
    if (event && this.#pointer && this.#isField(this.#pointer)) this.#fieldDrags.hover(event, this.under);
  }

  /** Reads nothing of the page, as it writes: the page would be laid out anew for each. */
  #hover(place: Spot | undefined): void {
    const room = this.#room;
    this.#pointer = place;
    const hit = place && room.hit(place);
    const changes = hit?.regionId !== this.under?.regionId || hit?.handle !== this.under?.handle;
    this.under = hit;
    if (changes) this.#target.changed();
    this.#showCursor();
    this.#showHairline();
    const timed = place && !this.#isBlank && (this.#isField(place) || room.zone(place) === 'ruler');
    for (const listener of [...this.#hovers]) listener(hit?.regionId, timed ? room.at(place) : undefined);
  }

  #isField(place: Spot): boolean {
    const zone = this.#room.zone(place);
    return zone === 'wave' || zone === 'body';
  }

  #showHairline(): void {
    const place = this.#pointer;
    const room = this.#room;
    const { limits } = room.viewport;
    const seen = place && limits && !this.active && (this.#isField(place) || room.zone(place) === 'ruler');
    const at = seen ? room.at(place) : Number.NaN;
    if (!seen || !(at >= limits.first && at <= limits.last)) return this.#hairline.hide();
    const { captions, width } = room.layout;
    this.#hairline.show(place.x - captions, room.reading(at), width - captions);
  }

  #showCursor(): void {
    // What was pressed keeps its cursor until it is let go.
    if (this.pressed) return;
    const css = this.#dragCursor ?? this.#cursorOver(this.#pointer);
    const { style } = this.#room.frame.root;
    if (style.cursor !== css) style.cursor = css;
  }

  #cursorOver(place: Spot | undefined): string {
    const room = this.#room;
    if (!place || this.#isBlank) return 'default';
    const zone = room.zone(place);
    if (zone === 'overview') return this.#overviewCursor(place, false);
    if (zone === 'ruler') return 'ew-resize';
    if (zone === 'thumb') return 'default';
    if (zone === 'captions') return this.under ? 'pointer' : 'default';
    const { under } = this;
    const bar = under && room.bars.of(under.regionId);
    const handle = bar?.layer.handles?.find(({ id }) => id === under?.handle);
    if (handle) return handle.cursor ?? 'ew-resize';
    const free = this.#cursor === 'default';
    if (!bar || !free) return this.#cursor;
    return bar.layer.handles ? 'move' : 'pointer';
  }

  #overviewCursor({ x }: Spot, held: boolean): string {
    const { viewport, whole } = this.#room;
    const part = windowPart(viewport.view, whole, x, false);
    if (part === 'start' || part === 'end') return 'ew-resize';
    if (part === 'outside') return 'pointer';
    return held ? 'grabbing' : viewport.canPan ? 'grab' : 'default';
  }
}
