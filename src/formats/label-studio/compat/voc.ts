import type { ExportContext, TaskWriter } from '../../format.js';
import { isNumber } from '../../geometry/points.js';
import { stemOf } from '../../pictures/file-names.js';
import { type Element, xmlOf } from '../../pictures/xml.js';
import { LastFiles } from './last-files.js';
import { labelsUnder, type PeerValue, type PeerVersion, peerAnnotator, peerFileName, peerItems } from './peer-items.js';

/** VOC as the peer writes it: boxes are not turned, edges and sides are cut off, the last of the files with a name wins. */
export function vocOfPeer({ config, sink }: ExportContext, version: PeerVersion): TaskWriter {
  const files = new LastFiles();
  return {
    write(task) {
      for (const { item, url = '', values } of peerItems(task, config, version)) {
        const [{ width, height } = {}] = values;
        if (!width || !height) continue;
        const name = peerFileName(url, version);
        const source: Element[] = [
          ['database', 'MyDatabase'],
          ['annotation', 'COCO2017'],
          ['image', 'flickr'],
          ['flickrid', 'NULL'],
        ];
        if (version !== '2021') source.push(['annotator', peerAnnotator(item, '')]);
        const document: Element = [
          'annotation',
          [
            ['folder', 'images'],
            ['filename', version === '2021' ? stemOf(name) : name],
            ['source', source],
            [
              'owner',
              [
                ['flickrid', 'NULL'],
                ['name', 'Label Studio'],
              ],
            ],
            [
              'size',
              [
                ['width', width],
                ['height', height],
                ['depth', 3],
              ],
            ],
            ['segmented', 0],
            ...values.flatMap((each) => objectOf(each, width, height)),
          ],
        ];
        files.set(`Annotations/${stemOf(name)}.xml`, `<?xml version="1.0" encoding="utf-8"?>\n${xmlOf(document)}`);
      }
    },
    end: () => files.pour(sink),
  };
}

function objectOf({ value }: PeerValue, across: number, down: number): Element[] {
  const [label] = labelsUnder(value, ['rectanglelabels' in value ? 'rectanglelabels' : 'labels']);
  const { x, y, width, height } = value;
  if (label === undefined || !isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) return [];
  const [xmin, ymin] = [Math.trunc((x / 100) * across), Math.trunc((y / 100) * down)];
  const [wide, tall] = [Math.trunc((width / 100) * across), Math.trunc((height / 100) * down)];
  const box: Element = [
    'bndbox',
    [
      ['xmin', xmin],
      ['ymin', ymin],
      ['xmax', xmin + wide],
      ['ymax', ymin + tall],
    ],
  ];
  return [['object', [['name', label], ['pose', 'Unspecified'], ['truncated', 0], ['difficult', 0], box]]];
}
