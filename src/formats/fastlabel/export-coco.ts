import type { Dict } from '../../model/json.js';
import { skeletonOf } from '../coco/skeleton.js';
import { type CocoAnnotation, writeCoco } from '../coco/write-coco.js';
import type { ExportContext } from '../format.js';
import { cornersOf } from '../geometry/boxes.js';
import { flat } from '../geometry/points.js';
import { Classes, type PictureClass } from '../pictures/classes.js';
import { cocoOfPeer } from './compat/coco.js';
import {
  type FastlabelPictureOptions,
  fastlabelExport,
  type PictureTaskWriter,
  throughPictures,
} from './picture-export.js';
import { saidIn } from './pictures-of.js';
import { listedClasses, type UsedClasses } from './used-classes.js';

/** The options of FastLabel's export to COCO. */
export interface FastlabelCocoOptions extends FastlabelPictureOptions {
  /** What segmentations with holes become: `rle`, runs of pixels, or `polygons` with holes joined by seams. */
  readonly masks: 'rle' | 'polygons';
}

const types = new Set(['bbox', 'polygon', 'segmentation', 'pose_estimation', 'circle']);

/** COCO as FastLabel has it: `annotations.json` with ids from 1, categories by name, attributes by key. */
export const fastlabelCoco = fastlabelExport<FastlabelCocoOptions>({
  name: 'FASTLABEL_COCO',
  about: 'COCO as FastLabel has it: ids from 1, attributes, colours and skeletons',
  types,
  open: (context, options, used) =>
    options.compat ? cocoOfPeer(context, options.compat, options.classes) : open(context, options, used),
});

function open(
  context: ExportContext,
  { classes: list, masks = 'rle' }: Partial<FastlabelCocoOptions>,
  used: UsedClasses,
): PictureTaskWriter {
  const listed = listedClasses(list);
  const known = listed?.filter(({ value }) => used.has(value)) ?? used.sorted;
  const classes = new Classes(
    known.map(
      ({ value, colour, body }, index): PictureClass => ({
        id: index + 1,
        name: value,
        ...(body && { points: body.points, edges: body.edges }),
        more: {
          color: colour ?? '',
          keypoint_colors: body?.points.map((_, at) => body.colours[at] ?? colour ?? '') ?? [],
        },
      }),
    ),
    { first: 1, open: false },
  );
  const { sink, lose } = context;
  const writer = writeCoco({ sink, lose }, classes, {
    path: 'annotations.json',
    firstId: 1,
    masks,
    sorted: true,
    image: ({ url, width = 0, height = 0 }, id) => ({ file_name: url, height, width, id }),
    annotation: annotationOf,
    category: ({ id, name, points = [], edges = [], more = {} }) => ({
      skeleton: skeletonOf(points, edges),
      keypoints: points,
      ...more,
      supercategory: name,
      id,
      name,
    }),
  });
  return throughPictures(context, listed ? withoutOthers(writer, classes) : writer);

  function withoutOthers(to: typeof writer, known: Classes): typeof writer {
    return {
      write(picture) {
        const kept = picture.objects.filter(({ labels: [label = ''] }) => known.of(label));
        if (kept.length < picture.objects.length) {
          lose({ code: 'not-carried', message: 'Annotations whose class is not in the list of classes are left out.' });
        }
        return to.write({ ...picture, objects: kept });
      },
      end: () => to.end(),
    };
  }
}

function annotationOf({
  id,
  imageId,
  categoryId,
  object,
  segmentation,
  bbox,
  area,
  keypoints = [],
  placed,
}: CocoAnnotation): Dict {
  const { shape, source } = object;
  const isBox = shape.kind === 'box';
  return {
    num_keypoints: placed,
    keypoints,
    // As FastLabel has them, boxes and segmentations are closed, polygons are not.
    segmentation: isBox
      ? [closed(flat(cornersOf(shape)))]
      : shape.kind === 'area' && !shape.simple && Array.isArray(segmentation)
        ? (segmentation as readonly (readonly number[])[]).map(closed)
        : (segmentation as Dict[string]),
    iscrowd: 0,
    area,
    image_id: imageId,
    bbox: [bbox.x, bbox.y, bbox.width, bbox.height],
    rotation: isBox ? shape.rotation : 0,
    category_id: categoryId,
    id,
    attributes: saidIn(source?.attributes),
  };
}

const closed = (ring: readonly number[]): readonly number[] => [...ring, ...ring.slice(0, 2)];
