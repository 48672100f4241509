import type { ExportContext } from '../format.js';
import { Classes } from '../pictures/classes.js';
import { stemOf } from '../pictures/file-names.js';
import type { PictureObject } from '../pictures.js';
import { writeYolo } from '../yolo/write-yolo.js';
import { yoloOfPeer } from './compat/yolo.js';
import {
  type FastlabelPictureOptions,
  fastlabelExport,
  type PictureTaskWriter,
  throughPictures,
} from './picture-export.js';
import { safePath } from './safe-path.js';
import { listedClasses, type UsedClasses } from './used-classes.js';

/** The options of FastLabel's export to YOLO. */
export interface FastlabelYoloOptions extends FastlabelPictureOptions {
  /** What the peer looks at, where `compat` asks for it: `image_segmentation`. */
  readonly projectType: string;
}

const types = new Set(['bbox', 'polygon', 'segmentation', 'circle', 'pose_estimation']);

/** YOLO in the folders that FastLabel has: `classes.txt`, and a file below `annotations` for each picture. */
export const fastlabelYolo = fastlabelExport<FastlabelYoloOptions>({
  name: 'FASTLABEL_YOLO',
  about: 'YOLO in the folders that FastLabel has, with or without a list of classes',
  types,
  open: (context, options, used) =>
    options.compat
      ? yoloOfPeer(context, options.compat, options.classes, options.projectType)
      : open(context, options, used),
});

function open(
  context: ExportContext,
  { classes: list }: Partial<FastlabelYoloOptions>,
  used: UsedClasses,
): PictureTaskWriter {
  const { sink, lose } = context;
  const known = listedClasses(list) ?? used.sorted;
  const classes = new Classes(
    known.map(({ value }, id) => ({ id, name: value })),
    { open: false },
  );
  const points = [...new Set(known.flatMap(({ body }) => body?.points ?? []))];
  const writer = writeYolo({ sink, lose }, classes, {
    boxes: 'upright',
    points,
    text: String,
    pathOf: ({ url }) => `annotations/${stemOf(safePath(url))}.txt`,
  });
  const numberOf = ({ labels: [label = ''] }: PictureObject): number => classes.of(label)?.id ?? -1;
  return throughPictures(context, {
    write(picture) {
      const kept = picture.objects.filter((object) => numberOf(object) >= 0);
      if (kept.length < picture.objects.length) {
        lose({ code: 'not-carried', message: 'Annotations without a class that YOLO has here are left out.' });
      }
      if (!((picture.width ?? 0) > 0 && (picture.height ?? 0) > 0)) {
        lose({ code: 'incomplete', message: 'A task has no size; it gets no file of lines. Give width and height.' });
        return undefined;
      }
      return writer.write({ ...picture, objects: kept.sort((a, b) => numberOf(a) - numberOf(b)) });
    },
    end: () => writer.end(),
  });
}
