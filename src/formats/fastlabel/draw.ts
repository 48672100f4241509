import { polygonsOf } from '../geometry/rings.js';
import type { PictureShape, Point, PoseShape } from '../pictures.js';
import { type Canvas, type Colour, disc, stroke } from './canvas.js';

/** How strong colours are: inside, at the edge, and of segmentations. */
const [INSIDE, EDGE, REGION] = [50 / 255, 200 / 255, 0.5];

/** Draws what is marked, as FastLabel does; turned boxes are turned. */
export function draw(canvas: Canvas, shape: PictureShape, colour: Colour): void {
  const width = Math.max(1, Math.trunc(Math.min(canvas.width, canvas.height) / 300));
  switch (shape.kind) {
    case 'line':
      canvas.lay(stroke(shape.points, width, false), colour, EDGE);
      break;
    case 'keypoint':
      canvas.lay([[disc(shape.at, Math.max(2, width))]], colour, EDGE);
      break;
    case 'pose':
      drawPose(canvas, shape, colour, width);
      break;
    default: {
      const polygons = polygonsOf(shape) ?? [];
      if (shape.kind === 'mask' || (shape.kind === 'area' && !shape.simple)) {
        canvas.lay(polygons, colour, REGION);
        break;
      }
      canvas.lay(polygons, colour, INSIDE);
      canvas.lay(
        polygons.flatMap((rings) => rings.flatMap((ring) => stroke(ring, width, true))),
        colour,
        EDGE,
      );
    }
  }
}

function drawPose(canvas: Canvas, { points, edges }: PoseShape, colour: Colour, width: number): void {
  const places = new Map<string, Point>(points.map(({ name, at }) => [name, at]));
  const links = edges.flatMap(([from, to]) => {
    const [a, b] = [places.get(from), places.get(to)];
    return a && b ? stroke([a, b], Math.max(7, width), false) : [];
  });
  canvas.lay(links, colour, EDGE);
  canvas.lay(
    points.map(({ at }) => [disc(at, Math.max(2, width))]),
    colour,
    1,
  );
}
