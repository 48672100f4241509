import { type Dict, isDict, isList } from '../../model/json.js';
import { stemOf } from '../pictures/file-names.js';
import type { Element } from '../pictures/xml.js';
import { flagOf } from '../voc/write-voc.js';
import { safePath } from './safe-path.js';

/** Where the file of a picture lies. */
export const vocPath = (name: string): string => `annotations/${stemOf(safePath(name))}.xml`;

/** A file of VOC with the elements that FastLabel writes. Sizes in pixels. */
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

/** @param edges in whole pixels */
export function vocObject(name: string, annotation: Dict, edges: readonly [number, number, number, number]): Element {
  const [xmin, ymin, xmax, ymax] = edges;
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
