import type { Dict } from '../../model/json.js';
import type { LossCode } from '../losses.js';
import { type PictureOutput, type PictureWriter, placeOf } from '../pictures/writer.js';
import type { Picture } from '../pictures.js';
import { flagsOf, type LabelmeShaping, labelmeShapes } from './shapes.js';

/** What those who write labelme do differently. */
export interface LabelmeOptions {
  readonly version: string;
  readonly png?: LabelmeShaping['png'];
  /** The file of a picture's shapes. */
  pathOf(picture: Picture): string;
  /** `imagePath`: from the file of shapes to the picture. */
  imageOf(picture: Picture, path: string): string;
  /** Instead of those that labelme has. */
  readonly shapes?: (picture: Picture) => readonly Dict[];
}

/** Writes a JSON file for each picture. https://github.com/wkentaro/labelme */
export function writeLabelme({ sink, lose }: PictureOutput, options: LabelmeOptions): PictureWriter {
  return {
    write(picture) {
      if (picture.relative) {
        const message = 'labelme counts in pixels, but nothing says how large a picture is; it gets no file.';
        lose({ code: 'incomplete', message, ...placeOf(picture) });
        return undefined;
      }
      const path = options.pathOf(picture);
      const file = {
        version: options.version,
        flags: {},
        shapes: options.shapes?.(picture) ?? shapesOf(picture, options, lose),
        imagePath: options.imageOf(picture, path),
        imageData: null,
        imageHeight: picture.height,
        imageWidth: picture.width,
      };
      return sink.write(path, `${JSON.stringify(file, null, 2)}\n`);
    },
    end() {},
  };
}

function shapesOf(picture: Picture, { png }: LabelmeOptions, lose: PictureOutput['lose']): Dict[] {
  const shapes: Dict[] = [];
  const groups = new Map<string, number>();
  const parents = new Set(picture.objects.flatMap(({ parentId }) => parentId ?? []));
  let next = 1;
  for (const object of picture.objects) {
    const { id, parentId, labels, shape, score } = object;
    const tell = (code: LossCode, message: string) => lose({ code, message, ...placeOf(picture, object) });
    const found = labelmeShapes(picture, shape, { ...(png && { png }), tell });
    if (labels.length === 0) tell('incomplete', 'labelme needs labels; what has none is left out.');
    // What belongs together has one number: parts, labels, points of a body.
    const family = parentId ?? id;
    const isGroup = found.length * labels.length > 1 || parentId !== undefined || (id !== undefined && parents.has(id));
    let group = isGroup && family !== undefined ? groups.get(family) : undefined;
    if (isGroup && group === undefined) {
      group = next++;
      if (family !== undefined) groups.set(family, group);
    }
    const { flags, rest } = flagsOf(object.attributes);
    for (const label of labels) {
      for (const { label: name, hidden, ...each } of found) {
        shapes.push({
          label: name ?? label,
          ...each,
          group_id: group ?? null,
          description: '',
          flags: hidden ? { ...flags, hidden } : flags,
          ...(each.mask === undefined && { mask: null }),
          ...(name !== undefined && { body: label }),
          ...(score !== undefined && { score }),
          ...(rest && { attributes: rest }),
        });
      }
    }
  }
  return shapes;
}
