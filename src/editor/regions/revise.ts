import type { Region } from '../../model/document.js';
import type { Json } from '../../model/json.js';
import type { DocWriter, Gesture } from '../../store/document-store.js';
import type { EditorState } from '../state.js';
import { putEdited, sightOf } from './regions.js';

/** Whether a figure or a text that a shape describes can be typed at all. */
export const isRevisable = (state: EditorState, region: Region, figure: string, value: Json): boolean =>
  (typeof value === 'number' || typeof value === 'string') && revised(state, region, figure, value) !== undefined;

/** Gives a figure or a text of a region another value, as a step of its own or as part of a gesture; whether it can be that. */
export function revise(
  state: EditorState,
  id: string,
  figure: string,
  value: number | string,
  gesture?: Gesture,
): boolean {
  const { completion } = state;
  const region = completion?.doc.regions.get(id);
  if (!completion || !region || !state.mayEdit(region)) return false;
  const geometry = revised(state, region, figure, value);
  if (geometry === undefined) return false;
  if (geometry === region.geometry) return true;
  const put = (write: DocWriter) => putEdited(completion.store, write, { ...region, geometry });
  if (gesture) gesture.update(put);
  else completion.store.edit(`Change ${figure}`, put);
  return true;
}

function revised(state: EditorState, region: Region, figure: string, value: Json): unknown {
  const sight = sightOf(state, region, region.fromName);
  return state.registry.shape(region.shape)?.revise?.(region.geometry, figure, value, sight);
}
