import { keyframed } from '../keyframed.js';
import type { Rectangle } from '../rectangle/codec.js';
import { rectangleShape } from '../rectangle/shape.js';
import { turnOf } from '../similarity.js';
import { turned } from '../track/turning.js';

/** A rectangle that moves from frame to frame. */
export const videoRectangleShape = keyframed({ ...rectangleShape, interpolate }, { name: 'videorectangle' });

/** Each figure by itself, the rotation on the shorter way. Percent and degrees. */
export function interpolate(from: Rectangle, to: Rectangle, t: number): Rectangle {
  const between = (key: 'x' | 'y' | 'width' | 'height') => from[key] + (to[key] - from[key]) * t;
  const box = { x: between('x'), y: between('y'), width: between('width'), height: between('height') };
  if (from.rotation === undefined && to.rotation === undefined) return box;
  const [start, end] = [from.rotation ?? 0, to.rotation ?? 0];
  const rotation = turned(start, end, t, 360);
  return { ...box, rotation: rotation === start ? start : turnOf(rotation) };
}
