import type { Editor } from '../editor.js';
import type { Action } from './actions.js';

/** Keys for the first nine regions, by their numbers in the list. */
export const nthRegionAction = (editor: Editor): Action => ({
  name: 'nth-region',
  title: 'Select a region by its number',
  keys: [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => `alt+shift+${number}`).join(', '),
  group: 'Regions',
  enabled: () => editor.doc.regions.size > 0,
  run(place = 0) {
    const id = editor.listedIds[place];
    if (id !== undefined) editor.attention.bringToRegion(id);
  },
});
