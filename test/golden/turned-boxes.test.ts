import { describe, it } from 'node:test';
import { about, boxOfCorners, cornersOf, enclosing } from '../../src/formats/geometry/boxes.js';
import type { BoxShape, Point } from '../../src/formats/pictures.js';
import { assertNear, jsonAt, missing } from './picture-cases.js';

interface Percent {
  x: number;
  y: number;
  width: number;
  height: number;
  rotation: number;
}

const inPixels = ({ x, y, width, height, rotation }: Percent, across: number, down: number): BoxShape => ({
  kind: 'box',
  x: (x / 100) * across,
  y: (y / 100) * down,
  width: (width / 100) * across,
  height: (height / 100) * down,
  rotation,
  pivot: 'corner',
});
const list = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) => [x, y, width, height];

describe('turned boxes', { skip: missing }, () => {
  it('have the corners of the peer, and come back from them', () => {
    for (const { in: given, pixels, back } of jsonAt('ls_obb_math', 'cases.json')) {
      const box = inPixels(given, given.original_width, given.original_height);
      assertNear(cornersOf(box), pixels);
      const { x, y, width, height, rotation } = boxOfCorners(pixels as [Point, Point, Point, Point]);
      const [across, down] = [given.original_width / 100, given.original_height / 100];
      // The same angle may be said with a whole turn more.
      const turn = (angle: number) => Math.round((((angle % 360) + 360) % 360) * 1e7) / 1e7 % 360;
      assertNear([x / across, y / down, width / across, height / down], list(back));
      assertNear(turn(rotation), turn(back.rotation));
    }
  });

  it('are enclosed in pixels, not among percents', () => {
    for (const { value, W, H, corners_px, enclosing_bbox_px } of jsonAt('corrected', 'ls_rotated_rectangles.json')) {
      const box = inPixels(value, W, H);
      assertNear(cornersOf(box), corners_px);
      assertNear(list(enclosing(box)), enclosing_bbox_px);
    }
  });

  it('about their centre are those about their corner', () => {
    for (const { points, rotation, corners_px, as_label_studio_percent_200x100: theirs } of jsonAt('corrected', 'fastlabel_rotated_boxes.json')) {
      const [x1, y1, x2, y2] = points as [number, number, number, number];
      const [x, y] = [Math.min(x1, x2), Math.min(y1, y2)];
      const box: BoxShape = { kind: 'box', x, y, width: Math.abs(x2 - x1), height: Math.abs(y2 - y1), rotation, pivot: 'centre' };
      assertNear(cornersOf(box), corners_px);
      const ours = about('corner', box);
      assertNear([ours.x / 2, ours.y, ours.width / 2, ours.height, ours.rotation], [...list(theirs), theirs.rotation]);
    }
  });
});
