import type { Json } from '../../model/json.js';
import type { ExportContext } from '../format.js';
import { vocOfPeer } from '../label-studio/compat/voc.js';
import { type PictureExportOptions, pictureExport } from '../label-studio/export.js';
import { baseOf, extensionOf, fileNames, pathIn, stemOf } from '../pictures/file-names.js';
import type { PictureWriter } from '../pictures/writer.js';
import type { Element } from '../pictures/xml.js';
import type { Picture } from '../pictures.js';
import { flagOf, type VocObject, writeVoc } from './write-voc.js';

/** The boxes of pictures as Pascal VOC: `Annotations/*.xml`. */
export const voc = pictureExport<PictureExportOptions>({
  name: 'VOC',
  about: 'an XML file of boxes for each picture',
  tags: new Set(['RectangleLabels', 'PolygonLabels', 'EllipseLabels', 'BrushLabels', 'BitmaskLabels', 'Labels']),
  completions: 'newest',
  open: openVoc,
  peer: vocOfPeer,
});

function openVoc({ sink, lose }: ExportContext): PictureWriter {
  const nameOf = fileNames(lose);
  return writeVoc(
    { sink, lose },
    {
      declaration: '<?xml version="1.0" encoding="utf-8"?>\n',
      indent: '  ',
      edges: ({ x, y, width, height }) =>
        [x, y, x + width, y + height].map(Math.round) as [number, number, number, number],
      document: documentOf,
      pathOf: (picture) => `Annotations/${stemOf(nameOf(picture))}.xml`,
    },
  );
}

/** Elements of an object that say something of it; all other answers are `attributes`, as CVAT has them. */
const own = ['pose', 'truncated', 'occluded', 'difficult'] as const;

function documentOf(picture: Picture, path: string, objects: readonly VocObject[]): Element {
  const { width, height, annotator, url } = picture;
  return [
    'annotation',
    [
      ['folder', 'images'],
      ['filename', stemOf(baseOf(path)) + extensionOf(pathIn(url))],
      ['source', [['annotator', annotator ?? '']]],
      [
        'size',
        [
          ['width', width ?? 0],
          ['height', height ?? 0],
          ['depth', 3],
        ],
      ],
      ['segmented', 0],
      ...objects.map(objectOf),
    ],
  ];
}

function objectOf({ name, xmin, ymin, xmax, ymax, object }: VocObject): Element {
  const said = object.attributes ?? {};
  const rest = Object.entries(said).filter(([key]) => !own.some((each) => each === key));
  const attributes: Element = ['attributes', rest.map(([key, value]) => attributeOf(key, value))];
  return [
    'object',
    [
      ['name', name],
      ['pose', typeof said.pose === 'string' ? said.pose : 'Unspecified'],
      ['truncated', flagOf(said.truncated)],
      ['occluded', flagOf(said.occluded)],
      ['difficult', flagOf(said.difficult)],
      [
        'bndbox',
        [
          ['xmin', xmin],
          ['ymin', ymin],
          ['xmax', xmax],
          ['ymax', ymax],
        ],
      ],
      ...(rest.length > 0 ? [attributes] : []),
    ],
  ];
}

const attributeOf = (name: string, value: Json): Element => [
  'attribute',
  [
    ['name', name],
    ['value', typeof value === 'string' ? value : JSON.stringify(value)],
  ],
];
