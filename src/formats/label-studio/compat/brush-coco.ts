import { decodeRle } from '../../../base/rle.js';
import { type Dict, isList } from '../../../model/json.js';
import { CocoFile } from '../../coco/coco-file.js';
import type { ExportContext, TaskWriter } from '../../format.js';
import { alphaOf } from '../../geometry/alpha.js';
import { areaOf, boundsOf, flat, isNumber, paired } from '../../geometry/points.js';
import type { Point } from '../../pictures.js';
import {
  type PeerItem,
  type PeerValue,
  type PeerVersion,
  peerAnnotator,
  peerItems,
  roundHalfEven,
} from './peer-items.js';
import { pixelContours } from './pixel-contours.js';

type Outline = Pick<Dict, 'segmentation' | 'area' | 'bbox'>;

const keys = ['brushlabels', 'polygonlabels', 'rectanglelabels', 'labels'] as const;

/** Masks as the peer writes them to COCO: the outlines of their parts through the middles of pixels, without holes. */
export function brushCocoOfPeer({ config, sink }: ExportContext, version: PeerVersion): TaskWriter {
  const file = new CocoFile(sink, 'result_coco.json');
  const categories = new Map<string, number>();
  let items = 0;
  let annotations = 0;

  const idOf = (label: string): number => {
    const id = categories.get(label) ?? categories.size + 1;
    categories.set(label, id);
    return id;
  };

  async function writeItem({ item, values }: PeerItem): Promise<void> {
    const image_id = items++;
    const path = Object.values(item.data).find(isPicture);
    if (path === undefined) return;
    const annotator = peerAnnotator(item, 'unknown');
    const size = values.find(({ width }) => width !== undefined);
    let isUsed = false;
    for (const each of values) {
      const key = keys.find((name) => name in each.value);
      const labels = key === undefined ? undefined : each.value[key];
      if (!isList(labels)) continue;
      for (const label of labels) {
        const category_id = idOf(String(label));
        for (const outline of outlinesOf(each, key)) {
          isUsed = true;
          const record = { id: annotations++, image_id, category_id, ...outline, iscrowd: 0, annotator };
          await file.annotation(JSON.stringify(record));
        }
      }
    }
    if (!isUsed || !size) return;
    const { width, height } = size;
    const file_name = path.slice(path.lastIndexOf('/') + 1);
    await file.image(JSON.stringify({ id: image_id, file_name, path, width, height }));
  }

  return {
    async write(task) {
      for (const each of peerItems(task, config, version)) await writeItem(each);
    },
    end() {
      const list = [...categories].map(([name, id]) => ({ id, name, supercategory: '', metadata: {} }));
      return file.end(list, { version: '1.0', contributor: 'Label Studio Converter' });
    },
  };
}

const isPicture = (value: unknown): value is string =>
  typeof value === 'string' && /\.(jpe?g|png|gif|bmp)$/i.test(value);

function outlinesOf({ value, tag, width, height }: PeerValue, key: string | undefined): readonly Outline[] {
  if (width === undefined || height === undefined) return [];
  if (key === 'brushlabels' && isList(value.rle)) {
    const { raster } = decodeRle(Uint8Array.from(value.rle, Number), width, height);
    const rings = raster ? pixelContours(alphaOf(raster), width, height) : [];
    return rings.filter((ring) => ring.length > 2).map(outlineOf);
  }
  if (key === 'polygonlabels' && isList(value.points)) {
    const ring = paired(value.points.flat());
    const whole = ring?.map(([x, y]): Point => [roundHalfEven((x * width) / 100), roundHalfEven((y * height) / 100)]);
    return whole && whole.length > 0 ? [outlineOf(whole)] : [];
  }
  if (tag !== 'RectangleLabels' && key !== 'labels') return [];
  const { x, y, width: wide, height: tall } = value;
  if (!isNumber(x) || !isNumber(y) || !isNumber(wide) || !isNumber(tall)) return [];
  const [w, h] = [(wide * width) / 100, (tall * height) / 100];
  return [{ segmentation: [], area: w * h, bbox: [(x * width) / 100, (y * height) / 100, w, h] }];
}

/** The box counts pixels, the area goes from middle to middle. */
function outlineOf(ring: readonly Point[]): Outline {
  const { x, y, width, height } = boundsOf(ring) ?? { x: 0, y: 0, width: 0, height: 0 };
  return { segmentation: [flat(ring)], area: Math.trunc(areaOf(ring)), bbox: [x, y, width + 1, height + 1] };
}
