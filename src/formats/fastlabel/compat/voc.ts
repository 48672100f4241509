import type { Dict } from '../../../model/json.js';
import type { ExportContext } from '../../format.js';
import { byCodePoint } from '../../label-studio/classes.js';
import { xmlOf } from '../../pictures/xml.js';
import { numberIn, textIn } from '../../plain.js';
import { annotationsOf } from '../medium.js';
import type { PictureTaskWriter } from '../picture-export.js';
import { vocDocument, vocObject, vocPath } from '../voc-file.js';
import type { PeerVersion } from './coco.js';
import { boxRound, isFlat, numbersOf } from './peer-points.js';

/** VOC as the peer writes it: boxes and polygons only, boxes are not turned; the older one sorts by name. */
export function vocOfPeer({ sink }: ExportContext, version: PeerVersion): PictureTaskWriter {
  return {
    write(task) {
      if (version === '0.15' && (task.width === 0 || task.height === 0)) return undefined;
      const annotations = annotationsOf(task).filter(
        (each) => (each.type === 'bbox' || each.type === 'polygon') && !isFlat(each),
      );
      const named = (each: Dict) => textIn(each.value);
      const kept = version === '0.15' ? annotations.sort((a, b) => byCodePoint(named(a), named(b))) : annotations;
      const objects = kept.map((annotation) => {
        const { x, y, width, height } = boxRound(numbersOf(annotation.points));
        const edges = [x, y, x + width, y + height].map(Math.floor) as [number, number, number, number];
        return vocObject(named(annotation), annotation, edges);
      });
      const name = textIn(task.name);
      const document = vocDocument(name, numberIn(task.width), numberIn(task.height), objects);
      return sink.write(vocPath(name), xmlOf(document, '', '    '));
    },
    end() {},
  };
}
