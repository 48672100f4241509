import type { ExportContext, TaskWriter } from '../../format.js';
import { cornersOf } from '../../geometry/boxes.js';
import { isNumber, paired } from '../../geometry/points.js';
import { stemOf } from '../../pictures/file-names.js';
import { LastFiles } from './last-files.js';
import { PeerCategories, peerKeypoints } from './peer-categories.js';
import { labelsUnder, type PeerValue, type PeerVersion, peerFileName, peerItems } from './peer-items.js';

const keys = ['rectanglelabels', 'polygonlabels', 'labels'] as const;

/** YOLO as the peer writes it: boxes are not turned, and the last of the files with the same name wins. */
export function yoloOfPeer(
  { config, sink }: ExportContext,
  version: PeerVersion,
  boxes: 'upright' | 'turned',
): TaskWriter {
  const files = new LastFiles();
  const categories = new PeerCategories(config, version);
  const points = peerKeypoints(config);
  const isPose = version === 'new' && points.inConfig.length > 0;
  const classes = isPose ? bodyClasses(config) : [];

  const linesOf = (values: readonly PeerValue[]): string => {
    let lines = '';
    for (const each of values) {
      const labels = keys.flatMap((key) => labelsUnder(each.value, [key]));
      const numbers = boxes === 'turned' ? turned(each) : upright(each);
      for (const label of version === '2021' ? labels.slice(0, 1) : labels) {
        const id = categories.idOf(label);
        if (numbers) lines += `${id} ${numbers.join(' ')}\n`;
      }
    }
    return lines;
  };

  return {
    write(task) {
      for (const { url = '', values } of peerItems(task, config, version)) {
        const path = `labels/${stemOf(peerFileName(url, version)).slice(0, 251)}.txt`;
        if (values.length > 0) {
          files.set(path, isPose ? bodyLines(values, classes, points.ordered) : linesOf(values));
        } else if (version !== '2021' && !files.has(path)) files.set(path, '');
      }
    },
    async end() {
      await files.pour(sink);
      const list = isPose ? classes.map((name, id) => ({ id, name, keypoints: points.inConfig })) : categories.list;
      await sink.write('classes.txt', list.map(({ name }) => `${name}\n`).join(''));
      const info = { version: '1.0', contributor: 'Label Studio' };
      await sink.write('notes.json', JSON.stringify({ categories: list, info }));
    },
  };
}

const bodyClasses = ({ controls }: ExportContext['config']): readonly string[] => {
  const labels = controls.filter(({ tag }) => tag === 'RectangleLabels').flatMap((control) => control.labels);
  return [...new Set(labels.map(({ name }) => name))];
};

function upright({ value }: PeerValue): readonly number[] | undefined {
  if (!('rectanglelabels' in value || 'labels' in value)) return ringOf(value);
  const { x, y, width, height } = value;
  if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) return undefined;
  return [(x + width / 2) / 100, (y + height / 2) / 100, width / 100, height / 100];
}

function turned({ value, width: across, height: down }: PeerValue): readonly number[] | undefined {
  if (!('rectanglelabels' in value || 'labels' in value)) return ringOf(value);
  const { x, y, width, height, rotation } = value;
  if (across === undefined || down === undefined || !isNumber(rotation)) return undefined;
  if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) return undefined;
  const box = {
    x: (x / 100) * across,
    y: (y / 100) * down,
    width: (width / 100) * across,
    height: (height / 100) * down,
  };
  return cornersOf({ kind: 'box', ...box, rotation, pivot: 'corner' }).flatMap(([px, py]) => [px / across, py / down]);
}

const ringOf = ({ points }: PeerValue['value']): readonly number[] | undefined =>
  Array.isArray(points) ? paired(points.flat())?.flatMap(([x, y]) => [x / 100, y / 100]) : undefined;

/** A line for each box with the points that are nested in it. */
function bodyLines(values: readonly PeerValue[], classes: readonly string[], order: readonly string[]): string {
  const bodies = new Map<string, { readonly start: string; readonly points: Map<string, string> }>();
  for (const { value, tag, id } of values) {
    const number = classes.indexOf(labelsUnder(value, ['rectanglelabels'])[0] ?? '');
    const { x, y, width: w, height: h } = value;
    if (tag !== 'RectangleLabels' || number < 0) continue;
    if (!isNumber(x) || !isNumber(y) || !isNumber(w) || !isNumber(h)) continue;
    const [width, height] = [w / 100, h / 100];
    const start = `${number} ${x / 100 + width / 2} ${y / 100 + height / 2} ${width} ${height}`;
    bodies.set(id, { start, points: new Map() });
  }
  for (const { value, tag, parentId = '' } of values) {
    const [label] = labelsUnder(value, ['keypointlabels']);
    const { x, y } = value;
    if (tag !== 'KeyPointLabels' || label === undefined || !isNumber(x) || !isNumber(y)) continue;
    bodies.get(parentId)?.points.set(label, ` ${x / 100} ${y / 100} 2`);
  }
  const lines = [...bodies.values()].map(
    ({ start, points }) => start + order.map((name) => points.get(name) ?? ' 0.0 0.0 0').join(''),
  );
  return lines.join('\n');
}
