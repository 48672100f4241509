import { cornersOf, enclosing } from '../geometry/boxes.js';
import { boundsOfCounts, compressed, countsOf, pixelsIn } from '../geometry/coco-rle.js';
import { areaOf, type Bounds, boundsOf, flat, isNumber, turnOf } from '../geometry/points.js';
import { ellipseBounds, ellipseRing, polygonsOf, rastered, seamed } from '../geometry/rings.js';
import type { LossCode } from '../losses.js';
import type { AreaShape, MaskShape, Picture, PictureShape } from '../pictures.js';

/** Polygons as flat lists; or runs of pixels. */
export type Segmentation =
  | readonly (readonly number[])[]
  | { readonly size: readonly [height: number, width: number]; readonly counts: string };

/** How COCO says where something is: pixels, boxes as x, y, width, height. */
export interface Segment {
  readonly segmentation: Segmentation;
  readonly bbox: Bounds;
  readonly area: number;
}

export interface Segmenting {
  /** What masks become: runs of pixels, or polygons along the edges of pixels. */
  readonly masks: 'rle' | 'polygons';
  tell(code: LossCode, message: string): void;
}

/** Undefined for what COCO has no place for, which is told. */
export function segmentOf(picture: Picture, shape: PictureShape, segmenting: Segmenting): Segment | undefined {
  switch (shape.kind) {
    case 'box': {
      const { width, height } = shape;
      const area = Math.abs(width * height);
      if (shape.rotation === 0) return { segmentation: [], bbox: shape, area };
      return { segmentation: [flat(cornersOf(shape))], bbox: enclosing(shape), area };
    }
    case 'area':
      return areaSegment(picture, shape, segmenting);
    case 'ellipse': {
      segmenting.tell('changed', 'COCO has no ellipses; they become polygons.');
      const area = Math.abs(Math.PI * shape.radii[0] * shape.radii[1]);
      return { segmentation: [flat(ellipseRing(shape))], bbox: ellipseBounds(shape), area };
    }
    case 'mask':
      return maskSegment(picture, shape, segmenting);
    case 'line':
      segmenting.tell('not-carried', 'COCO has no lines; they are left out. Draw polygons for them.');
      return undefined;
    default:
      return undefined;
  }
}

function areaSegment(picture: Picture, shape: AreaShape, segmenting: Segmenting): Segment | undefined {
  const { polygons } = shape;
  if (polygons.some((rings) => rings.length > 1)) {
    const { width, height } = picture;
    if (isNumber(width) && isNumber(height) && segmenting.masks === 'rle') {
      segmenting.tell('changed', "COCO's polygons have no holes; those with holes become masks of whole pixels.");
      return runsOf(rastered(shape, width, height), width, height);
    }
    segmenting.tell('changed', "COCO's polygons have no holes; holes are joined to the outlines by seams.");
  }
  const rings = polygons.map((each) => (each.length > 1 ? seamed([each]) : (each[0] ?? [])));
  const bbox = boundsOf(rings.flat());
  const segmentation = rings.map(flat);
  return bbox && { segmentation, bbox, area: rings.reduce((sum, ring) => sum + areaOf(ring), 0) };
}

function maskSegment(picture: Picture, shape: MaskShape, { masks, tell }: Segmenting): Segment | undefined {
  const { width, height } = shape;
  if (picture.width !== width || picture.height !== height) {
    tell('invalid', 'A mask has another size than its picture; it is left out.');
    return undefined;
  }
  if (masks === 'rle') {
    const alpha = shape.alpha();
    const segment = alpha && runsOf(alpha, width, height);
    if (alpha && !segment) tell('incomplete', 'A mask is empty; it is left out.');
    return segment;
  }
  const polygons = polygonsOf(shape);
  const rings = polygons?.map((each) => (each.length > 1 ? seamed([each]) : (each[0] ?? []))) ?? [];
  const bbox = boundsOf(rings.flat());
  if (polygons && !bbox) tell('incomplete', 'A mask is empty; it is left out.');
  // Outlines run clockwise and holes against.
  const area = Math.abs(polygons?.flat().reduce((sum, ring) => sum + turnOf(ring), 0) ?? 0) / 2;
  return bbox && { segmentation: rings.map(flat), bbox, area };
}

function runsOf(alpha: Uint8Array, width: number, height: number): Segment | undefined {
  const counts = countsOf(alpha, width, height);
  const bbox = boundsOfCounts(counts, height);
  if (!bbox) return undefined;
  return { segmentation: { size: [height, width], counts: compressed(counts) }, bbox, area: pixelsIn(counts) };
}
