import type { TextFlow } from '../../contract/surface.js';
import type { Editor } from '../../editor/editor.js';
import type { Region } from '../../model/document.js';
import { type ArcLayout, layArcs, type Room, type TextEnd, type TextLink } from './arcs.js';
import { type ArrowLook, svgElement } from './arrow.js';
import { ArrowSet } from './arrow-set.js';
import type { RegionLink } from './free-arrows.js';
import { type Box, chipOrMiddle, moved } from './paths.js';
import { textEnd } from './text-ends.js';

/** A relation whose regions are both spans of the same text. */
export type SpanLink = TextLink & RegionLink;

interface Known {
  readonly region: Region;
  readonly end: TextEnd | undefined;
}

/** Lanes beside the text that what is free there has room for, and what more of them need; CSS pixels. */
const FREE_LANES = 3;
const PER_LANE = 4;
const MOST_PADDING = 48;
/** What heads and labels reach below the lines. */
const UNDER = 8;
/** Narrower texts get none. */
const NARROW = 480;

/**
 * The arrows within one text. They are part of what scrolls, so scrolling moves them without any work; where the text is
 * long, those near what is in view are in the page.
 */
export class FlowArrows {
  readonly surface: TextFlow;
  readonly svg = svgElement('svg', 'le-relations');
  readonly set = new ArrowSet(this.svg);
  readonly #editor: Editor;
  readonly #scroller: HTMLElement;
  readonly #ends = new Map<string, Known>();
  #epoch = '';
  #links: readonly SpanLink[] = [];
  #lookOf: (id: string) => ArrowLook = () => ({ text: '', colour: '' });
  #layout: ArcLayout | undefined;
  #padding = { left: 0, right: 0 };
  /** Between which heights arrows are drawn. */
  #drawn: readonly [number, number] | undefined;

  constructor(editor: Editor, surface: TextFlow, scroller: HTMLElement) {
    this.#editor = editor;
    this.surface = surface;
    this.#scroller = scroller;
    this.svg.setAttribute('aria-hidden', 'true');
    scroller.append(this.svg);
  }

  remove(): void {
    this.svg.remove();
    this.#scroller.style.removeProperty('padding-inline');
  }

  /** Takes what there is to be drawn now. Whether all has to be looked at once more: the text was given less room. */
  update(links: readonly SpanLink[], lookOf: (id: string) => ArrowLook): boolean {
    const before = this.#links;
    const same = links.length === before.length && links.every((link, index) => alike(link, before[index]));
    this.#links = links;
    this.#lookOf = lookOf;
    if (same && this.#layout && this.#epoch === this.#nowEpoch()) {
      // Of what is where it was, the colours may be others.
      this.#drawn = undefined;
      return false;
    }
    return this.#lay();
  }

  /** The text may be laid out anew, or scrolled. As `update`. */
  look(view: Box): boolean {
    const again = this.#epoch !== this.#nowEpoch() && this.#lay();
    this.draw(view);
    return again;
  }

  /** Draws what is near a part of the screen. */
  draw(view: Box): void {
    if (!this.#layout) return;
    const { y } = this.#origin();
    const high = view.bottom - view.top;
    const [from, to] = [view.top - y, view.bottom - y];
    const drawn = this.#drawn;
    if (drawn && from >= drawn[0] && to <= drawn[1]) return;
    const range = [from - high, to + high] as const;
    this.#drawn = range;
    const near = this.#layout.arcs.filter(({ top, bottom }) => bottom >= range[0] && top <= range[1]);
    this.set.show(near, this.#lookOf);
  }

  /** Where the relation is drawn, in client pixels: its label, else the middle of it. */
  placeOf(id: string): Box | undefined {
    const arc = this.#layout?.arcs.find((each) => each.id === id);
    return arc && moved(chipOrMiddle(arc), this.#origin());
  }

  /** Frames round the spans of a relation. */
  boxesOf(id: string): readonly Box[] {
    const link = this.#links.find((each) => each.id === id);
    return [link?.from, link?.to].flatMap((key) => {
      const end = key === undefined ? undefined : this.#ends.get(key)?.end;
      return end ? [...new Set([end.first, end.last])] : [];
    });
  }

  #lay(): boolean {
    const epoch = this.#nowEpoch();
    if (epoch !== this.#epoch) this.#ends.clear();
    this.#epoch = epoch;
    const ends = this.#measure();
    const room = this.#room(ends);
    this.#layout = layArcs(ends, this.#links, room);
    this.#drawn = undefined;
    const { arcs, beside } = this.#layout;
    this.svg.setAttribute('width', String(this.#scroller.clientWidth));
    const bottom = arcs.reduce((most, arc) => Math.max(most, arc.bottom), 0);
    this.svg.setAttribute('height', String(Math.ceil(bottom + UNDER)));
    return this.#makeRoom(beside, room);
  }

  #measure(): ReadonlyMap<string, TextEnd> {
    const ends = new Map<string, TextEnd>();
    const { x, y } = this.#origin();
    let lineHigh: number | undefined;
    for (const { regions } of this.#links) {
      for (const region of regions) {
        const known = this.#ends.get(region.id);
        if (known?.region !== region) {
          const end = textEnd(this.#editor, this.surface, region, lineHigh);
          const own = end && { first: moved(end.first, { x: -x, y: -y }), last: moved(end.last, { x: -x, y: -y }) };
          // One box for both, so that what is round it is drawn once.
          const same = end && end.first === end.last;
          this.#ends.set(region.id, { region, end: own && (same ? { first: own.first, last: own.first } : own) });
        }
        const end = this.#ends.get(region.id)?.end;
        if (!end) continue;
        ends.set(region.id, end);
        lineHigh = end.first.bottom - end.first.top;
      }
    }
    return ends;
  }

  /** What lies beside the text, as far as can be told from where it begins and where spans are. */
  #room(ends: ReadonlyMap<string, TextEnd>): Room {
    const { clientWidth } = this.#scroller;
    const { left: before, right: after } = this.#padding;
    let least = this.surface.text === '' ? Infinity : this.surface.toClient(0).x - this.#origin().x;
    let most = 0;
    for (const { first, last } of ends.values()) {
      least = Math.min(least, first.left, last.left);
      most = Math.max(most, first.right, last.right);
    }
    const left = Math.max(8, Math.min(least, clientWidth / 2) - 3);
    const right = Math.min(clientWidth - 8, Math.max(most + 3, clientWidth - after - (left - before)));
    return { left, right, leftGutter: left - 2, rightGutter: clientWidth - right - 2 };
  }

  /** Many lanes need more than is free beside the text. What was given is not taken back: the text would jump. */
  #makeRoom(lanes: ArcLayout['beside'], { leftGutter, rightGutter }: Room): boolean {
    if (this.#scroller.clientWidth < NARROW) return false;
    const more = (count: number, free: number, given: number): number => {
      const missing = count <= FREE_LANES ? 0 : count * PER_LANE + 8 - free;
      return missing <= 0 ? given : Math.min(MOST_PADDING, given + Math.ceil(missing / 8) * 8);
    };
    const { left, right } = this.#padding;
    const next = { left: more(lanes.left, leftGutter, left), right: more(lanes.right, rightGutter, right) };
    if (next.left === left && next.right === right) return false;
    this.#padding = next;
    this.#scroller.style.paddingInline = `${next.left}px ${next.right}px`;
    return true;
  }

  #nowEpoch(): string {
    const { clientWidth, scrollHeight } = this.#scroller;
    const { left, right } = this.#padding;
    return [clientWidth, scrollHeight, left, right, this.surface.text.length, ...this.#probes()].join(' ');
  }

  /** Where the first and the last span are: in another font all may be elsewhere in a text of the same height. */
  #probes(): readonly number[] {
    const { x, y } = this.#origin();
    return [this.#links[0], this.#links.at(-1)].flatMap((link) => {
      const bounds = link && this.surface.bounds(link.to);
      return bounds ? [bounds.left - x, bounds.right - x, bounds.top - y].map(Math.round) : [];
    });
  }

  /** Where the corner of what scrolls is, in client pixels. */
  #origin(): { readonly x: number; readonly y: number } {
    const scroller = this.#scroller;
    const { left, top } = scroller.getBoundingClientRect();
    return {
      x: left + scroller.clientLeft - scroller.scrollLeft,
      y: top + scroller.clientTop - scroller.scrollTop,
    };
  }
}

function alike(a: SpanLink, b: SpanLink | undefined): boolean {
  if (!b || a.id !== b.id || a.chip !== b.chip) return false;
  return [0, 1].every(
    (end) => a.regions[end as 0] === b.regions[end as 0] && a.headed[end as 0] === b.headed[end as 0],
  );
}
