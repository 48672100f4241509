import { type Dict, isDict, isList, type Json } from '../../model/json.js';
import type { ConfigFacts, ControlFacts, ObjectFacts } from '../config-facts.js';

/** What shows pictures, or the slices of a study. */
const pictureTags = new Set(['Image', 'Dicom']);
/** Controls that mark something, and have no labels themselves. */
const bareTags = new Set([
  'Rectangle',
  'Polygon',
  'Ellipse',
  'Brush',
  'KeyPoint',
  'Bitmask',
  'Vector',
  'MagicWand',
  'MultiPolygon',
  'Skeleton',
]);

export const isPictureObject = ({ tag }: ObjectFacts): boolean => pictureTags.has(tag);

/** Whether a control marks places, or gives labels to what is marked. */
export const isDrawing = ({ tag }: ControlFacts): boolean => tag.endsWith('Labels') || bareTags.has(tag);

/** Objects that show pictures, in the order of the config. */
export const pictureObjects = ({ objects }: ConfigFacts): readonly ObjectFacts[] => objects.filter(isPictureObject);

/** Controls that mark pictures. */
export function drawingControls(config: ConfigFacts): readonly ControlFacts[] {
  const names = new Set(pictureObjects(config).map(({ name }) => name));
  return config.controls.filter((control) => isDrawing(control) && control.toNames.some((name) => names.has(name)));
}

/** The value of an object's key in a task's data: `image`, or `images[0].url`. */
export function dataAt(data: Dict, key: string): Json | undefined {
  if (Object.hasOwn(data, key)) return data[key];
  let value: Json | undefined = data;
  for (const part of key.split(/[.[\]]+/).filter(Boolean)) {
    if (isList(value)) value = value[Number(part)];
    else value = isDict(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  }
  return value;
}

/** The urls that an object shows of a task: one, or a page each. */
export function urlsOf(data: Dict, object: ObjectFacts | undefined): readonly string[] {
  const list = object?.attributes.valueList?.replace(/^\$+/, '');
  const value = object ? (dataAt(data, list ?? object.key) ?? dataAt(data, object.key)) : Object.values(data)[0];
  if (typeof value === 'string') return [value];
  return isList(value) ? value.filter((url): url is string => typeof url === 'string') : [];
}
