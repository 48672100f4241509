import { standardActions } from '../../src/editor/standard-actions.js';
import type { Dict } from '../../src/model/json.js';
import { type Headless, headless } from './headless.js';

/** An editor with these results on a picture `img` of 400 × 200 pixels, and with its own actions. */
export function editing(config: string, result: readonly object[], data: object = { url: 'x' }): Headless {
  const host = headless(config, { id: 1, data, annotations: [{ id: 9, result }] });
  host.editor.facts.set('img', { width: 400, height: 200 });
  host.editor.openNow(() => {});
  host.editor.actions.add(standardActions(host.editor));
  return host;
}

/** A box of RectangleLabels `box` on `img`. */
export const box = (id: string, x: number, y: number, label = 'Car', more: object = {}) => ({
  id,
  from_name: 'box',
  to_name: 'img',
  type: 'rectanglelabels',
  value: { x, y, width: 10, height: 10, rotation: 0, rectanglelabels: [label] },
  ...more,
});

/** The results as they would be saved now. */
export const resultsOf = ({ editor }: Headless): readonly Dict[] => (editor.toJson()?.result ?? []) as readonly Dict[];
