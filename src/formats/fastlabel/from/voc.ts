import type { ConfigElement } from '../../../config/elements.js';
import { parseConfig } from '../../../config/parse.js';
import type { Dict } from '../../../model/json.js';
import type { InFile } from '../../files.js';
import { byPath, textOf } from '../../pictures/read-file.js';
import type { Tell } from '../shapes.js';
import { besides, type FromContext, type FromOptions, type NamedAnnotations } from './named-annotations.js';

/** VOC's boxes, by the name of each file with the extension of its picture. */
export async function* annotationsOfVoc(
  files: readonly InFile[],
  { lose }: FromContext,
  { compat = false }: Partial<FromOptions>,
): AsyncGenerator<NamedAnnotations> {
  for (const file of byPath(files)) {
    if (!/\.xml$/i.test(file.path)) continue;
    const { root, problems } = parseConfig(await textOf(file, lose));
    const fault = problems.find(({ severity }) => severity === 'error');
    if (!root || fault || root.tag !== 'annotation') {
      const message = fault
        ? `The XML is broken: ${fault.message}`
        : 'This is no file of VOC: <annotation> is missing.';
      lose({ code: 'invalid', message, file: file.path });
      continue;
    }
    const picture = childOf(root, 'filename')?.text.trim() ?? '';
    const annotations = root.children.flatMap((object, index) => {
      const tell: Tell = (code, message) => lose({ code, message, file: file.path, index, line: object.at.line });
      return object.tag === 'object' ? annotationOf(object, compat !== false, tell) : [];
    });
    yield { name: besides(file.path, picture || '.jpg', compat), annotations };
  }
}

function annotationOf(object: ConfigElement, asPeer: boolean, tell: Tell): Dict[] {
  const value = childOf(object, 'name')?.text.trim() ?? '';
  const box = childOf(object, 'bndbox');
  // The peer takes the numbers as they stand, and cannot read fractions.
  const points = asPeer
    ? (box?.children ?? []).map(({ text }) => (/^\s*-?\d+\s*$/.test(text) ? Number(text) : Number.NaN))
    : ['xmin', 'ymin', 'xmax', 'ymax'].map((tag) => numberIn(box, tag));
  if (value !== '' && points.length === 4 && points.every(Number.isFinite)) return [{ value, type: 'bbox', points }];
  tell('invalid', 'An object of VOC needs a name and a box of four numbers; it is left out.');
  return [];
}

const childOf = (element: ConfigElement | undefined, tag: string): ConfigElement | undefined =>
  element?.children.find((child) => child.tag === tag);

function numberIn(box: ConfigElement | undefined, tag: string): number {
  const text = childOf(box, tag)?.text.trim() ?? '';
  return text === '' ? Number.NaN : Number(text);
}
