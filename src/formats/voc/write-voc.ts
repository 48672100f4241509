import type { Json } from '../../model/json.js';
import type { Bounds } from '../geometry/points.js';
import { shapeBounds } from '../geometry/rings.js';
import { type PictureOutput, type PictureWriter, placeOf, shapeNames } from '../pictures/writer.js';
import { type Element, xmlOf } from '../pictures/xml.js';
import type { Picture, PictureObject } from '../pictures.js';

/** An object of Pascal VOC: edges in pixels from 0, `xmax` and `ymax` behind the last pixel. */
export interface VocObject {
  readonly name: string;
  readonly xmin: number;
  readonly ymin: number;
  readonly xmax: number;
  readonly ymax: number;
  readonly object: PictureObject;
}

/** What those who write VOC do differently. */
export interface VocOptions {
  readonly declaration: string;
  /** Blanks in front of what is inside of an element. */
  readonly indent: string;
  /** The file of a picture. */
  pathOf(picture: Picture): string;
  /** Whole edges of a box; undefined where it is left out. */
  edges(bounds: Bounds): readonly [xmin: number, ymin: number, xmax: number, ymax: number] | undefined;
  document(picture: Picture, path: string, objects: readonly VocObject[]): Element;
}

/** Writes an XML file for each picture whose size is known. http://host.robots.ox.ac.uk/pascal/VOC/voc2012/ */
export function writeVoc({ sink, lose }: PictureOutput, options: VocOptions): PictureWriter {
  const objectsOf = (picture: Picture, object: PictureObject): VocObject[] => {
    const { shape, labels } = object;
    const tell = (code: 'changed' | 'incomplete' | 'not-carried', message: string) =>
      lose({ code, message, ...placeOf(picture, object) });
    if (shape.kind === 'keypoint' || shape.kind === 'pose' || shape.kind === 'line') {
      tell('not-carried', `${shapeNames[shape.kind]} are not in VOC, which has boxes only; they are left out.`);
      return [];
    }
    if (labels.length === 0) tell('incomplete', 'VOC needs labels; what has none is left out.');
    const bounds = shapeBounds(shape);
    const edges = bounds && options.edges(bounds);
    if (!edges?.every(Number.isFinite)) {
      tell('incomplete', 'A shape covers nothing; it is left out.');
      return [];
    }
    if (shape.kind !== 'box') tell('changed', `${shapeNames[shape.kind]} become the boxes round them.`);
    else if (shape.rotation !== 0) tell('changed', 'Turned boxes become the upright boxes round them.');
    const [xmin, ymin, xmax, ymax] = edges;
    return labels.map((name) => ({ name, xmin, ymin, xmax, ymax, object }));
  };

  return {
    write(picture) {
      if (picture.relative) {
        const message = 'VOC counts in pixels, but nothing says how large a picture is; it gets no file.';
        lose({ code: 'incomplete', message, ...placeOf(picture) });
        return undefined;
      }
      const objects = picture.objects.flatMap((object) => objectsOf(picture, object));
      const path = options.pathOf(picture);
      return sink.write(
        path,
        options.declaration + xmlOf(options.document(picture, path, objects), '', options.indent),
      );
    },
    end() {},
  };
}

/** 1 for what says yes, as answers do. */
export const flagOf = (said: Json | undefined): 0 | 1 =>
  said === 1 || said === true || (typeof said === 'string' && /^(1|true|yes)$/i.test(said)) ? 1 : 0;
