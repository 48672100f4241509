import { type Dict, isDict, isList } from '../../model/json.js';
import type { ExportContext } from '../format.js';
import { stemOf } from '../pictures/file-names.js';
import type { Element } from '../pictures/xml.js';
import { flagOf, writeVoc } from '../voc/write-voc.js';
import { vocOfPeer } from './compat/voc.js';
import {
  type FastlabelPictureOptions,
  fastlabelExport,
  type PictureTaskWriter,
  throughPictures,
} from './picture-export.js';
import { safePath } from './safe-path.js';

/** Pascal VOC as FastLabel has it: an XML file below `annotations` for each picture. */
export const fastlabelVoc = fastlabelExport<FastlabelPictureOptions>({
  name: 'FASTLABEL_VOC',
  about: 'Pascal VOC as FastLabel has it, with truncated, occluded and difficult',
  open: (context, { compat }) => (compat ? vocOfPeer(context, compat) : open(context)),
});

function open(context: ExportContext): PictureTaskWriter {
  const { sink, lose } = context;
  const writer = writeVoc(
    { sink, lose },
    {
      declaration: '',
      indent: '    ',
      pathOf: ({ url }) => vocPath(url),
      edges({ x, y, width, height }) {
        const [xmin, ymin, xmax, ymax] = [x, y, x + width, y + height].map(Math.floor) as [
          number,
          number,
          number,
          number,
        ];
        return xmin < xmax && ymin < ymax ? [xmin, ymin, xmax, ymax] : undefined;
      },
      document: ({ url, width = 0, height = 0 }, _, objects) =>
        vocDocument(
          url,
          width,
          height,
          objects.map(({ name, object, xmin, ymin, xmax, ymax }) =>
            vocObject(name, object.source ?? {}, [xmin, ymin, xmax, ymax]),
          ),
        ),
    },
  );
  return throughPictures(context, writer);
}

export const vocPath = (name: string): string => `annotations/${stemOf(safePath(name))}.xml`;

export const vocDocument = (name: string, width: number, height: number, objects: readonly Element[]): Element => [
  'annotation',
  [
    ['filename', name],
    [
      'size',
      [
        ['width', width],
        ['height', height],
        ['depth', 3],
      ],
    ],
    ['segmented', 0],
    ...objects,
  ],
];

export function vocObject(
  name: string,
  annotation: Dict,
  [xmin, ymin, xmax, ymax]: readonly [number, number, number, number],
): Element {
  return [
    'object',
    [
      ['name', name],
      ['pose', 'Unspecified'],
      ['truncated', switched(annotation, 'truncated')],
      ['occluded', switched(annotation, 'occluded')],
      ['difficult', switched(annotation, 'difficult')],
      [
        'bndbox',
        [
          ['xmin', xmin],
          ['ymin', ymin],
          ['xmax', xmax],
          ['ymax', ymax],
        ],
      ],
    ],
  ];
}

/** What a switch says; others with the same key say nothing of it. */
function switched({ attributes }: Dict, key: string): 0 | 1 {
  const found = (isList(attributes) ? attributes : []).find(
    (each) => isDict(each) && each.type === 'switch' && each.key === key,
  );
  return isDict(found) ? flagOf(found.value) : 0;
}
