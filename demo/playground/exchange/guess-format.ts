/** The two ends of a file, as text: what it is stands at one of them, and it may be long. */
export interface Glimpse {
  readonly path: string;
  readonly head: string;
  readonly tail: string;
}

/** What files hold: tasks, or annotations in a format of `importFormats`, by its name. */
export type Guess = 'TASKS' | 'COCO' | 'VOC' | 'YOLO' | 'LABELME' | 'CONLL2003' | 'FASTLABEL';

/** A labeling config, which comes along with tasks. */
export const isConfig = ({ path, head }: Glimpse): boolean =>
  /\.xml$/i.test(path) && /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<View[\s/>]/s.test(head);

/** Whose files they are, by what is in them. Where nothing tells, they are tasks. */
export function guessFormat(glimpses: readonly Glimpse[]): Guess {
  const files = glimpses.filter((glimpse) => !isConfig(glimpse));
  const some = (name: RegExp, content?: (glimpse: Glimpse) => boolean) =>
    files.some((glimpse) => name.test(glimpse.path) && (!content || content(glimpse)));
  if (some(/\.json$/i, isCoco)) return 'COCO';
  if (some(/\.json$/i, isLabelme)) return 'LABELME';
  if (some(/\.json$/i, isFastLabel)) return 'FASTLABEL';
  if (some(/\.xml$/i, ({ head }) => /<annotation[\s>]/.test(head))) return 'VOC';
  if (some(/(^|\/)(classes\.txt|(data|dataset)\.ya?ml)$/i) && some(/\.txt$/i)) return 'YOLO';
  if (some(/\.(conll|conll2003|bio|iob2?)$/i)) return 'CONLL2003';
  if (some(/\.txt$/i, ({ head }) => head.includes('-DOCSTART-'))) return 'CONLL2003';
  return 'TASKS';
}

const isCoco = (glimpse: Glimpse): boolean => isObject(glimpse) && says(glimpse, 'images', 'categories');
const isLabelme = (glimpse: Glimpse): boolean =>
  isObject(glimpse) && says(glimpse, 'shapes') && (says(glimpse, 'imagePath') || says(glimpse, 'imageData'));
const isFastLabel = (glimpse: Glimpse): boolean =>
  says(glimpse, 'name', 'annotations') &&
  (says(glimpse, 'title') || says(glimpse, 'externalStatus')) &&
  !says(glimpse, 'data') &&
  !says(glimpse, 'from_name');

const isObject = ({ head }: Glimpse): boolean => /^[\s\uFEFF]*\{/.test(head);

const says = ({ head, tail }: Glimpse, ...keys: readonly string[]): boolean =>
  keys.every((key) => head.includes(`"${key}"`) || tail.includes(`"${key}"`));
