import { cornersOf, enclosing } from '../geometry/boxes.js';
import { flat } from '../geometry/points.js';
import { ellipseRing, polygonsOf, seamed, shapeBounds } from '../geometry/rings.js';
import { smallestBox } from '../geometry/smallest-box.js';
import type { LossCode } from '../losses.js';
import { type Body, bodiesOf } from '../pictures/bodies.js';
import type { Classes } from '../pictures/classes.js';
import { type PictureOutput, type PictureWriter, placeOf, shapeNames } from '../pictures/writer.js';
import type { Picture, PictureShape } from '../pictures.js';

/** What those who write YOLO do differently. */
export interface YoloOptions {
  /** `upright`: `x y w h` of the middle; `turned`: four corners (OBB). */
  readonly boxes: 'upright' | 'turned';
  /** Names of the points of bodies, in the order of their columns; then every line is a box with points (pose). */
  readonly points: readonly string[];
  /** The file of a picture's lines. */
  pathOf(picture: Picture): string;
  /** A number that has been divided by the picture's width or height. */
  text(part: number): string;
}

type Tell = (code: LossCode, message: string) => void;

/**
 * Writes a file of lines for each picture, one line for each label of an object, and `classes.txt`. The number of a class
 * is its id, which is its line. https://docs.ultralytics.com/datasets/
 */
export function writeYolo({ sink, lose }: PictureOutput, classes: Classes, options: YoloOptions): PictureWriter {
  const numbersOf = (picture: Picture, body: Body, tell: Tell): readonly number[] | undefined =>
    options.points.length > 0
      ? poseNumbers(body, options.points, tell)
      : shapeNumbers(picture, body, options.boxes, tell);

  return {
    write(picture) {
      const { width = 1, height = 1 } = picture;
      let lines = '';
      for (const body of bodiesOf(picture)) {
        const { object } = body;
        const tell: Tell = (code, message) => lose({ code, message, ...placeOf(picture, object) });
        if (object.labels.length === 0) {
          tell('incomplete', 'YOLO needs labels; what has none is left out.');
          continue;
        }
        const numbers = numbersOf(picture, body, tell);
        if (!numbers) continue;
        if (!numbers.every(Number.isFinite)) {
          tell('invalid', 'A shape is larger than numbers are; it is left out.');
          continue;
        }
        const parts = partsText(numbers, width, height, options);
        for (const label of object.labels) {
          const found = classes.of(label);
          if (found) lines += `${found.id}${parts}\n`;
        }
      }
      return sink.write(options.pathOf(picture), lines);
    },
    end() {
      return sink.write('classes.txt', classes.all.map(({ name }) => `${oneLine(name)}\n`).join(''));
    },
  };
}

const oneLine = (name: string): string => name.replace(/[\r\n]+/g, ' ');

/** Pairs of pixels as parts of width and height; with points there is a third number to each pair behind the box. */
function partsText(numbers: readonly number[], width: number, height: number, { points, text }: YoloOptions): string {
  let line = '';
  const box = points.length > 0 ? 4 : numbers.length;
  for (let at = 0; at < numbers.length; at++) {
    const value = numbers[at] as number;
    const place = at < box ? at % 2 : (at - box) % 3;
    line += place === 2 ? ` ${value}` : ` ${text(value / (place === 0 ? width : height))}`;
  }
  return line;
}

function shapeNumbers(
  picture: Picture,
  { object: { shape }, hasShape, points }: Body,
  boxes: YoloOptions['boxes'],
  tell: Tell,
): readonly number[] | undefined {
  if (!hasShape) {
    tell('not-carried', 'YOLO has keypoints only in bodies with labels of keypoints; they are left out.');
    return undefined;
  }
  if (points.length > 0) tell('not-carried', 'Keypoints are not in YOLO_OBB; they are left out. Export YOLO.');
  if (shape.kind === 'mask' && (shape.width !== picture.width || shape.height !== picture.height)) {
    tell('invalid', 'A mask has another size than its picture; it is left out.');
    return undefined;
  }
  return boxes === 'turned' ? turnedNumbers(shape, tell) : uprightNumbers(shape, tell);
}

function uprightNumbers(shape: PictureShape, tell: Tell): readonly number[] | undefined {
  if (shape.kind === 'box') {
    if (shape.rotation !== 0) {
      tell('changed', 'Turned boxes become the upright boxes round them. Export YOLO_OBB to keep how they are turned.');
    }
    const { x, y, width, height } = enclosing(shape);
    return [x + width / 2, y + height / 2, width, height];
  }
  const ring = outlineOf(shape, tell);
  return ring && flat(ring);
}

/** One ring for all that a shape covers; undefined where that is nothing. */
function outlineOf(shape: PictureShape, tell: Tell) {
  if (shape.kind === 'ellipse') {
    tell('changed', 'YOLO has no ellipses; they become polygons.');
    return ellipseRing(shape);
  }
  const polygons = polygonsOf(shape);
  if (!polygons) {
    if (shape.kind !== 'mask') tell('not-carried', `${shapeNames[shape.kind]} are not in YOLO; they are left out.`);
    return undefined;
  }
  const ring = polygons.length === 1 && polygons[0]?.length === 1 ? polygons[0][0] : seamed(polygons);
  if (!ring || ring.length < 3) {
    tell('incomplete', 'A shape covers nothing; it is left out.');
    return undefined;
  }
  if (polygons.length > 1 || (polygons[0]?.length ?? 0) > 1) {
    tell('changed', 'A line of YOLO has one outline; holes and parts that lie apart are joined to it by seams.');
  }
  return ring;
}

function turnedNumbers(shape: PictureShape, tell: Tell): readonly number[] | undefined {
  if (shape.kind === 'box') return flat(cornersOf(shape));
  const ring = outlineOf(shape, tell);
  const box = ring && smallestBox(ring);
  if (box) tell('changed', `${shapeNames[shape.kind]} become the smallest turned boxes round them.`);
  return box && flat(cornersOf(box));
}

function poseNumbers({ object, hasShape, points }: Body, names: readonly string[], tell: Tell) {
  const { shape } = object;
  if (shape.kind === 'keypoint') {
    tell('not-carried', 'Keypoints without a body are left out. Draw a box round them, and nest them in it.');
    return undefined;
  }
  const bounds = shapeBounds(shape);
  if (!bounds) {
    tell('incomplete', 'A shape covers nothing; it is left out.');
    return undefined;
  }
  if (hasShape && (shape.kind !== 'box' || shape.rotation !== 0)) {
    tell('changed', 'With keypoints YOLO has upright boxes only; other shapes become the boxes round them.');
  }
  const numbers = [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2, bounds.width, bounds.height];
  for (const name of names) {
    const point = points.find((each) => each.name === name);
    if (point) numbers.push(...point.at, point.visible ? 2 : 1);
    else numbers.push(0, 0, 0);
  }
  const unknown = points.find(({ name }) => !names.includes(name));
  if (unknown) tell('invalid', `The config has no keypoint "${unknown.name}"; it is left out.`);
  return numbers;
}
