import type { Region } from '../model/document.js';
import type { Json } from '../model/json.js';
import type { Gesture } from '../store/document-store.js';
import type { Editor } from './editor.js';
import { putEdited } from './labeling.js';
import { sightOf } from './regions.js';

/** Whether a figure that a shape describes can be typed at all. */
export const isRevisable = (editor: Editor, region: Region, figure: string, value: Json): boolean =>
  typeof value === 'number' && revised(editor, region, figure, value) !== undefined;

/** Gives a figure of a region another value, as a step of its own or as part of a gesture; whether it can be that. */
export function revise(editor: Editor, id: string, figure: string, value: number, gesture?: Gesture): boolean {
  const { completion } = editor;
  const region = completion?.doc.regions.get(id);
  if (!completion || !region || !editor.mayEdit(region)) return false;
  const geometry = revised(editor, region, figure, value);
  if (geometry === undefined) return false;
  if (geometry === region.geometry) return true;
  if (gesture) gesture.update((write) => putEdited(completion.store, write, { ...region, geometry }));
  else
    completion.store.edit(`Change ${figure}`, (write) => putEdited(completion.store, write, { ...region, geometry }));
  return true;
}

function revised(editor: Editor, region: Region, figure: string, value: Json): unknown {
  const sight = sightOf(editor, region, region.fromName);
  return editor.registry.shape(region.shape)?.revise?.(region.geometry, figure, value, sight);
}
