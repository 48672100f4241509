import type { Layer } from '../../contract/surface.js';
import { isLight, rgbaOf } from '../stage2d/colour.js';
import { solidsOf } from './layer-solids.js';
import { type Lens, metresInPixel, type Point, project } from './lens.js';
import { type Box, boxOf } from './outline.js';
import { reachOf } from './solid.js';

/** More than these are not read but in the way. */
const MOST = 100;
/** CSS pixels: a box that is smaller has a caption only while it stands out. */
const LEAST = 14;
/** CSS pixels of a caption, and some of a letter. */
const HEIGHT = 16;
const LETTER = 6.2;
const PADDING = 10;

interface Tag {
  readonly element: HTMLElement;
  layer: Layer | undefined;
}

/** What boxes are called, over them: elements, as text is sharper so than drawn in space. */
export class Captions {
  readonly #into: HTMLElement;
  readonly #tags: Tag[] = [];

  constructor(into: HTMLElement) {
    this.#into = document.createElement('div');
    Object.assign(this.#into.style, {
      position: 'absolute',
      inset: '0',
      overflow: 'hidden',
      pointerEvents: 'none',
      font: '500 11px/16px system-ui, sans-serif',
    });
    this.#into.setAttribute('aria-hidden', 'true');
    into.append(this.#into);
  }

  /** Captions of boxes that are in view. @param covered CSS pixels at the right and the lower edge */
  show(layers: readonly Layer[], lens: Lens, covered: Point): void {
    this.#into.style.inset = `0 ${covered[0]}px ${covered[1]}px 0`;
    const taken: Box[] = [];
    let count = 0;
    for (const { layer, solid } of candidates(layers, lens)) {
      const box = boxOf(lens, solid);
      if (count === MOST || !box) continue;
      const [x] = project(lens, solid.centre);
      const bottom = Math.round(box.top) - (layer.handles?.length ? 8 : 2);
      const half = (LETTER * lettersOf(layer) + PADDING) / 2;
      const room = { left: x - half, right: x + half, top: bottom - HEIGHT, bottom };
      // Of captions that would lie on one another the nearest can be read.
      if (!standsOut(layer) && taken.some((other) => overlap(room, other))) continue;
      taken.push(room);
      const tag = this.#tag(count++);
      if (tag.layer !== layer) write(tag, layer);
      tag.element.style.transform = `translate(${Math.round(x)}px, ${bottom}px) translate(-50%, -100%)`;
    }
    for (const tag of this.#tags.slice(count)) {
      if (tag.layer) tag.element.style.display = 'none';
      tag.layer = undefined;
    }
  }

  #tag(i: number): Tag {
    const found = this.#tags[i];
    if (found) return found;
    const element = document.createElement('div');
    Object.assign(element.style, {
      position: 'absolute',
      left: '0',
      top: '0',
      maxWidth: '200px',
      padding: '0 5px',
      borderRadius: '3px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      willChange: 'transform',
    });
    this.#into.append(element);
    const tag: Tag = { element, layer: undefined };
    this.#tags.push(tag);
    return tag;
  }
}

const standsOut = ({ selected, hovered }: Layer): boolean => selected === true || hovered === true;

/** A lock takes the room of some letters. */
const lettersOf = ({ locked, caption }: Layer): number => (caption?.length ?? 0) + (locked ? 2 : 0);

function lock(): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const [svg, path] = [document.createElementNS(space, 'svg'), document.createElementNS(space, 'path')];
  svg.setAttribute('viewBox', '0 0 8 10');
  Object.assign(svg.style, { height: '10px', marginInlineEnd: '4px', verticalAlign: '-1px', fill: 'currentColor' });
  path.setAttribute('d', 'M0 4h8v6H0zM1 4V3a3 3 0 0 1 6 0v1H5.8V3a1.8 1.8 0 0 0-3.6 0v1z');
  svg.append(path);
  return svg;
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Layers with a caption whose box is in view and large enough, the nearest first, before them those that stand out. */
function candidates(layers: readonly Layer[], lens: Lens) {
  const { left, top, width, height } = lens.panel;
  return layers
    .flatMap((layer) => {
      const [solid] = solidsOf(layer);
      if (!solid || lettersOf(layer) === 0) return [];
      const [x, y, depth] = project(lens, solid.centre);
      if (depth < lens.near || depth > lens.far) return [];
      const pixels = reachOf(solid) / metresInPixel(lens, depth);
      if (x < left || x > left + width || y + pixels < top || y - pixels > top + height) return [];
      if (!standsOut(layer) && 2 * pixels < LEAST) return [];
      return [{ layer, solid, rank: standsOut(layer) ? -Infinity : depth }];
    })
    .sort((a, b) => a.rank - b.rank || 0);
}

function write(tag: Tag, layer: Layer): void {
  tag.layer = layer;
  const { style } = tag.element;
  style.display = '';
  style.background = layer.colour;
  style.color = isLight(rgbaOf(layer.colour)) ? '#14161a' : '#fff';
  style.opacity = standsOut(layer) ? '1' : '0.85';
  style.zIndex = standsOut(layer) ? '1' : '';
  tag.element.replaceChildren(...(layer.locked ? [lock()] : []), layer.caption ?? '');
}
