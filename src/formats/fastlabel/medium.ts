import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import { isNumber } from '../geometry/points.js';
import type { Loss } from '../losses.js';

/** What a task of FastLabel is about; several pictures or clouds are listed in its `contents`. */
export type Medium = 'image' | 'video' | 'text' | 'audio' | 'cloud' | 'dicom';

/** The element that shows it, and the key of a task's data. */
export const shownBy: Readonly<Record<Medium, { readonly tag: string; readonly key: string; readonly keys: string }>> =
  {
    image: { tag: 'Image', key: 'image', keys: 'images' },
    video: { tag: 'Video', key: 'video', keys: 'videos' },
    text: { tag: 'Text', key: 'text', keys: 'texts' },
    audio: { tag: 'Audio', key: 'audio', keys: 'audios' },
    cloud: { tag: 'PointCloud', key: 'cloud', keys: 'clouds' },
    dicom: { tag: 'Dicom', key: 'study', keys: 'slices' },
  };

/** Undefined: FastLabel has no tasks of what this element shows. */
export function mediumOfTag(tag: string): Medium | undefined {
  switch (tag) {
    case 'Image':
      return 'image';
    case 'Video':
      return 'video';
    case 'Text':
      return 'text';
    case 'Audio':
    case 'AudioPlus':
      return 'audio';
    case 'PointCloud':
    case 'Pcd':
      return 'cloud';
    case 'Dicom':
      return 'dicom';
    default:
      return undefined;
  }
}

const extensions: readonly (readonly [RegExp, Medium])[] = [
  [/\.(mp4|mov|webm|m4v)$/i, 'video'],
  [/\.(txt|text)$/i, 'text'],
  [/\.(mp3|wav|m4a|ogg|flac)$/i, 'audio'],
  [/\.(pcd|ply|las|laz)$/i, 'cloud'],
  [/\.(dcm|zip)$/i, 'dicom'],
];

/** What a task of FastLabel is about: tasks do not say it, but their annotations and files do. */
export function mediumOf(task: Dict): Medium {
  for (const annotation of dictsIn(task.annotations)) {
    const found = mediumOfAnnotation(annotation);
    if (found) return found;
  }
  if (task.fps !== undefined || task.frameCount !== undefined) return 'video';
  const [first] = contentsOf(task);
  for (const name of [task.name, task.url, first?.name, first?.url]) {
    if (typeof name !== 'string') continue;
    const path = name.replace(/[?#].*$/s, '');
    const known = extensions.find(([pattern]) => pattern.test(path));
    if (known) return known[1];
  }
  return 'image';
}

function mediumOfAnnotation({ type, points, start, contentId }: Dict): Medium | undefined {
  if (type === 'ner') return 'text';
  if (type === 'cuboid') return 'cloud';
  if (type === 'segmentation' && isNumber(start)) return 'audio';
  if (type === 'segmentation' && isList(points) && isNumber(points[0])) return 'cloud';
  if (contentId !== undefined && contentId !== null) return 'dicom';
  return isDict(points) ? 'video' : undefined;
}

/** The pictures or clouds of a task that has several. */
export const contentsOf = (task: Dict): readonly Dict[] => dictsIn(task.contents);

export const annotationsOf = (task: Dict): readonly Dict[] => dictsIn(task.annotations);

/** A task as FastLabel has it, and not as Label Studio does. */
export function isFastlabelTask(task: Dict): boolean {
  if (task.data !== undefined || task.completions !== undefined || task.predictions !== undefined) return false;
  return typeof task.name === 'string' && !annotationsOf(task).some(({ result }) => isList(result));
}

export const dictsIn = (list: Json | undefined): readonly Dict[] => (isList(list) ? list.filter(isDict) : []);

/** Where something is, for losses. */
export const taskPlace = ({ id }: Dict): Pick<Loss, 'taskId'> =>
  typeof id === 'string' || typeof id === 'number' ? { taskId: id } : {};
