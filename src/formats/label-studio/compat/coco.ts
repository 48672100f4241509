import type { Dict } from '../../../model/json.js';
import { CocoFile } from '../../coco/coco-file.js';
import type { ExportContext, TaskWriter } from '../../format.js';
import { enclosing } from '../../geometry/boxes.js';
import { areaOf, type Bounds, boundsOf, flat, isNumber, paired } from '../../geometry/points.js';
import { idIn } from '../../items.js';
import { PeerCategories, peerKeypoints } from './peer-categories.js';
import {
  labelsUnder,
  type PeerItem,
  type PeerValue,
  type PeerVersion,
  peerFileName,
  peerItems,
  roundHalfEven,
} from './peer-items.js';

const keysOf = {
  new: ['rectanglelabels', 'polygonlabels', 'keypointlabels', 'labels'],
  old: ['rectanglelabels', 'polygonlabels', 'labels'],
  '2021': ['rectanglelabels', 'labels', 'polygonlabels'],
} as const;

/** COCO as the peer writes it: turned boxes are turned among percents, and all keypoints of a picture are one person's. */
export function cocoOfPeer({ config, sink, lose }: ExportContext, version: PeerVersion): TaskWriter {
  const file = new CocoFile(sink, 'result.json');
  const categories = new PeerCategories(config, version);
  const points = peerKeypoints(config);
  if (version === 'new') categories.merge(points.inConfig);
  let images = 0;
  let annotations = 0;

  async function writeItem({ item, url = '', values }: PeerItem): Promise<void> {
    const image_id = images;
    let size: { width: number; height: number } | undefined;
    const addImage = () => {
      images++;
      const name = version === '2021' ? url : `images/${peerFileName(url, version)}`;
      return file.image(
        JSON.stringify({ width: size?.width ?? null, height: size?.height ?? null, id: image_id, file_name: name }),
      );
    };
    if (values.length === 0) {
      if (version !== '2021') await addImage();
      return;
    }
    const keypoints: PeerValue[] = [];
    for (const each of values) {
      const { value, width, height } = each;
      const [label] = labelsUnder(value, keysOf[version]);
      if (label === undefined) continue;
      if (!size) {
        if (width === undefined || height === undefined) continue;
        size = { width, height };
        await addImage();
      }
      const category_id = categories.idOf(label);
      if (!('rectanglelabels' in value || 'labels' in value || 'polygonlabels' in value)) {
        keypoints.push(each);
        continue;
      }
      const shape = 'polygonlabels' in value ? polygonOf(value, size) : boxOf(each, size, version);
      if (!shape) continue;
      const { segmentation, area, bbox } = shape;
      const box = [bbox.x, bbox.y, bbox.width, bbox.height];
      const record = { id: annotations++, image_id, category_id, segmentation, bbox: box, ignore: 0, iscrowd: 0, area };
      await file.annotation(JSON.stringify(record));
    }
    const [first] = points.ordered;
    if (keypoints.length === 0) return;
    if (first === undefined) {
      const taskId = idIn(item.task);
      const message = 'Keypoints need labels with model_index; they are left out.';
      lose({ code: 'incomplete', message, ...(taskId !== undefined && { taskId }) });
      return;
    }
    const person = personOf(keypoints, points.ordered);
    const category_id = categories.idOf(first);
    await file.annotation(JSON.stringify({ id: annotations++, image_id, category_id, ...person, iscrowd: 0 }));
  }

  return {
    async write(task) {
      for (const each of peerItems(task, config, version)) await writeItem(each);
    },
    end: () => file.end(categories.list, { version: '1.0', description: '', contributor: 'Label Studio', url: '' }),
  };
}

type Size = { readonly width: number; readonly height: number };
type Found = { readonly segmentation: readonly (readonly number[])[]; readonly area: number; readonly bbox: Bounds };

function boxOf({ value, width, height }: PeerValue, size: Size, version: PeerVersion): Found | undefined {
  const { x, y, width: w, height: h, rotation } = value;
  if (!isNumber(x) || !isNumber(y) || !isNumber(w) || !isNumber(h)) return undefined;
  const turn = isNumber(rotation) && version !== '2021' ? rotation : 0;
  const percent = enclosing({ kind: 'box', x, y, width: w, height: h, rotation: turn, pivot: 'corner' });
  const [across, down] = [width ?? size.width, height ?? size.height];
  // In which order it is reckoned tells on which side of a whole number it comes out.
  const scaled = (part: number, whole: number) =>
    version === '2021' ? Math.trunc((part / 100) * whole) : (part * whole) / 100;
  const bbox = {
    x: scaled(percent.x, across),
    y: scaled(percent.y, down),
    width: scaled(percent.width, across),
    height: scaled(percent.height, down),
  };
  return { segmentation: [], area: bbox.width * bbox.height, bbox };
}

function polygonOf({ points }: Dict, { width, height }: Size): Found | undefined {
  const ring = Array.isArray(points)
    ? paired(points.flat())?.map(([x, y]) => [(x / 100) * width, (y / 100) * height] as const)
    : [];
  const bbox = boundsOf(ring ?? []);
  return ring && bbox && { segmentation: [flat(ring)], area: areaOf(ring), bbox };
}

function personOf(keypoints: readonly PeerValue[], order: readonly string[]): Dict {
  const numbers = new Array<number>(order.length * 3).fill(0);
  for (const { value, width = 0, height = 0 } of keypoints) {
    const { x, y } = value;
    if (!isNumber(x) || !isNumber(y)) continue;
    for (const label of labelsUnder(value, ['keypointlabels'])) {
      const index = order.indexOf(label);
      if (index < 0) continue;
      numbers.splice(index * 3, 3, roundHalfEven((x / 100) * width), roundHalfEven((y / 100) * height), 2);
    }
  }
  const placed = order.flatMap((_, index): (readonly [number, number])[] =>
    numbers[index * 3 + 2] === 2 ? [[numbers[index * 3] as number, numbers[index * 3 + 1] as number]] : [],
  );
  const { x, y, width, height } = boundsOf(placed) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { keypoints: numbers, num_keypoints: placed.length, bbox: [x, y, width, height] };
}
