import { type PictureOutput, type PictureWriter, placeOf, shapeNames } from '../pictures/writer.js';
import type { Picture, PictureObject } from '../pictures.js';

/** What those who write a file for each mask do differently. */
export interface MaskFiles {
  /** `.npy`, `.png` */
  readonly extension: string;
  /** What is in the file of a mask, of alpha row by row. */
  encode(alpha: Uint8Array, width: number, height: number): Uint8Array | Promise<Uint8Array>;
}

/**
 * Writes a file for each mask, of alpha from 0 to 255 as it was painted. It is called as Label Studio calls it: by task,
 * completion, who made it, control, labels, and a number from 0 for those that would be called the same.
 */
export function writeMasks({ sink, lose }: PictureOutput, { extension, encode }: MaskFiles): PictureWriter {
  // A task's completions may name the same things; those of another task never do.
  let task: Picture['taskId'];
  const counts = new Map<string, number>();
  return {
    async write(picture) {
      if (picture.taskId === undefined || picture.taskId !== task) counts.clear();
      task = picture.taskId;
      for (const object of picture.objects) {
        const { shape } = object;
        if (shape.kind !== 'mask') {
          const message = `${shapeNames[shape.kind]} are no masks; they are left out.`;
          lose({ code: 'not-carried', message, ...placeOf(picture, object) });
          continue;
        }
        const alpha = shape.alpha();
        if (!alpha) continue;
        const name = nameOf(picture, object);
        const count = counts.get(name) ?? 0;
        counts.set(name, count + 1);
        await sink.write(`${name}-${count}${extension}`, await encode(alpha, shape.width, shape.height));
      }
    },
    end() {},
  };
}

function nameOf({ taskId, completionId, annotator, itemIndex }: Picture, { fromName, labels }: PictureObject): string {
  const who = String(annotator ?? '').replace(/[^\p{L}\p{N}@.]/gu, '');
  const page = itemIndex ? `-page-${itemIndex}` : '';
  const what = [fromName ?? '', ...(labels.length > 0 ? labels : ['no_label'])].join('-');
  const safe = what
    .replace(/[/\\]/g, '-')
    .replace(/[\p{Cc}<>:"|?*]/gu, '_')
    .slice(0, 120);
  return `task-${taskId ?? ''}${page}-annotation-${completionId ?? ''}-by-${who.slice(0, 60)}-${safe}`;
}
